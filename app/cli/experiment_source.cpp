// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/experiment_source.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include "core/experiment_codec.h"
#include "session/installation.h"

namespace halfopen {

namespace {

Result<QByteArray> readBounded(const QString& path)
{
    if (QFileInfo(path).isDir())
        return Error{0, path.toStdString() + " is a folder; name an experiment file."};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{0, path.toStdString() + " cannot be read: " + file.errorString().toStdString() + "."};
    QByteArray text = file.read(static_cast<qint64>(kMaxExperimentBytes) + 1); // one more: the parser refuses what is too long
    if (file.error() != QFileDevice::NoError)
        return Error{0, path.toStdString() + " cannot be read: " + file.errorString().toStdString() + "."};
    return text;
}

QString pathOf(const QString& fileOrLesson)
{
    if (QFileInfo::exists(fileOrLesson))
        return fileOrLesson;
    const QList<Lesson> known = lessons();
    const auto lesson = std::ranges::find(known, fileOrLesson, &Lesson::stem);
    return lesson == known.end() ? QString() : lesson->experimentPath;
}

} // namespace

Result<Experiment> loadExperiment(const QString& fileOrLesson, std::optional<PlaceKind> place)
{
    const QString path = pathOf(fileOrLesson);
    if (path.isEmpty())
        return Error{0, "There is neither a file nor a lesson '" + fileOrLesson.toStdString() + "'; 'halfopen-cli lessons' lists the lessons."};
    const Result<QByteArray> text = readBounded(path);
    if (!text)
        return text.error();
    Result<Experiment> experiment = parseExperiment({text->constData(), static_cast<std::size_t>(text->size())}, place);
    if (!experiment)
        return Error{0, path.toStdString() + ": " + experiment.error().message};
    return experiment;
}

} // namespace halfopen
