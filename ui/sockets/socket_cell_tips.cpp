// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of the socket table in sentences, for who points at them.
#include <algorithm>

#include "ui/glossary/glossary.h"
#include "ui/sockets/socket_cells.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

QString timerSentence(const SocketEntry& entry, RunTime now)
{
    const QString left = secondsText(timerLeft(entry, now));
    switch (entry.row->timer) {
    case KernelTimer::None:
        return SocketCells::tr("No timer is armed on this socket.");
    case KernelTimer::Retransmit:
        return SocketCells::tr("The retransmission timer fires in %1.").arg(left);
    case KernelTimer::Keepalive:
        return SocketCells::tr("The keepalive timer fires in %1.").arg(left);
    case KernelTimer::TimeWait:
        return SocketCells::tr("The row goes in %1.").arg(left);
    case KernelTimer::WindowProbe:
        break;
    }
    return SocketCells::tr("The timer of window probes fires in %1.").arg(left);
}

QString goneSentence(const SocketEntry& entry)
{
    if (!entry.gone)
        return {};
    if (entry.detection && entry.detection->call == detectingCall(Activity::Heartbeat) && entry.detection->errorNumber == 0)
        return SocketCells::tr("The program gave up by itself after %1 and closed its socket; the kernel's side of it went on until this row was gone. Shown is what it said last.", "time")
            .arg(secondsText(entry.detection->elapsed));
    if (entry.detection)
        return SocketCells::tr("This row is gone; the program heard of it by %1. Shown is what it said last.")
            .arg(callResultText(entry.detection->call, entry.detection->result, entry.detection->errorNumber));
    if (entry.lostPower)
        return SocketCells::tr("This row is gone with all that the kernel of this host knew: the host lost its power. Shown is what it said last.");
    if (entry.gaveUpBefore && !entry.ownProgramEnded)
        return SocketCells::tr("This row is gone. The program's call had come to its own limit before, and nobody has told the program of this. Shown is what the row said last.");
    return entry.ownProgramEnded ? SocketCells::tr("This row is gone because its program has ended. Shown is what it said last.")
                                 : SocketCells::tr("This row is gone; the program has not looked yet. Shown is what it said last.");
}

QString valueSentence(const SocketEntry& entry, int column, RunTime now)
{
    const QString text = cellText(entry, column, now);
    switch (column) {
    case SocketColumns::State:
        return entry.gone ? QString{} : SocketCells::tr("For this host's kernel the connection is %1.").arg(text);
    case SocketColumns::Timer:
    case SocketColumns::Left:
        return entry.gone ? QString{} : timerSentence(entry, now);
    case SocketColumns::Unanswered:
        return SocketCells::tr("Probes without an answer: %1.").arg(text);
    case SocketColumns::Retransmits:
        return SocketCells::tr("Retransmission timeouts in a row: %1.").arg(text);
    case SocketColumns::SendQueue:
        return SocketCells::tr("Bytes handed over and not acknowledged: %1.").arg(text);
    case SocketColumns::ReceiveQueue:
        return SocketCells::tr("Bytes that the program has not read: %1.").arg(text);
    case SocketColumns::Rto:
        return SocketCells::tr("The present timeout is %1 ms.").arg(text);
    case SocketColumns::Backoff:
        return SocketCells::tr("Times that the timeout was doubled: %1.").arg(text);
    case SocketColumns::Unacked:
        return SocketCells::tr("Segments in flight: %1.").arg(text);
    case SocketColumns::TimerHistory:
        return SocketCells::tr("The timer of this row over the run: colour is its kind, height how many probes or retransmissions went unanswered, %1.").arg(text);
    case SocketColumns::QueueHistory:
        return SocketCells::tr("The send queue of this row over the run, %1.").arg(text);
    case SocketColumns::HostName:
    case SocketColumns::Pair:
        return SocketCells::tr("“%1”, %2.", "name of a pair, client or server").arg(entry.pairName, endTitle(entry.end).toLower());
    default:
        return QStringLiteral("%1: %2").arg(socketColumnTitle(column), text);
    }
}

QString termOf(const SocketEntry& entry, int column)
{
    if (entry.row && column == SocketColumns::State)
        return entry.gone ? QStringLiteral("CLOSE") : verbatim(name(entry.row->state));
    if (entry.row && !entry.gone && column == SocketColumns::Timer)
        return verbatim(name(entry.row->timer));
    return QString::fromUtf8(socketColumn(column).term);
}

} // namespace

QString cellToolTip(const SocketEntry& entry, int column, RunTime now)
{
    QStringList lead;
    if (!entry.row && socketColumn(column).from == SocketColumn::From::Table)
        lead << SocketCells::tr("There is no such row in /proc/net/tcp yet.");
    else if (!entry.info && socketColumn(column).from == SocketColumn::From::Info)
        lead << SocketCells::tr("TCP_INFO has not been read yet.");
    else
        lead << valueSentence(entry, column, now);
    if (entry.info && socketColumn(column).from == SocketColumn::From::Info)
        lead << SocketCells::tr("Read %1 before what is shown.", "time").arg(secondsText(std::max(RunTime{0}, now - entry.infoAt)));
    lead << goneSentence(entry);
    lead.removeAll(QString{});
    return glossaryToolTip(termOf(entry, column), lead.join(u'\n'));
}

} // namespace halfopen
