// SPDX-License-Identifier: GPL-3.0-or-later
// Retransmissions as the kernel counts them, seen and still to come.
#include "core/retransmission_count.h"

#include <algorithm>

namespace halfopen {

namespace {

constexpr int kLongestRow = 64; // packets that are looked back on: a row of retransmissions is much shorter
constexpr RunTime kAtOnce = std::chrono::milliseconds{10}; // what is sent so soon after the peer's packet answers it
constexpr RunTime kRtoMax = std::chrono::seconds{120};     // TCP_RTO_MAX
constexpr int kMostExpected = 100;
constexpr RunTime kTellsTheSame = std::chrono::milliseconds{50}; // a reading's steps and age

using Place = Pages<PacketMark>::const_iterator;

bool isSentAgain(const PacketMark& mark, Host by)
{
    return mark.packet.from == by && mark.packet.kind == PacketKind::Retransmission;
}

bool isFromPeer(const PacketMark& mark, Host end)
{
    return mark.packet.from != end && mark.packet.fate == PacketFate::Delivered && !mark.packet.isMade && !isNeighbourTalk(mark.packet.kind);
}

struct RowBefore final
{
    int retransmissions = 0; // in the row before that one
    bool answers = false;    // the peer spoke just before
};

RowBefore lookBack(const PairTrack& track, const PacketMark& mark)
{
    RowBefore before;
    auto place = std::ranges::lower_bound(track.packets, mark.time, {}, &PacketMark::time);
    for (int looked = 0; place != track.packets.begin() && looked < kLongestRow; ++looked) {
        --place;
        if (isFromPeer(*place, mark.packet.from)) {
            before.answers = before.retransmissions == 0 && mark.time - place->time < kAtOnce;
            break;
        }
        before.retransmissions += isSentAgain(*place, mark.packet.from) ? 1 : 0;
    }
    return before;
}

/// Those that came between that one and the row.
int sentBetween(const PairTrack& track, const PacketMark& mark, RunTime row)
{
    int sent = 0;
    for (Place place = std::ranges::upper_bound(track.packets, mark.time, {}, &PacketMark::time); place != track.packets.end() && place->time <= row; ++place)
        sent += isSentAgain(*place, mark.packet.from) ? 1 : 0;
    return sent;
}

/// When the timer that ran at `row` was armed: at the segment that it had sent before.
RunTime armedBefore(const PairTrack& track, Host end, PacketKind kind, RunTime row)
{
    auto place = std::ranges::upper_bound(track.packets, row, {}, &PacketMark::time);
    for (int looked = 0; place != track.packets.begin() && looked < kLongestRow; ++looked) {
        --place;
        if (place->packet.from == end && place->packet.kind == kind)
            return place->time;
    }
    return row;
}

} // namespace

std::optional<int> retransmissionNumber(const PairTrack& track, const PacketMark& mark)
{
    const auto& rows = track.end(mark.packet.from).rows;
    if (rows.empty())
        return lookBack(track, mark).retransmissions + 1;
    const auto after = std::ranges::upper_bound(rows, mark.time, {}, &RowSample::time);
    const int before = after != rows.begin() && std::prev(after)->row ? std::prev(after)->row->retransmits : 0;
    if (after != rows.end() && after->row) {
        if (const int counted = after->row->retransmits - sentBetween(track, mark, after->time); counted > 0)
            return counted;
    }
    if (before > 0) // answered since, or not read since
        return before + 1;
    const RowBefore earlier = lookBack(track, mark);
    if (earlier.answers)
        return std::nullopt; // tcp_xmit_retransmit_queue()
    return earlier.retransmissions > 0 ? earlier.retransmissions : kLossProbe;
}

ExpectedCourse courseAt(RunTime now, RunTime origin, const Prediction& prediction, const PairTrack& track)
{
    ExpectedCourse course{.packets = prediction.schedule};
    const RowSample* const sample = track.end(prediction.end).rowAt(now);
    if (!sample || !sample->row)
        return course;
    const SocketRow& row = *sample->row;
    const bool probes = row.timer == KernelTimer::WindowProbe; // no part of the schedule: when the window closes is known in a run only
    const auto isCounted = [&](const ExpectedPacket& packet) { return packet.kind == PacketKind::Retransmission && packet.number > kLossProbe; };
    int number = probes ? row.probesOut : row.timer == KernelTimer::Retransmit ? row.retransmits : 0;
    if (number <= 0 || (!probes && std::ranges::none_of(course.packets, isCounted)))
        return course;
    course.goneBy = number;
    int last = 0;
    for (const ExpectedPacket& packet : course.packets)
        last = std::max(last, isCounted(packet) ? packet.number : 0);
    std::erase_if(course.packets, [&](const ExpectedPacket& packet) { return isCounted(packet) && packet.number > number; });
    const PacketKind kind = probes ? PacketKind::Probe : PacketKind::Retransmission;
    RunTime expires = sample->time + row.timerLeft;
    RunTime pause = expires - armedBefore(track, prediction.end, kind, sample->time);
    const RunTime late = pause / 8; // the timer wheel: at most an eighth
    const auto givesUp = [&](RunTime at) { return !prediction.never() && at - origin + kTellsTheSame >= prediction.hull().earliest; };
    while (!givesUp(expires) && (!prediction.never() || number < last) && number < kMostExpected) {
        course.packets.push_back({kind, ++number, {expires - origin, expires - origin + late}});
        const RunTime doubled = std::clamp<RunTime>(pause * 2, kTellsTheSame, std::max(kRtoMax, pause));
        // The last pause of window probes does not double (tcp_send_probe0()), nor one that a user timeout cuts short.
        const bool tooLong = !prediction.never() && expires + doubled - origin > prediction.hull().latest + kTellsTheSame;
        pause = !tooLong ? doubled : givesUp(expires + pause) ? pause : prediction.hull().earliest + origin - expires;
        expires += pause;
    }
    if (givesUp(expires))
        course.end = Interval{expires - origin, std::max(expires - origin, prediction.hull().latest)};
    std::ranges::stable_sort(course.packets, {}, [](const ExpectedPacket& packet) { return packet.at.earliest; });
    return course;
}

} // namespace halfopen
