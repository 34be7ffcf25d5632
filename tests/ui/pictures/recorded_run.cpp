// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings of real runs on a kernel, kept in tests/ui/runs.
#include "recorded_run.h"

#include <QFile>

#include "core/experiment_codec.h"

namespace halfopen {

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read: %s", qPrintable(path), qPrintable(file.errorString()));
    return file.readAll();
}

} // namespace

RecordedRun recordedRun(const QString& name)
{
    const QString stem = QStringLiteral(RECORDED_RUNS "/") + name;
    const auto experiment = parseExperiment(contentsOf(stem + QStringLiteral(".halfopen.json")).toStdString());
    if (!experiment)
        qFatal("%s: %s", qPrintable(name), experiment.error().message.c_str());
    const QString path = stem + QStringLiteral(".jsonl");
    return {experiment.value(), path, contentsOf(path)};
}

} // namespace halfopen
