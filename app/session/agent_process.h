// SPDX-License-Identifier: GPL-3.0-or-later
// One agent as a child process: lines out of it, commands into it, and its end.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "core/agent_command.h"
#include "session/line_splitter.h"

namespace halfopen {

/// Carries bytes both ways, bounded, and sees to it that the process goes. Does not know what a line means.
/// Never blocks, except that destroying it while the agent runs kills the agent and reaps it.
class AgentProcess final : public QObject
{
    Q_OBJECT

public:
    AgentProcess(QString program, const QStringList& arguments, QObject* parent = nullptr);
    ~AgentProcess() override;

    void start();
    void send(const AgentCommand& command);
    /// Closes its standard input, which asks it to go; SIGKILL one second later.
    void close();
    /// SIGKILL at once.
    void kill();

    /// The last line of its standard error; empty if it said nothing.
    [[nodiscard]] QString lastWords() const;

Q_SIGNALS:
    /// Complete lines, each with its line feed.
    void linesArrived(const QByteArray& lines);
    /// It could not be started, or its output is not lines: a sentence. `ended` follows after kill().
    void broke(const QString& why);
    /// It is gone; once. Crashed: a signal ended it, and `exitCode` is that signal.
    void ended(int exitCode, bool crashed);

private:
    void readOutput();
    void readErrors();
    void onError(QProcess::ProcessError error);
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void breakOff(const QString& why);

    QString m_program;
    QProcess m_process;
    QTimer m_killTimer;
    LineSplitter m_splitter;
    QByteArray m_errors;
    bool m_broken = false;
};

} // namespace halfopen
