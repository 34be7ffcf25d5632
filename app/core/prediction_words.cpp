// SPDX-License-Identifier: GPL-3.0-or-later
// The reason of a prediction in one sentence.
#include "core/prediction_words.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "core/outcome_csv.h"
#include "core/timer_chain.h"
#include "core/words.h"

namespace halfopen {

namespace {

bool sendsData(Activity activity)
{
    return sendsInLoop(activity) || activity == Activity::Request || activity == Activity::Heartbeat;
}

std::string secondsText(double value)
{
    return fmt::format("{:g} s", value);
}

double userTimeoutSeconds(const EndModel& model, const Prediction& prediction)
{
    return model.userTimeoutMsAt(prediction.modes.empty() ? 0 : toSeconds(prediction.modes.front().at.earliest)) / 1000.0;
}

std::string errorText(const Prediction& prediction)
{
    return errnoName(prediction.modes.empty() ? ETIMEDOUT : prediction.modes.front().errorNumber);
}

/// Why data's death says more than that time is over.
std::string becauseOfIcmp(const EndModel& model, const Prediction& prediction)
{
    if (prediction.modes.empty() || prediction.modes.front().errorNumber == ETIMEDOUT)
        return {};
    const Interval at = prediction.modes.front().at;
    if (model.script().icmpBetween(0, toSeconds(at.latest)) == RouterAnswer::Silent)
        return std::string{" "} + words("core", "That errno is this host's own reason why it could not send; it is only remembered, and told at the end.");
    return std::string{" "} + words("core", "The router's ICMP error does not end the connection; it is only remembered, and becomes the errno at the end.");
}

/// What makes the sum of the times come out: they count from the last segment, the prediction from the fault.
std::string silenceBefore(const Prediction& prediction)
{
    const double silent = std::round(prediction.silentSeconds * 10) / 10;
    return silent > 0 ? ' ' + fmt::format(words("core", "Of that silence {} is over when the fault comes."), secondsText(silent)) : std::string{};
}

std::string keepaliveWords(const EndModel& model, const Prediction& prediction)
{
    return fmt::format(words("core", "After {} of silence the kernel sends a probe, then one every {}; when {} in a "
                                     "row are unanswered, {}() fails "
                                     "with ETIMEDOUT."),
                       secondsText(model.idleSeconds()), secondsText(model.intervalSeconds()), model.count(),
                       detectingCall(model.own().activity))
         + silenceBefore(prediction);
}

std::string keepaliveUserTimeoutWords(const EndModel& model, const Prediction& prediction)
{
    return fmt::format(words("core", "With TCP_USER_TIMEOUT the probe count is ignored: probes start after {} of "
                                     "silence, and the first expiry after "
                                     "{} without any answer ends the connection with ETIMEDOUT."),
                       secondsText(model.idleSeconds()), secondsText(userTimeoutSeconds(model, prediction)));
}

std::string retransmissionWords(const EndModel& model, const Prediction& prediction)
{
    const double limit = static_cast<double>(retransmissionLimitMs(model.retries2(), 120'000)) / 1000;
    const std::string rule =
        model.keepalive()
            ? fmt::format(words("core", "Data is in flight, so the retransmission timer rules and keepalive is put off: the pauses double until "
                                        "tcp_retries2 = {} (a limit of {} since {}) is passed, then {}."),
                          model.retries2(), secondsText(limit), countedFromText(prediction), errorText(prediction))
            : fmt::format(words("core", "Data is in flight, so the retransmission timer rules: the pauses double until tcp_retries2 = {} (a limit of {} "
                                        "since {}) is passed, then {}."),
                          model.retries2(), secondsText(limit), countedFromText(prediction), errorText(prediction));
    return rule + becauseOfIcmp(model, prediction);
}

std::string retransmissionUserTimeoutWords(const EndModel& model, const Prediction& prediction)
{
    return fmt::format(
        words("core",
              "Data is in flight: TCP_USER_TIMEOUT replaces tcp_retries2 and ends the connection {} after {}, with {}."),
        secondsText(userTimeoutSeconds(model, prediction)), countedFromText(prediction), errorText(prediction)) + becauseOfIcmp(model, prediction);
}

std::string windowWords(const EndModel& model)
{
    if (model.userTimeoutMs() > 0)
        return fmt::format(words("core", "Nobody reads at the peer, so its window closes: TCP_USER_TIMEOUT ends the "
                                         "connection {} after the first "
                                         "window probe, answered or not."),
                           secondsText(model.userTimeoutMs() / 1000.0));
    return fmt::format(words("core", "Nobody reads at the peer, so its window is closed: after {} unanswered window "
                                     "probes (tcp_retries2) the kernel "
                                     "gives up with ETIMEDOUT."),
                       model.retries2());
}

std::string unsentWords(const EndModel& model, const Prediction& prediction)
{
    if (prediction.decidedBy == DecidedBy::UserTimeout)
        return fmt::format(words("core", "The first segment cannot leave this host, so nothing is in flight: TCP_USER_TIMEOUT ends the connection {} "
                                         "after it was tried again first, with ETIMEDOUT."),
                           secondsText(userTimeoutSeconds(model, prediction)));
    const bool congested = model.script().ownHost(model.script().outages().front().from) == OwnHost::Congested;
    if (congested)
        return fmt::format(words("core", "This host's own queue drops the first segment and says so: the kernel tries again every 0.5 s, and after {} "
                                         "attempts (tcp_retries2) gives up with ETIMEDOUT."),
                           model.retries2());
    return fmt::format(words("core", "The first segment cannot leave this host, so nothing is in flight and no retransmission counts: it is tried again "
                                     "at doubling intervals, and after {} attempts (tcp_retries2) the kernel gives up with ETIMEDOUT."),
                       model.retries2());
}

std::string killedWords(const EndModel& model, bool reset, std::string_view call)
{
    if (reset)
        return fmt::format(words("core", "The peer's program is killed with data unread: its kernel sends a RST, and "
                                         "{}() fails at once or at its next "
                                         "call."),
                           call);
    if (sendsInLoop(model.own().activity))
        return words("core", "The peer's program is killed and its kernel sends a FIN: the next send() still succeeds "
                             "and provokes a RST, the one after "
                             "it fails with EPIPE.");
    return words("core", "The peer's program is killed: its kernel closes the socket with a FIN, and recv() returns 0 "
                         "within milliseconds.");
}

std::string goodbyeWords(const EndModel& model, const Prediction& prediction)
{
    const FaultScript& script = model.script();
    const std::string_view call = detectingCall(model.own().activity);
    const bool reset = prediction.decidedBy == DecidedBy::PeerRst;
    if (model.own().activity == Activity::Connect && reset)
        return words("core", "The SYN is answered with a RST: connect() fails with ECONNREFUSED.");
    if (model.own().activity == Activity::Close)
        return words("core", "A RST ends what is left of the closed socket.");
    if (model.peer().activity == Activity::Close)
        return words("core", "The peer's program closes its socket, and its kernel says so with a FIN, or with a RST where data is left unread.");
    if (script.peerKilled())
        return killedWords(model, reset, call);
    if (!script.aborts().empty())
        return fmt::format(words("core", "A RST arrives: {}() fails with ECONNRESET, at once or at its next call."), call);
    if (script.peerForgets())
        return fmt::format(words("core", "The peer's host has no memory of the connection: it answers the next segment with a RST, and {}() fails with "
                                         "ECONNRESET."),
                           call);
    const bool byRouter = !prediction.modes.empty() &&
                          script.answerTo(Segment::Data, toSeconds(prediction.modes.front().at.latest)).kind == Answer::Kind::Reset;
    if (byRouter)
        return fmt::format(words("core", "A middlebox answers the next segment with a RST, and {}() fails with ECONNRESET."), call);
    return fmt::format(words("core", "The peer's kernel gives up the connection first and says so with a RST: {}() fails with ECONNRESET."), call);
}

std::string localWords(const EndModel& model, const Prediction& prediction)
{
    const FaultScript& script = model.script();
    const std::string_view call = detectingCall(model.own().activity);
    if (model.own().activity == Activity::Close)
        return model.own().options.lingerSeconds == 0
                   ? words("core", "SO_LINGER 0 makes close() send a RST, and nothing is left of the socket.")
                   : words("core", "All that was sent is acknowledged: what is left of the closed socket goes after tcp_fin_timeout.");
    if (model.own().activity == Activity::Connect) {
        if (script.ownHost(0) == OwnHost::HasNoRoute)
            return words("core", "This host has no route to the peer: connect() fails at once with ENETUNREACH.");
        if (script.ownHost(0) == OwnHost::WaitsForNeighbour)
            return words("core", "Nobody answers for the next hop's address: after three requests, a second apart, connect() fails with EHOSTUNREACH.");
        return fmt::format(words("core", "A router answers the SYN with an ICMP error: connect() fails with {}, at once or when the SYN is sent again."),
                           errorText(prediction));
    }
    if (!script.aborts().empty())
        return fmt::format(words("core", "This host's kernel is told to end the connection (SOCK_DESTROY): {}() fails with ECONNABORTED, at once or at "
                                         "its next call."),
                           call);
    return fmt::format(words("core", "IP_RECVERR hands the router's ICMP error to the program: {}() fails with {}, though the connection lives on."), call,
                       errorText(prediction));
}

std::string synWords(const EndModel& model, const Prediction& prediction)
{
    if (prediction.decidedBy == DecidedBy::UserTimeout)
        return fmt::format(words("core", "Nobody answers the SYN: TCP_USER_TIMEOUT ends connect() with ETIMEDOUT, {} after it but not before it is sent "
                                         "again."),
                           secondsText(userTimeoutSeconds(model, prediction)));
    const double limit = static_cast<double>(retransmissionLimitMs(model.synRetries(), 120'000, 1000)) / 1000;
    return fmt::format(words("core", "Nobody answers the SYN. It is sent again after a second, {} more times a second apart (tcp_syn_linear_timeouts), then at "
                                     "doubling intervals; the first timer that expires {} after it (tcp_syn_retries), or after {} repetitions, "
                                     "makes connect() fail with {}."),
                       model.synLinearTimeouts(), secondsText(limit), model.synRetries() + model.synLinearTimeouts(), errorText(prediction));
}

std::string orphanWords(const EndModel& model, const Prediction& prediction)
{
    if (prediction.decidedBy == DecidedBy::UserTimeout)
        return fmt::format(words("core", "The program has closed its socket, but its last data is not acknowledged: TCP_USER_TIMEOUT of {} lives on and "
                                         "ends what is left."),
                           secondsText(userTimeoutSeconds(model, prediction)));
    const int retries = model.orphanRetries() == 0 ? 8 : model.orphanRetries();
    return fmt::format(words("core", "The program has closed its socket, but its last data is not acknowledged: the kernel goes on alone until "
                                     "tcp_orphan_retries = {} (a limit of {}; 0 means 8) is passed."),
                       model.orphanRetries(), secondsText(static_cast<double>(retransmissionLimitMs(retries, 120'000)) / 1000));
}

std::string callTimeoutWords(const EndModel& model)
{
    if (model.own().activity == Activity::Heartbeat)
        return fmt::format(words("core", "No answer comes within {} of a question: the program gives up by itself, while its kernel may still believe in "
                                         "the peer."),
                           secondsText(model.own().heartbeatTimeoutSeconds));
    if (model.own().activity == Activity::Connect)
        return fmt::format(words("core", "SO_SNDTIMEO ends connect() with EINPROGRESS after {}; the attempt goes on behind it."),
                           secondsText(model.own().options.sendTimeoutSeconds.value_or(0)));
    if (model.own().activity == Activity::Send)
        return fmt::format(words("core", "The send buffer fills, send() blocks and SO_SNDTIMEO ends the wait: first a "
                                         "short count, after another {} "
                                         "EAGAIN. It says nothing about the peer."),
                           secondsText(model.own().options.sendTimeoutSeconds.value_or(0)));
    return fmt::format(
        words("core", "SO_RCVTIMEO ends recv() with EAGAIN {} after the call began; it says nothing about the peer."),
        secondsText(model.own().options.receiveTimeoutSeconds.value_or(0)));
}

/// Of a connection that works on.
std::string livesOnWords(const EndModel& model, const Prediction& prediction)
{
    const FaultScript& script = model.script();
    if (prediction.afterlife == Afterlife::Healed)
        return model.keepalive() || sendsData(model.own().activity)
                   ? words("core", "The path is whole again before the kernel gives up: the connection survives.")
                   : words("core", "No timer is armed, so nobody missed anything: the path is whole again, and the connection lives on.");
    if (model.isKeptInMind())
        return words("core", "Something passes the NAT more often than it forgets: it keeps its entry, nothing is lost, and the connection lives on.");
    if (script.outages().empty() && script.probeOutages().empty() && !script.delays().empty())
        return words("core", "Packets come late, but they come: a late answer is an answer, so nothing times out.");
    return words("core", "What this fault takes from this end is sent again or never missed: the connection goes on.");
}

std::string neverWords(const EndModel& model, const Prediction& prediction)
{
    const FaultScript& script = model.script();
    if (!isDetector(model.own().activity))
        return words("core", "The program only holds the socket: nobody looks, so nobody can notice.");
    if (script.ownProgramGone())
        return words("core", "This end's own program is killed or stopped: it cannot notice anything.");
    if (script.empty())
        return words("core", "Nothing breaks: the connection goes on.");
    if (script.outages().empty() && script.peerFrozen())
        return words("core", "The peer's program is stopped, but its kernel goes on answering: probes and data are "
                             "acknowledged, so nothing ever times "
                             "out.");
    if (model.own().activity == Activity::Connect)
        return words("core", "The SYN is answered: connect() succeeds, and nothing ends the connection.");
    if (prediction.livesOn())
        return livesOnWords(model, prediction);
    if (model.keepalive() && !script.outages().empty() && script.ownHost(script.outages().front().from) == OwnHost::Congested)
        return words("core", "This host's own queue drops the probes, and a probe that could not be sent is not counted: keepalive never ends the "
                             "connection.");
    if (script.outages().empty() && script.probeOutages().empty())
        return words("core", "All that this end sends is acknowledged, so none of its timers runs out: it never learns what no longer reaches it.");
    if (model.keepalive())
        return words("core", "Nothing is in flight, and the peer's kernel answers the probes, so nothing times out: it goes on believing in the peer.");
    if (model.userTimeoutMs() > 0)
        return words("core", "Nothing is in flight and keepalive is off, so no timer is armed: TCP_USER_TIMEOUT alone "
                             "never looks at an idle connection.");
    return words("core", "Nothing is in flight and keepalive is off, so no timer is armed: the kernel will believe in "
                         "the peer for ever.");
}

} // namespace

std::string countedFromText(const Prediction& prediction)
{
    constexpr double kSame = 0.02; // seconds: less than that is one number
    const auto first = std::ranges::find_if(prediction.schedule, [](const ExpectedPacket& packet) {
        return packet.kind == PacketKind::Retransmission && !isLossProbe(packet);
    });
    if (first == prediction.schedule.end())
        return words("core", "the first probe or repetition");
    const double from = toSeconds(first->at.earliest);
    const double to = toSeconds(first->at.latest);
    const std::string at = to - from < kSame ? fmt::format("{:.2f}", (from + to) / 2) : fmt::format("{:.2f}–{:.2f}", from, to);
    return fmt::format(words("core", "retransmission {} at {} s"), first->number, at);
}

std::string explain(const EndModel& model, const Prediction& prediction)
{
    const Activity activity = model.own().activity;
    switch (prediction.decidedBy) {
    case DecidedBy::KeepaliveCount:
        return keepaliveWords(model, prediction);
    case DecidedBy::UserTimeout:
        if (activity == Activity::Connect)
            return synWords(model, prediction);
        if (activity == Activity::Close)
            return orphanWords(model, prediction);
        if (model.peerWindowCloses())
            return windowWords(model);
        if (model.firstSegmentStaysAtHome())
            return unsentWords(model, prediction);
        return sendsData(activity) ? retransmissionUserTimeoutWords(model, prediction) : keepaliveUserTimeoutWords(model, prediction);
    case DecidedBy::RetransmissionLimit:
        return retransmissionWords(model, prediction);
    case DecidedBy::WindowProbes:
        return model.firstSegmentStaysAtHome() ? unsentWords(model, prediction) : windowWords(model);
    case DecidedBy::CallTimeout:
        return callTimeoutWords(model);
    case DecidedBy::PeerRst:
    case DecidedBy::PeerFin:
        return goodbyeWords(model, prediction);
    case DecidedBy::SynRetries:
        return synWords(model, prediction);
    case DecidedBy::OrphanLimit:
        return orphanWords(model, prediction);
    case DecidedBy::Local:
        return localWords(model, prediction);
    case DecidedBy::Nobody:
        break;
    }
    return neverWords(model, prediction);
}

} // namespace halfopen
