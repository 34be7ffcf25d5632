// SPDX-License-Identifier: GPL-3.0-or-later
// A QTcpSocket, and lines of what it emits.
#pragma once

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <string_view>

#include "core/event.h"
#include "core/heartbeat_words.h"

namespace halfopen {

/// What the program is to do with its socket, as the agent says it.
struct SocketPlan final
{
    int pair = 0;
    Host end = Host::Client;
    RunTime zero{0};     // of the run, on CLOCK_MONOTONIC
    int bytes = 0;       // of a message
    RunTime interval{0}; // between messages; 0: it only reads
    bool answers = false; // the peer's program asks questions
};

/// Reads, answers questions and throws the rest away, writes now and then, and tells every signal on standard output as an
/// event of the run; kQtHasClosed tells that Qt holds the socket no longer.
class SocketWatcher final : public QObject
{
public:
    explicit SocketWatcher(const SocketPlan& plan);

    /// Takes the connected socket over. False where Qt does not take it.
    [[nodiscard]] bool watch(qintptr descriptor);

private:
    void noteState(QAbstractSocket::SocketState state);
    void noteError(QAbstractSocket::SocketError error);
    void noteWritten(qint64 bytes);
    void read();
    void write();
    void tell(EventBody body);
    static void print(std::string_view line);
    [[nodiscard]] CallEvent call(CallEvent::What what, RunTime began) const;
    [[nodiscard]] RunTime now() const;

    SocketPlan m_plan;
    QTcpSocket m_socket;
    QTimer m_rhythm;
    MessageCount m_questions{kQuestionByte};
    RunTime m_began{0};
};

} // namespace halfopen
