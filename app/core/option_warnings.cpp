// SPDX-License-Identifier: GPL-3.0-or-later
// Option sets that do not do what they seem to, and the experiment's formula in words.
#include "core/option_warnings.h"

#include <algorithm>
#include <cmath>

#include "core/prediction_words.h"
#include "core/timer_chain.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr std::int64_t kUsualUserTimeoutSeconds = 30; // a first try for people who wait

// Shortest form with up to three decimals: 5, 0.5, 12.25.
std::string decimal(double value)
{
    auto text = fmt::format("{:.3f}", value);
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::string secondsOf(double value) { return decimal(value) + " s"; }

bool waitsForInput(Activity activity)
{
    switch (activity) {
    case Activity::Recv:
    case Activity::Select:
    case Activity::Poll:
    case Activity::Epoll:
        return true;
    case Activity::Hold:
    case Activity::Send:
    case Activity::Request:
    case Activity::NonblockingSend:
    case Activity::Heartbeat:
    case Activity::NoRead:
    case Activity::Close:
    case Activity::Connect:
    case Activity::Qt:
        break;
    }
    return false;
}

bool hasDataInFlight(Activity activity)
{
    return sendsInLoop(activity) || activity == Activity::Request || activity == Activity::Heartbeat ||
           activity == Activity::Close;
}

struct Place final
{
    const Endpoint& endpoint;
    const KernelProfile& kernel;
    int pair;
    Host end;
    std::vector<OptionWarning>& found;

    void add(OptionWarning::Rule rule, std::string text, std::optional<Correction> correction = std::nullopt) const
    {
        found.push_back({rule, pair, end, std::move(text), std::move(correction)});
    }
};

void warnOfCount(const Place& place)
{
    const auto in = keepaliveInForce(place.endpoint.options, place.kernel);
    if (!in.on || in.userTimeoutMs == 0 || hasDataInFlight(place.endpoint.activity) || in.probes() == in.count)
        return;
    const int probes = in.probes();
    const auto nominal = in.idleSeconds + static_cast<std::int64_t>(in.intervalSeconds) * in.count;
    const auto timeout = secondsOf(in.userTimeoutMs / 1000.0);
    const auto text =
        probes == 1
            ? fmt::format(
                  words("core",
                        "With a user timeout of {} the count of {} is ignored: one lost probe ends the connection."),
                  timeout, in.count)
            : fmt::format(
                  words("core",
                        "With a user timeout of {} the count of {} is ignored: {} lost probes end the connection."),
                  timeout, in.count, probes);
    std::optional<Correction> correction;
    if (nominal * 1000 <= 2'147'483'647) {
        correction = Correction{fmt::format(words("core", "Set it to {} s instead"), nominal), "TCP_USER_TIMEOUT",
                                static_cast<double>(nominal * 1000)};
    }
    place.add(OptionWarning::Rule::CountIgnored, text, correction);
}

void warnOfUserTimeout(const Place& place)
{
    const auto& options = place.endpoint.options;
    const int timeout = options.userTimeoutMs.value_or(0);
    if (timeout == 0)
        return;
    if (timeout < 100) {
        place.add(
            OptionWarning::Rule::SecondsAsMilliseconds,
            fmt::format(words("core", "TCP_USER_TIMEOUT counts milliseconds: {} is {}."), timeout,
                        secondsOf(timeout / 1000.0)),
            Correction{fmt::format(words("core", "Make it {} s"), timeout), "TCP_USER_TIMEOUT", timeout * 1000.0});
    }
    if (waitsForInput(place.endpoint.activity) && !options.keepAlive.value_or(false)) {
        place.add(
            OptionWarning::Rule::UserTimeoutOnIdle,
            words("core",
                  "A user timeout alone does nothing on an idle connection: no timer is armed that could look at it."),
            Correction{words("core", "Switch keepalive on"), "SO_KEEPALIVE", 1});
    }
}

void warnOfKeepalive(const Place& place)
{
    const auto& options = place.endpoint.options;
    const bool tuned = options.keepIdleSeconds || options.keepIntervalSeconds || options.keepCount;
    if (tuned && !options.keepAlive.value_or(false) && isDetector(place.endpoint.activity)) {
        place.add(OptionWarning::Rule::KeepaliveOff,
                  words("core", "The keepalive values have no effect while SO_KEEPALIVE is off."),
                  Correction{words("core", "Switch keepalive on"), "SO_KEEPALIVE", 1});
    }
    const auto in = keepaliveInForce(options, place.kernel);
    if (in.on && hasDataInFlight(place.endpoint.activity) && in.userTimeoutMs == 0) {
        // What keepalive promises, but never later than tcp_retries2 gives up without it.
        const auto promised = in.idleSeconds + static_cast<std::int64_t>(in.intervalSeconds) * in.count;
        const auto limit = retransmissionLimitMs(static_cast<int>(place.kernel.value("tcp_retries2")), options.rtoMaxMs.value_or(static_cast<int>(place.kernel.value("tcp_rto_max_ms"))));
        const auto nominal = promised * 1000 < limit ? promised : kUsualUserTimeoutSeconds;
        std::optional<Correction> correction;
        if (nominal * 1000 < limit) {
            correction = Correction{fmt::format(words("core", "Add a user timeout of {} s"), nominal),
                                    "TCP_USER_TIMEOUT", static_cast<double>(nominal * 1000)};
        }
        place.add(
            OptionWarning::Rule::KeepaliveInFlight,
            words(
                "core",
                "While data is unacknowledged keepalive is put off: the retransmission timer and tcp_retries2 decide."),
            correction);
    }
}

void warnOfUnits(const Place& place)
{
    const auto& options = place.endpoint.options;
    const auto check = [&](std::optional<int> value, const char* option) {
        if (value && *value >= 1000 && *value % 1000 == 0) {
            place.add(
                OptionWarning::Rule::MillisecondsAsSeconds,
                fmt::format(words("core", "{} counts seconds: {} is {:.1f} hours."), option, *value, *value / 3600.0),
                Correction{fmt::format(words("core", "Make it {} s"), *value / 1000), option, *value / 1000.0});
        }
    };
    check(options.keepIdleSeconds, "TCP_KEEPIDLE");
    check(options.keepIntervalSeconds, "TCP_KEEPINTVL");
}

void warnOfCallTimeouts(const Place& place)
{
    const auto& options = place.endpoint.options;
    const auto activity = place.endpoint.activity;
    const bool receives = activity == Activity::Recv || activity == Activity::Request;
    const bool sends = activity == Activity::Send || activity == Activity::Request || activity == Activity::Connect;
    if (options.receiveTimeoutSeconds.value_or(0) > 0 && !receives && isDetector(activity)) {
        place.add(OptionWarning::Rule::CallTimeoutUnused,
                  fmt::format(words("core", "SO_RCVTIMEO does not limit {}()."), detectingCall(activity)),
                  Correction{words("core", "Switch it off"), "SO_RCVTIMEO", 0});
    }
    if (options.sendTimeoutSeconds.value_or(0) > 0 && !sends && isDetector(activity)) {
        place.add(OptionWarning::Rule::CallTimeoutUnused,
                  fmt::format(words("core", "SO_SNDTIMEO does not limit {}()."), detectingCall(activity)),
                  Correction{words("core", "Switch it off"), "SO_SNDTIMEO", 0});
    }
}

/// Among several pairs it matters which one: the limit is that of the whole run.
std::string tooShortText(const Experiment& experiment, int pair)
{
    const auto limit = secondsOf(experiment.timeLimitSeconds);
    const auto index = static_cast<std::size_t>(pair);
    if (experiment.pairs.size() < 2 || index >= experiment.pairs.size() || experiment.pairs[index].name.empty())
        return fmt::format(words("core", "The run ends at {}, before the predicted failure."), limit);
    return fmt::format(words("core", "The run ends at {}, before the predicted failure of “{}”."), limit, experiment.pairs[index].name);
}

/// What the options alone suggest may be otherwise with this fault: the prediction knows.
bool isRefuted(const OptionWarning& warning, const Prediction* prediction)
{
    if (prediction == nullptr)
        return false;
    const auto by = prediction->decidedBy;
    if (warning.rule == OptionWarning::Rule::KeepaliveInFlight)
        return by != DecidedBy::RetransmissionLimit && by != DecidedBy::WindowProbes && by != DecidedBy::OrphanLimit;
    return warning.rule == OptionWarning::Rule::UserTimeoutOnIdle && by == DecidedBy::UserTimeout;
}

/// The request of an end passes the NAT and its answer comes back, for all that it forgets the connection afterwards.
void warnOfEarlyRequest(const Experiment& experiment, const Prediction& prediction, std::vector<OptionWarning>& found)
{
    const auto& endpoint = experiment.pairs[static_cast<std::size_t>(prediction.pair)].end(prediction.end);
    const auto forgets = std::ranges::find(experiment.faults, FaultKind::NatForget, &Fault::kind);
    const bool passes = prediction.applicable && prediction.never() && !prediction.livesOn();
    if (endpoint.activity != Activity::Request || !passes || forgets == experiment.faults.end() || endpoint.requestAtSeconds > forgets->idleSeconds)
        return;
    const double later = std::floor(forgets->idleSeconds) + 2;
    found.push_back({OptionWarning::Rule::RequestTooEarly, prediction.pair, prediction.end,
                     fmt::format(words("core", "The request passes {} after the fault, before the NAT has forgotten: that takes {} without a packet."),
                                 secondsOf(endpoint.requestAtSeconds), secondsOf(forgets->idleSeconds)),
                     Correction{fmt::format(words("core", "Send it after {} s"), decimal(later)), "request_at_s", later}});
}

// Probes in words for both keepalive endings.
std::string keepaliveFormula(const KeepaliveInForce& in, const Prediction& prediction)
{
    const double silent = std::round(prediction.silentSeconds * 10) / 10;
    if (silent <= 0)
        return fmt::format(words("core", "{} s silence + {} × {} s probes"), in.idleSeconds, in.probes(), in.intervalSeconds);
    return fmt::format(words("core", "{} s silence + {} × {} s probes − {:g} s silent before the fault"), in.idleSeconds, in.probes(), in.intervalSeconds, silent);
}

} // namespace

int KeepaliveInForce::probes() const
{
    if (userTimeoutMs == 0)
        return count;
    const std::int64_t rest = userTimeoutMs - idleSeconds * std::int64_t{1000};
    const std::int64_t step = intervalSeconds * std::int64_t{1000};
    return rest <= 0 ? 1 : static_cast<int>(std::max<std::int64_t>(1, (rest + step - 1) / step));
}

KeepaliveInForce keepaliveInForce(const SocketOptions& options, const KernelProfile& kernel)
{
    KeepaliveInForce in;
    in.on = options.keepAlive.value_or(false);
    in.idleSeconds = options.keepIdleSeconds.value_or(static_cast<int>(kernel.value("tcp_keepalive_time")));
    in.intervalSeconds = options.keepIntervalSeconds.value_or(static_cast<int>(kernel.value("tcp_keepalive_intvl")));
    in.count = options.keepCount.value_or(static_cast<int>(kernel.value("tcp_keepalive_probes")));
    in.userTimeoutMs = options.userTimeoutMs.value_or(0);
    return in;
}

KernelProfile kernelUnder(const Experiment& experiment, const KernelProfile& kernel)
{
    auto merged = kernel;
    for (const auto& [sysctl, value] : experiment.sysctl)
        merged.sysctl.insert_or_assign(sysctl, value);
    return merged;
}

std::vector<OptionWarning> warnings(const Experiment& experiment, const KernelProfile& kernel)
{
    const auto merged = kernelUnder(experiment, kernel);
    std::vector<OptionWarning> found;
    for (std::size_t index = 0; index < experiment.pairs.size(); ++index) {
        for (const Host end : {Host::Client, Host::Server}) {
            const Place place{experiment.pairs[index].end(end), merged, static_cast<int>(index), end, found};
            warnOfCount(place);
            warnOfUserTimeout(place);
            warnOfKeepalive(place);
            warnOfUnits(place);
            warnOfCallTimeouts(place);
        }
    }
    return found;
}

std::vector<OptionWarning> warnings(const Experiment& experiment, const KernelProfile& kernel,
                                    const std::vector<Prediction>& predictions)
{
    auto found = warnings(experiment, kernel);
    std::erase_if(found, [&](const OptionWarning& warning) { return isRefuted(warning, findPrediction(predictions, warning.pair, warning.end)); });
    for (const auto& prediction : predictions) {
        if (static_cast<std::size_t>(prediction.pair) < experiment.pairs.size())
            warnOfEarlyRequest(experiment, prediction, found);
    }
    const double origin = firstFaultSeconds(experiment).value_or(0);
    const auto latestOf = [&](const Prediction& prediction) {
        return prediction.applicable && !prediction.never() ? origin + toSeconds(prediction.hull().latest) : 0.0;
    };
    double longest = 0; // one limit for all pairs, else the next one would stand there after the correction of the first
    for (const auto& prediction : predictions)
        longest = std::max(longest, latestOf(prediction));
    const double limit = std::min(kMaxTimeLimitSeconds, std::ceil(longest) + 5);
    for (const auto& prediction : predictions) {
        const double latest = latestOf(prediction);
        if (latest <= experiment.timeLimitSeconds)
            continue;
        std::optional<Correction> correction;
        if (limit >= latest)
            correction = Correction{fmt::format(words("core", "Set the time limit to {} s"), decimal(limit)),
                                    "time_limit_s", limit};
        found.push_back({OptionWarning::Rule::BeyondTimeLimit, prediction.pair, prediction.end, tooShortText(experiment, prediction.pair), correction});
    }
    return found;
}

Experiment corrected(Experiment experiment, const OptionWarning& warning)
{
    if (!warning.correction)
        return experiment;
    if (warning.correction->key == "time_limit_s") {
        experiment.timeLimitSeconds = warning.correction->value;
    } else if (warning.pair >= 0 && static_cast<std::size_t>(warning.pair) < experiment.pairs.size()) {
        auto& endpoint = experiment.pairs[static_cast<std::size_t>(warning.pair)].end(warning.end);
        if (warning.correction->key == "request_at_s")
            endpoint.requestAtSeconds = warning.correction->value;
        else
            setOptionValue(endpoint.options, warning.correction->key, warning.correction->value);
    }
    return experiment;
}

std::string neverBecause(const Endpoint& endpoint, const Prediction& prediction)
{
    if (!isDetector(endpoint.activity))
        return words("core", "nobody looks");
    if (prediction.livesOn())
        return prediction.afterlife == Afterlife::Healed ? words("core", "the way is whole again in time") : words("core", "nothing is lost for good");
    if (hasDataInFlight(endpoint.activity))
        return words("core", "what is sent is acknowledged");
    return endpoint.options.keepAlive.value_or(false) ? words("core", "the probes are answered")
                                                      : words("core", "no timer is armed");
}

std::string formula(const Endpoint& endpoint, const KernelProfile& kernel, const Prediction& prediction)
{
    const auto in = keepaliveInForce(endpoint.options, kernel);
    switch (prediction.decidedBy) {
    case DecidedBy::Nobody:
        return neverBecause(endpoint, prediction);
    case DecidedBy::KeepaliveCount:
        return keepaliveFormula(in, prediction);
    case DecidedBy::UserTimeout:
        if (in.on && !hasDataInFlight(endpoint.activity))
            return fmt::format(words("core", "{}, the first after the user timeout of {}"), keepaliveFormula(in, prediction),
                               secondsOf(in.userTimeoutMs / 1000.0));
        if (endpoint.activity == Activity::Connect)
            return fmt::format(words("core", "SYN + {} user timeout"), secondsOf(in.userTimeoutMs / 1000.0));
        return fmt::format(words("core", "{} + {} user timeout"), countedFromText(prediction), secondsOf(in.userTimeoutMs / 1000.0));
    case DecidedBy::RetransmissionLimit:
        return fmt::format(words("core", "retransmissions at doubling intervals, tcp_retries2 = {}"),
                           kernel.value("tcp_retries2"));
    case DecidedBy::WindowProbes:
        return fmt::format(words("core", "window probes at growing intervals, tcp_retries2 = {}"),
                           kernel.value("tcp_retries2"));
    case DecidedBy::CallTimeout:
        if (endpoint.activity == Activity::Heartbeat)
            return fmt::format(words("core", "{} without an answer: the program's own limit"), secondsOf(endpoint.heartbeatTimeoutSeconds));
        if (endpoint.activity == Activity::Send || endpoint.activity == Activity::Connect)
            return fmt::format(words("core", "{} SO_SNDTIMEO of the call"),
                               secondsOf(endpoint.options.sendTimeoutSeconds.value_or(0)));
        return fmt::format(words("core", "{} SO_RCVTIMEO of the call"),
                           secondsOf(endpoint.options.receiveTimeoutSeconds.value_or(0)));
    case DecidedBy::PeerRst:
        return words("core", "the peer's kernel answers with RST");
    case DecidedBy::PeerFin:
        return words("core", "the dead program's kernel sends FIN at once");
    case DecidedBy::SynRetries:
        return fmt::format(words("core", "the SYN again and again, tcp_syn_retries = {}"),
                           endpoint.options.synCount.value_or(static_cast<int>(kernel.value("tcp_syn_retries"))));
    case DecidedBy::OrphanLimit:
        return fmt::format(words("core", "retransmissions after close(), tcp_orphan_retries = {}"), kernel.value("tcp_orphan_retries"));
    case DecidedBy::Local:
        break;
    }
    return words("core", "this host's own kernel reports it");
}

} // namespace halfopen
