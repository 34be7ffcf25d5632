// SPDX-License-Identifier: GPL-3.0-or-later
// One end's rows of /proc/net/tcp, boiled down to what the lanes draw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/timeline.h"

namespace halfopen {

/// The socket's state from `from` on. Absent: no row in the table.
struct StateRun final
{
    double from = 0; // s since hello, as all times here
    bool present = false;
    TcpState state = TcpState::Established;
};

/// A stretch during which one timer ran down once. Not a sample: several samples may tell of the same tooth.
struct TimerTooth final
{
    double armed = 0;   // when it was set, as far as rows and packets tell
    double expires = 0; // when it was asked to fire; the kernel's wheel fires it a little later
    double until = 0;   // end of the stretch: re-armed, stopped, or as far as is known
    KernelTimer timer = KernelTimer::None;
    bool open = false; // nothing later is known: it still runs

    [[nodiscard]] double left(double at) const { return at < expires ? expires - at : 0; }
};

struct QueueStep final
{
    double from = 0;
    float sendQueue = 0; // bytes
    float receiveQueue = 0;
};

/// Grows with the timeline: each row is looked at once, so that a frame costs what is visible, not what has happened.
class TrackDigest final
{
public:
    void clear();
    /// Takes in the rows that are new since the last call. `packets` tells more exactly than a sample when a timer was
    /// set again: at the packet that its end sent. Looks at `room` rows at most and takes what it has used off it: the
    /// rest is for the next call.
    void extend(const EndTrack& track, const Pages<PacketMark>& packets, Host end, std::size_t& room);

    [[nodiscard]] const std::vector<StateRun>& states() const { return m_states; }
    [[nodiscard]] const std::vector<TimerTooth>& teeth() const { return m_teeth; }
    [[nodiscard]] const std::vector<QueueStep>& queues() const { return m_queues; }

private:
    void takeState(double time, const RowSample& sample);
    void takeTimer(double time, const RowSample& sample, const Pages<PacketMark>& packets, Host end);
    void takeQueues(double time, const RowSample& sample);

    std::size_t m_rowsTaken = 0;
    double m_lastRow = -1; // s since hello; before the first row
    std::vector<StateRun> m_states;
    std::vector<TimerTooth> m_teeth;
    std::vector<QueueStep> m_queues;
};

/// Which probe in a row each packet of a pair is (from 1; 0 for other kinds). Parallel to the
/// packets.
class WireDigest final
{
public:
    void extend(const Pages<PacketMark>& packets, std::size_t& room);
    [[nodiscard]] const std::vector<std::uint16_t>& numbers() const { return m_numbers; }

private:
    struct Counters final
    {
        std::uint16_t probes[2] = {0, 0};
    };
    /// What was known when that many packets had been taken: from here it goes on where a packet came late.
    struct Checkpoint final
    {
        std::size_t taken = 0;
        RunTime last{0}; // time of the last of them
        Counters counters;
    };
    void rewind(const Pages<PacketMark>& packets);

    std::vector<std::uint16_t> m_numbers;
    RunTime m_last{0}; // time of the last packet taken
    Counters m_counters;
    std::vector<Checkpoint> m_checkpoints;
};

} // namespace halfopen
