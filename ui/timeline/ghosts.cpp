// SPDX-License-Identifier: GPL-3.0-or-later
// Each expected packet and what came of it.
#include "ui/timeline/ghosts.h"

#include "core/outcome.h"
#include "core/retransmission_count.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

constexpr double kFurthest = 1.0; // s; what comes later than this after its window is not the one that was expected

double middleOf(const ExpectedPacket& expected)
{
    return (toSeconds(expected.at.earliest) + toSeconds(expected.at.latest)) / 2;
}

/// How far from its middle a real packet may be and still be this one: at most half way to the next expected of its
/// kind, so that none is taken twice.
double reachOf(const std::vector<ExpectedPacket>& schedule, std::size_t index)
{
    const ExpectedPacket& own = schedule[index];
    double reach = toSeconds(own.at.latest) / 2 - toSeconds(own.at.earliest) / 2 + kFurthest;
    for (const std::size_t other : {index - 1, index + 1}) { // before the first there is a very large index
        if (other < schedule.size() && schedule[other].kind == own.kind && schedule[other].isAnswer == own.isAnswer)
            reach = std::min(reach, std::abs(middleOf(schedule[other]) - middleOf(own)) / 2);
    }
    return reach;
}

/// The packet of that end and kind nearest to the ghost's middle.
void findPacket(Ghost& ghost, const RunFacts& facts, const PairTrack& track, Host end, double reach)
{
    const auto& packets = track.packets;
    const bool counted = ghost.kind == PacketKind::Retransmission; // then its number says which one it is
    if (counted)
        reach = (ghost.latest - ghost.earliest) / 2 + kFurthest;
    double best = reach;
    auto mark = std::ranges::lower_bound(packets, facts.sinceHello(ghost.middle() - reach), {}, &PacketMark::time);
    for (; mark != packets.end() && facts.since(mark->time) <= ghost.middle() + reach; ++mark) {
        const double distance = std::abs(facts.since(mark->time) - ghost.middle());
        if (mark->packet.from != (ghost.isAnswer ? otherHost(end) : end) || mark->packet.kind != ghost.kind || distance >= best || (counted && retransmissionNumber(track, *mark) != ghost.number))
            continue;
        best = distance;
        ghost.fate = Ghost::Fate::Came;
        ghost.cameAt = facts.since(mark->time);
        ghost.packet = static_cast<std::size_t>(mark - packets.begin());
    }
}

/// Up to when a packet that should have come is missed: now, or the end of the connection.
double watchedUntil(const RunFacts& facts, int pair, Host end)
{
    const auto ending = facts.ending(pair, end);
    return ending ? std::min(facts.since(ending->at), facts.now) : facts.now;
}

} // namespace

ExpectedCourse expectedCourse(const RunFacts& facts, int pair, Host end)
{
    const Prediction* const prediction = facts.prediction(pair, end);
    const PairTrack* const track = facts.track(pair);
    if (!prediction)
        return {};
    if (!facts.hasRun || !facts.live || !track || facts.ending(pair, end))
        return {.packets = prediction->schedule};
    return courseAt(facts.sinceHello(facts.now), facts.sinceHello(facts.countedFrom), *prediction, *track);
}

std::vector<Ghost> ghostsOf(const RunFacts& facts, int pair, Host end, double from, double to)
{
    std::vector<Ghost> ghosts;
    const Prediction* const prediction = facts.prediction(pair, end);
    if (!prediction || !prediction->applicable)
        return ghosts;
    const PairTrack* const track = facts.track(pair);
    const bool seesTheWire = track && (!track->packets.empty() || !track->flows.empty());
    const double until = watchedUntil(facts, pair, end);
    const double tolerance = toSeconds(kToleranceLate);
    const std::vector<ExpectedPacket> schedule = expectedCourse(facts, pair, end).packets;
    for (std::size_t index = 0; index < schedule.size(); ++index) {
        const ExpectedPacket& expected = schedule[index];
        Ghost ghost{expected.kind, expected.number, facts.countedFrom + toSeconds(expected.at.earliest),
                    facts.countedFrom + toSeconds(expected.at.latest)};
        ghost.isAnswer = expected.isAnswer;
        if (!(ghost.latest >= from && ghost.earliest <= to))
            continue;
        if (seesTheWire)
            findPacket(ghost, facts, *track, end, reachOf(schedule, index));
        if (ghost.fate == Ghost::Fate::Awaited && facts.hasRun) {
            const bool over = !facts.live || facts.ending(pair, end);
            // Data may have gone by folded into a flow.
            const bool sayable = seesTheWire && expected.kind != PacketKind::Data;
            if (ghost.latest + tolerance < until)
                ghost.fate = sayable ? Ghost::Fate::Missed : Ghost::Fate::Moot;
            else if (over)
                ghost.fate = Ghost::Fate::Moot;
        }
        ghosts.push_back(ghost);
    }
    return ghosts;
}

QString ghostText(const Ghost& ghost)
{
    switch (ghost.fate) {
    case Ghost::Fate::Awaited:
        return LaneText::tr("is expected");
    case Ghost::Fate::Missed:
        return LaneText::tr("was expected, did not come");
    case Ghost::Fate::Moot:
        return LaneText::tr("was expected");
    case Ghost::Fate::Came:
        break;
    }
    const auto off = static_cast<int>(std::lround(std::clamp(ghost.deviation(), -1e6, 1e6) * 1000));
    const QString number = (off > 0   ? QStringLiteral("+%1")
                            : off < 0 ? QStringLiteral("−%1")
                                      : QStringLiteral("%1"))
                               .arg(std::abs(off));
    return ghost.inside() ? LaneText::tr("%1 ms against the prediction: inside").arg(number)
                          : LaneText::tr("%1 ms against the prediction: outside").arg(number);
}

} // namespace halfopen
