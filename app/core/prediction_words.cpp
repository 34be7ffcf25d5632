// SPDX-License-Identifier: GPL-3.0-or-later
// The reason of a prediction in one sentence.
#include "core/prediction_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/timer_chain.h"
#include "core/words.h"

namespace halfopen {

namespace {

std::string secondsText(double value)
{
    return fmt::format("{:g} s", value);
}

std::string keepaliveWords(const EndModel& model)
{
    return fmt::format(words("core", "After {} of silence the kernel sends a probe, then one every {}; when {} in a "
                                     "row are unanswered, {}() fails "
                                     "with ETIMEDOUT."),
                       secondsText(model.idleSeconds()), secondsText(model.intervalSeconds()), model.count(),
                       detectingCall(model.own().activity));
}

std::string keepaliveUserTimeoutWords(const EndModel& model)
{
    return fmt::format(words("core", "With TCP_USER_TIMEOUT the probe count is ignored: probes start after {} of "
                                     "silence, and the first expiry after "
                                     "{} without any answer ends the connection with ETIMEDOUT."),
                       secondsText(model.idleSeconds()), secondsText(model.userTimeoutMs() / 1000.0));
}

std::string retransmissionWords(const EndModel& model)
{
    const double limit = static_cast<double>(retransmissionLimitMs(model.retries2(), 120'000)) / 1000;
    return fmt::format(
        words("core",
              "Data is in flight, so the retransmission timer rules and keepalive is put off: the pauses double until "
              "tcp_retries2 = {} (a limit of {} since the first retransmission) is passed, then ETIMEDOUT."),
        model.retries2(), secondsText(limit));
}

std::string retransmissionUserTimeoutWords(const EndModel& model)
{
    return fmt::format(
        words("core",
              "Data is in flight: TCP_USER_TIMEOUT replaces tcp_retries2 and ends the connection {} after the first "
              "retransmission, with ETIMEDOUT."),
        secondsText(model.userTimeoutMs() / 1000.0));
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

std::string goodbyeWords(const EndModel& model, const Prediction& prediction)
{
    const bool reset = prediction.decidedBy == DecidedBy::PeerRst;
    const std::string call{detectingCall(model.own().activity)};
    if (reset)
        return fmt::format(words("core", "The peer's program is killed with data unread: its kernel sends a RST, and "
                                         "{}() fails at once or at its next "
                                         "call."),
                           call);
    if (model.own().activity == Activity::Send)
        return words("core", "The peer's program is killed and its kernel sends a FIN: the next send() still succeeds "
                             "and provokes a RST, the one after "
                             "it fails with EPIPE.");
    return words("core", "The peer's program is killed: its kernel closes the socket with a FIN, and recv() returns 0 "
                         "within milliseconds.");
}

std::string callTimeoutWords(const EndModel& model)
{
    if (model.own().activity == Activity::Send)
        return fmt::format(words("core", "The send buffer fills, send() blocks and SO_SNDTIMEO ends the wait: first a "
                                         "short count, after another {} "
                                         "EAGAIN. It says nothing about the peer."),
                           secondsText(model.own().options.sendTimeoutSeconds.value_or(0)));
    return fmt::format(
        words("core", "SO_RCVTIMEO ends recv() with EAGAIN {} after the call began; it says nothing about the peer."),
        secondsText(model.own().options.receiveTimeoutSeconds.value_or(0)));
}

std::string neverWords(const EndModel& model)
{
    const FaultScript& script = model.script();
    if (model.own().activity == Activity::Hold)
        return words("core", "The program only holds the socket: nobody looks, so nobody can notice.");
    if (script.ownProgramGone())
        return words("core", "This end's own program is killed or stopped: it cannot notice anything.");
    if (script.empty())
        return words("core", "Nothing breaks: the connection goes on.");
    if (script.outages().empty() && script.peerFrozen())
        return words("core", "The peer's program is stopped, but its kernel goes on answering: probes and data are "
                             "acknowledged, so nothing ever times "
                             "out.");
    const bool healed = !script.outages().empty() && script.outages().back().to != FaultScript::kForever;
    if (healed &&
        (model.keepalive() || model.own().activity == Activity::Send || model.own().activity == Activity::Request))
        return words("core", "The path is whole again before the kernel gives up: the connection survives.");
    if (model.userTimeoutMs() > 0)
        return words("core", "Nothing is in flight and keepalive is off, so no timer is armed: TCP_USER_TIMEOUT alone "
                             "never looks at an idle connection.");
    return words("core", "Nothing is in flight and keepalive is off, so no timer is armed: the kernel will believe in "
                         "the peer for ever.");
}

} // namespace

std::string explain(const EndModel& model, const Prediction& prediction)
{
    switch (prediction.decidedBy) {
    case DecidedBy::KeepaliveCount:
        return keepaliveWords(model);
    case DecidedBy::UserTimeout:
        if (model.peerWindowCloses())
            return windowWords(model);
        return model.own().activity == Activity::Send || model.own().activity == Activity::Request
                   ? retransmissionUserTimeoutWords(model)
                   : keepaliveUserTimeoutWords(model);
    case DecidedBy::RetransmissionLimit:
        return retransmissionWords(model);
    case DecidedBy::WindowProbes:
        return windowWords(model);
    case DecidedBy::CallTimeout:
        return callTimeoutWords(model);
    case DecidedBy::PeerRst:
    case DecidedBy::PeerFin:
        return goodbyeWords(model, prediction);
    case DecidedBy::Nobody:
    case DecidedBy::SynRetries:
    case DecidedBy::OrphanLimit:
    case DecidedBy::Local:
        break;
    }
    return neverWords(model);
}

} // namespace halfopen
