// SPDX-License-Identifier: GPL-3.0-or-later
// What the ends of a heartbeat say to each other, and a Qt program to the agent.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace halfopen {

/// Every byte of a message says what it belongs to, so that questions, answers and other data may follow each other in
/// one stream, cut into segments in any way.
inline constexpr char kQuestionByte = '?';
inline constexpr char kAnswerByte = '!';
inline constexpr std::int64_t kHeartbeatBytes = 64; // of a question, and of its answer

/// A line among the events that a Qt program tells: it holds its socket no longer.
inline constexpr std::string_view kQtHasClosed = "closed\n";

/// Counts the messages of one kind in a stream.
class MessageCount final
{
public:
    explicit MessageCount(char byte) : m_byte(byte) {}

    /// How many were completed by these bytes.
    [[nodiscard]] std::int64_t add(std::span<const char> bytes)
    {
        m_begun += std::ranges::count(bytes, m_byte);
        const std::int64_t complete = m_begun / kHeartbeatBytes;
        m_begun %= kHeartbeatBytes;
        return complete;
    }

private:
    char m_byte;
    std::int64_t m_begun = 0; // bytes of a message that is still to be completed
};

} // namespace halfopen
