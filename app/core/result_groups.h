// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes of ends that are alike, taken together for a chart.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/kernel_profile.h"
#include "core/outcome.h"

namespace halfopen {

/// Smallest, middle and largest of some numbers.
struct Spread final
{
    double median = 0;
    double minimum = 0;
    double maximum = 0;
    bool operator==(const Spread&) const = default;
};

/// Empty where there are none.
[[nodiscard]] std::optional<Spread> spreadOf(std::vector<double> values);

/// From where to where the middle half of some numbers lies: a spread that one outlier does not move.
struct MiddleHalf final
{
    double from = 0; // first quartile
    double to = 0;   // third quartile
    bool operator==(const MiddleHalf&) const = default;
};

/// Quartiles by linear interpolation between ranks (R's type 7); empty below four numbers, where they say nothing.
[[nodiscard]] std::optional<MiddleHalf> middleHalfOf(std::vector<double> values);

/// One end of a group that has ended.
struct GroupMember final
{
    int pair = 0;
    double elapsedSeconds = 0;
    RunTime at{0}; // since hello
    bool operator==(const GroupMember&) const = default;
};

/// Ends with the same activity and options on the same side of a run. Not a row of the CSV: those are never folded.
struct ResultGroup final
{
    std::string name;  // of the pair, where the group is one end of one pair; else empty
    std::string label; // what they do: "recv 5/3/3", "send, retries2 5"
    int pair = 0;      // the first of them
    Host end = Host::Client;
    int ends = 0;
    int waiting = 0;       // no detection yet, or never
    bool predictedNever = false;
    bool livesOn = false;     // … because the connection does
    std::string neverBecause; // where predictedNever: "no timer is armed"
    bool asPredicted = true; // nothing that became of one of them contradicts its prediction; a flag is told apart
    int cutShort = 0;        // of those that wait: the run ended before their predicted time was over
    std::string flagged;     // reasons of the first that is flagged
    std::string flagWhy;     // the same in sentences, with what it means for the number
    Verdict verdict = Verdict::NotApplicable; // of the first that is not as predicted, else of the first
    std::string result;      // "recv ETIMEDOUT" of the first that ended
    DecidedBy decidedBy = DecidedBy::Nobody;
    std::optional<Spread> elapsedSeconds; // since the first fault
    std::optional<Spread> residualMs;     // measured − middle of the predicted interval
    std::optional<double> predictedFromSeconds; // hull over the group
    std::optional<double> predictedToSeconds;
    std::vector<GroupMember> members; // those that ended, in order of time
    std::optional<MiddleHalf> elapsedMiddle;
    std::optional<double> bandMs; // half the widest predicted interval: the residuals that the rules allow

    bool operator==(const ResultGroup&) const = default;
};

/// "7200/75/9": idle, interval and count of keepalive as set, else as the sysctls or the kernel's defaults have them.
[[nodiscard]] std::string keepaliveText(const KernelProfile& kernel, const SocketOptions& options);

/// What an end does and with which options, in a few words.
[[nodiscard]] std::string shortLabel(const Experiment& experiment, const Endpoint& endpoint);

/// Ends whose verdict is not-applicable are left out. In the order of the first of each group.
[[nodiscard]] std::vector<ResultGroup> groupOutcomes(const Experiment& experiment, const std::vector<Outcome>& outcomes);

/// Of a run: the labels name the fault that was made, also by hand.
[[nodiscard]] std::vector<ResultGroup> groupOutcomes(const Timeline& timeline, const std::vector<Outcome>& outcomes);

} // namespace halfopen
