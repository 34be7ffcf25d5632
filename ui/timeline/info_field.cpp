// SPDX-License-Identifier: GPL-3.0-or-later
// The values of TCP_INFO that the time line can show over time.
#include "ui/timeline/info_field.h"

#include <QLocale>

#include <algorithm>

#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

enum class Unit { Pieces, Bytes, Seconds };

Unit unitOf(InfoField field)
{
    switch (field) {
    case InfoField::Retransmits:
    case InfoField::Probes:
    case InfoField::Backoff:
    case InfoField::Unacked:
    case InfoField::TotalRetransmits:
    case InfoField::TotalRto:
        return Unit::Pieces;
    case InfoField::NotSent:
    case InfoField::SendWindow:
        return Unit::Bytes;
    case InfoField::Rto:
    case InfoField::SinceAck:
    case InfoField::SinceData:
    case InfoField::TotalRtoTime:
    case InfoField::RoundTrip:
        break;
    }
    return Unit::Seconds;
}

/// −1 stands for a kernel that does not tell.
std::optional<double> told(double value)
{
    return value < 0 ? std::nullopt : std::optional{value};
}

} // namespace

QString infoName(InfoField field)
{
    switch (field) {
    case InfoField::Retransmits:
        return QStringLiteral("retransmits");
    case InfoField::Probes:
        return QStringLiteral("probes");
    case InfoField::Backoff:
        return QStringLiteral("backoff");
    case InfoField::Rto:
        return QStringLiteral("rto");
    case InfoField::Unacked:
        return QStringLiteral("unacked");
    case InfoField::NotSent:
        return QStringLiteral("notsent_bytes");
    case InfoField::SinceAck:
        return QStringLiteral("last_ack_recv");
    case InfoField::SinceData:
        return QStringLiteral("last_data_recv");
    case InfoField::TotalRetransmits:
        return QStringLiteral("total_retrans");
    case InfoField::TotalRto:
        return QStringLiteral("total_rto");
    case InfoField::TotalRtoTime:
        return QStringLiteral("total_rto_time");
    case InfoField::SendWindow:
        return QStringLiteral("snd_wnd");
    case InfoField::RoundTrip:
        break;
    }
    return QStringLiteral("rtt");
}

QString infoMeaning(InfoField field)
{
    switch (field) {
    case InfoField::Retransmits:
        return LaneText::tr("retransmission timeouts in a row");
    case InfoField::Probes:
        return LaneText::tr("unanswered keepalive or window probes");
    case InfoField::Backoff:
        return LaneText::tr("how many times the timeout has doubled");
    case InfoField::Rto:
        return LaneText::tr("retransmission timeout");
    case InfoField::Unacked:
        return LaneText::tr("segments in flight");
    case InfoField::NotSent:
        return LaneText::tr("bytes that were written and not sent");
    case InfoField::SinceAck:
        return LaneText::tr("time since the peer's last ACK");
    case InfoField::SinceData:
        return LaneText::tr("time since the peer's last data");
    case InfoField::TotalRetransmits:
        return LaneText::tr("segments sent again, all in all");
    case InfoField::TotalRto:
        return LaneText::tr("retransmission timeouts, all in all (Linux 6.7)");
    case InfoField::TotalRtoTime:
        return LaneText::tr("time spent in such timeouts (Linux 6.7)");
    case InfoField::SendWindow:
        return LaneText::tr("the peer's window: 0 is closed");
    case InfoField::RoundTrip:
        break;
    }
    return LaneText::tr("smoothed round trip");
}

std::optional<double> infoValue(InfoField field, const TcpInfo& info)
{
    switch (field) {
    case InfoField::Retransmits:
        return info.retransmits;
    case InfoField::Probes:
        return info.probes;
    case InfoField::Backoff:
        return info.backoff;
    case InfoField::Rto:
        return toSeconds(info.rto);
    case InfoField::Unacked:
        return info.unacked;
    case InfoField::NotSent:
        return info.notSentBytes;
    case InfoField::SinceAck:
        return toSeconds(info.sinceAckReceived);
    case InfoField::SinceData:
        return toSeconds(info.sinceDataReceived);
    case InfoField::TotalRetransmits:
        return info.totalRetransmits;
    case InfoField::TotalRto:
        return told(info.totalRto);
    case InfoField::TotalRtoTime:
        return info.totalRtoTime.count() < 0 ? std::nullopt : std::optional{toSeconds(info.totalRtoTime)};
    case InfoField::SendWindow:
        return told(static_cast<double>(info.sendWindow));
    case InfoField::RoundTrip:
        break;
    }
    return toSeconds(info.rtt);
}

QString infoText(InfoField field, double value)
{
    switch (unitOf(field)) {
    case Unit::Pieces:
        return QLocale().toString(static_cast<qlonglong>(value));
    case Unit::Bytes:
        return bytesText(value);
    case Unit::Seconds:
        break;
    }
    return durationText(value);
}

std::optional<double> infoAt(const EndTrack& track, InfoField field, RunTime at)
{
    const auto after = std::ranges::upper_bound(track.infos, at, {}, &InfoSample::time);
    if (after == track.infos.begin())
        return std::nullopt;
    const InfoSample& sample = *std::prev(after);
    const auto value = infoValue(field, sample.info);
    return value && isAge(field) ? *value + toSeconds(at - sample.time) : value;
}

QString infoReading(const EndTrack& track, InfoField field, RunTime at)
{
    const auto value = infoAt(track, field, at);
    return value ? LaneText::tr("%1: %2", "a value of TCP_INFO").arg(infoName(field), infoText(field, *value)) : QString{};
}

} // namespace halfopen
