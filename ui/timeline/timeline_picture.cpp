// SPDX-License-Identifier: GPL-3.0-or-later
// The time line as a picture: what is shown and how it is painted.
#include "ui/timeline/timeline_picture.h"

#include "ui/theme/quantity_text.h"
#include "ui/timeline/ending_place.h"
#include "ui/timeline/forgettings.h"
#include "ui/timeline/guess_flag.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/reading.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halfopen {

namespace {

/// One row for the words of a single fault; a script that heals or flaps gets more.
int flagRows(const RunFacts& facts, const TimelineLook& look)
{
    int flags = look.guess || look.guessing ? 1 : 0;
    for (const FaultFlag& flag : facts.faults())
        flags += flag.healed ? 2 : 1;
    if (!look.compared)
        flags += static_cast<int>(forgettingsOf(facts, look.pair, look.end).size());
    return flags > 5 ? 4 : flags > 3 ? 3 : flags > 1 ? 2 : 1;
}

constexpr double kToldEvery = 0.1; // s: numbers that run are told in tenths

int pairCount(const RunFacts& facts)
{
    return static_cast<int>(facts.experiment->pairs.size());
}

/// The range that shows everything that is looked at.
std::pair<double, double> wholeRange(const RunFacts& facts, const TimelineLook& look)
{
    auto whole = facts.everything(look.pair);
    // Room for any guess, and none that would give the answer away.
    if (look.guessing && !facts.hasRun)
        whole.second = std::max(whole.second, facts.limit * 1.04);
    if (look.guess && look.guess->sinceFault)
        whole.second = std::max(whole.second, std::min(facts.countedFrom + toSeconds(*look.guess->sinceFault), facts.limit) * 1.04);
    if (!look.compared)
        return whole;
    for (const Prediction& prediction : *facts.predictions) { // the slowest pair's end is in sight as well
        if (!prediction.applicable || prediction.never())
            continue;
        const double latest = facts.countedFrom + toSeconds(prediction.hull().latest);
        const bool begun = facts.countedFrom + toSeconds(prediction.hull().earliest) <= facts.now && latest < facts.now * RunFacts::kNearlyAll;
        if (facts.hasRun && !facts.live && !begun)
            continue;
        whole.second = std::max(whole.second, std::min(latest, std::max(facts.limit, facts.now)) * 1.04);
    }
    return whole;
}

} // namespace

TimelineLook TimelineLook::of(const ViewState& state)
{
    TimelineLook look;
    look.pair = state.pair();
    look.end = state.end();
    look.bothEnds = state.showsBothEnds();
    look.cursor = state.cursor();
    look.range = state.range();
    look.follows = state.follows();
    look.scale = state.scale();
    look.origin = state.origin();
    look.compared = state.compared();
    look.info = state.info();
    look.measured = state.measured();
    look.selected = state.selected();
    look.guess = state.guess();
    look.guessing = state.isGuessing();
    return look;
}

void TimelinePicture::forget()
{
    m_digests.clear();
}

const PairDigest& TimelinePicture::digest(int pair) const
{
    static const PairDigest kNothing{};
    return pair >= 0 && static_cast<std::size_t>(pair) < m_digests.size() ? m_digests[static_cast<std::size_t>(pair)]
                                                                          : kNothing;
}

bool TimelinePicture::prepare(const RunFacts& facts, const TimelineLook& look, const TimelineLayout& layout, std::size_t most)
{
    if (!facts.timeline)
        return true;
    std::size_t room = most;
    m_digests.resize(facts.timeline->pairs().size());
    const auto extend = [&](int pair) {
        if (const PairTrack* const track = facts.track(pair))
            m_digests[static_cast<std::size_t>(pair)].extend(*track, room);
    };
    extend(look.pair);
    for (const LaneBox& box : layout.lanes)
        extend(box.pair);
    return room > 0;
}

TimelineLayout TimelinePicture::layoutFor(const RunFacts& facts, const TimelineLook& look, const QRectF& area,
                                          const QFont& font)
{
    if (look.compared)
        return TimelineLayout::compare(area, font, {*look.compared, look.end, pairCount(facts), look.scrolled, flagRows(facts, look), look.fills});
    return TimelineLayout::of(area, font, look.end, look.bothEnds, flagRows(facts, look), look.info.has_value());
}

TimeAxis TimelinePicture::axisFor(const RunFacts& facts, const TimelineLook& look, const TimelineLayout& layout,
                                  const QFont& font)
{
    auto [from, to] = wholeRange(facts, look);
    const double pivot = facts.faultAt.value_or(0);
    if (look.range) {
        from = toSeconds(look.range->from);
        to = toSeconds(look.range->to);
        if (look.follows && facts.live) { // the piece keeps its width and goes along, with a fifth of it left ahead
            const double width = to - from;
            to = std::max(facts.now + width * 0.2, from + width);
            from = to - width;
        }
        return {from, to, look.scale, pivot, layout.plot.left(), layout.plot.right()};
    }
    // Everything, with room at the right for the errno's name behind the last instant.
    const TimeAxis tight(from, to, look.scale, pivot, layout.plot.left(), layout.plot.right());
    const double usual = QFontMetricsF(boldFont(font)).horizontalAdvance(QStringLiteral("ECONNRESET.."));
    const double room = std::max(roomForEndings(facts, look, font), layout.plot.width() >= usual * 3 ? usual : 0.0);
    if (room <= 0 || layout.plot.width() < room * 2)
        return tight;
    const double right = layout.plot.right() - room;
    const TimeAxis narrow(from, to - (to - from) * 0.035, look.scale, pivot, layout.plot.left(), right);
    return {from, narrow.seconds(layout.plot.right()), look.scale, pivot, layout.plot.left(), layout.plot.right()};
}

TimerScale TimelinePicture::timerScale(const LanePen& pen, const TimelineLayout& layout, Host end) const
{
    // Slopes of one time on one scale are parallel. Where the shortest would be flat beside the longest, each has its own and says so.
    constexpr double kFlat = 12;
    TimerScale scale{std::nullopt, true};
    double least = 1e12;
    double most = 0;
    for (const LaneBox& box : layout.lanes) {
        if (box.kind != LaneKind::Timer)
            continue;
        const double highest = highestTimer(pen, digest(box.pair).of(end), box.pair, end);
        if (highest <= 0)
            continue;
        least = std::min(least, highest);
        most = std::max(most, highest);
    }
    if (most > 0 && most <= least * kFlat)
        scale.highest = most;
    return scale;
}

void TimelinePicture::paintBox(const LanePen& pen, const LaneBox& box, int pair, Host end, const TimerScale& scale) const
{
    const PairDigest& shown = digest(pair);
    const bool silent = paintSilentLane(pen, box.lane, box.kind, shown, pair, box.kind == LaneKind::State || box.kind == LaneKind::Call ? box.end : end);
    switch (box.kind) {
    case LaneKind::Call:
        paintCallLane(pen, box.lane, pair, box.end);
        break;
    case LaneKind::State:
        paintStateLane(pen, box.lane, shown.of(box.end), pair, box.end);
        break;
    case LaneKind::Timer:
        paintTimerLane(pen, box.lane, shown.of(end), pair, end, scale);
        break;
    case LaneKind::Wire:
        paintWireLane(pen, box.lane, shown.wire, pair, end, silent);
        break;
    case LaneKind::Queues:
        paintQueueLane(pen, box.lane, shown.of(end), pair, end);
        break;
    case LaneKind::Info:
        paintInfoLane(pen, box.lane, pair, end);
        break;
    }
}

void TimelinePicture::paintLanes(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const
{
    paintBands(pen, layout.plot, look.pair, look.end);
    if (const int rows = static_cast<int>(layout.leftOut.size()); rows > 0)
        pen.text(layout.leftOutSign, {LaneText::tr("%n row(s) hidden", "of the time line, left out because it is too low", rows), LaneText::tr("+ %n row(s)", "of the time line, left out because it is too low", rows)},
                 pen.small, pen.colours.mutedText);
    for (const LaneBox& box : layout.lanes) {
        const bool ofEnd = box.kind == LaneKind::Call || box.kind == LaneKind::State;
        paintLaneLabel(pen, box, digest(look.pair).of(ofEnd ? box.end : look.end), look.pair, look.bothEnds);
        pen.painter.save();
        pen.painter.setClipRect(box.lane.adjusted(0, -1, 0, 1));
        paintBox(pen, box, look.pair, look.end, {});
        pen.painter.restore();
    }
}

void TimelinePicture::paintRows(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const
{
    pen.painter.save();
    const QRectF rows(layout.lanes.front().label.left() - 6, layout.plot.top(),
                      layout.plot.right() - layout.lanes.front().label.left() + 6, layout.plot.height());
    const TimerScale scale = timerScale(pen, layout, look.end);
    for (const LaneBox& box : layout.lanes) {
        pen.painter.setClipRect(rows);
        paintRowLabel(pen, box, box.pair == look.pair);
        pen.painter.setClipRect(box.lane.adjusted(0, -1, 0, 1).intersected(layout.plot));
        paintBands(pen, box.lane, box.pair, look.end);
        paintBox(pen, box, box.pair, look.end, scale);
        paintBandCaps(pen, box.lane, box.pair, look.end, box.kind == LaneKind::Wire);
    }
    pen.painter.restore();
}

void TimelinePicture::paintSelected(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const
{
    if (look.measured)
        paintMeasured(pen, layout.plot, *look.measured, look.pair);
    if (!look.selected || (!look.compared && look.selected->pair != look.pair))
        return;
    const Moments moments(pen.facts, digest(look.selected->pair), look.selected->pair, look.end, true);
    paintPicked(pen, layout, moments.at(look.selected->at), pen.x(pen.facts.since(look.selected->at)),
                look.selected->pair);
}

/// Numbers that stand in several places are of one instant; the line of now goes on between two of them.
RunFacts TimelinePicture::factsAsTold(const RunFacts& facts, const TimelineLook& look)
{
    const double stale = 0.5 * facts.replaySpeed.value_or(1); // s
    RunFacts told = facts;
    if (look.told && std::abs(facts.since(*look.told) - facts.now) < stale)
        told.now = facts.since(*look.told);
    return told;
}

void TimelinePicture::paintReading(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const
{
    const bool atCursor = look.cursor.has_value();
    if (!atCursor && (!pen.facts.live || !pen.facts.started || look.compared))
        return;
    const double seconds = atCursor ? toSeconds(*look.cursor) : pen.facts.now;
    const double x = pen.x(seconds);
    if (x < layout.plot.left() - 1 || x > layout.plot.right() + 1)
        return;
    if (atCursor) {
        pen.painter.setPen(QPen(pen.colours.text, 1));
        pen.painter.drawLine(QPointF(x, layout.plot.top() - 3), QPointF(x, layout.plot.bottom() + 3));
    }
    const int pair = look.compared && look.readPair >= 0 ? look.readPair : look.pair;
    const ReadingLook of{pair, look.end, look.bothEnds && !look.compared, look.origin, look.info};
    double top = layout.plot.top();
    for (const LaneBox& lane : layout.lanes) {
        if (look.compared ? lane.pair == pair : lane.kind == LaneKind::Timer)
            top = look.compared ? lane.lane.bottom() + 2 : lane.lane.top() + 6;
    }
    if (!atCursor) {
        const auto state = std::ranges::find_if(layout.lanes, [&](const LaneBox& lane) { return lane.kind == LaneKind::State && lane.end == look.end; });
        if (state != layout.lanes.end())
            paintReadOutOfNow(pen, state->lane, x, stateWordsEnd(pen, state->lane, digest(pair).of(look.end), pair, look.end), readingOfNow(factsAsTold(pen.facts, look), digest(pair), of));
        return;
    }
    Reading reading = readingAt(pen.facts, digest(pair), of, seconds);
    if (look.compared)
        reading.heads.prepend(pairName(pen.facts, pair));
    paintReadOut(pen, layout, x, top, reading.lines(), static_cast<int>(reading.heads.size()));
}

std::vector<AxisTag> TimelinePicture::tags(const LanePen& pen, const TimelineLook& look, double zero) const
{
    std::vector<AxisTag> tags;
    const auto add = [&](double seconds, const QColor& ground) {
        const double x = pen.x(seconds);
        if (x >= pen.axis.left() - 1 && x <= pen.axis.right() + 1)
            tags.push_back({x, preciseText(seconds - zero), ground});
    };
    if (look.cursor)
        add(toSeconds(*look.cursor), pen.colours.text);
    if (look.selected)
        add(pen.facts.since(look.selected->at), pen.colours.focus);
    return tags;
}

std::optional<AxisTag> TimelinePicture::guessTag(const LanePen& pen, const TimelineLook& look)
{
    const auto at = guessX(pen.axis, pen.facts, look.guess, look.guessing);
    if (!at)
        return std::nullopt;
    const bool isBeyond = *at > pen.axis.right() + 1;
    return AxisTag{std::clamp(*at, pen.axis.left(), pen.axis.right()), guessText(look.guess) + (isBeyond ? QStringLiteral(" →") : QString{}),
                   pen.colours.ink(pen.colours.purple), guessText(look.guess, true) + (isBeyond ? QStringLiteral(" →") : QString{})};
}

void TimelinePicture::paint(QPainter& painter, const QRectF& area, const RunFacts& facts, const TimelineLook& look,
                            const QPalette& palette, const QFont& font) const
{
    const Colours colours = Colours::from(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, colours.panel);
    const TimelineLayout layout = layoutFor(facts, look, area, font);
    if (!facts.plan(look.pair) && !facts.track(look.pair))
        paintEmpty(painter, area, colours, font);
    else if (!layout.lanes.empty()) {
        const TimeAxis axis = axisFor(facts, look, layout, font);
        // Words keep clear of the learner's guess as they do of the faults.
        std::vector<double> lines = faultLines(facts, axis, look.compared ? -1 : look.pair, look.end);
        if (const auto guess = guessX(axis, facts, look.guess, look.guessing))
            lines.insert(std::ranges::upper_bound(lines, *guess), *guess);
        RunFacts shown = facts;
        shown.toldAt = factsAsTold(facts, look).now;
        // A drawing that is late does not run ahead of the words that stand already.
        if (shown.toldAt != facts.now)
            shown.now = std::min(facts.now, shown.toldAt + kToldEvery);
        const LanePen pen{painter,
                          axis,
                          colours,
                          shown,
                          font,
                          boldFont(font),
                          smallFont(font),
                          std::move(lines),
                          tintedSpans(facts, axis),
                          look.info.value_or(InfoField::Rto),
                          look.guessing};
        const double zero = look.origin == TimeOrigin::Fault ? facts.faultAt.value_or(0) : 0;
        const double tickGap = pen.width(QStringLiteral("0000.0 s"), pen.small);
        const std::vector<AxisTick> ticks = axis.ticks(zero, tickGap);
        paintGrounds(pen, layout);
        paintGrid(pen, layout.plot, ticks);
        // Of a plan the faults' lines lie under the lanes: among many of them a word has no place beside them.
        const auto flags = [&] { paintFlags(pen, layout.flags, layout.plot, look.compared ? -1 : look.pair, look.end, guessTag(pen, look)); };
        if (!facts.hasRun)
            flags();
        if (look.compared)
            paintRows(pen, layout, look);
        else
            paintLanes(pen, layout, look);
        if (facts.hasRun)
            flags();
        paintGuess(pen, layout.plot, look.guess, look.guessing);
        paintAxis(pen, layout.axis, ticks, axisTitle(facts, look.origin), tags(pen, look, zero));
        TimelineLook wholeLook = look;
        wholeLook.range.reset();
        paintOverview(pen, layout.overview, axisFor(facts, wholeLook, layout, font), layout, look.pair, look.end);
        paintSelected(pen, layout, look);
        paintReading(pen, layout, look);
    }
    painter.restore();
}

} // namespace halfopen
