// SPDX-License-Identifier: GPL-3.0-or-later
// What the inks and signs of a heat map mean.
#include "ui/sweep/heat_legend.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include "ui/theme/heat_colours.h"
#include "ui/sweep/sweep_words.h"
#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

constexpr double kBarLines = 1.95; // bar and numbers
constexpr double kEntryLines = 1.35;

QString barCaption(const SweepMap& map)
{
    return map.logarithmic ? SweepWords::tr("from the fault until it is noticed (logarithmic)", "beside a scale of times") : SweepWords::tr("from the fault until it is noticed", "beside a scale of times");
}

/// The ends, then round numbers between them: those that have no room are left out.
std::vector<double> barNumbers(const SweepScale& scale)
{
    std::vector<double> numbers{scale.least, scale.most};
    for (double decade = std::pow(10.0, std::floor(std::log10(scale.least))); decade <= scale.most; decade *= 10) {
        for (const double times : {1.0, 2.0, 5.0}) {
            if (decade * times > scale.least && decade * times < scale.most)
                numbers.push_back(decade * times);
        }
    }
    return numbers;
}

/// "10 s", not "10.0 s": between the ends stand round numbers.
QString roundText(double seconds)
{
    if (seconds < 1)
        return SweepWords::tr("%1 ms", "milliseconds").arg(axisNumberText(seconds * 1000));
    return seconds < 10'000 ? SweepWords::tr("%1 s", "seconds").arg(axisNumberText(seconds)) : durationText(seconds);
}

} // namespace

void paintSign(QPainter& painter, const QRectF& box, HeatSign sign, const QPalette& palette)
{
    const auto colours = Colours::from(palette);
    // The same on every ink and in the legend: two colours of one sign would read as two.
    const QColor ink = Qt::black;
    const QColor halo = Qt::white;
    const double radius = std::min(box.width(), box.height()) / 2;
    const auto both = [&](auto draw) {
        painter.setPen(QPen(halo, 3.5));
        draw();
        painter.setPen(QPen(ink, 1.6));
        draw();
    };
    painter.setBrush(Qt::NoBrush);
    switch (sign) {
    case HeatSign::Never:
    case HeatSign::Refused:
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(colours.panel, colours.text, sign == HeatSign::Never ? 0.08 : 0.22));
        painter.drawRect(box);
        painter.setBrush(QBrush(mixed(colours.panel, colours.text, sign == HeatSign::Never ? 0.5 : 0.65), sign == HeatSign::Never ? Qt::BDiagPattern : Qt::DiagCrossPattern));
        painter.drawRect(box);
        return;
    case HeatSign::Present:
    case HeatSign::Nearest:
        painter.setPen(QPen(colours.panel, 5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(box);
        painter.setPen(QPen(colours.text, 2.2, sign == HeatSign::Present ? Qt::SolidLine : Qt::DotLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(box);
        return;
    case HeatSign::MeasuredInside:
        painter.setPen(QPen(halo, 1.8));
        painter.setBrush(ink);
        painter.drawEllipse(box.center(), radius, radius);
        return;
    case HeatSign::MeasuredOutside: {
        const double arm = radius * 0.7;
        both([&] {
            painter.drawEllipse(box.center(), radius, radius);
            painter.drawLine(box.center() - QPointF(arm, arm), box.center() + QPointF(arm, arm));
            painter.drawLine(box.center() - QPointF(arm, -arm), box.center() + QPointF(arm, -arm));
        });
        return;
    }
    case HeatSign::Marked:
        break;
    }
    const QPolygonF diamond{QPointF(box.center().x(), box.center().y() - radius), QPointF(box.center().x() + radius, box.center().y()),
                            QPointF(box.center().x(), box.center().y() + radius), QPointF(box.center().x() - radius, box.center().y())};
    both([&] { painter.drawPolygon(diamond); });
}

HeatLegend::HeatLegend(const SweepMap& map, SweepFigure figure, const HeatMarks& marks, const QFont& font, const QPalette& palette)
    : m_map(map), m_figure(figure), m_font(font), m_palette(palette), m_line(lineHeight(font))
{
    addEntries(marks);
}

void HeatLegend::addEntries(const HeatMarks& marks)
{
    std::set<DecidedBy> deciders;
    bool never = false;
    bool maybe = false;
    bool refused = false;
    for (const MapCell& cell : m_map.cells) {
        never = never || cell.kind == MapCell::Kind::Never;
        refused = refused || cell.kind == MapCell::Kind::Refused;
        maybe = maybe || cell.mayBeNever;
        if (cell.kind == MapCell::Kind::Time)
            deciders.insert(cell.decidedBy);
    }
    if (hasBar())
        m_entries.push_back({{}, {}, barCaption(m_map)});
    if (m_figure == SweepFigure::Decider) {
        for (const DecidedBy decider : deciders)
            m_entries.push_back({{}, decider, deciderText(decider)});
    }
    if (never || maybe)
        m_entries.push_back({HeatSign::Never, {}, maybe && never ? SweepWords::tr("never, or thinly drawn: perhaps never") : maybe ? SweepWords::tr("perhaps never") : SweepWords::tr("never noticed")});
    if (refused)
        m_entries.push_back({HeatSign::Refused, {}, refusedWords(m_map)});
    if (marks.present)
        m_entries.push_back({marks.present->exact ? HeatSign::Present : HeatSign::Nearest, {},
                             marks.present->exact ? SweepWords::tr("this experiment") : SweepWords::tr("nearest to this experiment")});
    const auto isInside = [](const auto& each) { return each.second.isInside(); };
    if (std::ranges::any_of(m_map.measured, isInside))
        m_entries.push_back({HeatSign::MeasuredInside, {}, SweepWords::tr("measured, as predicted")});
    if (!std::ranges::all_of(m_map.measured, isInside))
        m_entries.push_back({HeatSign::MeasuredOutside, {}, SweepWords::tr("measured, not as predicted")});
    if (!marks.marked.empty())
        m_entries.push_back({HeatSign::Marked, {}, SweepWords::tr("marked")});
}

bool HeatLegend::hasBar() const { return m_figure == SweepFigure::Time && !m_map.scale.isEmpty(); }

double HeatLegend::barWidth(double width) const
{
    return std::min(width, m_line * 18);
}

double HeatLegend::entryWidth(const Entry& entry) const
{
    const double swatch = entry.sign || entry.decider ? m_line * 1.5 : 0;
    return swatch + QFontMetricsF(m_font).horizontalAdvance(entry.text) + m_line;
}

std::vector<QRectF> HeatLegend::entryBoxes(double width) const
{
    double widestEntry = 0;
    for (const Entry& entry : m_entries)
        widestEntry = std::max(widestEntry, entryWidth(entry));
    // Beside the bar where there is room, else below it.
    const double bar = hasBar() ? barWidth(width) + m_line * 1.5 : 0;
    const bool beside = width - bar >= widestEntry;
    const double left = beside ? bar : 0;
    const double height = m_line * kEntryLines;
    double x = left;
    double y = beside ? 0 : m_line * kBarLines;
    std::vector<QRectF> boxes;
    for (const Entry& entry : m_entries) {
        const double wide = entryWidth(entry);
        if (x > left && x + wide > width + m_line) { // the gap behind the last one needs no room
            x = left;
            y += height;
        }
        boxes.emplace_back(x, y, wide, height);
        x += wide;
    }
    const double foot = boxes.empty() ? 0 : boxes.back().bottom();
    boxes.emplace_back(0, 0, width, std::max(foot, hasBar() ? m_line * kBarLines : 0));
    return boxes;
}

double HeatLegend::heightFor(double width) const { return entryBoxes(width).back().height(); }

void HeatLegend::paint(QPainter& painter, const QRectF& area) const
{
    painter.setFont(m_font);
    if (hasBar())
        paintBar(painter, QRectF(area.left(), area.top(), barWidth(area.width()), m_line * kBarLines));
    const auto boxes = entryBoxes(area.width());
    for (std::size_t number = 0; number < m_entries.size(); ++number)
        paintEntry(painter, boxes[number].translated(area.topLeft()), m_entries[number]);
}

void HeatLegend::paintBar(QPainter& painter, const QRectF& area) const
{
    const auto colours = Colours::from(m_palette);
    const QRectF bar(area.left(), area.top() + m_line * 0.2, area.width(), m_line * 0.65);
    const int steps = m_map.scale.most > m_map.scale.least ? static_cast<int>(bar.width()) : 1;
    painter.setPen(Qt::NoPen);
    for (int step = 0; step < steps; ++step) {
        const double share = steps == 1 ? 0 : static_cast<double>(step) / (steps - 1);
        painter.fillRect(QRectF(bar.left() + bar.width() * step / steps, bar.top(), bar.width() / steps + 0.5, bar.height()), heatColour(share));
    }
    painter.setPen(colours.border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    paintNumbers(painter, bar);
}

void HeatLegend::paintNumbers(QPainter& painter, const QRectF& bar) const
{
    const QFontMetricsF metrics(m_font);
    painter.setPen(Colours::from(m_palette).text);
    std::vector<QRectF> taken;
    const bool one = m_map.scale.most <= m_map.scale.least;
    for (const double seconds : one ? std::vector<double>{m_map.scale.least} : barNumbers(m_map.scale)) {
        const bool isEnd = seconds == m_map.scale.least || seconds == m_map.scale.most;
        const QString text = isEnd ? durationText(seconds) : roundText(seconds);
        const double width = metrics.horizontalAdvance(text) + 2;
        const double x = bar.left() + m_map.scale.shareOf(seconds, m_map.logarithmic) * bar.width();
        const QRectF box(std::clamp(x - width / 2, bar.left(), std::max(bar.left(), bar.right() - width)), bar.bottom() + m_line * 0.1, width, m_line);
        if (std::ranges::any_of(taken, [&](const QRectF& other) { return other.adjusted(-m_line * 0.35, 0, m_line * 0.35, 0).intersects(box); }))
            continue;
        taken.push_back(box);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void HeatLegend::paintEntry(QPainter& painter, const QRectF& box, const Entry& entry) const
{
    const auto colours = Colours::from(m_palette);
    const QRectF swatch(box.left() + 2, box.center().y() - m_line * 0.45, m_line * 1.1, m_line * 0.9);
    if (entry.decider) {
        const QColor ink = deciderColour(*entry.decider, colours);
        painter.fillRect(swatch, ink);
        painter.setPen(readableOn(ink));
        painter.drawText(swatch, Qt::AlignCenter, deciderLetter(*entry.decider));
    } else if (entry.sign) {
        const bool small = *entry.sign == HeatSign::MeasuredInside || *entry.sign == HeatSign::MeasuredOutside || *entry.sign == HeatSign::Marked;
        painter.setRenderHint(QPainter::Antialiasing);
        paintSign(painter, small ? swatch.adjusted(3, 3, -3, -3) : swatch.adjusted(2, 2, -2, -2), *entry.sign, m_palette);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.setPen(colours.text);
    const double left = entry.sign || entry.decider ? m_line * 1.5 : 0;
    painter.drawText(box.adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
}

} // namespace halfopen
