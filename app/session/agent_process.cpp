// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/agent_process.h"

#include <QFileInfo>

#include <chrono>

#include <unistd.h>

#include "core/event_codec.h"

namespace halfopen {

namespace {

constexpr std::chrono::seconds kGoodbye{1};      // between the closed standard input and SIGKILL
constexpr qsizetype kMaxErrorBytes = 8 * 1024;   // of standard error: the last ones are the telling ones
constexpr qsizetype kMaxLastWordsLength = 300;   // characters of a message for people

} // namespace

AgentProcess::AgentProcess(QString program, const QStringList& arguments, QObject* parent)
    : QObject(parent), m_program(std::move(program)), m_splitter(static_cast<qsizetype>(kMaxEventLineBytes))
{
    m_process.setProgram(m_program);
    m_process.setArguments(arguments);
    // A group of its own: Ctrl+C at the terminal is meant for the program, which then asks the agent to finish.
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    m_killTimer.setSingleShot(true);
    m_killTimer.setInterval(kGoodbye);
    connect(&m_killTimer, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &AgentProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &AgentProcess::readErrors);
    connect(&m_process, &QProcess::errorOccurred, this, &AgentProcess::onError);
    connect(&m_process, &QProcess::finished, this, &AgentProcess::onFinished);
}

AgentProcess::~AgentProcess()
{
    m_process.disconnect(this);
    m_process.kill();
}

void AgentProcess::start()
{
    m_process.start();
}

void AgentProcess::send(const AgentCommand& command)
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.write(QByteArray::fromStdString(writeCommand(command)).append('\n'));
}

void AgentProcess::close()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    m_killTimer.start();
}

void AgentProcess::kill()
{
    m_process.kill();
}

QString AgentProcess::lastWords() const
{
    const QByteArray text = m_errors.trimmed();
    const QString line = QString::fromUtf8(text.sliced(text.lastIndexOf('\n') + 1)).simplified();
    return line.size() > kMaxLastWordsLength ? QString(line.first(kMaxLastWordsLength)).append(QChar(0x2026)) : line;
}

void AgentProcess::readOutput()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (m_broken)
        return;
    const QByteArray lines = m_splitter.take(bytes);
    if (m_splitter.isOverlong()) {
        breakOff(tr("The agent wrote a line of more than %1 bytes, which no agent of this program does.").arg(kMaxEventLineBytes));
        return;
    }
    if (!lines.isEmpty())
        Q_EMIT linesArrived(lines);
}

void AgentProcess::readErrors()
{
    m_errors += m_process.readAllStandardError();
    if (m_errors.size() > kMaxErrorBytes)
        m_errors = m_errors.last(kMaxErrorBytes);
}

void AgentProcess::onError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return; // a crash is told by finished(), a failed write by the end that follows it
    QString why = tr("The agent %1 could not be started: %2.").arg(m_program, m_process.errorString());
    if (m_program.isEmpty())
        why = tr("halfopen-agent was not found; it belongs beside this program or in ../libexec/halfopen.");
    else if (!QFileInfo::exists(m_program))
        why = tr("The agent %1 does not exist.").arg(m_program);
    breakOff(why);
    Q_EMIT ended(-1, false);
}

void AgentProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    m_killTimer.stop();
    readErrors();
    readOutput();
    if (!m_broken && m_splitter.hasHalfLine())
        breakOff(tr("The agent ended in the middle of a line."));
    Q_EMIT ended(exitCode, status == QProcess::CrashExit);
}

void AgentProcess::breakOff(const QString& why)
{
    m_broken = true;
    Q_EMIT broke(why);
}

} // namespace halfopen
