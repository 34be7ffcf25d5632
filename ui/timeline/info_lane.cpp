// SPDX-License-Identifier: GPL-3.0-or-later
// The lane of one value of TCP_INFO over time.
#include "ui/timeline/lanes.h"

#include "ui/theme/line_height.h"
#include "ui/timeline/lane_text.h"

#include <QLineF>

#include <algorithm>

namespace halfopen {

namespace {

constexpr double kPiece = 12; // px; a slope on a bent time axis is drawn in pieces of this width

/// From `from` to `to` (s since t = 0) the value went from `first` to `last`: level but for ages, which grow.
struct InfoStep final
{
    double from = 0;
    double to = 0;
    double first = 0;
    double last = 0;
};

struct InfoLane final
{
    const LanePen& pen;
    QRectF whole;
    QRectF lane;  // of the line
    QRectF names; // above it: how high it goes; empty where there is no room for it
    InfoField field;
    std::vector<InfoStep> steps; // those in sight
    bool anySample = false;
    double highest = 0;

    void measure(const EndTrack& track);
    void paintLine() const;
    void paintValues() const;
    void paintHeight() const;
    void paintAbsence() const;

    [[nodiscard]] double yOf(double value) const
    {
        return lane.bottom() - (highest > 0 ? std::clamp(value / highest, 0.0, 1.0) : 0.0) * lane.height();
    }
};

/// Samples are told when something has changed, so each holds until the next one, the last until the socket is gone.
void InfoLane::measure(const EndTrack& track)
{
    const auto& samples = track.infos;
    anySample = !samples.empty();
    double end = pen.facts.now;
    if (!track.rows.empty() && !track.rows.back().row)
        end = std::min(end, pen.facts.since(track.rows.back().time));
    auto sample = std::ranges::upper_bound(samples, pen.facts.sinceHello(pen.axis.from()), {}, &InfoSample::time);
    if (sample != samples.begin())
        --sample;
    double column = -1e9; // of the pixel column that is being gathered
    for (; sample != samples.end() && pen.facts.since(sample->time) <= pen.axis.to(); ++sample) {
        const auto next = sample + 1;
        const double from = pen.facts.since(sample->time);
        const double to = next != samples.end() ? pen.facts.since(next->time) : std::max(end, from);
        const auto value = infoValue(field, sample->info);
        if (!value)
            continue;
        const InfoStep step{from, to, *value, isAge(field) ? *value + (to - from) : *value};
        highest = std::max({highest, step.first, step.last});
        // Samples that share a pixel column become one step with the last value, and the highest is kept above.
        const double x = pen.x(from);
        if (x - column < 1 && !steps.empty()) {
            steps.back().to = to;
            steps.back().last = step.last;
            continue;
        }
        column = x;
        steps.push_back(step);
    }
}

void InfoLane::paintLine() const
{
    std::vector<QLineF> lines;
    const InfoStep* before = nullptr;
    for (const InfoStep& step : steps) {
        const double left = std::clamp(pen.x(step.from), lane.left(), lane.right());
        const double right = std::clamp(pen.x(step.to), lane.left(), lane.right());
        if (before && pen.x(step.from) >= lane.left() && before->last != step.first)
            lines.emplace_back(left, yOf(before->last), left, yOf(step.first));
        before = &step;
        if (step.first == step.last) {
            lines.emplace_back(left, yOf(step.first), right, yOf(step.last));
            continue;
        }
        const auto valueAt = [&](double x) {
            const double part = step.to > step.from ? (pen.axis.seconds(x) - step.from) / (step.to - step.from) : 1;
            return step.first + (step.last - step.first) * std::clamp(part, 0.0, 1.0);
        };
        for (double x = left; x < right; x += kPiece) {
            const double to = std::min(x + kPiece, right);
            lines.emplace_back(x, yOf(valueAt(x)), to, yOf(valueAt(to)));
        }
    }
    pen.painter.setPen(QPen(pen.colours.purple, 1.8));
    pen.painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

/// The level's value over it, where it is wide enough; a slope's end is told by the read-out.
void InfoLane::paintValues() const
{
    const double height = lineHeight(pen.small);
    for (const InfoStep& step : steps) {
        if (step.first != step.last || step.first <= 0 || step.first == highest) // that one is said above
            continue;
        const QString text = infoText(field, step.first);
        const double width = pen.width(text, pen.small) + 4;
        const QRectF room = pen.span(step.from, step.to, lane).adjusted(3, 0, -3, 0);
        if (room.width() < width)
            continue;
        const double y = yOf(step.first);
        // Above the line where there is room, else under it.
        const double top = y - lane.top() >= height ? y - height : y + 1;
        if (top + height > lane.bottom() + 2)
            continue;
        const QRectF area = pen.clearPiece({room.left(), top, room.width(), height}, {text}, pen.small);
        pen.text(area, {text}, pen.small, pen.colours.ink(pen.colours.purple));
    }
}

void InfoLane::paintHeight() const
{
    const QColor colour = pen.colours.ink(pen.colours.purple);
    const QString value = infoText(field, highest);
    const QString text = LaneText::tr("%1 up to %2", "a value of TCP_INFO, its highest").arg(infoName(field), value);
    if (names.isEmpty()) {
        const QString most = QStringLiteral("≤ %1").arg(value);
        return pen.besideCurve(whole, pen.x(steps.back().to), {text, infoName(field) + u' ' + most, most}, colour);
    }
    double left = lane.left() + 4;
    const double width = pen.width(text, pen.small);
    for (const double line : pen.lines) {
        if (line > left - 4 && line < left + width + 4)
            left = line + 6;
    }
    pen.text({left, names.top(), width + 1, names.height()}, {text}, pen.small, colour);
}

void InfoLane::paintAbsence() const
{
    QStringList texts;
    if (!pen.facts.hasRun)
        texts << LaneText::tr("%1: %2, over time", "a value of TCP_INFO, its meaning").arg(infoName(field), infoMeaning(field)) << infoMeaning(field);
    else if (anySample)
        texts << LaneText::tr("this kernel does not tell %1", "a value of TCP_INFO").arg(infoName(field));
    else
        texts << LaneText::tr("no sample yet");
    const QRectF area = pen.clearPiece(lane.adjusted(8, 0, -8, 0), texts, pen.small);
    pen.plate(area, texts, pen.small, pen.colours.mutedText, pen.ground(area.center().x()), Qt::AlignCenter);
}

} // namespace

void paintInfoLane(const LanePen& pen, const QRectF& whole, int pair, Host end)
{
    const PairTrack* const track = pen.facts.track(pair);
    const QRectF inside = whole.adjusted(0, 3, 0, -4);
    InfoLane lane{pen, whole, inside, {}, pen.info, {}};
    if (track)
        lane.measure(track->end(end));
    if (lane.steps.empty())
        return lane.paintAbsence();
    if (const double row = lineHeight(pen.small); inside.height() >= row * 1.6) {
        lane.names = QRectF(inside.left(), inside.top() - 1, inside.width(), row);
        lane.lane.setTop(lane.names.bottom() + 2);
    }
    lane.paintLine();
    if (!lane.names.isEmpty())
        lane.paintValues();
    lane.paintHeight();
}

} // namespace halfopen
