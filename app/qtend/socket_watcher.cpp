// SPDX-License-Identifier: GPL-3.0-or-later
// A QTcpSocket, and lines of what it emits.
#include "qtend/socket_watcher.h"

#include <QMetaEnum>

#include <cerrno>
#include <chrono>
#include <ctime>
#include <string>
#include <unistd.h>

#include "core/activity.h"
#include "core/event_codec.h"

namespace halfopen {

namespace {

/// What the kernel must have said: Qt hands its errno on in the words of the error alone. 0 where that cannot be seen; a RST
/// looks like a FIN to a QTcpSocket, since QNativeSocketEnginePrivate::nativeRead() takes ECONNRESET for the peer's end.
int errnoOf(const QString& words)
{
    for (const int code : {ETIMEDOUT, EHOSTUNREACH, ENETUNREACH, ECONNREFUSED, ECONNABORTED, ENETDOWN, EPIPE, EACCES, EPERM}) {
        if (words == qt_error_string(code))
            return code;
    }
    return 0;
}

template<class Enum>
std::string keyOf(Enum value)
{
    return QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value));
}

} // namespace

SocketWatcher::SocketWatcher(const SocketPlan& plan) : m_plan(plan)
{
    connect(&m_socket, &QTcpSocket::stateChanged, this, &SocketWatcher::noteState);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &SocketWatcher::noteError);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &SocketWatcher::noteWritten);
    connect(&m_socket, &QTcpSocket::readyRead, this, &SocketWatcher::read);
    connect(&m_rhythm, &QTimer::timeout, this, &SocketWatcher::write);
    m_rhythm.setTimerType(Qt::PreciseTimer);
}

bool SocketWatcher::watch(qintptr descriptor)
{
    m_began = now();
    if (!m_socket.setSocketDescriptor(descriptor))
        return false;
    tell(call(CallEvent::What::Begin, m_began));
    if (m_plan.interval > RunTime{0}) {
        write();
        m_rhythm.start(std::chrono::ceil<std::chrono::milliseconds>(m_plan.interval));
    }
    return true;
}

void SocketWatcher::noteState(QAbstractSocket::SocketState state)
{
    tell(NoteEvent{"QTcpSocket, pair " + std::to_string(m_plan.pair + 1) + ": stateChanged(" + keyOf(state) + ")"});
    if (state == QAbstractSocket::UnconnectedState) // it has closed its descriptor before it says so (resetSocketLayer())
        print(kQtHasClosed);
}

void SocketWatcher::noteError(QAbstractSocket::SocketError error)
{
    CallEvent event = call(CallEvent::What::End, m_began);
    event.result = error == QAbstractSocket::RemoteHostClosedError ? 0 : -1;
    event.errorNumber = event.result < 0 ? errnoOf(m_socket.errorString()) : 0;
    tell(std::move(event));
    tell(NoteEvent{"QTcpSocket, pair " + std::to_string(m_plan.pair + 1) + ": errorOccurred(" + keyOf(error) +
                   "): " + m_socket.errorString().toStdString()});
    m_rhythm.stop();
}

void SocketWatcher::noteWritten(qint64 bytes)
{
    CallEvent event = call(CallEvent::What::Burst, now());
    event.bytes = bytes;
    tell(std::move(event));
}

void SocketWatcher::read()
{
    const QByteArray bytes = m_socket.readAll();
    const std::int64_t asked = m_plan.answers ? m_questions.add({bytes.constData(), static_cast<std::size_t>(bytes.size())}) : 0;
    if (asked > 0)
        m_socket.write(QByteArray(static_cast<qsizetype>(asked * kHeartbeatBytes), kAnswerByte));
}

void SocketWatcher::write()
{
    m_socket.write(QByteArray(m_plan.bytes, 'q'));
}

CallEvent SocketWatcher::call(CallEvent::What what, RunTime began) const
{
    CallEvent event;
    event.pair = m_plan.pair;
    event.end = m_plan.end;
    event.what = what;
    event.call = detectingCall(Activity::Qt);
    event.began = began;
    return event;
}

void SocketWatcher::tell(EventBody body)
{
    print(writeEvent(Event{now(), std::move(body)}) + "\n");
}

void SocketWatcher::print(std::string_view line)
{
    for (std::size_t done = 0; done < line.size();) {
        const ssize_t written = ::write(STDOUT_FILENO, line.data() + done, line.size() - done);
        if (written <= 0)
            return; // nobody listens any more
        done += static_cast<std::size_t>(written);
    }
}

RunTime SocketWatcher::now() const
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec} - m_plan.zero;
}

} // namespace halfopen
