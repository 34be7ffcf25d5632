// SPDX-License-Identifier: GPL-3.0-or-later
// The lane of Send-Q and Recv-Q.
#include "ui/timeline/lanes.h"

#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

#include <QLineF>

#include <algorithm>

namespace halfopen {

namespace {

struct QueueLane final
{
    const LanePen& pen;
    QRectF lane;
    const TrackDigest& digest;
    int pair;
    Host end;
    float highestSend = 0;
    float highestReceive = 0;
    float sendAtFault = 0;
    std::size_t first = 0;
    std::size_t past = 0; // one past the last visible step

    void measure();
    void paintSteps(float QueueStep::*queue, float highest, const QColor& colour) const;
    void paintText() const;
};

void QueueLane::measure()
{
    const auto& queues = digest.queues();
    const double base = pen.facts.base;
    const auto begin = std::ranges::upper_bound(queues, pen.axis.from() + base, {}, &QueueStep::from);
    first = static_cast<std::size_t>(begin - queues.begin());
    if (first > 0)
        --first;
    past = static_cast<std::size_t>(std::ranges::upper_bound(queues, pen.axis.to() + base, {}, &QueueStep::from) - queues.begin());
    for (std::size_t i = first; i < past; ++i) {
        highestSend = std::max(highestSend, queues[i].sendQueue);
        highestReceive = std::max(highestReceive, queues[i].receiveQueue);
    }
    if (pen.facts.faultMade) {
        const auto after = std::ranges::upper_bound(queues, *pen.facts.faultAt + base, {}, &QueueStep::from);
        for (auto step = after == queues.begin() ? after : after - 1; step != queues.end(); ++step)
            sendAtFault = std::max(sendAtFault, step->sendQueue);
    }
}

void QueueLane::paintSteps(float QueueStep::*queue, float highest, const QColor& colour) const
{
    const auto& queues = digest.queues();
    const double scale = std::max(static_cast<double>(highest), 1.0);
    std::vector<QLineF> lines;
    const auto yOf = [&](float bytes) { return lane.bottom() - std::clamp(static_cast<double>(bytes) / scale, 0.0, 1.0) * lane.height(); };
    double columnX = -1e9; // of the pixel column that is being gathered
    double columnLow = 0;
    double columnHigh = 0;
    double y = 0;
    for (std::size_t i = first; i < past; ++i) {
        const double from = std::clamp(pen.x(queues[i].from - pen.facts.base), lane.left(), lane.right());
        const double until = i + 1 < queues.size() ? queues[i + 1].from - pen.facts.base : pen.facts.now;
        const double to = std::clamp(pen.x(until), lane.left(), lane.right());
        const double nextY = yOf(queues[i].*queue);
        if (i > first) {
            // Risers that share a pixel column become one line from the lowest to the highest of them.
            if (from - columnX < 1) {
                columnLow = std::min(columnLow, nextY);
                columnHigh = std::max(columnHigh, nextY);
                lines.back() = QLineF(columnX, columnLow, columnX, columnHigh);
            } else {
                columnX = from;
                columnLow = std::min(y, nextY);
                columnHigh = std::max(y, nextY);
                lines.emplace_back(columnX, columnLow, columnX, columnHigh);
            }
        }
        y = nextY;
        if (to - from >= 1 || i + 1 == past) {
            lines.emplace_back(from, y, to, y);
            columnX = -1e9;
        }
    }
    pen.painter.setPen(QPen(colour, 1.7));
    pen.painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

void QueueLane::paintText() const
{
    const RunFacts& facts = pen.facts;
    QStringList texts;
    const bool quiet = highestSend == 0 && highestReceive == 0;
    const Prediction* const prediction = facts.prediction(pair, end);
    if (!facts.hasRun)
        texts << LaneText::tr("bytes sent and not yet acknowledged, bytes received and not yet read") << LaneText::tr("bytes waiting");
    else if (facts.faultMade && sendAtFault == 0 && digest.queues().size() && quiet) {
        const bool keepalive = std::ranges::any_of(digest.teeth(), [](const TimerTooth& tooth) { return tooth.timer == KernelTimer::Keepalive; });
        if (keepalive)
            texts << LaneText::tr("nothing in flight, so no retransmission timer: only keepalive can find out");
        else if (!facts.ending(pair, end) && (!prediction || prediction->never()))
            texts << LaneText::tr("nothing in flight and no keepalive: nobody will ever find out");
        texts << LaneText::tr("nothing in flight, so no retransmission timer") << LaneText::tr("nothing in flight");
    }
    const QRectF area = pen.span(facts.hasRun ? facts.begin : pen.axis.from(), facts.hasRun && facts.live ? facts.now : pen.axis.to(), lane).adjusted(6, 0, -6, 0);
    if (!texts.isEmpty())
        pen.plate(quiet ? area.adjusted(0, 0, 0, -4) : area, texts, pen.small, pen.colours.mutedText, pen.colours.lane, Qt::AlignCenter);
    if (quiet)
        return;
    double left = lane.left() + 4;
    for (const auto& [highest, colour, text] :
         {std::tuple{highestSend, pen.colours.blue, LaneText::tr("Send-Q up to %1", "bytes")}, std::tuple{highestReceive, pen.colours.orange, LaneText::tr("Recv-Q up to %1", "bytes")}}) {
        if (highest == 0)
            continue;
        const QString label = text.arg(bytesText(static_cast<double>(highest)));
        const double width = pen.width(label, pen.small) + 8;
        if (pen.plate({left, lane.top() - 2, width + 1, lane.height()}, {label}, pen.small, pen.colours.dark ? colour.lighter(115) : colour.darker(125), pen.colours.lane,
                      Qt::AlignTop | Qt::AlignLeft))
            left += width + 8;
    }
}

} // namespace

void paintQueueLane(const LanePen& pen, const QRectF& whole, const TrackDigest& digest, int pair, Host end)
{
    QueueLane lane{pen, whole.adjusted(0, 4, 0, -4), digest, pair, end};
    lane.measure();
    if (lane.past > lane.first) {
        lane.paintSteps(&QueueStep::receiveQueue, std::max(lane.highestReceive, lane.highestSend), pen.colours.orange);
        lane.paintSteps(&QueueStep::sendQueue, std::max(lane.highestReceive, lane.highestSend), pen.colours.blue);
    }
    lane.paintText();
}

} // namespace halfopen
