// SPDX-License-Identifier: GPL-3.0-or-later
// The agent's voice: event lines on standard output.
#include "agent/director/reporter.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "core/event_codec.h"

namespace halfopen {

namespace {

constexpr std::size_t kMaxWaitingForSamples =
    8 * 1024 * 1024;                                       // beyond this the reader is behind and samples are left out
constexpr std::size_t kMaxWaitingBytes = 64 * 1024 * 1024; // beyond this the run waits for its reader
constexpr std::size_t kChunkBytes = 64 * 1024;             // a pipe's capacity, pipe(7)

} // namespace

Reporter::Reporter(int descriptor, const RunClock& clock) : m_descriptor(descriptor), m_clock(clock)
{
    struct stat status
    {};
    if (::fstat(descriptor, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode)))
        ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

std::string Reporter::writeLine(const Event& event)
{
    std::string line = writeEvent(event);
    line += '\n';
    return line;
}

void Reporter::factLines(std::string_view lines)
{
    if (m_broken || lines.empty())
        return;
    if (m_waiting.empty() || m_waiting.back().size() + lines.size() > kChunkBytes)
        m_waiting.emplace_back();
    m_waiting.back() += lines;
    m_waitingBytes += lines.size();
    if (m_waitingBytes > kMaxWaitingBytes)
        writeAll(RunTime::max());
}

bool Reporter::wantsSamples()
{
    if (m_waitingBytes <= kMaxWaitingForSamples)
        return true;
    ++m_skipped;
    return false;
}

bool Reporter::sample(const Event& event)
{
    if (!wantsSamples())
        return false;
    tellSkipped();
    factLines(writeLine(event));
    return true;
}

void Reporter::tellSkipped()
{
    if (m_skipped == 0)
        return;
    const std::int64_t skipped = std::exchange(m_skipped, 0);
    fact(SkippedEvent{skipped});
}

void Reporter::writeSome()
{
    while (!m_waiting.empty()) {
        const std::string& chunk = m_waiting.front();
        const ssize_t written = ::write(m_descriptor, chunk.data() + m_written, chunk.size() - m_written);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            if (errno == EAGAIN)
                return;
            m_broken = true;
            m_waiting.clear();
            m_waitingBytes = 0;
            return;
        }
        m_written += static_cast<std::size_t>(written);
        m_waitingBytes -= static_cast<std::size_t>(written);
        if (m_written == chunk.size()) {
            m_waiting.pop_front();
            m_written = 0;
        }
    }
}

void Reporter::writeAll(RunTime atMost)
{
    RunTime start = m_clock.now();
    tellSkipped();
    writeSome();
    for (std::size_t before = m_waitingBytes; !m_waiting.empty(); before = m_waitingBytes) {
        const RunTime gone = m_clock.now() - start;
        if (gone >= atMost)
            return;
        const std::int64_t left = std::chrono::ceil<std::chrono::milliseconds>(atMost - gone).count();
        pollfd wait{m_descriptor, POLLOUT, 0};
        ::poll(&wait, 1, static_cast<int>(std::min<std::int64_t>(left, 1000)));
        writeSome();
        if (m_waitingBytes != before)
            start = m_clock.now();
    }
}

} // namespace halfopen
