// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the call that told of the end and holds it against the prediction.
#include "core/outcome.h"

#include <algorithm>
#include <cerrno>

#include "core/words.h"

namespace halfopen {

namespace {

/// Packet stamps come from another clock and are converted: measured off by at most 12 µs.
constexpr RunTime kStampError = std::chrono::microseconds{20};
/// How far before the wake-up its packet is looked for on a busy machine.
constexpr RunTime kWakeUpSearch = std::chrono::milliseconds{500};
/// And how far after: the program may wake on one processor before another has carried the packet to the router.
constexpr RunTime kCarrySearch = std::chrono::milliseconds{50};

bool isWakeUp(const CallSpan& span) { return span.call == "select" || span.call == "poll" || span.call == "epoll_wait"; }

/// The wake-up that this recv() followed, or nullptr. Bursts of quick calls may stand between the two.
const CallSpan* wakeUpBefore(const std::vector<CallSpan>& calls, std::size_t index)
{
    if (calls[index].call != "recv")
        return nullptr;
    while (index-- > 0) {
        const CallSpan& span = calls[index];
        if (isWakeUp(span))
            return span.ended ? &span : nullptr;
        if (span.call != "recv")
            return nullptr;
    }
    return nullptr;
}

/// Whether this return ends the activity (recv's 0 is the peer's FIN; any errno but an interruption).
bool tellsOfTheEnd(const CallSpan& span, bool afterWakeUp)
{
    if (!span.ended || span.count > 1)
        return false;
    if (span.result < 0)
        return span.errorNumber != EINTR && !(afterWakeUp && span.errorNumber == EAGAIN);
    return span.result == 0 && span.bytes == 0 && span.call == "recv"; // a burst of one call has bytes but no result
}

/// The packet that woke the program: its own kernel's final RST, or the peer's FIN or RST.
std::optional<RunTime> finalPacket(const PairTrack& track, Host end, RunTime at)
{
    std::optional<RunTime> found;
    const auto from = std::ranges::lower_bound(track.packets, at - kWakeUpSearch, {}, &PacketMark::time);
    for (auto mark = from; mark != track.packets.end() && mark->time <= at + kCarrySearch; ++mark) {
        const bool ownReset = mark->packet.from == end && mark->packet.kind == PacketKind::Rst;
        const bool peerEnds = mark->packet.from != end && mark->packet.fate == PacketFate::Delivered &&
                              (mark->packet.kind == PacketKind::Rst || mark->packet.kind == PacketKind::Fin);
        const bool isCloser = !found || std::chrono::abs(mark->time - at) < std::chrono::abs(*found - at);
        if ((ownReset || peerEnds) && isCloser)
            found = mark->time;
    }
    return found;
}

RunTime errorBound(const Timeline& timeline, const PairTrack& track, Host end, RunTime at)
{
    RunTime bound = kStampError;
    const auto origin = timeline.origin();
    for (const FaultSpan& fault : timeline.faults()) {
        if (origin && fault.applied == *origin)
            bound += fault.took;
    }
    if (const auto packet = finalPacket(track, end, at))
        bound += std::chrono::abs(at - *packet);
    return bound;
}

bool isInside(const PredictionMode& mode, RunTime elapsed)
{
    return elapsed >= mode.at.earliest - kToleranceEarly && elapsed <= mode.at.latest + kToleranceLate;
}

Verdict verdictOf(const Prediction& prediction, const std::optional<Detection>& detection)
{
    if (!prediction.applicable)
        return Verdict::NotApplicable;
    if (!detection)
        return prediction.never() || prediction.mayBeNever ? Verdict::NeverAsPredicted : Verdict::Missing;
    if (prediction.never())
        return Verdict::Unexpected;
    const auto sameAnswer = [&](const PredictionMode& mode) {
        return mode.result == detection->result && mode.errorNumber == detection->errorNumber;
    };
    const auto inTime = [&](const PredictionMode& mode) { return isInside(mode, detection->elapsed); };
    if (std::ranges::any_of(prediction.modes, [&](const auto& mode) { return sameAnswer(mode) && inTime(mode); }))
        return Verdict::Inside;
    if (std::ranges::any_of(prediction.modes, inTime) || std::ranges::none_of(prediction.modes, sameAnswer))
        return Verdict::WrongErrno;
    const bool tooLateForAll =
        std::ranges::all_of(prediction.modes, [&](const auto& mode) { return detection->elapsed > mode.at.latest; });
    return tooLateForAll ? Verdict::Late : Verdict::Early;
}

/// Sampled after the outcome where there is such a sample; a fatal errno means that the kernel has closed it.
std::string stateAtEnd(const EndTrack& track, const std::optional<Detection>& detection)
{
    if (track.rows.empty())
        return {};
    const RowSample* sample = &track.rows.back();
    if (detection) {
        const bool closedByKernel = detection->result < 0 && detection->errorNumber != EAGAIN && detection->errorNumber != EINPROGRESS;
        if (closedByKernel)
            return std::string{name(TcpState::Close)};
        const auto after = std::ranges::lower_bound(track.rows, detection->at, {}, &RowSample::time);
        if (after != track.rows.end())
            sample = &*after;
    }
    return std::string{name(sample->row ? sample->row->state : TcpState::Close)};
}

/// Late between fault and outcome: the timer was due before the outcome, and ran after the fault.
std::string flagsOf(const Timeline& timeline, const std::optional<Detection>& detection)
{
    std::string flags;
    if (timeline.framesLost() > 0)
        flags = words("core", "lost-frames");
    const auto origin = timeline.origin();
    const bool starved = origin && std::ranges::any_of(timeline.late(), [&](const LateSpan& late) {
                             return late.to >= *origin && (!detection || late.from <= detection->at);
                         });
    if (starved)
        flags = flags.empty() ? words("core", "starved") : words("core", "lost-frames+starved");
    return flags;
}

} // namespace

std::optional<Detection> detectionOf(const Timeline& timeline, int pair, Host end)
{
    const auto origin = timeline.origin();
    if (!origin || pair < 0 || static_cast<std::size_t>(pair) >= timeline.pairs().size())
        return std::nullopt;
    const PairTrack& track = timeline.pairs()[static_cast<std::size_t>(pair)];
    const std::vector<CallSpan>& calls = track.end(end).calls;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const CallSpan* wakeUp = tellsOfTheEnd(calls[i], false) ? wakeUpBefore(calls, i) : nullptr;
        if (!tellsOfTheEnd(calls[i], wakeUp != nullptr))
            continue;
        const CallSpan& told = wakeUp ? *wakeUp : calls[i];
        Detection detection;
        detection.call = told.call;
        detection.result = static_cast<int>(calls[i].result);
        detection.errorNumber = calls[i].result < 0 ? calls[i].errorNumber : 0;
        detection.at = *told.ended;
        detection.elapsed = detection.at - *origin;
        detection.error = errorBound(timeline, track, end, detection.at);
        return detection;
    }
    return std::nullopt;
}

namespace {

/// Who decided, where the call's answer says so by itself and it was not what was predicted.
DecidedBy decidedBy(const Prediction& prediction, const std::optional<Detection>& detection)
{
    const auto told = [&](const PredictionMode& mode) {
        return mode.result == detection->result && mode.errorNumber == detection->errorNumber;
    };
    if (!detection || std::ranges::any_of(prediction.modes, told))
        return prediction.decidedBy;
    if (detection->result == 0)
        return DecidedBy::PeerFin;
    switch (detection->errorNumber) {
    case EAGAIN:      // SO_RCVTIMEO, SO_SNDTIMEO: socket(7)
    case EINPROGRESS: // the same of connect(2)
        return DecidedBy::CallTimeout;
    case ECONNRESET:
    case EPIPE:
        return DecidedBy::PeerRst;
    default: // ETIMEDOUT and the ICMP errors do not tell which of the kernel's limits it was
        return prediction.decidedBy;
    }
}

} // namespace

std::vector<Outcome> judge(const Timeline& timeline, const std::vector<Prediction>& predictions)
{
    std::vector<Outcome> outcomes;
    outcomes.reserve(predictions.size());
    for (const Prediction& prediction : predictions) {
        if (prediction.pair < 0 || static_cast<std::size_t>(prediction.pair) >= timeline.pairs().size())
            continue;
        const EndTrack& track = timeline.pairs()[static_cast<std::size_t>(prediction.pair)].end(prediction.end);
        Outcome outcome;
        outcome.pair = prediction.pair;
        outcome.end = prediction.end;
        outcome.detection = detectionOf(timeline, prediction.pair, prediction.end);
        outcome.verdict = verdictOf(prediction, outcome.detection);
        outcome.prediction = prediction;
        outcome.decidedBy = decidedBy(prediction, outcome.detection);
        outcome.stateAtEnd = stateAtEnd(track, outcome.detection);
        outcome.bytesSent = track.bytesSent;
        outcome.flagged = flagsOf(timeline, outcome.detection);
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

bool isAsPredicted(const Outcome& outcome)
{
    if (!outcome.flagged.empty())
        return false;
    switch (outcome.verdict) {
    case Verdict::Inside:
    case Verdict::NeverAsPredicted:
    case Verdict::NotApplicable:
        return true;
    case Verdict::Early:
    case Verdict::Late:
    case Verdict::WrongErrno:
    case Verdict::Unexpected:
    case Verdict::Missing:
        break;
    }
    return false;
}

} // namespace halfopen
