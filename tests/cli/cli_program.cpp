// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_program.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

namespace halfopen::test {

namespace {

constexpr int kPatienceMs = 30000;

bool copyLessons(const QString& target)
{
    const QDir source(QStringLiteral(LESSONS_FOLDER));
    bool good = QDir().mkpath(target);
    const QStringList names = source.entryList(QDir::Files);
    for (const QString& name : names)
        good = good && QFile::copy(source.filePath(name), target + QLatin1Char('/') + name);
    return good && !names.isEmpty();
}

} // namespace

CliProgram::CliProgram()
{
    m_valid = m_folder.isValid() && QDir().mkpath(path(QStringLiteral("bin"))) && QDir().mkpath(path(QStringLiteral("home")))
        && QFile::copy(QStringLiteral(CLI_PROGRAM), path(QStringLiteral("bin/halfopen-cli")))
        && QFile::copy(QStringLiteral(FAKE_AGENT_PROGRAM), path(QStringLiteral("bin/halfopen-agent")))
        && copyLessons(path(QStringLiteral("share/halfopen/lessons")));
}

QString CliProgram::write(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

QByteArray CliProgram::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void CliProgram::start(QProcess& process, const QStringList& arguments, const QByteArray& deed) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), path(QStringLiteral("home")));
    environment.remove(QStringLiteral("XDG_DATA_HOME"));
    environment.insert(QStringLiteral("HALFOPEN_FAKE_AGENT"), QString::fromLatin1(deed));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(path(QStringLiteral("bin/halfopen-cli")), arguments);
}

Answer CliProgram::call(const QStringList& arguments, const QByteArray& deed) const
{
    QProcess process;
    start(process, arguments, deed);
    process.closeWriteChannel();
    Answer answer;
    if (!process.waitForFinished(kPatienceMs))
        process.kill();
    else if (process.exitStatus() == QProcess::NormalExit)
        answer.status = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

QByteArray killedPeerExperiment()
{
    return R"({"format": "halfopen-experiment/1", "title": "Killed peer", "time_limit_s": 20,
               "pairs": [{"name": "reader", "client": {"activity": "recv"}}], "faults": [{"kind": "kill"}]})";
}

} // namespace halfopen::test
