// SPDX-License-Identifier: GPL-3.0-or-later
// The lane of the kernel's timer: a saw-tooth that runs down.
#include "ui/timeline/lanes.h"

#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/ghosts.h"
#include "ui/timeline/lane_text.h"

#include <QLineF>
#include <QLocale>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

constexpr double kJustBefore = 0.001; // s

/// A tooth in seconds since t = 0.
struct Slope final
{
    double from = 0;
    double expires = 0;
    double until = 0;
    KernelTimer timer = KernelTimer::None;

    [[nodiscard]] double left(double at) const { return std::max(expires - at, 0.0); }
};

KernelTimer timerOf(PacketKind kind)
{
    return kind == PacketKind::Probe ? KernelTimer::Keepalive : KernelTimer::Retransmit;
}

struct TimerLane final
{
    const LanePen& pen;
    QRectF lane;
    const TrackDigest& digest;
    int pair;
    Host end;
    TimerScale scale{};
    double highest = 0.1; // s, at the top of the lane

    [[nodiscard]] double y(double seconds) const
    {
        const double part = std::isfinite(seconds) ? std::clamp(seconds / highest, 0.0, 1.0) : 0.0;
        return lane.bottom() - part * lane.height();
    }
    [[nodiscard]] std::vector<Slope> visible() const;
    [[nodiscard]] std::vector<Slope> expected() const;
    [[nodiscard]] QPolygonF outline(const Slope& slope) const;
    void paintSlope(const Slope& slope, LabelStrip& labels, bool first, std::vector<KernelTimer>& named) const;
    [[nodiscard]] QStringList wordings(const Slope& slope, bool first) const;
    /// Returns which timers' names stand at their teeth.
    std::vector<KernelTimer> paintSlopes(const std::vector<Slope>& slopes) const;
    void nameTheRest(const std::vector<Slope>& slopes, const std::vector<KernelTimer>& named) const;
    [[nodiscard]] double highestOf(const std::vector<Slope>& slopes, const std::vector<Slope>& ghosts) const;
    [[nodiscard]] double ownHighest() const { return highestOf(visible(), expected()); }
    void paintThin(const Slope& slope, std::vector<QLineF>& columns) const;
    void paintExpected(const std::vector<Slope>& slopes) const;
    void paintSilence() const;
    void paint();
};

std::vector<Slope> TimerLane::visible() const
{
    const double base = pen.facts.base;
    const auto& teeth = digest.teeth();
    std::vector<Slope> slopes;
    auto tooth =
        std::ranges::lower_bound(teeth, pen.axis.from() + base, {}, [](const TimerTooth& t) { return t.until; });
    for (; tooth != teeth.end() && tooth->armed - base <= pen.axis.to(); ++tooth) {
        if (tooth->timer != KernelTimer::None)
            slopes.push_back({tooth->armed - base, tooth->expires - base,
                              tooth->open ? std::max(pen.facts.now, tooth->until - base) : tooth->until - base,
                              tooth->timer});
    }
    // An open tooth may end (as far as it is known) before the visible piece begins.
    if (!teeth.empty() && teeth.back().open && teeth.back().until - base < pen.axis.from() &&
        teeth.back().timer != KernelTimer::None)
        slopes.push_back({teeth.back().armed - base, teeth.back().expires - base, pen.facts.now, teeth.back().timer});
    return slopes;
}

std::vector<Slope> TimerLane::expected() const
{
    std::vector<Slope> slopes;
    const RunFacts& facts = pen.facts;
    const Prediction* const prediction = facts.prediction(pair, end);
    if (!prediction || prediction->never() || facts.ending(pair, end) || (facts.hasRun && !facts.live))
        return slopes;
    std::vector<std::pair<double, PacketKind>> sent;
    const ExpectedCourse course = expectedCourse(facts, pair, end);
    for (const ExpectedPacket& packet : course.packets) {
        if (course.goneBy > 0 && packet.number <= course.goneBy) // the timer itself is known
            continue;
        if (packet.kind == PacketKind::Probe || packet.kind == PacketKind::Retransmission ||
            packet.kind == PacketKind::Data)
            sent.emplace_back(facts.countedFrom + toSeconds(packet.at.earliest + packet.at.latest) / 2, packet.kind);
    }
    if (sent.empty() && course.goneBy == 0)
        return slopes;
    const bool known = course.goneBy > 0 && !digest.teeth().empty();
    const PacketKind kind = sent.empty() ? PacketKind::Probe : sent.back().second;
    if (course.goneBy > 0)
        sent.emplace(sent.begin(), facts.now - kJustBefore, kind);
    const Interval& last = prediction->modes.front().at;
    // Where the timer tells when it will give up, that is more than what was predicted.
    sent.emplace_back(facts.countedFrom + (course.end ? toSeconds(course.end->earliest) : toSeconds(last.earliest + last.latest) / 2), kind);
    const double now = facts.hasRun ? facts.now : -1;
    if (!facts.hasRun && sent.front().second == PacketKind::Probe)
        slopes.push_back({0, sent.front().first, sent.front().first, KernelTimer::Keepalive});
    for (std::size_t i = 0; i + 1 < sent.size(); ++i) {
        if (sent[i + 1].first > now)
            slopes.push_back({sent[i].first, sent[i + 1].first, sent[i + 1].first, known ? digest.teeth().back().timer : timerOf(sent[i + 1].second)});
    }
    return slopes;
}

/// The line from the top of the tooth down to its end; on a bent axis a curve.
QPolygonF TimerLane::outline(const Slope& slope) const
{
    QPolygonF points;
    const double from = std::max(slope.from, pen.axis.from());
    const double to = std::min(slope.until, pen.axis.to());
    if (to <= from)
        return points;
    const double zero = std::clamp(slope.expires, from, to);
    const int steps = std::clamp(static_cast<int>((pen.x(zero) - pen.x(from)) / 6), 1, 60);
    const bool straight = std::abs(pen.x((from + zero) / 2) - (pen.x(from) + pen.x(zero)) / 2) < 0.5;
    for (int i = 0; i <= (straight ? 1 : steps); ++i) {
        const double at = from + (zero - from) * i / (straight ? 1 : steps);
        points << QPointF(pen.x(at), y(slope.left(at)));
    }
    if (to > zero)
        points << QPointF(pen.x(to), y(slope.left(to)));
    return points;
}

QStringList TimerLane::wordings(const Slope& slope, bool first) const
{
    double asked = slope.expires - slope.from;
    QString what = timerText(slope.timer);
    if (const PairTrack* const track = pen.facts.track(pair); track && slope.timer == KernelTimer::Keepalive) {
        // The kernel was asked for whole seconds; what the samples tell of it is off by their own age.
        const SocketOptions& options = track->end(end).inForce;
        constexpr double kAge = 0.15; // s
        if (const double idle = options.keepIdleSeconds.value_or(7200); std::abs(asked - idle) < kAge) {
            asked = idle;
            what = LaneText::tr("keepalive idle");
        } else if (const double interval = options.keepIntervalSeconds.value_or(75); std::abs(asked - interval) < kAge)
        {
            asked = interval;
        }
    }
    const QString time =
        std::abs(asked - std::round(asked)) < 1e-9
            ? LaneText::tr("%1 s", "whole seconds").arg(QLocale().toString(static_cast<int>(std::lround(asked))))
            : durationText(asked);
    if (!first)
        return {time};
    return {LaneText::tr("%1 %2 → 0", "timer, time").arg(what, time),
            QStringLiteral("%1 %2").arg(timerText(slope.timer), time), time};
}

void TimerLane::paintSlope(const Slope& slope, LabelStrip& labels, bool first, std::vector<KernelTimer>& named) const
{
    const QColor colour = pen.colours.of(slope.timer);
    QPolygonF line = outline(slope);
    if (line.size() < 2)
        return;
    QPolygonF area = line;
    area << QPointF(line.last().x(), lane.bottom()) << QPointF(line.first().x(), lane.bottom());
    pen.painter.setPen(Qt::NoPen);
    pen.painter.setBrush(withAlpha(colour, pen.colours.dark ? 0.26 : 0.24));
    pen.painter.drawPolygon(area);
    pen.painter.setPen(QPen(colour, 1.6));
    if (slope.from >= pen.axis.from())
        pen.painter.drawLine(QPointF(line.first().x(), lane.bottom()), line.first());
    for (qsizetype i = 1; i < line.size(); ++i)
        pen.painter.drawLine(line[i - 1], line[i]);

    const QFontMetricsF metrics(pen.small);
    if (line.last().x() - line.first().x() < metrics.averageCharWidth() * 3)
        return; // no wording is that short
    const QStringList texts = wordings(slope, first);
    const double left = line.first().x();
    const double width = line.last().x() - left;
    const double top = line.first().y();
    for (const QString& wording : texts) {
        const double wanted = metrics.horizontalAdvance(wording);
        QRectF box(left + 3, top - lineHeight(pen.small) - 1, wanted, lineHeight(pen.small));
        const bool inside = box.top() < lane.top() - 5; // no room above: in the tooth, under its slope
        if (wanted + (inside ? 8 : 6) > width) // it would lie over the next tooth
            continue;
        for (const double cut : pen.lines) {
            if (cut > box.left() - 3 && cut < box.right() + 3)
                box.moveLeft(cut + 6 + wanted < line.last().x() - 3 ? cut + 6 : cut - 5 - wanted);
        }
        if (inside)
            box.moveTop(y(slope.left(pen.axis.seconds(box.right() + 3))) + 1);
        if (box.left() < std::max(lane.left(), left + 2) || box.right() > std::min(lane.right(), left + width - 2) || box.bottom() > lane.bottom() + 1 || !labels.take(box.left(), box.right()))
            continue;
        pen.painter.setFont(pen.small);
        pen.painter.setPen(inside ? pen.colours.text : pen.colours.mutedText); // in the tooth the ground has its colour
        pen.painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, wording);
        if (wording != texts.last())
            named.push_back(slope.timer);
        break;
    }
}

/// Where no tooth had room for the name of its timer.
void TimerLane::nameTheRest(const std::vector<Slope>& slopes, const std::vector<KernelTimer>& named) const
{
    for (auto slope = slopes.rbegin(); slope != slopes.rend(); ++slope) {
        if (std::ranges::find(named, slope->timer) != named.end())
            continue;
        pen.besideCurve(lane, pen.x(slope->until), {timerText(slope->timer)}, pen.colours.ink(pen.colours.of(slope->timer)));
        return; // a second one would lie over the first
    }
}

void TimerLane::paintThin(const Slope& slope, std::vector<QLineF>& columns) const
{
    const double x = std::clamp(pen.x(slope.from), lane.left(), lane.right());
    const double top = y(slope.left(slope.from));
    if (!columns.empty() && std::abs(columns.back().x1() - x) < 1) {
        if (top < columns.back().y1())
            columns.back().setP1({columns.back().x1(), top}); // the highest of this pixel column
        return;
    }
    columns.emplace_back(x, top, x, lane.bottom());
}

void TimerLane::paintExpected(const std::vector<Slope>& slopes) const
{
    double painted = -1e9;
    for (Slope slope : slopes) {
        if (slope.until < pen.axis.from() || slope.from > pen.axis.to())
            continue;
        const bool runsAlready = pen.facts.hasRun && slope.from < pen.facts.now;
        if (runsAlready)
            slope.from = pen.facts.now;
        const QPolygonF line = outline(slope);
        if (line.size() < 2 || line.last().x() - painted < 2)
            continue;
        painted = line.last().x();
        pen.painter.setPen(QPen(withAlpha(pen.colours.of(slope.timer), 0.8), 1, Qt::DashLine));
        if (!runsAlready && slope.from >= pen.axis.from())
            pen.painter.drawLine(QPointF(line.first().x(), lane.bottom()), line.first());
        for (qsizetype i = 1; i < line.size(); ++i)
            pen.painter.drawLine(line[i - 1], line[i]);
    }
}

void TimerLane::paintSilence() const
{
    const auto& teeth = digest.teeth();
    const bool gone = !digest.states().empty() && !digest.states().back().present;
    const Prediction* const prediction = pen.facts.prediction(pair, end);
    QRectF area = lane;
    QStringList texts{LaneText::tr("no timer is armed"), LaneText::tr("no timer")};
    if (!pen.facts.hasRun) {
        if (!prediction || !prediction->never() || !prediction->applicable)
            return;
        // Keepalive goes round where its probes are answered, as where the way is whole again in time.
        if (const Pair* const plan = pen.facts.plan(pair); plan != nullptr && plan->end(end).options.keepAlive == true)
            return;
        texts.prepend(prediction->livesOn() ? LaneText::tr("no timer will be armed") : LaneText::tr("no timer will be armed: nothing will ever happen"));
    } else {
        if (gone || teeth.empty() || teeth.back().timer != KernelTimer::None || !teeth.back().open)
            return;
        area = pen.span(teeth.back().armed - pen.facts.base, pen.facts.now, lane);
        const bool forEver =
            pen.facts.faultMade && !pen.facts.ending(pair, end) && (!prediction || (prediction->never() && !prediction->livesOn()));
        if (forEver)
            texts.prepend(LaneText::tr("no timer is armed: nothing will ever happen"));
    }
    area = pen.clearPiece(area.adjusted(6, 0, -6, 0), texts, pen.font);
    pen.plate(area, texts, pen.font, pen.colours.mutedText, pen.ground(area.center().x()), Qt::AlignCenter);
}

double TimerLane::highestOf(const std::vector<Slope>& slopes, const std::vector<Slope>& ghosts) const
{
    double most = 0;
    for (const Slope& slope : slopes)
        most = std::max(most, slope.left(std::max(slope.from, pen.axis.from())));
    for (const Slope& slope : ghosts) {
        if (slope.from < pen.axis.to() && slope.until > pen.axis.from())
            most = std::max(most, slope.left(std::max(slope.from, pen.axis.from())));
    }
    return most;
}

std::vector<KernelTimer> TimerLane::paintSlopes(const std::vector<Slope>& slopes) const
{
    LabelStrip labels;
    std::vector<QLineF> columns;
    std::vector<KernelTimer> named;
    const Slope* before = nullptr;
    // Smooth edges cost most of a crowded picture's time.
    pen.painter.setRenderHint(QPainter::Antialiasing, static_cast<double>(slopes.size()) < lane.width() / 10);
    for (const Slope& slope : slopes) {
        // Its name stands at a tooth that has room for it, not only at the first.
        const bool first = !before || before->timer != slope.timer || std::ranges::find(named, slope.timer) == named.end();
        if (pen.x(slope.until) - pen.x(slope.from) < 2)
            paintThin(slope, columns);
        else
            paintSlope(slope, labels, first, named);
        before = &slope;
    }
    if (!columns.empty()) {
        pen.painter.setPen(QPen(pen.colours.of(before->timer), 1.2));
        pen.painter.drawLines(columns.data(), static_cast<int>(columns.size()));
    }
    pen.painter.setRenderHint(QPainter::Antialiasing);
    return named;
}

void TimerLane::paint()
{
    const std::vector<Slope> slopes = visible();
    const std::vector<Slope> ghosts = expected();
    const double own = highestOf(slopes, ghosts);
    highest = std::max(scale.highest.value_or(own), highest);
    const std::vector<KernelTimer> named = paintSlopes(slopes);
    paintExpected(ghosts);
    paintSilence();
    if (scale.isRow)
        nameTheRest(slopes.empty() ? ghosts : slopes, named);
    if (scale.isRow && !scale.highest && !(slopes.empty() && ghosts.empty()))
        pen.plate({lane.left(), lane.top() - 4, lane.width() - 4, lineHeight(pen.small)},
                  {LaneText::tr("own scale: up to %1", "a row of timers, time").arg(durationText(own)), LaneText::tr("up to %1", "a row of timers, time").arg(durationText(own))},
                  pen.small, pen.colours.mutedText, pen.ground(lane.right() - 4), Qt::AlignVCenter | Qt::AlignRight);
}

} // namespace

void paintTimerLane(const LanePen& pen, const QRectF& lane, const TrackDigest& digest, int pair, Host end, const TimerScale& scale)
{
    TimerLane{pen, lane.adjusted(0, 5, 0, -2), digest, pair, end, scale}.paint();
}

double highestTimer(const LanePen& pen, const TrackDigest& digest, int pair, Host end)
{
    return TimerLane{pen, {}, digest, pair, end}.ownHighest();
}

} // namespace halfopen
