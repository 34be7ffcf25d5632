// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over all lanes: faults, predicted bands, now; and the axis with its grid.
#include "ui/timeline/lanes.h"

#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

#include <algorithm>

namespace halfopen {

namespace {

struct Flag final
{
    double x = 0;
    QStringList wordings; // long to short
    QColor colour;
    bool bold = false;
    bool leftwards = false; // the text stands to the left of its line
    bool centred = false;   // it stands over its place if there is room
};

/// Where that mode lies on the plot, at least 3 px wide; empty if out of sight.
QRectF bandOf(const LanePen& pen, const PredictionMode& mode, const QRectF& plot)
{
    const QRectF band = pen.span(pen.facts.countedFrom + toSeconds(mode.at.earliest),
                                 pen.facts.countedFrom + toSeconds(mode.at.latest), plot);
    if (band.right() <= plot.left() || band.left() >= plot.right())
        return {};
    return band.width() >= 3 ? band : QRectF(band.center().x() - 1.5, band.top(), 3, band.height());
}

struct FlagStrip final
{
    const LanePen& pen;
    QRectF strip;
    QRectF plot;
    std::vector<LabelStrip> rows;
    double rowHeight;

    void line(double x, const QColor& colour, double width, Qt::PenStyle style) const
    {
        if (x < plot.left() - 1 || x > plot.right() + 1)
            return;
        pen.painter.setPen(QPen(colour, width, style));
        pen.painter.drawLine(QPointF(x, strip.bottom() - rowHeight * 0.9), QPointF(x, plot.bottom()));
    }
    /// Beside the other faults' lines where there is room, else over them.
    void place(const Flag& flag)
    {
        if (flag.x >= plot.left() - 1 && flag.x <= plot.right() + 1 && !tryToPlace(flag, false))
            tryToPlace(flag, true);
    }
    bool tryToPlace(const Flag& flag, bool mayCross);
};

bool FlagStrip::tryToPlace(const Flag& flag, bool mayCross)
{
    const QFont& font = flag.bold ? pen.bold : pen.font;
    for (const QString& wording : flag.wordings) {
        const double width = pen.width(wording, font);
        for (std::size_t row = 0; row < rows.size(); ++row) { // row 0 is the lowest
            const double after = flag.x + 5;
            const double before = flag.x - 4 - width;
            const double over = flag.x - width / 2;
            const auto isCrossed = [&](double from, double room) {
                return std::ranges::any_of(pen.lines, [&](double x) { return x > from - room && x < from + width + room; });
            };
            for (const double left : {flag.centred && !isCrossed(over, 4) ? over
                                      : flag.leftwards         ? before
                                                               : after,
                                      flag.leftwards ? before : after, flag.leftwards ? after : before})
            {
                if (left < strip.left() || left + width > strip.right() || (!mayCross && isCrossed(left, 0)) ||
                    !rows[row].take(left, left + width))
                    continue;
                const double top = strip.bottom() - static_cast<double>(row + 1) * rowHeight;
                if (row > 0) { // a leader line up to the row
                    pen.painter.setPen(QPen(flag.colour, 1));
                    pen.painter.drawLine(QPointF(flag.x, top + 2), QPointF(flag.x, strip.bottom()));
                }
                fillBox(pen.painter, {left - 2, top, width + 4, rowHeight - 1}, withAlpha(pen.colours.panel, 0.9), 0);
                pen.painter.setFont(font);
                pen.painter.setPen(flag.colour);
                pen.painter.drawText(QRectF(left, top, width + 1, rowHeight),
                                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, wording);
                return true;
            }
        }
    }
    return false;
}

void placeBandNames(FlagStrip& flags, int pair, Host end)
{
    const LanePen& pen = flags.pen;
    const Prediction* const prediction = pen.facts.prediction(pair, end);
    if (!prediction || !prediction->applicable)
        return;
    const QString text = LaneText::tr("predicted %1", "interval").arg(predictedText(*prediction));
    if (prediction->never()) {
        const double right = flags.plot.right();
        flags.place(
            {right, {LaneText::tr("predicted: never"), LaneText::tr("never")}, pen.colours.predicted, false, true});
        return;
    }
    double first = 1e12;
    double last = -1e12;
    for (const PredictionMode& mode : prediction->modes) {
        const double from = pen.facts.countedFrom + toSeconds(mode.at.earliest);
        const double to = pen.facts.countedFrom + toSeconds(mode.at.latest);
        first = std::min(first, from);
        last = std::max(last, to);
        const QRectF cap = bandOf(pen, mode, flags.plot);
        if (!cap.isEmpty()) // over the lanes' bars the band is told by its cap alone
            fillBox(pen.painter, {cap.left(), flags.plot.top() - 4, cap.width(), 5}, pen.colours.predicted, 1);
    }
    if (first > pen.axis.to()) {
        flags.place({flags.plot.right(),
                     {text + QStringLiteral(" →"), predictedText(*prediction) + QStringLiteral(" →")},
                     pen.colours.predicted,
                     true,
                     true});
        return;
    }
    const double middle = std::clamp(pen.x((first + last) / 2), flags.plot.left(), flags.plot.right());
    flags.place({middle, {text, predictedText(*prediction)}, pen.colours.predicted, true, true, true});
}

/// A flapping cable has more faults than there are pixels.
std::vector<FaultFlag> apart(const LanePen& pen)
{
    std::vector<FaultFlag> shown;
    for (const FaultFlag& fault : pen.facts.faults()) {
        if (shown.empty() || pen.x(fault.at) - pen.x(shown.back().at) >= 1.5)
            shown.push_back(fault);
    }
    return shown;
}

QStringList faultWordings(const LanePen& pen, const FaultFlag& flag)
{
    const bool onLoopback =
        pen.facts.experiment->path == PathKind::Loopback || (pen.facts.timeline && pen.facts.timeline->place() &&
                                                             pen.facts.timeline->place()->place == PlaceKind::Loopback);
    const QString text = faultText(flag.fault, onLoopback);
    QStringList wordings{text};
    if (flag.planned)
        wordings.prepend(LaneText::tr("%1 planned", "a fault").arg(text));
    if (!dropsAll(flag.fault) || !QFontMetricsF(pen.bold).inFontUcs4(0x2702))
        return wordings;
    const QString scissors = QStringLiteral("✂");
    for (QString& wording : wordings)
        wording.prepend(scissors + u' ');
    return wordings << scissors;
}

} // namespace

void paintBands(const LanePen& pen, const QRectF& plot, int pair, Host end)
{
    const Prediction* const prediction = pen.facts.prediction(pair, end);
    if (!prediction || !prediction->applicable)
        return;
    for (const PredictionMode& mode : prediction->modes) {
        const QRectF band = bandOf(pen, mode, plot);
        if (band.isEmpty())
            continue;
        pen.painter.fillRect(band, withAlpha(pen.colours.predicted, pen.colours.dark ? 0.38 : 0.32));
        pen.painter.setPen(QPen(withAlpha(pen.colours.predicted, 0.9), 1));
        pen.painter.drawLine(band.topLeft(), band.bottomLeft());
        pen.painter.drawLine(band.topRight(), band.bottomRight());
    }
}

void paintBandCaps(const LanePen& pen, const QRectF& row, int pair, Host end, bool wordsBelow)
{
    const Prediction* const prediction = pen.facts.prediction(pair, end);
    if (!prediction || !prediction->applicable)
        return;
    for (const PredictionMode& mode : prediction->modes) {
        const QRectF band = bandOf(pen, mode, row);
        if (band.isEmpty())
            continue;
        for (const double top : {row.top(), row.bottom() - 5}) {
            if (wordsBelow && top > row.top())
                continue;
            fillBox(pen.painter, {band.left() - 1, top - 1, band.width() + 2, 7}, pen.colours.panel, 1);
            fillBox(pen.painter, {band.left(), top, band.width(), 5}, pen.colours.predicted, 1);
        }
    }
}

void paintFlags(const LanePen& pen, const QRectF& strip, const QRectF& plot, int pair, Host end)
{
    const double rowHeight = lineHeight(pen.bold);
    const auto rowCount = static_cast<std::size_t>(std::max(1.0, strip.height() / rowHeight));
    FlagStrip flags{pen, strip, plot, std::vector<LabelStrip>(rowCount, LabelStrip(8)), rowHeight};
    pen.painter.save();
    pen.painter.setClipRect(QRectF(plot.left() - 1, strip.top(), plot.width() + 2, plot.bottom() - strip.top()));
    const auto heals = [](const FaultFlag& fault) { return fault.healed && !healText(fault.fault).isEmpty(); };
    // The lines first: where a word has no place beside them it stands over them.
    const std::vector<FaultFlag> shown = apart(pen);
    for (const FaultFlag& fault : shown) {
        flags.line(pen.x(fault.at), pen.colours.failure, 2, fault.planned ? Qt::DashLine : Qt::SolidLine);
        if (heals(fault))
            flags.line(pen.x(*fault.healed), pen.colours.done, 1.5, fault.healPlanned ? Qt::DashLine : Qt::SolidLine);
    }
    placeBandNames(flags, pair, end);
    for (const FaultFlag& fault : shown) {
        flags.place({pen.x(fault.at), faultWordings(pen, fault), pen.colours.failure, true, false});
        if (heals(fault))
            flags.place({pen.x(*fault.healed), {healText(fault.fault)}, pen.colours.done, true, false});
    }
    if (pen.facts.live) {
        const double now = pen.x(pen.facts.now);
        flags.line(now, pen.colours.text, 1.2, Qt::SolidLine);
    }
    pen.painter.restore();
}

void paintGrid(const LanePen& pen, const QRectF& plot, const std::vector<AxisTick>& ticks)
{
    pen.painter.setPen(QPen(pen.colours.grid, 1));
    for (const AxisTick& tick : ticks) {
        const double x = std::round(tick.x) + 0.5;
        pen.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

void paintAxis(const LanePen& pen, const QRectF& strip, const std::vector<AxisTick>& ticks, const QString& title,
               const std::vector<AxisTag>& tags)
{
    const QFontMetricsF metrics(pen.small);
    LabelStrip labels(8);
    const double line = lineHeight(pen.small);
    const double row = line + 2;
    // The title has a row of its own where there is height, else the right end of the ticks' row.
    const bool ownRow = strip.height() >= 2 * line;
    pen.painter.setFont(pen.small);
    pen.painter.setPen(pen.colours.mutedText);
    if (ownRow)
        pen.painter.drawText(QRectF(strip.left(), strip.top() + row - 1, strip.width(), line),
                             Qt::AlignCenter | Qt::TextSingleLine, title);
    for (const AxisTag& tag : tags) {
        const double width = metrics.horizontalAdvance(tag.text) + 8;
        const double left = std::clamp(tag.x - width / 2, strip.left(), std::max(strip.right() - width, strip.left()));
        if (!labels.take(left, left + width))
            continue;
        fillBox(pen.painter, {left, strip.top() + 1, width, row - 1}, tag.ground, 3);
        pen.painter.setPen(textOn(tag.ground));
        pen.painter.drawText(QRectF(left, strip.top(), width, row), Qt::AlignCenter | Qt::TextSingleLine, tag.text);
    }
    pen.painter.setPen(pen.colours.mutedText);
    for (const AxisTick& tick : ticks) {
        const double width = metrics.horizontalAdvance(tick.label);
        // The view ends there: a number without its unit would be another number.
        if (tick.x + width / 2 > strip.right() + line * 0.35 || !labels.take(tick.x - width / 2, tick.x + width / 2))
            continue;
        pen.painter.drawText(QRectF(tick.x - width / 2 - 1, strip.top(), width + 2, row),
                             Qt::AlignCenter | Qt::TextSingleLine, tick.label);
    }
}

} // namespace halfopen
