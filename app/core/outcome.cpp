// SPDX-License-Identifier: GPL-3.0-or-later
// Holds what ended each end's activity against its prediction.
#include "core/outcome.h"

#include <algorithm>
#include <cerrno>

#include "core/words.h"

namespace halfopen {

namespace {

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
        const bool closedByKernel = detection->result < 0 && detection->errorNumber != 0 && // 0: the program's own verdict
                                    !isOwnLimit(detection->result, detection->errorNumber);
        if (closedByKernel)
            return std::string{name(TcpState::Close)};
        const auto after = std::ranges::lower_bound(track.rows, detection->at, {}, &RowSample::time);
        if (after != track.rows.end())
            sample = &*after;
    }
    return std::string{name(sample->row ? sample->row->state : TcpState::Close)};
}

/// Late between fault and outcome: the timer was due before the outcome, and ran after the fault.
RunTime lateBy(const Timeline& timeline, const std::optional<Detection>& detection)
{
    RunTime most{0};
    const auto origin = timeline.origin();
    for (const LateSpan& late : timeline.late()) {
        if (origin && late.to >= *origin && (!detection || late.from <= detection->at))
            most = std::max(most, late.to - late.from);
    }
    return most;
}

void flag(Outcome& outcome, const Timeline& timeline)
{
    outcome.framesLost = timeline.framesLost();
    outcome.lateBy = lateBy(timeline, outcome.detection);
    if (outcome.framesLost > 0)
        outcome.flagged = words("core", "lost-frames");
    if (outcome.lateBy > RunTime{0})
        outcome.flagged = outcome.flagged.empty() ? words("core", "starved") : words("core", "lost-frames+starved");
}

/// Whether an end that has not ended still had time: after the time limit nobody looked any more.
bool isCutShort(const Timeline& timeline, const Outcome& outcome)
{
    if (outcome.verdict != Verdict::Missing)
        return false;
    const auto origin = timeline.origin();
    if (!origin)
        return true;
    RunTime until = timeline.lastTime();
    if (timeline.finished() && timeline.finished()->why == FinishedEvent::Why::TimeLimit && timeline.startedAt())
        until = std::min(until, *timeline.startedAt() + fromSeconds(timeline.experiment().timeLimitSeconds));
    return until - *origin <= outcome.prediction.hull().latest + kToleranceLate;
}

/// Who decided, where the call's answer says so by itself and it was not what was predicted.
DecidedBy decidedBy(const Prediction& prediction, const std::optional<Detection>& detection)
{
    const auto told = [&](const PredictionMode& mode) {
        return mode.result == detection->result && mode.errorNumber == detection->errorNumber;
    };
    if (!detection || std::ranges::any_of(prediction.modes, told))
        return prediction.decidedBy;
    if (detection->call == detectingCall(Activity::Heartbeat))
        return DecidedBy::CallTimeout; // its own verdict
    if (detection->call == detectingCall(Activity::Close))
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
        flag(outcome, timeline);
        outcome.cutShort = isCutShort(timeline, outcome);
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

std::vector<Outcome> settledOutcomes(const Timeline& timeline, std::vector<Outcome> outcomes)
{
    if (!timeline.finished())
        std::erase_if(outcomes, [](const Outcome& outcome) { return !outcome.detection; });
    return outcomes;
}

bool isSuccess(Verdict verdict)
{
    switch (verdict) {
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

bool contradicts(const Outcome& outcome) { return !isSuccess(outcome.verdict) && !outcome.cutShort; }

bool isAsPredicted(const Outcome& outcome) { return outcome.flagged.empty() && isSuccess(outcome.verdict); }

} // namespace halfopen
