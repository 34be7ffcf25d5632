// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty lane says of itself.
#include "ui/timeline/lanes.h"

#include "core/option_warnings.h"
#include "ui/text/core_words.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>

namespace halfopen {

namespace {

/// Of a plan: long to short.
QStringList plannedSilence(const LanePen& pen, LaneKind kind, int pair, Host end)
{
    const Pair* const plan = pen.facts.plan(pair);
    if (!plan || kind == LaneKind::Queues || kind == LaneKind::Info)
        return {};
    const Prediction* const expected = pen.facts.prediction(pair, end);
    if (!expected)
        return pen.guessing ? QStringList{LaneText::tr("shown after your guess")} : QStringList{};
    if (kind != LaneKind::Timer && kind != LaneKind::Wire)
        return {};
    if (!expected->schedule.empty())
        return {};
    if (!expected->applicable)
        return {LaneText::tr("nothing is expected of this end")};
    if (!expected->never())
        return {};
    const Endpoint& endpoint = plan->end(end);
    const bool keepsAlive = endpoint.options.keepAlive == true;
    if (kind == LaneKind::Timer) // without keepalive it says itself that nothing is armed
        return keepsAlive ? QStringList{LaneText::tr("keepalive goes round and round: nothing ends it"), LaneText::tr("keepalive goes round")} : QStringList{};
    return {fromCore(neverBecause(endpoint, *expected))};
}

/// Of a run that is over.
bool isUnmeasured(const RunFacts& facts, LaneKind kind, const PairDigest& digest, int pair, Host end)
{
    const TrackDigest& side = digest.of(end);
    const PairTrack* const track = facts.track(pair);
    switch (kind) {
    case LaneKind::Call:
        return !track || (track->end(end).calls.empty() && facts.activity(pair, end) != Activity::Hold);
    case LaneKind::State:
        return side.states().empty();
    case LaneKind::Timer:
        return side.teeth().empty();
    case LaneKind::Wire:
        return !track || (track->packets.empty() && track->flows.empty());
    case LaneKind::Queues:
        return side.queues().empty();
    case LaneKind::Info:
        break;
    }
    return false; // it has words of its own
}

} // namespace

bool paintSilentLane(const LanePen& pen, const QRectF& lane, LaneKind kind, const PairDigest& digest, int pair, Host end)
{
    QStringList words;
    if (!pen.facts.hasRun)
        words = plannedSilence(pen, kind, pair, end);
    else if (!pen.facts.live && isUnmeasured(pen.facts, kind, digest, pair, end))
        words = QStringList{LaneText::tr("nothing was measured here"), LaneText::tr("not measured")};
    if (words.isEmpty())
        return false;
    const double edge = kind == LaneKind::Wire ? 7 : 0; // between the lines of the two hosts
    QRectF area = lane.adjusted(8, edge, -8, -edge);
    if (!pen.facts.hasRun && !pen.guessing) { // what goes on for ever does so after the last repair
        const double room = pen.width(words.last(), pen.small) + 10;
        for (const FaultFlag& fault : pen.facts.faults()) {
            if (fault.healed && area.width() > room)
                area.setLeft(std::clamp(pen.x(*fault.healed) + 7, area.left(), area.right() - room));
        }
    }
    pen.clearText(area, words, pen.small, pen.colours.mutedText);
    return true;
}

} // namespace halfopen
