// SPDX-License-Identifier: GPL-3.0-or-later
// The strip below the axis: the whole run, and which piece of it is visible.
#include "ui/timeline/lanes.h"

#include <QLineF>

#include <algorithm>

namespace halfopen {

namespace {

/// One line a pixel column in which something went over the wire: a search a column, however many packets there are.
void paintTraffic(const LanePen& pen, const QRectF& strip, const TimeAxis& whole, const PairTrack& track)
{
    std::vector<QLineF> lines;
    auto mark = track.packets.begin();
    while (mark != track.packets.end()) {
        const double x = whole.x(pen.facts.since(mark->time));
        if (x > strip.right())
            break;
        if (x >= strip.left())
            lines.emplace_back(x, strip.top() + 2, x, strip.bottom() - 2);
        const RunTime next = pen.facts.sinceHello(whole.seconds(std::max(x, strip.left()) + 2));
        mark = std::lower_bound(mark + 1, track.packets.end(), next,
                                [](const PacketMark& each, RunTime time) { return each.time < time; });
    }
    pen.painter.setPen(QPen(pen.colours.mutedText, 1));
    pen.painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

} // namespace

void paintOverview(const LanePen& pen, const QRectF& strip, const TimeAxis& whole, const TimelineLayout& layout,
                   int pair, Host end)
{
    if (strip.isEmpty())
        return;
    const auto cut = [&](double seconds) { return std::clamp(whole.x(seconds), strip.left(), strip.right()); };
    fillBox(pen.painter, strip, pen.colours.lane, 2);
    pen.painter.setRenderHint(QPainter::Antialiasing, false);
    if (const Prediction* const prediction = pen.facts.prediction(pair, end);
        prediction && prediction->applicable && !prediction->never()) {
        const double from = cut(pen.facts.countedFrom + toSeconds(prediction->hull().earliest));
        const double to = cut(pen.facts.countedFrom + toSeconds(prediction->hull().latest));
        pen.painter.fillRect(QRectF(from - 1, strip.top(), std::max(to - from, 3.0), strip.height()),
                             withAlpha(pen.colours.predicted, 0.6));
    }
    if (const PairTrack* const track = pen.facts.track(pair))
        paintTraffic(pen, strip, whole, *track);
    double before = -1e9;
    for (const FaultFlag& flag : pen.facts.faults()) {
        const double x = cut(flag.at);
        if (x - before < 1.5)
            continue;
        before = x;
        pen.painter.setPen(QPen(pen.colours.failure, 2, flag.planned ? Qt::DotLine : Qt::SolidLine));
        pen.painter.drawLine(QPointF(x, strip.top()), QPointF(x, strip.bottom()));
    }
    pen.painter.setRenderHint(QPainter::Antialiasing);
    // What is out of sight lies under a veil; the visible piece has a frame.
    const double left = cut(pen.axis.seconds(layout.plot.left()));
    const double right = std::max(cut(pen.axis.seconds(layout.plot.right())), left + 4);
    const QColor veil = withAlpha(pen.colours.panel, 0.66);
    pen.painter.fillRect(QRectF(strip.left(), strip.top(), left - strip.left(), strip.height()), veil);
    pen.painter.fillRect(QRectF(right, strip.top(), std::max(strip.right() - right, 0.0), strip.height()), veil);
    pen.painter.setPen(QPen(pen.colours.mutedText, 1));
    pen.painter.setBrush(Qt::NoBrush);
    pen.painter.drawRoundedRect(QRectF(left, strip.top(), right - left, strip.height()).adjusted(0.5, 0.5, -0.5, -0.5),
                                2, 2);
}

} // namespace halfopen
