// SPDX-License-Identifier: GPL-3.0-or-later
// Every frame of the cable in a file that Wireshark reads.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "agent/base/fd.h"
#include "agent/base/run_clock.h"
#include "core/experiment.h"
#include "core/packet.h"
#include "core/pcapng.h"
#include "core/result.h"

namespace halfopen {

class Lab;

/// A pcapng file with one interface a side. A packet is recorded once: on the side where it came in, before the router
/// touched it, or on the side on which the router sent what it made itself. A comment says what a fault did to it.
/// A disk that does not keep up costs packets of the file (counted), never of the cable.
class Capture final
{
public:
    /// A named pipe needs its reader there already. Fails with a sentence.
    [[nodiscard]] static Result<std::unique_ptr<Capture>> create(const std::string& path);
    ~Capture();
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;

    /// Writes the file's head and starts the writing thread: fork host processes before.
    /// Each pair's SYN says whose it is, and what its ends do.
    void begin(const Lab& lab, const RunClock& clock, std::string_view system, const Experiment& experiment);
    /// CLOCK_REALTIME - CLOCK_MONOTONIC, for the stamps that follow.
    void setOffset(RunTime offset) { m_offset = offset; }
    /// From the carrying thread.
    void add(RunTime time, Host side, std::span<const std::uint8_t> frame, pcapng::Way way, const Packet& packet);
    /// Writes what is left and closes the file. The number of packets that it lacks; fails where the disk did.
    [[nodiscard]] Result<std::int64_t> finish();

private:
    explicit Capture(Fd file) : m_file(std::move(file)) {}
    void write();

    Fd m_file;
    RunTime m_zero{0};
    RunTime m_offset{0};
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::vector<std::uint8_t> m_waiting;
    std::int64_t m_leftOut = 0;
    std::vector<std::string> m_pairs; // their names and what their ends do, in the file's words
    int m_error = 0; // errno of the disk
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace halfopen
