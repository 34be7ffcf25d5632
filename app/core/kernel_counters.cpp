// SPDX-License-Identifier: GPL-3.0-or-later
// The counters of a host's kernel that tell who decided.
#include "core/kernel_counters.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr std::array<std::string_view, 29> kTold{
    "TCPKeepAlive",          // keepalive probes
    "TCPTimeouts",           // retransmission, probe0 and SYN timers that found something to do
    "TCPAbortOnTimeout",     // sockets that a timer gave up
    "TCPAbortOnData",        // closed with data unread, or data came after the close
    "TCPAbortOnClose",
    "TCPAbortOnLinger",
    "TCPAbortOnMemory",
    "TCPAbortFailed",
    "TCPLossProbes",
    "TCPLossProbeRecovery",
    "TCPWinProbe",
    "TCPSynRetrans",
    "TCPRetransFail",
    "TCPSpuriousRTOs",
    "TCPSpuriousRtxHostQueues",
    "TCPFromZeroWindowAdv",
    "TCPToZeroWindowAdv",
    "TCPWantZeroWindowAdv",
    "TCPMinTTLDrop",
    "TCPBacklogDrop",
    "TCPRcvQDrop",
    "TCPZeroWindowDrop",
    "TCPChallengeACK",
    "OutOfWindowIcmps",
    "LockDroppedIcmps",
    "OutRsts",
    "RetransSegs",
    "EstabResets",
    "OutNoRoutes",
};
constexpr std::array<std::string_view, 2> kAlwaysShown{"TCPKeepAlive", "TCPTimeouts"};

std::string_view takeLine(std::string_view& text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

std::string_view takeWord(std::string_view& line)
{
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

} // namespace

std::span<const std::string_view> toldCounters() { return kTold; }

void addCounters(std::string_view text, KernelCounters& counters)
{
    while (!text.empty()) {
        std::string_view names = takeLine(text);
        std::string_view numbers = takeLine(text);
        if (takeWord(names) != takeWord(numbers))
            continue;
        for (std::string_view name = takeWord(names); !name.empty(); name = takeWord(names)) {
            const std::string_view number = takeWord(numbers);
            std::int64_t value = 0;
            const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
            const bool whole = read.ec == std::errc{} && read.ptr == number.data() + number.size() && !number.empty();
            if (whole && std::ranges::find(kTold, name) != kTold.end())
                counters[std::string{name}] = value;
        }
    }
}

KernelCounters countedBetween(const KernelCounters& before, const KernelCounters& after)
{
    KernelCounters counted;
    for (const auto& [name, value] : after) {
        const auto known = before.find(name);
        if (known == before.end())
            continue;
        // What was read may be anything: the difference is taken where it cannot overflow.
        const auto difference =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(known->second));
        if (difference != 0 || std::ranges::find(kAlwaysShown, name) != kAlwaysShown.end())
            counted[name] = difference;
    }
    return counted;
}

std::string counterText(const KernelCounters& counted)
{
    std::string text;
    for (const auto& [name, value] : counted)
        text += fmt::format("{}{} {:+}", text.empty() ? "" : ", ", name, value);
    return text;
}

} // namespace halfopen
