// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of the socket table as values and short texts.
#include "ui/sockets/socket_cells.h"

#include <QLocale>

#include <algorithm>
#include <array>

#include "core/outcome_csv.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

QString noValue() { return QStringLiteral("–"); }

double milliseconds(RunTime time) { return toSeconds(time) * 1000; }

/// From TCP_INFO where there is one: /proc/net/tcp has it in steps of 10 ms.
RunTime exactRto(const SocketEntry& entry) { return entry.info ? entry.info->rto : entry.row->rto; }

QString congestionStateText(int state)
{
    // include/uapi/linux/tcp.h, enum tcp_ca_state
    static constexpr std::array kStates{"Open", "Disorder", "CWR", "Recovery", "Loss"};
    const auto index = static_cast<std::size_t>(state);
    return index < kStates.size() ? QString::fromLatin1(kStates[index]) : QString::number(state);
}

QVariant tableValue(const SocketEntry& entry, int column, RunTime now)
{
    const auto& row = *entry.row;
    switch (column) {
    case SocketColumns::Local:
        return verbatim(row.local.text());
    case SocketColumns::Remote:
        return verbatim(row.remote.text());
    case SocketColumns::State:
        return entry.gone ? 100 : static_cast<int>(row.state);
    case SocketColumns::Timer:
        return entry.gone ? -1 : static_cast<int>(row.timer);
    case SocketColumns::Left:
        return entry.gone || row.timer == KernelTimer::None ? -1.0 : toSeconds(timerLeft(entry, now));
    case SocketColumns::Unanswered:
        return row.probesOut;
    case SocketColumns::Retransmits:
        return row.retransmits;
    case SocketColumns::SendQueue:
        return row.sendQueue;
    case SocketColumns::ReceiveQueue:
        return row.receiveQueue;
    case SocketColumns::Rto:
        return milliseconds(exactRto(entry));
    case SocketColumns::Window:
        return row.congestionWindow;
    case SocketColumns::Threshold:
        return row.slowStartThreshold;
    case SocketColumns::DelayedAck:
        return milliseconds(row.ato);
    case SocketColumns::Inode:
        return QVariant::fromValue<qulonglong>(row.inode);
    case SocketColumns::Uid:
        return row.uid;
    case SocketColumns::References:
        return row.references;
    default:
        return {};
    }
}

QVariant infoValue(const TcpInfo& info, int column)
{
    switch (column) {
    case SocketColumns::Backoff:
        return info.backoff;
    case SocketColumns::Unacked:
        return info.unacked;
    case SocketColumns::Lost:
        return info.lost;
    case SocketColumns::Resent:
        return info.retransmitted;
    case SocketColumns::TotalRetransmits:
        return info.totalRetransmits;
    case SocketColumns::RoundTrip:
        return milliseconds(info.rtt);
    case SocketColumns::RoundTripVariance:
        return milliseconds(info.rttVariance);
    case SocketColumns::SendWindow:
        return info.sendWindow < 0 ? QVariant{} : QVariant::fromValue<qlonglong>(info.sendWindow);
    case SocketColumns::NotSent:
        return info.notSentBytes;
    case SocketColumns::SinceSent:
        return toSeconds(info.sinceDataSent);
    case SocketColumns::SinceReceived:
        return toSeconds(info.sinceDataReceived);
    case SocketColumns::SinceAck:
        return toSeconds(info.sinceAckReceived);
    case SocketColumns::CongestionState:
        return info.congestionState;
    case SocketColumns::TotalRto:
        return info.totalRto < 0 ? QVariant{} : QVariant{info.totalRto};
    case SocketColumns::TotalRtoTime:
        return info.totalRtoTime.count() < 0 ? QVariant{} : QVariant{toSeconds(info.totalRtoTime)};
    default:
        return {};
    }
}

/// What became of a socket whose program was told of the end, or gave its own verdict.
QString goneText(const Detection& detection)
{
    if (detection.call == detectingCall(Activity::Close))
        return SocketCells::tr("(gone: given up)", "by its kernel, after its program had closed it");
    if (detection.result >= 0)
        return SocketCells::tr("(gone: closed by the peer)");
    if (detection.errorNumber != 0)
        return SocketCells::tr("(gone: %1)").arg(fromCore(errnoName(detection.errorNumber)));
    // Neither has an errno. A heartbeat gives up by itself: what its kernel makes of the socket afterwards it does not learn.
    return detection.call == detectingCall(Activity::Heartbeat) ? SocketCells::tr("(gone: program gave up)", "waiting for its peer, by itself")
                                                                : SocketCells::tr("(gone: QTcpSocket error)");
}

QString stateText(const SocketEntry& entry)
{
    if (!entry.gone)
        return fromCore(name(entry.row->state));
    if (entry.detection)
        return goneText(*entry.detection);
    if (entry.lostPower)
        return *entry.lostPower == FaultKind::Reboot ? SocketCells::tr("(gone: host rebooted)") : SocketCells::tr("(host without power)");
    return entry.ownProgramEnded ? SocketCells::tr("(gone: program ended)") : SocketCells::tr("(gone)");
}

QString numberText(const QVariant& value, int column)
{
    switch (column) {
    case SocketColumns::Rto:
    case SocketColumns::DelayedAck:
        return QLocale().toString(value.toDouble(), 'f', 0);
    case SocketColumns::RoundTrip:
    case SocketColumns::RoundTripVariance:
    case SocketColumns::SinceSent:
    case SocketColumns::SinceReceived:
    case SocketColumns::SinceAck:
    case SocketColumns::TotalRtoTime:
        return QLocale().toString(value.toDouble(), 'f', 3);
    case SocketColumns::Inode:
    case SocketColumns::Uid:
        return value.toString();
    default:
        return QLocale().toString(value.toLongLong());
    }
}

QString tracedText(const SocketEntry& entry, int column)
{
    if (entry.steps.empty())
        return noValue();
    if (column == SocketColumns::QueueHistory) {
        const auto most = std::ranges::max_element(entry.steps, {}, &SocketStep::sendQueue);
        return SocketCells::tr("at most %1 B").arg(QLocale().toString(most->sendQueue));
    }
    const auto most = std::ranges::max_element(entry.steps, {}, &SocketStep::count);
    return SocketCells::tr("at most %1 in a row").arg(most->count);
}

} // namespace

RunTime timerLeft(const SocketEntry& entry, RunTime now)
{
    return std::max(RunTime{0}, entry.row->timerLeft - std::max(RunTime{0}, now - entry.sampled));
}

QVariant cellValue(const SocketEntry& entry, int column, RunTime now)
{
    switch (column) {
    case SocketColumns::Pair:
        return entry.pair;
    case SocketColumns::HostName:
        return static_cast<int>(entry.end);
    case SocketColumns::TimerHistory:
        return entry.steps.empty() ? 0 : std::ranges::max(entry.steps, {}, &SocketStep::count).count;
    case SocketColumns::QueueHistory:
        return entry.steps.empty() ? 0U : std::ranges::max(entry.steps, {}, &SocketStep::sendQueue).sendQueue;
    default:
        break;
    }
    if (socketColumn(column).from == SocketColumn::From::Info)
        return entry.info ? infoValue(*entry.info, column) : QVariant{};
    return entry.row ? tableValue(entry, column, now) : QVariant{};
}

QString cellText(const SocketEntry& entry, int column, RunTime now)
{
    switch (column) {
    case SocketColumns::Pair:
        return entry.pairName;
    case SocketColumns::HostName:
        return endTitle(entry.end).toLower();
    case SocketColumns::TimerHistory:
    case SocketColumns::QueueHistory:
        return tracedText(entry, column);
    case SocketColumns::State:
        return entry.row ? stateText(entry) : entry.runOver ? SocketCells::tr("was never connected") : SocketCells::tr("not connected yet");
    case SocketColumns::CongestionState:
        return entry.info ? congestionStateText(entry.info->congestionState) : noValue();
    default:
        break;
    }
    const auto value = cellValue(entry, column, now);
    if (!value.isValid())
        return noValue();
    switch (column) {
    case SocketColumns::Local:
    case SocketColumns::Remote:
        return value.toString();
    case SocketColumns::Timer:
        // As everywhere but in files, without a hyphen.
        return entry.gone ? noValue() : entry.row->timer == KernelTimer::WindowProbe ? SocketCells::tr("window probe") : fromCore(name(entry.row->timer));
    case SocketColumns::Left:
        return entry.gone || entry.row->timer == KernelTimer::None ? noValue() : secondsText(timerLeft(entry, now));
    default:
        return numberText(value, column);
    }
}

QString searchText(const SocketEntry& entry)
{
    QString text = entry.pairName + u' ' + endTitle(entry.end);
    for (const int column : {SocketColumns::Local, SocketColumns::Remote, SocketColumns::State, SocketColumns::Timer})
        text += u' ' + cellText(entry, column, entry.sampled);
    return text;
}

} // namespace halfopen
