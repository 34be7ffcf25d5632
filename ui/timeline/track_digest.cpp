// SPDX-License-Identifier: GPL-3.0-or-later
// One end's rows of /proc/net/tcp, boiled down to what the lanes draw.
#include "ui/timeline/track_digest.h"

#include <algorithm>
#include <limits>

namespace halfopen {

namespace {

// Two samples of one running timer name the same expiry but for the 1/100 s of the column and the age of the sample.
constexpr double kSameExpiry = 0.045; // s
// A sample is taken at least 10 times a second; a timer that was set before it was set at most this long ago.
constexpr double kSampleAge = 0.35; // s, with room for a busy machine

constexpr std::size_t kCheckpointEvery = 256; // packets: a late one costs at most that many again

std::uint16_t next(std::uint16_t& counter)
{
    if (counter < std::numeric_limits<std::uint16_t>::max())
        ++counter;
    return counter;
}

/// When that end last sent something in (after, until], or `otherwise`.
double lastSent(const Pages<PacketMark>& packets, Host end, double after, double until, double otherwise)
{
    auto mark = std::ranges::upper_bound(packets, fromSeconds(until), {}, &PacketMark::time);
    while (mark != packets.begin()) {
        --mark;
        const double time = toSeconds(mark->time);
        if (time <= after)
            break;
        if (mark->packet.from == end && !isNeighbourTalk(mark->packet.kind))
            return time;
    }
    return otherwise;
}

} // namespace

void TrackDigest::clear()
{
    *this = TrackDigest{};
}

void TrackDigest::extend(const EndTrack& track, const Pages<PacketMark>& packets, Host end, std::size_t& room)
{
    if (track.rows.size() < m_rowsTaken)
        clear();
    for (; m_rowsTaken < track.rows.size() && room > 0; ++m_rowsTaken, --room) {
        const RowSample& sample = track.rows[m_rowsTaken];
        const double time = toSeconds(sample.time);
        takeState(time, sample);
        takeTimer(time, sample, packets, end);
        takeQueues(time, sample);
        m_lastRow = time;
    }
}

void TrackDigest::takeState(double time, const RowSample& sample)
{
    const StateRun run{time, sample.row.has_value(), sample.row ? sample.row->state : TcpState::Close};
    if (m_states.empty() || m_states.back().present != run.present || m_states.back().state != run.state)
        m_states.push_back(run);
}

void TrackDigest::takeTimer(double time, const RowSample& sample, const Pages<PacketMark>& packets, Host end)
{
    const KernelTimer timer = sample.row ? sample.row->timer : KernelTimer::None;
    TimerTooth* const last = m_teeth.empty() ? nullptr : &m_teeth.back();
    const double expires = sample.row ? time + toSeconds(sample.row->timerLeft) : time;
    if (last && last->open && last->timer == timer) {
        const bool waitsForTheWheel = timer == KernelTimer::None || sample.row->timerLeft.count() == 0;
        if (waitsForTheWheel || std::abs(last->expires - expires) < kSameExpiry) {
            last->until = time;
            return;
        }
    }
    // Set between the last sample and this one: at the packet that went with it, else when the last one ran out.
    double armed = time;
    if (timer != KernelTimer::None) {
        const double earliest = std::max(m_lastRow, time - kSampleAge);
        const double fallback = last && last->expires > earliest && last->expires < time ? last->expires : time;
        armed = lastSent(packets, end, earliest, time, fallback);
    }
    if (last && last->open) {
        last->until = std::max(armed, last->armed);
        last->open = false;
    }
    m_teeth.push_back({armed, expires, time, timer, true});
}

void TrackDigest::takeQueues(double time, const RowSample& sample)
{
    const QueueStep step{time, sample.row ? static_cast<float>(sample.row->sendQueue) : 0.0F,
                         sample.row ? static_cast<float>(sample.row->receiveQueue) : 0.0F};
    if (m_queues.empty() || m_queues.back().sendQueue != step.sendQueue ||
        m_queues.back().receiveQueue != step.receiveQueue)
        m_queues.push_back(step);
}

/// Back to the last checkpoint before the packet that was put between.
void WireDigest::rewind(const Pages<PacketMark>& packets)
{
    while (!m_checkpoints.empty()) {
        const Checkpoint& point = m_checkpoints.back();
        if (point.taken <= packets.size() && packets[point.taken - 1].time == point.last)
            break;
        m_checkpoints.pop_back();
    }
    const Checkpoint from = m_checkpoints.empty() ? Checkpoint{} : m_checkpoints.back();
    m_numbers.resize(from.taken);
    m_last = from.last;
    m_counters = from.counters;
}

void WireDigest::extend(const Pages<PacketMark>& packets, std::size_t& room)
{
    // A packet of one side may be told a moment after a later one of the other side, and is then put between.
    if (packets.size() < m_numbers.size() || (!m_numbers.empty() && packets[m_numbers.size() - 1].time != m_last))
        rewind(packets);
    for (std::size_t index = m_numbers.size(); index < packets.size() && room > 0; ++index, --room) {
        const Packet& packet = packets[index].packet;
        const std::size_t from = slotOf(packet.from);
        std::uint16_t number = 0;
        if (packet.kind == PacketKind::Probe)
            number = next(m_counters.probes[from]);
        else if (packet.kind != PacketKind::Retransmission && packet.fate == PacketFate::Delivered && packet.kind != PacketKind::Syn &&
                 packet.kind != PacketKind::SynAck && !isNeighbourTalk(packet.kind)) // what comes from there ends the other end's row
            m_counters.probes[1 - from] = 0;
        m_numbers.push_back(number);
        m_last = packets[index].time;
        if (m_numbers.size() % kCheckpointEvery == 0)
            m_checkpoints.push_back({m_numbers.size(), m_last, m_counters});
    }
}

} // namespace halfopen
