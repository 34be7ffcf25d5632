// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the time line stand.
#include "ui/timeline/timeline_picture.h"

#include "ui/timeline/lane_text.h"

#include <algorithm>

namespace halfopen {

namespace {

struct LanePlan final
{
    LaneKind kind;
    Host end;
    double share; // of the height that is left over
};

std::vector<LanePlan> lanePlans(Host end, bool bothEnds)
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
    return plans;
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

TimelineLayout TimelineLayout::of(const QRectF& area, const QFont& font, Host end, bool bothEnds, int flagRows)
{
    TimelineLayout layout;
    const QFontMetricsF metrics(boldFont(font));
    const QFontMetricsF small(smallFont(font));
    const double line = metrics.height();
    const double margin = line * 0.4;
    double column = 0;
    for (const QString& text : {LaneText::tr("App call"), LaneText::tr("Socket state"), LaneText::tr("Kernel timer"),
                                LaneText::tr("On the wire"), LaneText::tr("Queues")})
        column = std::max(column, metrics.horizontalAdvance(text));
    column = std::min(column + line * 1.5, area.width() * 0.28);

    const QRectF inside = area.adjusted(margin, margin * 0.5, -margin, -margin * 0.5);
    const double axisHeight = small.height() * (area.height() > line * 19 ? 2.0 : 1.0) + 4;
    layout.flags = QRectF(inside.left() + column, inside.top(), inside.width() - column,
                          (area.height() > line * 16 ? flagRows : 1) * line + 4);
    layout.axis = QRectF(layout.flags.left(), inside.bottom() - axisHeight, layout.flags.width(), axisHeight);
    layout.plot = QRectF(layout.flags.left(), layout.flags.bottom() + 1, layout.flags.width(),
                         layout.axis.top() - layout.flags.bottom() - 3);
    if (layout.plot.height() < 20 || layout.plot.width() < 20)
        return layout;

    const std::vector<LanePlan> plans = lanePlans(end, bothEnds);
    const double gap = std::clamp(area.height() / 60, 3.0, 9.0);
    double shares = 0;
    for (const LanePlan& plan : plans)
        shares += plan.share;
    const double height = layout.plot.height() - gap * static_cast<double>(plans.size() - 1);
    double top = layout.plot.top();
    for (const LanePlan& plan : plans) {
        const double own = std::max(height * plan.share / shares, 4.0);
        layout.lanes.push_back({plan.kind, plan.end, QRectF(inside.left(), top, column - margin, own),
                                QRectF(layout.plot.left(), top, layout.plot.width(), own)});
        top += own + gap;
    }
    return layout;
}

} // namespace halfopen
