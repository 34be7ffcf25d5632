// SPDX-License-Identifier: GPL-3.0-or-later
// Option sets that do not do what they seem to, and the experiment's formula in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/experiment.h"
#include "core/kernel_profile.h"
#include "core/prediction.h"

namespace halfopen {

/// One change that would make the option set do what was probably meant.
struct Correction final
{
    std::string text; // "Set it to 14 s instead"
    std::string key;  // an option's kernel name, "request_at_s" or "time_limit_s"
    double value = 0;
    bool operator==(const Correction&) const = default;
};

/// A hint, not an error: the experiment runs all the same.
struct OptionWarning final
{
    enum class Rule {
        CountIgnored,          // SO_KEEPALIVE with TCP_USER_TIMEOUT: the time decides, not TCP_KEEPCNT
        UserTimeoutOnIdle,     // TCP_USER_TIMEOUT alone arms no timer on an idle connection
        KeepaliveInFlight,     // unacknowledged data puts keepalive off
        KeepaliveOff,          // TCP_KEEP* without SO_KEEPALIVE
        MillisecondsAsSeconds, // thousands of seconds, probably meant as milliseconds
        SecondsAsMilliseconds, // a user timeout of a few milliseconds, probably meant as seconds
        CallTimeoutUnused,     // SO_RCVTIMEO or SO_SNDTIMEO on a call that it does not limit
        RequestTooEarly,       // a middlebox has not forgotten yet when the request comes
        BeyondTimeLimit,       // the run would end before the predicted failure
    };
    Rule rule = Rule::CountIgnored;
    int pair = 0;
    Host end = Host::Client;
    std::string text; // a sentence or two
    std::optional<Correction> correction;
    bool operator==(const OptionWarning&) const = default;
};

/// The kernel as the hosts of that experiment will have it: its own sysctls over those of the profile.
[[nodiscard]] KernelProfile kernelUnder(const Experiment& experiment, const KernelProfile& kernel);

/// In the order of the pairs, client first.
[[nodiscard]] std::vector<OptionWarning> warnings(const Experiment& experiment, const KernelProfile& kernel);

/// As above without those that the prediction refutes, plus the predictions that lie beyond the time limit: the same limit is
/// proposed for each, long enough for all.
[[nodiscard]] std::vector<OptionWarning> warnings(const Experiment& experiment, const KernelProfile& kernel,
                                                  const std::vector<Prediction>& predictions);

/// The experiment with the warning's correction made; unchanged where it has none.
[[nodiscard]] Experiment corrected(Experiment experiment, const OptionWarning& warning);

/// Why this end will never hear of anything, in a few words: no timer is armed, its timers find an answer, or the connection
/// lives on.
[[nodiscard]] std::string neverBecause(const Endpoint& endpoint, const Prediction& prediction);

/// The rule that decides as a sum: "5 s silence + 3 × 3 s probes − 1 s silent before the fault". Nominal values, without the
/// timer's rounding; a sum that counts from a retransmission names it as the prediction's schedule does.
[[nodiscard]] std::string formula(const Endpoint& endpoint, const KernelProfile& kernel, const Prediction& prediction);

/// Keepalive values of an end as the kernel will use them: its own, else the sysctl's.
struct KeepaliveInForce final
{
    bool on = false;
    int idleSeconds = 7200;
    int intervalSeconds = 75;
    int count = 9;
    int userTimeoutMs = 0;
    bool operator==(const KeepaliveInForce&) const = default;

    /// Unanswered probes that end the connection: the count, or with a user timeout the first expiry after it.
    [[nodiscard]] int probes() const;
};

[[nodiscard]] KeepaliveInForce keepaliveInForce(const SocketOptions& options, const KernelProfile& kernel);

} // namespace halfopen
