// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the lanes to their left: what they show, or whose row it is and what came of it.
#include "ui/timeline/lanes.h"

#include "ui/faults/fault_text.h"
#include "ui/text/core_words.h"
#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>

namespace halfopen {

namespace {

QString activityText(const RunFacts& facts, int pair, Host end)
{
    const Pair* const plan = facts.plan(pair);
    if (!plan)
        return {};
    const std::string_view call = detectingCall(plan->end(end).activity);
    return call.empty() ? LaneText::tr("holds")
                        : callText(QString::fromUtf8(call.data(), static_cast<qsizetype>(call.size())));
}

struct SecondLine final
{
    QStringList wordings; // long to short
    QColor colour;
};

SecondLine timerLine(const LanePen& pen, const TrackDigest& digest, Host end)
{
    // The timer that runs, or the one that ran last.
    const auto& teeth = digest.teeth();
    const auto last = std::find_if(teeth.rbegin(), teeth.rend(),
                                   [](const TimerTooth& tooth) { return tooth.timer != KernelTimer::None; });
    if (last != teeth.rend())
        return {{timerText(last->timer)}, pen.colours.ink(pen.colours.of(last->timer))};
    return {{teeth.empty() ? LaneText::tr("of the %1", "host").arg(hostText(end)) : timerText(KernelTimer::None)},
            pen.colours.mutedText};
}

SecondLine secondLine(const LanePen& pen, const LaneBox& box, const TrackDigest& digest, int pair, bool bothEnds)
{
    switch (box.kind) {
    case LaneKind::Call:
        return {{LaneText::tr("%1: %2", "host: its call").arg(hostText(box.end), activityText(pen.facts, pair, box.end))},
                pen.colours.mutedText};
    case LaneKind::State:
        return {{bothEnds ? hostText(box.end) : QStringLiteral("/proc/net/tcp")}, pen.colours.mutedText};
    case LaneKind::Timer:
        return timerLine(pen, digest, box.end);
    case LaneKind::Wire:
        return {{LaneText::tr("at the %1", "router or switch").arg(middleText(pathOf(*pen.facts.experiment, pen.facts.timeline)))}, pen.colours.mutedText};
    case LaneKind::Queues:
        return {{QStringLiteral("Send-Q · Recv-Q")}, pen.colours.mutedText};
    case LaneKind::Info:
        return {{infoName(pen.info)}, pen.colours.mutedText};
    }
    return {};
}

/// What came of that end, and whether it is an error.
SecondLine outcomeLine(const LanePen& pen, int pair, Host end)
{
    const RunFacts& facts = pen.facts;
    const Prediction* const prediction = facts.prediction(pair, end);
    if (const auto ending = facts.ending(pair, end)) {
        const QString text = endingText(*ending);
        const QString elapsed = durationText(facts.since(ending->at) - facts.countedFrom);
        const QString since = facts.faultMade ? LaneText::tr("%1 after the fault").arg(elapsed) : LaneText::tr("%1 after the start").arg(elapsed);
        return {{LaneText::tr("%1 · %2", "errno, time since the fault").arg(text, since),
                 LaneText::tr("%1 · %2", "errno, time since the fault").arg(text, elapsed), elapsed},
                ending->result < 0 ? pen.colours.ink(pen.colours.failure) : pen.colours.text};
    }
    if (const QString untried = untriedText(facts, pair, end); !untried.isEmpty())
        return {{untried}, pen.colours.mutedText};
    if (!facts.hasRun)
        return {{prediction ? LaneText::tr("predicted %1", "interval").arg(predictedText(*prediction)) : QString()},
                pen.colours.mutedText};
    const double elapsed = facts.now - facts.countedFrom;
    if (!facts.live)
        return {{prediction && prediction->livesOn() ? LaneText::tr("lives on, after %1").arg(durationText(elapsed))
                                                     : LaneText::tr("not noticed in %1").arg(durationText(elapsed))}, pen.colours.mutedText};
    const QString time = clockText(facts.toldAt - facts.countedFrom);
    // A call may have begun long before the fault: here counts what the result will count.
    if (facts.faultMade)
        return {{LaneText::tr("waits, %1 after the fault").arg(time), LaneText::tr("%1 after the fault").arg(time), time}, pen.colours.mutedText};
    return {{LaneText::tr("waits for %1").arg(time)}, pen.colours.mutedText};
}

void paintTwoLines(const LanePen& pen, const QRectF& area, const QString& first, const SecondLine& second, const QStringList& alone)
{
    const double bold = lineHeight(pen.bold);
    const double small = lineHeight(pen.small);
    const double height = bold + small;
    if (area.height() < bold * 0.75)
        return;
    if (area.height() < height - 2) {
        pen.text(area, alone, pen.bold, pen.colours.text);
        return;
    }
    const double top = area.center().y() - height / 2;
    pen.text({area.left(), top, area.width(), bold}, {first}, pen.bold, pen.colours.text);
    pen.text({area.left(), top + bold, area.width(), small}, second.wordings, pen.small, second.colour);
}

} // namespace

QString laneName(LaneKind kind)
{
    switch (kind) {
    case LaneKind::Call:
        return LaneText::tr("App call");
    case LaneKind::State:
        return LaneText::tr("Socket state");
    case LaneKind::Timer:
        return LaneText::tr("Kernel timer");
    case LaneKind::Wire:
        return LaneText::tr("On the wire");
    case LaneKind::Queues:
        return LaneText::tr("Queues");
    case LaneKind::Info:
        return QStringLiteral("TCP_INFO");
    }
    return {};
}

QString pairName(const RunFacts& facts, int pair)
{
    return fromCore(pairName(*facts.experiment, pair));
}

QString outcomeText(const LanePen& pen, int pair, Host end)
{
    return outcomeLine(pen, pair, end).wordings.value(0);
}

void paintLaneLabel(const LanePen& pen, const LaneBox& box, const TrackDigest& digest, int pair, bool bothEnds)
{
    const QString name = laneName(box.kind);
    QStringList alone{name};
    if (box.kind == LaneKind::Info) // the value's name says more than where it is from
        alone = {name + QStringLiteral(" · ") + infoName(pen.info), infoName(pen.info)};
    // Two lanes of one name: without the host nobody knows which is whose.
    if (bothEnds && (box.kind == LaneKind::Call || box.kind == LaneKind::State)) {
        const QString brief = box.kind == LaneKind::Call ? LaneText::tr("Call", "lane, short") : LaneText::tr("State", "lane, short");
        alone = {LaneText::tr("%1 · %2", "lane, host").arg(name, hostText(box.end)), LaneText::tr("%1 · %2", "lane, host").arg(brief, hostText(box.end))};
    }
    paintTwoLines(pen, box.label, name, secondLine(pen, box, digest, pair, bothEnds), alone);
    const double small = lineHeight(pen.small);
    if (box.kind != LaneKind::Wire || box.label.height() <= lineHeight(pen.bold) + 3 * small)
        return;
    // The server's word stands on the height of the second line, where that one is not pushed up by enough room.
    const SecondLine second = secondLine(pen, box, digest, pair, bothEnds);
    const bool besideSecond = box.label.height() < lineHeight(pen.bold) + 5 * small;
    if (besideSecond && pen.width(second.wordings.last(), pen.small) + pen.width(hostText(Host::Server), pen.small) + small > box.label.width())
        return;
    const QRectF edge(box.label.left(), box.label.top(), box.label.width(), small);
    pen.text(edge.translated(0, -2), {hostText(Host::Client)}, pen.small, pen.colours.faintText,
             Qt::AlignRight | Qt::AlignVCenter);
    pen.text(edge.translated(0, box.label.height() - 2 * small), {hostText(Host::Server)}, pen.small,
             pen.colours.faintText, Qt::AlignRight | Qt::AlignVCenter);
}

void paintRowLabel(const LanePen& pen, const LaneBox& box, bool selected)
{
    if (selected) {
        fillBox(pen.painter, box.label.adjusted(-4, 0, 4, 0), withAlpha(pen.colours.focus, 0.14), 3);
        fillBox(pen.painter, {box.label.left() - 4, box.label.top(), 3, box.label.height()}, pen.colours.focus, 1);
    }
    paintTwoLines(pen, box.label.adjusted(5, 0, 0, 0), pairName(pen.facts, box.pair),
                  outcomeLine(pen, box.pair, box.end), {pairName(pen.facts, box.pair)});
}

} // namespace halfopen
