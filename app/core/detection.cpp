// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what told an end of the connection's end.
#include "core/outcome.h"

#include <algorithm>
#include <cerrno>

namespace halfopen {

namespace {

/// Packet stamps come from another clock and are converted: measured off by at most 12 µs.
constexpr RunTime kStampError = std::chrono::microseconds{20};
/// How far before the wake-up its packet is looked for on a busy machine.
constexpr RunTime kWakeUpSearch = std::chrono::milliseconds{500};
/// And how far after: the program may wake on one processor before another has carried the packet to the router.
constexpr RunTime kCarrySearch = std::chrono::milliseconds{50};

bool isWaitingCall(const CallSpan& span) { return span.call == "select" || span.call == "poll" || span.call == "epoll_wait"; }

bool waitsBeforeReceiving(Activity activity)
{
    return activity == Activity::Select || activity == Activity::Poll || activity == Activity::Epoll;
}

/// The wake-up that this recv() followed, or nullptr. Bursts of quick calls may stand between the two.
const CallSpan* wakeUpBefore(const auto& calls, std::size_t index)
{
    if (calls[index].call != "recv")
        return nullptr;
    while (index-- > 0) {
        const CallSpan& span = calls[index];
        if (isWaitingCall(span))
            return span.ended ? &span : nullptr;
        if (span.call != "recv")
            return nullptr;
    }
    return nullptr;
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

/// close() was the last thing the program did: what tells of the end is the socket table, which is read now and then.
std::optional<Detection> orphansEnd(const Timeline& timeline, const PairTrack& track, Host end, RunTime origin)
{
    const auto& rows = track.end(end).rows;
    const auto gone = std::ranges::find_if(
        rows, [origin](const RowSample& sample) { return !sample.row && sample.time >= origin; });
    if (gone == rows.end())
        return std::nullopt;
    Detection detection;
    detection.call = detectingCall(Activity::Close);
    detection.result = 0;
    detection.at = gone->time;
    detection.elapsed = gone->time - origin;
    detection.error = errorBound(timeline, track, end, gone->time);
    if (gone->lastSeen)
        detection.error += gone->time - *gone->lastSeen;
    return detection;
}

/// The return of one call, as an event or in its track.
bool returnTells(const auto& call, Activity activity)
{
    // After a wake-up recv's EAGAIN was a false alarm.
    const bool mayTryAgain = neverBlocks(activity) || waitsBeforeReceiving(activity);
    if (call.result < 0)
        return call.errorNumber != EINTR && !(mayTryAgain && call.errorNumber == EAGAIN);
    // A burst of one call has bytes but no result.
    return call.result == 0 && call.bytes == 0 && (call.call == "recv" || call.call == detectingCall(Activity::Qt));
}

} // namespace

bool isOwnLimit(std::int64_t result, int errorNumber) { return result < 0 && (errorNumber == EAGAIN || errorNumber == EINPROGRESS); }

bool tellsOfTheEnd(const CallSpan& call, Activity activity)
{
    return call.ended && call.count == 1 && returnTells(call, activity);
}

bool tellsOfTheEnd(const CallEvent& call, Activity activity)
{
    return call.what == CallEvent::What::End && returnTells(call, activity);
}

std::optional<Detection> detectionOf(const Timeline& timeline, int pair, Host end)
{
    const auto origin = timeline.origin();
    if (!origin || pair < 0 || static_cast<std::size_t>(pair) >= timeline.pairs().size())
        return std::nullopt;
    const PairTrack& track = timeline.pairs()[static_cast<std::size_t>(pair)];
    const Activity activity = timeline.experiment().pairs[static_cast<std::size_t>(pair)].end(end).activity;
    if (activity == Activity::Close)
        return orphansEnd(timeline, track, end, *origin);
    const auto& calls = track.end(end).calls;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (!tellsOfTheEnd(calls[i], activity))
            continue;
        const CallSpan* wakeUp = waitsBeforeReceiving(activity) ? wakeUpBefore(calls, i) : nullptr;
        const CallSpan& told = wakeUp ? *wakeUp : calls[i];
        Detection detection;
        detection.call = told.call;
        detection.result = static_cast<int>(calls[i].result);
        detection.errorNumber = calls[i].result < 0 ? calls[i].errorNumber : 0;
        detection.at = *told.ended;
        detection.elapsed = detection.at - *origin;
        detection.error = errorBound(timeline, track, end, detection.at);
        if (activity != Activity::Heartbeat && activity != Activity::Qt) // their verdicts are not a call's return
            detection.took = detection.at - told.began;
        return detection;
    }
    return std::nullopt;
}

} // namespace halfopen
