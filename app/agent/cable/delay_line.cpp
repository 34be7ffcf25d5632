// SPDX-License-Identifier: GPL-3.0-or-later
// Frames that are to be handed on later.
#include "agent/cable/delay_line.h"

#include <algorithm>

namespace halfopen {

namespace {

constexpr std::size_t kMostBytes = 64 * 1024 * 1024; // ten full windows (tcp_rmem) and more

} // namespace

bool DelayLine::put(RunTime due, std::span<const std::uint8_t> frame)
{
    if (m_bytes + frame.size() > kMostBytes)
        return false;
    if (!m_frames.empty())
        due = std::max(due, m_frames.back().due);
    m_frames.push_back({due, {frame.begin(), frame.end()}});
    m_bytes += frame.size();
    return true;
}

std::optional<RunTime> DelayLine::nextDue() const
{
    return m_frames.empty() ? std::nullopt : std::optional{m_frames.front().due};
}

std::vector<std::uint8_t> DelayLine::take(RunTime now)
{
    if (m_frames.empty() || m_frames.front().due > now)
        return {};
    std::vector<std::uint8_t> bytes = std::move(m_frames.front().bytes);
    m_frames.pop_front();
    m_bytes -= bytes.size();
    return bytes;
}

} // namespace halfopen
