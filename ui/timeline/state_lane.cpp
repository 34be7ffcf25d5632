// SPDX-License-Identifier: GPL-3.0-or-later
// The lane of the socket's state.
#include "ui/timeline/lanes.h"

#include "core/outcome.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>

namespace halfopen {

namespace {

bool livesOn(const Ending& ending) { return isOwnLimit(ending.result, ending.errorNumber); }

QStringList stateWordings(const LanePen& pen, const StateRun& run, double until, int pair, Host end)
{
    if (!run.present)
        return {LaneText::tr("gone: no row in the table any more"), LaneText::tr("gone")};
    const QString state = stateText(run.state);
    // Half a second: a state that ends at once did not go on believing.
    const Prediction* const expected = pen.facts.prediction(pair, end);
    const bool isRight = expected && expected->losesNothing(); // the peer is there
    const bool believed = run.state == TcpState::Established && pen.facts.faultMade && until > *pen.facts.faultAt + 0.5 && !isRight;
    const auto ending = pen.facts.ending(pair, end);
    if (believed && (!ending || (livesOn(*ending) && until >= pen.facts.now)))
        return {LaneText::tr("%1: the kernel still believes in the peer", "TCP state").arg(state),
                LaneText::tr("%1: still believes in the peer", "TCP state").arg(state), state, QStringLiteral("ESTAB")};
    if (believed)
        return {LaneText::tr("%1: the kernel believed in the peer until here", "TCP state").arg(state), state, QStringLiteral("ESTAB")};
    if (run.state == TcpState::CloseWait)
        return {LaneText::tr("%1: the peer has closed, this program has not", "TCP state").arg(state), state};
    if (run.state == TcpState::Established)
        return {state, QStringLiteral("ESTAB")}; // as ss calls it
    return {state};
}

struct StateWords final
{
    QRectF area;
    QStringList wordings; // long to short
};

/// In that state's bar.
StateWords wordsIn(const LanePen& pen, const QRectF& bar, const StateRun& run, double until, int pair, Host end)
{
    const QStringList wordings = stateWordings(pen, run, until, pair, end);
    return {pen.clearPiece(bar.adjusted(6, 0, -4, 0), wordings, pen.font), wordings};
}

/// Up to when the plan's socket is there: a call that gives up by itself leaves it as it is.
double expectedUntil(const LanePen& pen, const Prediction& expected)
{
    if (!expected.applicable || expected.never() || expected.mayBeNever || expected.decidedBy == DecidedBy::CallTimeout)
        return pen.axis.to();
    return pen.facts.countedFrom + toSeconds(expected.modes.front().at.earliest);
}

void paintExpectedState(const LanePen& pen, const QRectF& lane, const Prediction& expected, int pair, Host end)
{
    const QRectF box = pen.span(0, expectedUntil(pen, expected), lane);
    pen.ghostBox(box, pen.colours.alive);
    const Activity activity = pen.facts.activity(pair, end);
    const QStringList texts = activity == Activity::Connect ? QStringList{QStringLiteral("SYN-SENT")}
                              : activity == Activity::Close
                                  ? QStringList{LaneText::tr("%1, after close() %2", "TCP states").arg(QStringLiteral("ESTABLISHED"), QStringLiteral("FIN-WAIT-1")), QStringLiteral("FIN-WAIT-1")}
                              : pen.facts.faults().empty()
                                  ? QStringList{QStringLiteral("ESTABLISHED")}
                                  : QStringList{LaneText::tr("ESTABLISHED, as the kernel will go on saying after the fault"), QStringLiteral("ESTABLISHED")};
    pen.clearText(box.adjusted(8, 0, -6, 0), texts, pen.font, pen.colours.mutedText);
}

} // namespace

double stateWordsEnd(const LanePen& pen, const QRectF& whole, const TrackDigest& digest, int pair, Host end)
{
    if (digest.states().empty())
        return whole.left();
    const StateRun& run = digest.states().back();
    const auto [area, wordings] = wordsIn(pen, pen.span(run.from - pen.facts.base, pen.facts.now, whole.adjusted(0, 2, 0, -2)), run, pen.facts.now, pair, end);
    const auto fits = std::ranges::find_if(wordings, [&, room = area.width()](const QString& words) { return pen.width(words, pen.font) <= room; });
    return fits == wordings.end() ? area.right() : area.left() + pen.width(*fits, pen.font);
}

void paintStateLane(const LanePen& pen, const QRectF& whole, const TrackDigest& digest, int pair, Host end)
{
    const QRectF lane = whole.adjusted(0, 2, 0, -2);
    const auto& states = digest.states();
    const double base = pen.facts.base;
    if (states.empty()) {
        if (const Prediction* const expected = pen.facts.prediction(pair, end); !pen.facts.hasRun && pen.facts.plan(pair) && expected)
            paintExpectedState(pen, lane, *expected, pair, end);
        return;
    }
    auto run = std::ranges::upper_bound(states, pen.axis.from() + base, {}, &StateRun::from);
    if (run != states.begin())
        --run;
    double painted = lane.left() - 1;
    for (; run != states.end() && run->from - base <= pen.axis.to(); ++run) {
        const double until = run + 1 != states.end() ? (run + 1)->from - base : pen.facts.now;
        QRectF box = pen.span(run->from - base, until, lane);
        if (box.width() < 2) {
            if (box.right() <= painted)
                continue;
            box.setWidth(std::min(1.5, lane.right() - box.left()));
            painted = box.right();
        }
        const QColor ground = run->present ? pen.colours.of(run->state) : pen.colours.gone;
        fillBox(pen.painter, box, ground);
        if (!run->present)
            fillBox(pen.painter, box, hatching(withAlpha(textOn(ground), 0.18)));
        const auto [area, wordings] = wordsIn(pen, box, *run, until, pair, end);
        if (pen.width(wordings.last(), pen.small) <= area.width()) // a name of the kernel is not cut
            pen.text(area, wordings, pen.font, textOn(ground));
    }
}

} // namespace halfopen
