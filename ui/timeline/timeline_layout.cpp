// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the time line stand.
#include "ui/timeline/timeline_layout.h"

#include "ui/theme/line_height.h"
#include "ui/timeline/lane_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace halfopen {

namespace {

struct LanePlan final
{
    LaneKind kind;
    Host end;
    double share;       // of the height
    double minimum = 0; // in which its words can be read
};

std::vector<LanePlan> lanePlans(Host end, bool bothEnds, bool withInfo)
{
    std::vector<LanePlan> plans;
    const double share = bothEnds ? 0.75 : 1.0;
    for (const LaneKind kind : {LaneKind::Call, LaneKind::State}) {
        const double own = share * (kind == LaneKind::Call ? 1.0 : 0.8);
        if (bothEnds) {
            plans.push_back({kind, Host::Client, own});
            plans.push_back({kind, Host::Server, own});
        } else {
            plans.push_back({kind, end, own});
        }
    }
    plans.push_back({LaneKind::Timer, end, 1.7});
    plans.push_back({LaneKind::Wire, end, 1.7});
    plans.push_back({LaneKind::Queues, end, 0.95});
    if (withInfo)
        plans.push_back({LaneKind::Info, end, 1.3});
    return plans;
}

double heightOf(const std::vector<LanePlan>& plans, double gap)
{
    double height = -gap;
    for (const LanePlan& plan : plans)
        height += plan.minimum + gap;
    return height;
}

/// What is least missed goes where the words of the others would have no room otherwise. Returns what went.
std::vector<LanePlan> makeRoom(std::vector<LanePlan>& plans, const QFont& font, Host end, double height, double gap)
{
    const double line = lineHeight(font);
    const double small = lineHeight(smallFont(font));
    for (LanePlan& plan : plans) {
        switch (plan.kind) {
        case LaneKind::Call:
        case LaneKind::State:
            plan.minimum = line * 0.9 + 6;
            break;
        case LaneKind::Timer:
            plan.minimum = line * 1.1;
            break;
        case LaneKind::Wire:
            plan.minimum = small * 2.45 + 7; // the crosses of what was lost, apart from their names
            break;
        case LaneKind::Queues:
            plan.minimum = line * 1.1;
            break;
        case LaneKind::Info:
            plan.minimum = small + line * 0.6; // what it shows, and a line under it
            break;
        }
    }
    // The state seldom changes.
    const auto isMissedLeast = [&](const LanePlan& plan, int turn) {
        return turn == 0 ? plan.kind == LaneKind::Queues : plan.kind == LaneKind::State && (turn > 1 || plan.end != end);
    };
    std::vector<LanePlan> gone;
    for (int turn = 0; turn < 3 && heightOf(plans, gap) > height; ++turn) {
        std::ranges::copy_if(plans, std::back_inserter(gone), [&](const LanePlan& plan) { return isMissedLeast(plan, turn); });
        std::erase_if(plans, [&](const LanePlan& plan) { return isMissedLeast(plan, turn); });
    }
    return gone;
}

/// Shares of the height, but for those that need more than theirs.
std::vector<double> laneHeights(const std::vector<LanePlan>& plans, double height)
{
    std::vector<double> heights(plans.size(), 0);
    double rest = height;
    double shares = 0;
    for (const LanePlan& plan : plans)
        shares += plan.share;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < plans.size(); ++i) {
            if (heights[i] > 0 || rest * plans[i].share / shares >= plans[i].minimum)
                continue;
            heights[i] = plans[i].minimum;
            rest -= plans[i].minimum;
            shares -= plans[i].share;
            changed = true;
        }
    }
    // Where not even the least has room all give in alike, but bars and the timer only as far as small words and its name
    // still fit: the wire can do without its packets' names.
    constexpr double kSmallWords = 0.87;
    const auto isBar = [](const LanePlan& plan) { return plan.kind == LaneKind::Call || plan.kind == LaneKind::State || plan.kind == LaneKind::Timer; };
    double bars = 0;
    double others = 0;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (heights[i] <= 0)
            heights[i] = rest * plans[i].share / shares;
        (isBar(plans[i]) ? bars : others) += heights[i];
    }
    const double part = std::min(height / (bars + others), 1.0);
    const double ofBars = std::min(std::max(part, kSmallWords), std::max(height / (bars + 1), part));
    const double ofOthers = std::min(part, (height - bars * ofBars) / std::max(others, 1.0));
    for (std::size_t i = 0; i < plans.size(); ++i)
        heights[i] = std::max(heights[i] * (isBar(plans[i]) ? ofBars : ofOthers), 4.0);
    return heights;
}

/// Everything but the lanes; `column` is the width of their names.
TimelineLayout frame(const QRectF& area, const QFont& font, double column, int flagRows)
{
    TimelineLayout layout;
    const double small = lineHeight(smallFont(font));
    const double line = lineHeight(boldFont(font));
    const double margin = line * 0.4;
    const QRectF inside = area.adjusted(margin, margin * 0.5, -margin, -margin * 0.5);
    const double axisHeight = small * (area.height() > line * 19 ? 2.0 : 1.0) + 4;
    const double overviewHeight = area.height() > line * 15 ? std::max(line * 0.6, 8.0) : 0;
    const double left = inside.left() + column;
    const int rows = std::min(flagRows, area.height() > line * 16 ? 4 : area.height() > line * 9 ? 3 : 1);
    layout.flags = QRectF(left, inside.top(), inside.width() - column, rows * line + 4);
    if (overviewHeight > 0)
        layout.overview = QRectF(left, inside.bottom() - overviewHeight, layout.flags.width(), overviewHeight);
    const double bottom = overviewHeight > 0 ? layout.overview.top() - 3 : inside.bottom();
    layout.axis = QRectF(left, bottom - axisHeight, layout.flags.width(), axisHeight);
    layout.plot = QRectF(left, layout.flags.bottom() + 1, layout.flags.width(),
                         layout.axis.top() - layout.flags.bottom() - 3);
    return layout;
}

} // namespace

QFont smallFont(const QFont& font)
{
    QFont small(font);
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.86);
    else
        small.setPixelSize(std::max(static_cast<int>(font.pixelSize() * 0.86), 6));
    return small;
}

QFont boldFont(const QFont& font)
{
    QFont bold(font);
    bold.setWeight(QFont::DemiBold);
    return bold;
}

TimelineLayout TimelineLayout::of(const QRectF& area, const QFont& font, Host end, bool bothEnds, int flagRows, bool withInfo)
{
    const QFontMetricsF metrics(boldFont(font));
    double column = 0;
    for (const QString& text : {LaneText::tr("App call"), LaneText::tr("Socket state"), LaneText::tr("Kernel timer"),
                                LaneText::tr("On the wire"), LaneText::tr("Queues")})
        column = std::max(column, metrics.horizontalAdvance(text));
    // The names are short in some languages, and this second line is the same in all of them.
    const double queues = QFontMetricsF(smallFont(font)).horizontalAdvance(QStringLiteral("Send-Q · Recv-Q"));
    column = std::min(std::max(column + metrics.height() * 1.5, queues + metrics.height() * 0.5), area.width() * 0.28);
    TimelineLayout layout = frame(area, font, column, flagRows);
    if (layout.plot.height() < 20 || layout.plot.width() < 20)
        return layout;

    const double left = layout.plot.left() - column;
    const double margin = metrics.height() * 0.4;
    std::vector<LanePlan> plans = lanePlans(end, bothEnds, withInfo);
    const double gap = std::clamp(area.height() / 60, 2.0, 9.0);
    for (const LanePlan& gone : makeRoom(plans, font, end, layout.plot.height(), gap))
        layout.leftOut.push_back({gone.kind, gone.end, {}, {}});
    if (!layout.leftOut.empty()) // beside the flags, in their lowest row
        layout.leftOutSign = QRectF(left, layout.flags.bottom() - lineHeight(font), column - margin, lineHeight(font));
    const std::vector<double> heights = laneHeights(plans, layout.plot.height() - gap * static_cast<double>(plans.size() - 1));
    double top = layout.plot.top();
    for (std::size_t i = 0; i < plans.size(); ++i) {
        layout.lanes.push_back({plans[i].kind, plans[i].end, QRectF(left, top, column - margin, heights[i]),
                                QRectF(layout.plot.left(), top, layout.plot.width(), heights[i])});
        top += heights[i] + gap;
    }
    return layout;
}

TimelineLayout TimelineLayout::compare(const QRectF& area, const QFont& font, const ComparedRows& rows)
{
    const QFontMetricsF metrics(boldFont(font));
    const double line = lineHeight(boldFont(font));
    // Room for "ETIMEDOUT after 14.3 s".
    const double column = std::min(metrics.averageCharWidth() * 23, area.width() * 0.32);
    const double gap = 4;
    const bool tall = rows.kind == LaneKind::Timer || rows.kind == LaneKind::Wire;
    const double least = line * (tall ? 3.4 : 2.3) + gap;
    const double told = line + lineHeight(smallFont(font)) - 2 + gap; // both lines beside a row
    const double low = line * 1.6 + gap;                             // its name alone, and a curve that can be told from others
    TimelineLayout layout = frame(area, font, column, rows.flagRows);
    const auto holdsAll = [&](const TimelineLayout& each) { return each.plot.height() + gap >= low * rows.pairs; };
    if (const TimelineLayout higher = frame(area, font, column, 1); !holdsAll(layout) && holdsAll(higher))
        layout = higher;
    if (layout.plot.height() < 20 || layout.plot.width() < 20 || rows.pairs <= 0)
        return layout;
    const double room = layout.plot.height() + gap;
    const double most = rows.fill ? room : line * (tall ? 7 : 4);
    // Rather low rows than some out of sight; where these are needed too, or only one would be seen, as many as can be read.
    const double shortest = holdsAll(layout) ? low : room < least * 2 ? told : least;
    layout.rowHeight = std::clamp(room / rows.pairs, std::min(shortest, most), most);
    // Where rows have to be scrolled, whole ones are in sight at first: half a row's words look like a fault.
    if (layout.rowHeight * rows.pairs > room + 1 && room >= shortest)
        layout.rowHeight = room / std::floor(room / shortest);
    layout.contentHeight = layout.rowHeight * rows.pairs - gap;
    const double furthest = std::max(layout.contentHeight - layout.plot.height(), 0.0);
    const double from = std::clamp(rows.scrolled, 0.0, furthest);
    const int first = static_cast<int>(from / layout.rowHeight);
    for (int pair = first; pair < rows.pairs; ++pair) {
        const double top = layout.plot.top() + pair * layout.rowHeight - from;
        if (top >= layout.plot.bottom())
            break;
        const double height = layout.rowHeight - gap;
        layout.lanes.push_back({rows.kind, rows.end, QRectF(layout.plot.left() - column, top, column - line * 0.4, height),
                                QRectF(layout.plot.left(), top, layout.plot.width(), height), pair});
    }
    return layout;
}

const LaneBox* TimelineLayout::laneAt(double y) const
{
    for (const LaneBox& box : lanes) {
        if (y >= box.lane.top() - 3 && y <= box.lane.bottom() + 3)
            return &box;
    }
    return nullptr;
}

} // namespace halfopen
