// SPDX-License-Identifier: GPL-3.0-or-later
// The lane of Send-Q and Recv-Q.
#include "ui/timeline/lanes.h"

#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

#include <QLineF>

#include <algorithm>

namespace halfopen {

namespace {

struct QueueLane final
{
    const LanePen& pen;
    QRectF whole;
    QRectF lane;  // of the lines
    QRectF names; // above them: how high the lines go; empty where there is no room for it
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
    void paintHeights() const;
};

void QueueLane::measure()
{
    const auto& queues = digest.queues();
    const double base = pen.facts.base;
    const auto begin = std::ranges::upper_bound(queues, pen.axis.from() + base, {}, &QueueStep::from);
    first = static_cast<std::size_t>(begin - queues.begin());
    if (first > 0)
        --first;
    past = static_cast<std::size_t>(std::ranges::upper_bound(queues, pen.axis.to() + base, {}, &QueueStep::from) -
                                    queues.begin());
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
    const auto yOf = [&](float bytes) {
        return lane.bottom() - std::clamp(static_cast<double>(bytes) / scale, 0.0, 1.0) * lane.height();
    };
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
        texts << LaneText::tr("bytes sent and not yet acknowledged, bytes received and not yet read")
              << LaneText::tr("unacknowledged and unread bytes") << LaneText::tr("measured in a run");
    else if (facts.faultMade && sendAtFault == 0 && !digest.queues().empty() && quiet) {
        const bool keepalive = std::ranges::any_of(
            digest.teeth(), [](const TimerTooth& tooth) { return tooth.timer == KernelTimer::Keepalive; });
        const auto ending = facts.ending(pair, end);
        const bool spoken =
            (ending && ending->result == 0) || (prediction && (prediction->decidedBy == DecidedBy::PeerFin ||
                                                               prediction->decidedBy == DecidedBy::PeerRst));
        const bool answered = std::ranges::any_of(facts.faults(), [&](const FaultFlag& flag) {
            return !flag.planned && flag.fault.kind == FaultKind::Freeze && flag.fault.host != end;
        });
        const bool livesOn = prediction && prediction->livesOn();
        if (livesOn)
            texts << LaneText::tr("nothing in flight: all that was sent is acknowledged");
        else if (keepalive && answered)
            texts << LaneText::tr("nothing in flight, and the stopped program's kernel answers every probe");
        else if (keepalive && !spoken)
            texts << LaneText::tr("nothing in flight, so no retransmission timer: only keepalive can find out");
        else if (!ending && (!prediction || prediction->never()))
            texts << LaneText::tr("nothing in flight and no keepalive: nobody will ever find out");
        texts << LaneText::tr("nothing in flight, so no retransmission timer") << LaneText::tr("nothing in flight");
    }
    const QRectF span = pen.span(facts.hasRun ? facts.begin : pen.axis.from(),
                                  facts.hasRun && facts.live ? facts.now : pen.axis.to(), lane)
                             .adjusted(6, 0, -6, 0);
    if (!texts.isEmpty()) {
        const QRectF area = pen.clearPiece(span.adjusted(4, 0, -4, quiet ? -4 : 0), texts, pen.small);
        // Of a plan the faults' lines lie under the words.
        // Not beside what has been measured so far: there is the future, of which they say nothing.
        if (!pen.plate(area, texts, pen.small, pen.colours.mutedText, pen.ground(area.center().x()), Qt::AlignCenter) && !facts.hasRun)
            pen.plate(span, texts, pen.small, pen.colours.mutedText, pen.ground(span.center().x()), Qt::AlignCenter);
    }
    if (quiet)
        return;
    paintHeights();
}

/// How high the lines go.
void QueueLane::paintHeights() const
{
    struct Height final
    {
        float bytes;
        QColor colour;
        QString name;
    };
    QStringList inOne;
    double left = lane.left() + 4;
    QColor colour = pen.colours.mutedText;
    for (const Height& height : {Height{highestSend, pen.colours.blue, QStringLiteral("Send-Q")}, Height{highestReceive, pen.colours.orange, QStringLiteral("Recv-Q")}}) {
        if (height.bytes == 0)
            continue;
        colour = pen.colours.ink(height.colour);
        const QString bytes = bytesText(static_cast<double>(height.bytes));
        inOne << height.name + QStringLiteral(" ≤ ") + bytes;
        if (names.isEmpty())
            continue;
        const QString label = LaneText::tr("%1 up to %2", "Send-Q or Recv-Q, bytes").arg(height.name, bytes);
        const double width = pen.width(label, pen.small);
        std::vector<double> lines = pen.lines;
        if (pen.facts.live)
            lines.push_back(pen.x(pen.facts.now));
        for (const double line : lines) {
            if (line > left - 4 && line < left + width + 4)
                left = line + 6;
        }
        // On a plate: the predicted band may be there.
        if (!pen.plate({left - 4, names.top(), width + 9, names.height()}, {label}, pen.small, colour, pen.ground(left), Qt::AlignVCenter | Qt::AlignLeft))
            pen.text({left, names.top(), width + 1, names.height()}, {label}, pen.small, colour);
        left += width + 14;
    }
    if (!names.isEmpty())
        return;
    if (inOne.size() > 1)
        colour = pen.colours.mutedText;
    const QString one = inOne.join(QStringLiteral(" · "));
    QStringList wordings{one};
    if (inOne.size() == 1)
        wordings << QString(one).remove(QStringLiteral("≤ "));
    const double last = digest.queues().empty() ? pen.facts.now : std::max(pen.facts.now, digest.queues().back().from - pen.facts.base);
    pen.besideCurve(whole, pen.x(last), wordings, colour);
}

} // namespace

void paintQueueLane(const LanePen& pen, const QRectF& whole, const TrackDigest& digest, int pair, Host end)
{
    const QRectF inside = whole.adjusted(0, 3, 0, -4);
    QueueLane lane{pen, whole, inside, {}, digest, pair, end};
    lane.measure();
    if (const double row = lineHeight(pen.small); (lane.highestSend > 0 || lane.highestReceive > 0) && inside.height() >= row * 1.5) {
        lane.names = QRectF(inside.left(), inside.top() - 1, inside.width(), row);
        lane.lane.setTop(lane.names.bottom() + 2);
    }
    if (lane.past > lane.first) {
        lane.paintSteps(&QueueStep::receiveQueue, std::max(lane.highestReceive, lane.highestSend), pen.colours.orange);
        lane.paintSteps(&QueueStep::sendQueue, std::max(lane.highestReceive, lane.highestSend), pen.colours.blue);
    }
    lane.paintText();
}

} // namespace halfopen
