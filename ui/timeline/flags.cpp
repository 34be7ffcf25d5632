// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over all lanes: faults, predicted bands, now; and the axis with its grid.
#include "ui/timeline/lanes.h"

#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/flag_strip.h"
#include "ui/timeline/forgettings.h"
#include "ui/timeline/lane_text.h"

#include <QLocale>

#include <algorithm>

namespace halfopen {

namespace {

constexpr int kFaultWeight = 100; // all heals together are missed less

/// Where that mode lies on the plot, at least 3 px wide; empty if out of sight.
QRectF bandOf(const LanePen& pen, const PredictionMode& mode, const QRectF& plot)
{
    const QRectF band = pen.span(pen.facts.countedFrom + toSeconds(mode.at.earliest),
                                 pen.facts.countedFrom + toSeconds(mode.at.latest), plot);
    if (band.right() <= plot.left() || band.left() >= plot.right())
        return {};
    return band.width() >= 3 ? band : QRectF(band.center().x() - 1.5, band.top(), 3, band.height());
}

/// The band's name, and its cap at the plot's upper edge: over the lanes' bars the band is told by its cap alone.
void addBandName(FlagStrip& flags, const LanePen& pen, const QRectF& plot, int pair, Host end)
{
    const Prediction* const prediction = pen.facts.prediction(pair, end);
    if (!prediction || !prediction->applicable)
        return;
    const QColor& colour = pen.colours.predicted;
    if (prediction->never()) {
        flags.add({plot.right(), {prediction->livesOn() ? LaneText::tr("predicted: lives on") : LaneText::tr("predicted: never")}, colour, false, true, false, kFaultWeight, false});
        return;
    }
    double first = 1e12;
    double last = -1e12;
    for (const PredictionMode& mode : prediction->modes) {
        const double from = pen.facts.countedFrom + toSeconds(mode.at.earliest);
        const double to = pen.facts.countedFrom + toSeconds(mode.at.latest);
        first = std::min(first, from);
        last = std::max(last, to);
        const QRectF cap = bandOf(pen, mode, plot);
        if (!cap.isEmpty())
            fillBox(pen.painter, {cap.left(), plot.top() - 4, cap.width(), 5}, colour, 1);
    }
    if (last < pen.axis.from())
        return;
    const QString interval = predictedText(*prediction);
    const QString text = LaneText::tr("predicted %1", "interval").arg(interval);
    const QString arrow = QStringLiteral(" →");
    if (first > pen.axis.to()) {
        flags.add({plot.right(), {text + arrow, interval + arrow}, colour, true, true, false, kFaultWeight, false});
        return;
    }
    const double middle = std::clamp(pen.x((first + last) / 2), plot.left(), plot.right());
    flags.add({middle, {text, interval}, colour, true, true, true, kFaultWeight, false});
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

/// `alone`: it is the only one; of several none says that it is planned, their lines are dashed.
QStringList faultWordings(const LanePen& pen, const FaultFlag& flag, bool alone)
{
    const QString text = faultText(flag.fault, pen.facts.isOnLoopback());
    const QString brief = briefText(flag.fault, pen.facts.isOnLoopback());
    QStringList wordings{text};
    if (flag.planned && pen.facts.hasRun && !pen.facts.live)
        wordings.prepend(LaneText::tr("%1: not made", "a planned fault of a run that broke").arg(brief));
    else if (flag.planned && alone)
        wordings.prepend(LaneText::tr("%1 (planned)", "a fault").arg(text));
    if (brief != text)
        wordings << brief;
    if (dropsAll(flag.fault) && QFontMetricsF(pen.bold).inFontUcs4(0x2702)) {
        for (QString& wording : wordings)
            wording.prepend(QStringLiteral("✂ "));
    }
    return wordings;
}

QStringList forgettingWordings(const Forgetting& forgetting)
{
    if (forgetting.planned)
        return {LaneText::tr("predicted: the NAT forgets", "this connection"), LaneText::tr("NAT forgets", "the router: idle connections")};
    return {LaneText::tr("the NAT has forgotten"), LaneText::tr("forgotten", "by a NAT")};
}

bool healsVisibly(const FaultFlag& fault)
{
    return fault.healed && !healText(fault.fault).isEmpty();
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

void paintFlags(const LanePen& pen, const QRectF& strip, const QRectF& plot, int pair, Host end,
                const std::optional<AxisTag>& guess)
{
    const double rowHeight = lineHeight(pen.bold);
    FlagStrip flags(pen, strip, rowHeight);
    pen.painter.save();
    pen.painter.setClipRect(QRectF(plot.left() - 1, strip.top(), plot.width() + 2, plot.bottom() - strip.top()));
    const auto isInSight = [&](double x) { return x >= plot.left() - 1 && x <= plot.right() + 1; };
    const auto line = [&](double x, const QColor& colour, double width, bool planned) {
        if (!isInSight(x))
            return;
        pen.painter.setPen(QPen(colour, width, planned ? Qt::DashLine : Qt::SolidLine));
        pen.painter.drawLine(QPointF(x, strip.bottom() - rowHeight * 0.9), QPointF(x, plot.bottom()));
    };
    if (guess)
        flags.add({guess->x, {guess->text, guess->brief}, guess->ground, true, false, true, 2 * kFaultWeight});
    const std::vector<FaultFlag> shown = apart(pen);
    for (const FaultFlag& fault : shown) {
        line(pen.x(fault.at), pen.colours.failure, 2, fault.planned);
        if (isInSight(pen.x(fault.at)))
            flags.add({pen.x(fault.at), faultWordings(pen, fault, shown.size() == 1), pen.colours.failure, true, false, false, kFaultWeight});
    }
    for (const FaultFlag& fault : shown) {
        if (!healsVisibly(fault))
            continue;
        line(pen.x(*fault.healed), pen.colours.done, 1.5, fault.healPlanned);
        if (isInSight(pen.x(*fault.healed)))
            flags.add({pen.x(*fault.healed), {healText(fault.fault), LaneText::tr("back", "what a fault has taken, short")}, pen.colours.done, true, false, false});
    }
    for (const Forgetting& forgetting : forgettingsOf(pen.facts, pair, end)) {
        const double x = pen.x(forgetting.at);
        line(x, pen.colours.failure, 2, forgetting.planned);
        if (isInSight(x))
            flags.add({x, forgettingWordings(forgetting), pen.colours.failure, true, false, false, kFaultWeight});
    }
    addBandName(flags, pen, plot, pair, end);
    flags.place();
    flags.paint();
    if (pen.facts.live && isInSight(pen.x(pen.facts.now))) { // under the words, which it would pass through otherwise
        pen.painter.setPen(QPen(pen.colours.text, 1.2));
        pen.painter.drawLine(QPointF(pen.x(pen.facts.now), plot.top() - 1), QPointF(pen.x(pen.facts.now), plot.bottom()));
    }
    pen.painter.restore();
}

QString flagsToolTip(const RunFacts& facts, double zero, int pair, Host end)
{
    constexpr qsizetype kMost = 20; // lines
    std::vector<std::pair<double, QString>> said;
    for (const FaultFlag& fault : facts.faults()) {
        said.emplace_back(fault.at, faultText(fault.fault, facts.isOnLoopback()));
        if (healsVisibly(fault))
            said.emplace_back(*fault.healed, healText(fault.fault));
    }
    for (const Forgetting& forgetting : forgettingsOf(facts, pair, end))
        said.emplace_back(forgetting.at, forgettingWordings(forgetting).first());
    std::ranges::stable_sort(said, {}, [](const auto& each) { return each.first; });
    QStringList lines;
    for (const auto& [at, text] : said) {
        if (lines.size() < kMost)
            lines << LaneText::tr("%1 s: %2", "seconds, what happens then").arg(QLocale().toString(at - zero, 'f', 2), text);
    }
    if (const auto rest = static_cast<qsizetype>(said.size()) - lines.size(); rest > 0)
        lines << LaneText::tr("+%1 more", "faults and heals without room for their names").arg(QLocale().toString(rest));
    return lines.join(u'\n');
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
        if (tick.x + width / 2 > strip.right() + line * 0.2 || !labels.take(tick.x - width / 2, tick.x + width / 2))
            continue;
        pen.painter.drawText(QRectF(tick.x - width / 2 - 1, strip.top(), width + 2, row),
                             Qt::AlignCenter | Qt::TextSingleLine, tick.label);
    }
}

} // namespace halfopen
