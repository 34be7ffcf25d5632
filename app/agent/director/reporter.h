// SPDX-License-Identifier: GPL-3.0-or-later
// The agent's voice: event lines on standard output.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "agent/base/run_clock.h"
#include "core/event.h"

namespace halfopen {

/// Writes lines without ever waiting for a slow reader, except where more facts than `kMaxWaitingBytes` pile up.
/// Facts are never lost; samples are left out while many lines wait, and then counted.
class Reporter final
{
public:
    /// `descriptor` stays the caller's. A pipe is made non-blocking.
    Reporter(int descriptor, const RunClock& clock);

    void fact(const Event& event) { factLines(writeLine(event)); }
    void fact(EventBody body) { fact(Event{m_clock.now(), std::move(body)}); }
    /// Lines that are written already, each with its line feed.
    void factLines(std::string_view lines);
    /// False if it was left out because the reader does not keep up.
    bool sample(const Event& event);

    /// False while the reader is so far behind that samples are not worth taking. Counts one left out.
    [[nodiscard]] bool wantsSamples();
    [[nodiscard]] bool hasWaiting() const { return !m_waiting.empty(); }
    /// Nobody reads any more (EPIPE): everything further is thrown away.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// Writes what fits now.
    void writeSome();
    /// Waits until everything is written, as long as the reader takes something within that time.
    void writeAll(RunTime atMost);

private:
    [[nodiscard]] static std::string writeLine(const Event& event);
    void tellSkipped();

    int m_descriptor;
    const RunClock& m_clock;
    std::deque<std::string> m_waiting; // chunks of whole lines; the first one may be written in part
    std::size_t m_written = 0;         // of the first chunk
    std::size_t m_waitingBytes = 0;
    std::int64_t m_skipped = 0;
    bool m_broken = false;
};

} // namespace halfopen
