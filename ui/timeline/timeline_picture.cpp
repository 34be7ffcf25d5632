// SPDX-License-Identifier: GPL-3.0-or-later
// The time line as a picture: what is shown and how it is painted.
#include "ui/timeline/timeline_picture.h"

#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/reading.h"

#include <algorithm>

namespace halfopen {

namespace {

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
    }
    return {};
}

QString activityText(const RunFacts& facts, int pair, Host end)
{
    const Pair* const plan = facts.plan(pair);
    if (!plan)
        return {};
    const std::string_view call = detectingCall(plan->end(end).activity);
    return call.empty() ? LaneText::tr("holds")
                        : callText(QString::fromUtf8(call.data(), static_cast<qsizetype>(call.size())));
}

void paintGrounds(const LanePen& pen, const TimelineLayout& layout)
{
    for (const LaneBox& box : layout.lanes)
        fillBox(pen.painter, box.lane, pen.colours.lane, 3);
    for (const auto& [from, to] : pen.tinted)
        pen.painter.fillRect(QRectF(from, layout.plot.top(), to - from, layout.plot.height()), pen.colours.afterFault);
}

/// Where a fault was in force, cut to the plot; overlapping faults tint once.
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

std::vector<double> faultLines(const RunFacts& facts, const TimeAxis& axis)
{
    std::vector<double> lines;
    for (const FaultFlag& flag : facts.faults()) {
        lines.push_back(axis.x(flag.at));
        if (flag.healed)
            lines.push_back(axis.x(*flag.healed));
    }
    std::ranges::sort(lines);
    return lines;
}

QString axisTitle(const RunFacts& facts, TimeOrigin origin)
{
    if (origin == TimeOrigin::Fault && facts.faultAt)
        return facts.faultMade ? LaneText::tr("seconds since the fault")
                               : LaneText::tr("seconds since the planned fault");
    return LaneText::tr("seconds since all pairs were armed");
}

} // namespace

TimelineLook TimelineLook::of(const ViewState& state)
{
    return {state.pair(),  state.end(),     state.showsBothEnds(), state.cursor(),
            state.range(), state.follows(), state.scale(),         state.origin()};
}

void TimelinePicture::forget()
{
    m_pair = -1;
    for (TrackDigest& digest : m_digests)
        digest.clear();
    m_wire.clear();
}

void TimelinePicture::prepare(const RunFacts& facts, int pair)
{
    if (pair != m_pair)
        forget();
    m_pair = pair;
    const PairTrack* const track = facts.track(pair);
    if (!track)
        return;
    m_digests[0].extend(track->client, track->packets, Host::Client);
    m_digests[1].extend(track->server, track->packets, Host::Server);
    m_wire.extend(track->packets);
}

int TimelinePicture::flagRows(const RunFacts& facts)
{
    int flags = 0;
    for (const FaultFlag& flag : facts.faults())
        flags += flag.healed ? 2 : 1;
    return flags > 1 ? 2 : 1;
}

TimeAxis TimelinePicture::axisFor(const RunFacts& facts, const TimelineLook& look, const TimelineLayout& layout,
                                  const QFont& font)
{
    auto [from, to] = facts.everything(look.pair);
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
    const double room = QFontMetricsF(boldFont(font)).horizontalAdvance(QStringLiteral("ECONNRESET.."));
    if (layout.plot.width() < room * 3)
        return tight;
    const double right = layout.plot.right() - room;
    const TimeAxis narrow(from, to - (to - from) * 0.035, look.scale, pivot, layout.plot.left(), right);
    return {from, narrow.seconds(layout.plot.right()), look.scale, pivot, layout.plot.left(), layout.plot.right()};
}

void TimelinePicture::paintLane(const LanePen& pen, const LaneBox& box, int pair, Host end) const
{
    pen.painter.save();
    pen.painter.setClipRect(box.lane.adjusted(0, -1, 0, 1));
    switch (box.kind) {
    case LaneKind::Call:
        paintCallLane(pen, box.lane, pair, box.end);
        break;
    case LaneKind::State:
        paintStateLane(pen, box.lane, digest(box.end), pair, box.end);
        break;
    case LaneKind::Timer:
        paintTimerLane(pen, box.lane, digest(end), pair, end);
        break;
    case LaneKind::Wire:
        paintWireLane(pen, box.lane, m_wire, pair, end);
        break;
    case LaneKind::Queues:
        paintQueueLane(pen, box.lane, digest(end), pair, end);
        break;
    }
    pen.painter.restore();
}

void TimelinePicture::paintLaneLabel(const LanePen& pen, const LaneBox& box, int pair, bool bothEnds) const
{
    const QFontMetricsF bold(pen.bold);
    const QFontMetricsF small(pen.small);
    QString below;
    QColor belowColour = pen.colours.mutedText;
    if (box.kind == LaneKind::Call)
        below = LaneText::tr("%1: %2", "host: its call").arg(hostText(box.end), activityText(pen.facts, pair, box.end));
    else if (box.kind == LaneKind::State)
        below = bothEnds ? hostText(box.end) : QStringLiteral("/proc/net/tcp");
    else if (box.kind == LaneKind::Wire)
        below = LaneText::tr("at the router");
    else if (box.kind == LaneKind::Queues)
        below = QStringLiteral("Send-Q · Recv-Q");
    else {
        // The timer that runs, or the one that ran last.
        const auto& teeth = digest(box.end).teeth();
        const auto last = std::find_if(teeth.rbegin(), teeth.rend(),
                                       [](const TimerTooth& tooth) { return tooth.timer != KernelTimer::None; });
        if (last != teeth.rend()) {
            below = timerText(last->timer);
            belowColour = pen.colours.of(last->timer);
        } else {
            below =
                teeth.empty() ? LaneText::tr("of the %1", "host").arg(hostText(box.end)) : timerText(KernelTimer::None);
        }
    }
    const double height = bold.height() + small.height();
    if (box.label.height() < bold.height() * 0.9)
        return;
    if (box.label.height() < height - 2) {
        pen.text(box.label, {laneName(box.kind)}, pen.bold, pen.colours.text);
        return;
    }
    const double top = box.label.center().y() - height / 2;
    pen.text({box.label.left(), top, box.label.width(), bold.height()}, {laneName(box.kind)}, pen.bold,
             pen.colours.text);
    pen.text({box.label.left(), top + bold.height(), box.label.width(), small.height()}, {below}, pen.small,
             belowColour);
    if (box.kind == LaneKind::Wire && box.label.height() > height + 2 * small.height()) {
        const QRectF edge(box.label.left(), box.label.top(), box.label.width(), small.height());
        pen.text(edge.translated(0, -2), {hostText(Host::Client)}, pen.small, pen.colours.faintText,
                 Qt::AlignRight | Qt::AlignVCenter);
        pen.text(edge.translated(0, box.label.height() - 2 * small.height()), {hostText(Host::Server)}, pen.small,
                 pen.colours.faintText, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void TimelinePicture::paintReading(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const
{
    const bool atCursor = look.cursor.has_value();
    if (!atCursor && (!pen.facts.live || !pen.facts.started))
        return;
    const double seconds = atCursor ? toSeconds(*look.cursor) : pen.facts.now;
    const double x = pen.x(seconds);
    if (x < layout.plot.left() - 1 || x > layout.plot.right() + 1)
        return;
    if (atCursor) {
        pen.painter.setPen(QPen(pen.colours.text, 1));
        pen.painter.drawLine(QPointF(x, layout.plot.top() - 3), QPointF(x, layout.plot.bottom() + 3));
    }
    const QStringList lines =
        readingAt(pen.facts, digest(look.end), look.pair, look.end, seconds, look.origin, atCursor);
    const QFontMetricsF bold(pen.bold);
    const QFontMetricsF plain(pen.font);
    double width = 0;
    for (qsizetype i = 0; i < lines.size(); ++i)
        width = std::max(width, (i == 0 ? bold : plain).horizontalAdvance(lines[i]));
    QRectF box(0, 0, width + 18, plain.height() * static_cast<double>(lines.size()) + 10);
    double top = layout.plot.top();
    for (const LaneBox& lane : layout.lanes) {
        if (lane.kind == LaneKind::Timer)
            top = lane.lane.top() + 6;
    }
    box.moveTop(std::max(std::min(top, layout.plot.bottom() - box.height()), layout.plot.top()));
    box.moveLeft(x + 8);
    if (box.right() > layout.plot.right())
        box.moveRight(x - 8);
    if (box.left() < layout.plot.left())
        box.moveLeft(layout.plot.left());
    pen.painter.setPen(QPen(pen.colours.border, 1));
    pen.painter.setBrush(withAlpha(pen.colours.panel, 0.95));
    pen.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRectF row(box.left() + 9, box.top() + 5 + plain.height() * static_cast<double>(i), box.width() - 16,
                         plain.height());
        pen.text(row, {lines[i]}, i == 0 ? pen.bold : pen.font, pen.colours.text);
    }
}

void TimelinePicture::paint(QPainter& painter, const QRectF& area, const RunFacts& facts, const TimelineLook& look,
                            const QPalette& palette, const QFont& font) const
{
    const Colours colours = Colours::from(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, colours.panel);
    const TimelineLayout layout = TimelineLayout::of(area, font, look.end, look.bothEnds, flagRows(facts));
    if (!facts.plan(look.pair) && !facts.track(look.pair))
        paintEmpty(painter, area, colours, font);
    else if (!layout.lanes.empty()) {
        const TimeAxis axis = axisFor(facts, look, layout, font);
        const LanePen pen{painter,
                          axis,
                          colours,
                          facts,
                          font,
                          boldFont(font),
                          smallFont(font),
                          faultLines(facts, axis),
                          tintedSpans(facts, axis)};
        const double zero = look.origin == TimeOrigin::Fault ? facts.faultAt.value_or(0) : 0;
        const double tickGap = pen.width(QStringLiteral("0000.0 s"), pen.small);
        const std::vector<AxisTick> ticks = axis.ticks(zero, tickGap);
        paintGrounds(pen, layout);
        paintGrid(pen, layout.plot, ticks);
        paintBands(pen, layout.plot, look.pair, look.end);
        for (const LaneBox& box : layout.lanes) {
            paintLaneLabel(pen, box, look.pair, look.bothEnds);
            paintLane(pen, box, look.pair, look.end);
        }
        paintFlags(pen, layout.flags, layout.plot, look.pair, look.end);
        paintAxis(pen, layout.axis, ticks, axisTitle(facts, look.origin));
        paintReading(pen, layout, look);
    }
    painter.restore();
}

} // namespace halfopen
