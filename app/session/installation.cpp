// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/installation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "core/experiment_codec.h"

namespace halfopen {

namespace {

const QLatin1String kExperimentSuffix{".halfopen.json"};

QString besideProgram(QLatin1String relativePath)
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QLatin1Char('/') + relativePath);
}

QString titleOf(const QString& experimentPath, const QString& stem)
{
    QFile file(experimentPath);
    if (!file.open(QIODevice::ReadOnly))
        return stem;
    const QByteArray text = file.read(static_cast<qint64>(kMaxExperimentBytes));
    const Result<Experiment> experiment = parseExperiment({text.constData(), static_cast<std::size_t>(text.size())});
    return experiment && !experiment->title.empty() ? QString::fromStdString(experiment->title) : stem;
}

} // namespace

QString agentProgram()
{
    for (const QLatin1String candidate : {QLatin1String("halfopen-agent"), QLatin1String("../libexec/halfopen/halfopen-agent")}) {
        const QString path = besideProgram(candidate);
        if (QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

QString resourceFolder()
{
    // bin/ and share/ are neighbours in the build tree as when installed.
    const QString path = besideProgram(QLatin1String("../share/halfopen"));
    return QFileInfo(path).isDir() ? path : QString();
}

QList<Lesson> lessons()
{
    const QString resources = resourceFolder();
    if (resources.isEmpty())
        return {};
    const QDir folder(resources + QStringLiteral("/lessons"));
    QList<Lesson> found;
    const QStringList names = folder.entryList({QLatin1Char('*') + kExperimentSuffix}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        Lesson lesson;
        lesson.stem = name.chopped(kExperimentSuffix.size());
        lesson.experimentPath = folder.filePath(name);
        lesson.textPath = folder.filePath(lesson.stem + QStringLiteral(".md"));
        lesson.title = titleOf(lesson.experimentPath, lesson.stem);
        found.append(lesson);
    }
    return found;
}

} // namespace halfopen
