// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under the lanes, and what stands there while there is nothing to show.
#include "ui/timeline/lanes.h"

#include "ui/timeline/forgettings.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>

namespace halfopen {

void paintGrounds(const LanePen& pen, const TimelineLayout& layout)
{
    pen.painter.setClipRect(layout.plot);
    for (const LaneBox& box : layout.lanes)
        fillBox(pen.painter, box.lane, pen.colours.lane, 3);
    for (const auto& [from, to] : pen.tinted)
        pen.painter.fillRect(QRectF(from, layout.plot.top(), to - from, layout.plot.height()), pen.colours.afterFault);
    pen.painter.setClipping(false);
}

std::vector<std::pair<double, double>> tintedSpans(const RunFacts& facts, const TimeAxis& axis)
{
    std::vector<std::pair<double, double>> spans;
    for (const FaultFlag& flag : facts.faults()) {
        const double from = std::clamp(axis.x(flag.at), axis.left(), axis.right());
        const double to = flag.healed ? std::clamp(axis.x(*flag.healed), axis.left(), axis.right()) : axis.right();
        if (flag.planned || to <= from)
            continue;
        if (!spans.empty() && from <= spans.back().second)
            spans.back().second = std::max(spans.back().second, to);
        else
            spans.emplace_back(from, to);
    }
    return spans;
}

void paintEmpty(QPainter& painter, const QRectF& area, const Colours& colours, const QFont& font)
{
    painter.setPen(colours.mutedText);
    painter.setFont(boldFont(font));
    const double line = QFontMetricsF(font).height();
    painter.drawText(area.adjusted(0, 0, 0, -line * 1.4), Qt::AlignCenter, LaneText::tr("Nothing to show yet"));
    painter.setFont(font);
    painter.drawText(area.adjusted(line, line * 1.6, -line, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     LaneText::tr("Add a pair of sockets: its expected probes appear here at once, and the real ones "
                                  "beside them when you press Run."));
}

std::vector<double> faultLines(const RunFacts& facts, const TimeAxis& axis, int pair, Host end)
{
    std::vector<double> lines;
    for (const FaultFlag& flag : facts.faults()) {
        lines.push_back(axis.x(flag.at));
        if (flag.healed)
            lines.push_back(axis.x(*flag.healed));
    }
    for (const Forgetting& forgetting : forgettingsOf(facts, pair, end))
        lines.push_back(axis.x(forgetting.at));
    std::ranges::sort(lines);
    return lines;
}

QString axisTitle(const RunFacts& facts, TimeOrigin origin)
{
    if (origin == TimeOrigin::Fault && facts.faultAt)
        return facts.faultMade ? LaneText::tr("time since the fault")
                               : LaneText::tr("time since the planned fault");
    return LaneText::tr("time since all pairs were armed");
}

} // namespace halfopen
