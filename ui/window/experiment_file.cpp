// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments and results to and from files.
#include "ui/window/experiment_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include "core/experiment_codec.h"
#include "core/outcome_csv.h"
#include "ui/export/file_stem.h"
#include "ui/text/core_words.h"

namespace halfopen {

namespace {

std::string fileSentence(const char* text, const QString& path, const QString& reason)
{
    return QCoreApplication::translate("ExperimentFile", text).arg(path, reason).toStdString();
}

} // namespace

Result<Experiment> readExperiment(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{0, fileSentence(QT_TRANSLATE_NOOP("ExperimentFile", "%1 cannot be read: %2."), path, file.errorString())};
    const auto content = file.read(static_cast<qint64>(kMaxExperimentBytes) + 1);
    auto experiment = parseExperiment(content.toStdString());
    if (!experiment)
        return Error{0, fileSentence(QT_TRANSLATE_NOOP("ExperimentFile", "%1: %2"), path, fromCore(experiment.error().message))};
    return experiment;
}

Result<void> writeFile(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error{0, fileSentence(QT_TRANSLATE_NOOP("ExperimentFile", "%1 cannot be written: %2."), path, file.errorString())};
    return {};
}

QByteArray outcomeCsv(const QString& runId, const Timeline& timeline, const std::vector<Outcome>& outcomes)
{
    const auto text = outcomeCsvHeading() + outcomeCsvRows(runId.toStdString(), HALFOPEN_VERSION, timeline, settledOutcomes(timeline, outcomes));
    return QByteArray::fromStdString(text);
}

QString fileStem(const QString& title) { return fileStemOf(title); }

} // namespace halfopen
