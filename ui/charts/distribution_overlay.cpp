// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart library cannot draw of a distribution: band, numbers, letters on the curves, legend in words.
#include "ui/charts/distribution_overlay.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

constexpr int kLegendWrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

struct DistributionText final
{
    Q_DECLARE_TR_FUNCTIONS(DistributionChart)
};

double badgeSize(const QFont& font) { return QFontMetricsF(font).height() * 1.15; }

struct LegendEntry final
{
    double label = 0; // heights
    double words = 0;
    [[nodiscard]] double total() const { return label + words + 6; }
};

LegendEntry measured(const DistributionCurve& curve, double width, const QFont& font)
{
    const QFontMetricsF metrics(font);
    const QRectF room(0, 0, std::max(width - badgeSize(font) - 8, 40.0), 1e4);
    return {metrics.boundingRect(room, kLegendWrap, curve.label).height(), metrics.boundingRect(room, kLegendWrap, unitsKept(curve.words)).height()};
}

} // namespace

double DistributionGeometry::x(double seconds) const
{
    const double share = std::isfinite(seconds) && to > from ? (seconds - from) / (to - from) : 0;
    return plot.left() + std::clamp(share, 0.0, 1.0) * plot.width();
}

double DistributionGeometry::y(double share) const
{
    return plot.bottom() - (std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0) * plot.height();
}

QString curveLetter(std::size_t number) { return number < 26 ? QString(QChar(static_cast<char16_t>(u'A' + number))) : QString::number(number + 1); }

QColor curveColour(const Colours& colours, const DistributionCurve& curve, std::size_t number)
{
    const QColor full = colours.series(static_cast<int>(number % 64));
    return curve.earlier ? mixed(colours.panel, full, 0.6) : full;
}

DistributionOverlay::DistributionOverlay(Layer layer, QGraphicsItem* parent) : QGraphicsItem(parent), m_layer(layer)
{
    // The plot area's series are at 4 and 5 (QtCharts, chartconfig: ChartPresenter::ZValues).
    setZValue(layer == Layer::Behind ? 2 : 20);
}

void DistributionOverlay::show(const DistributionCurves& curves, const DistributionGeometry& geometry, const Colours& colours, const QFont& font)
{
    prepareGeometryChange();
    m_curves = curves;
    m_geometry = geometry;
    m_colours = colours;
    m_font = font;
    update();
}

double DistributionOverlay::legendHeight(const DistributionCurves& curves, double width, const QFont& font)
{
    double height = 0;
    for (const auto& curve : curves)
        height += measured(curve, width, font).total();
    return height;
}

QRectF DistributionOverlay::boundingRect() const { return m_geometry.plot.united(m_geometry.legend).adjusted(-120, -60, 60, 60); }

void DistributionOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_font);
    if (m_layer == Layer::Behind) {
        paintGrid(*painter);
        paintBands(*painter);
        return;
    }
    paintAxes(*painter);
    paintLetters(*painter);
    paintMark(*painter);
    paintLegend(*painter);
}

int DistributionOverlay::ticks() const { return std::clamp(static_cast<int>(std::lround((m_geometry.to - m_geometry.from) / m_geometry.step)), 0, 50); }

void DistributionOverlay::paintGrid(QPainter& painter) const
{
    const auto& plot = m_geometry.plot;
    painter.setPen(QPen(m_colours.grid, 1));
    for (int percent = 25; percent <= 100; percent += 25)
        painter.drawLine(QPointF(plot.left(), m_geometry.y(percent / 100.0)), QPointF(plot.right(), m_geometry.y(percent / 100.0)));
    for (int tick = 0; m_geometry.hasScale && tick <= ticks(); ++tick) {
        const double x = m_geometry.x(m_geometry.from + tick * m_geometry.step);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    painter.setPen(QPen(m_colours.border, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

void DistributionOverlay::paintBands(QPainter& painter) const
{
    // The same band of several curves is one.
    std::vector<std::pair<double, double>> bands;
    for (const auto& curve : m_curves) {
        if (!curve.bandFrom || !curve.bandTo)
            continue;
        const std::pair band{m_geometry.x(*curve.bandFrom), m_geometry.x(*curve.bandTo)};
        const bool known = std::ranges::any_of(bands, [&](const auto& each) { return std::abs(each.first - band.first) < 2 && std::abs(each.second - band.second) < 2; });
        if (!known)
            bands.push_back(band);
    }
    for (const auto& [left, right] : bands) {
        const QRectF box(left, m_geometry.plot.top(), std::max(right - left, 2.0), m_geometry.plot.height());
        painter.fillRect(box, withAlpha(m_colours.predicted, 0.20));
        painter.setPen(QPen(m_colours.predicted, 1));
        painter.drawLine(box.topLeft(), box.bottomLeft());
        painter.drawLine(box.topRight(), box.bottomRight());
    }
}

void DistributionOverlay::paintAxes(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    const auto& plot = m_geometry.plot;
    painter.setPen(m_colours.mutedText);
    for (int percent = 0; percent <= 100; percent += 25) {
        const QString words = DistributionText::tr("%1 %").arg(QLocale().toString(percent));
        // The lowest one stands on the axis: below it the axis has its own numbers.
        const double middle = m_geometry.y(percent / 100.0) - (percent == 0 ? metrics.height() / 2 - 2 : 0);
        painter.drawText(QRectF(plot.left() - 70, middle - metrics.height() / 2, 64, metrics.height()), Qt::AlignRight | Qt::AlignVCenter, words);
    }
    const int decimals = m_geometry.step >= 1 ? 0 : std::clamp(static_cast<int>(std::ceil(-std::log10(m_geometry.step) - 1e-9)), 1, 4);
    double free = -1e9;
    for (int tick = 0; m_geometry.hasScale && tick <= ticks(); ++tick) {
        const double value = m_geometry.from + tick * m_geometry.step;
        const QString words = QLocale().toString(value, 'f', decimals);
        const double width = metrics.horizontalAdvance(words);
        const double left = std::max(m_geometry.x(value) - width / 2, 1.0);
        if (left < free)
            continue;
        painter.drawText(QPointF(left, plot.bottom() + 4 + metrics.ascent()), words);
        free = left + width + 6;
    }
    const QString across = DistributionText::tr("after the fault [s]");
    const QRectF box(plot.left(), plot.bottom() + 4 + metrics.height(), plot.width(), metrics.height());
    painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop | Qt::TextDontClip, across); // Chinese is higher than the font says
    painter.drawText(QPointF(2, plot.top() - metrics.height() * 0.6), DistributionText::tr("Ends whose call has failed"));
}

void DistributionOverlay::paintLetters(QPainter& painter) const
{
    QFont bold = m_font;
    bold.setBold(true);
    painter.setFont(bold);
    const double size = badgeSize(m_font) * 0.9;
    for (std::size_t number = 0; number < m_curves.size(); ++number) {
        const auto& curve = m_curves[number];
        if (curve.seconds.empty() || curve.ends <= 0)
            continue;
        // At different heights, so that letters of curves that lie over each other stay apart.
        const double wanted = 0.5 + 0.09 * (static_cast<double>(number % 9) - 4);
        const auto rank = std::min(static_cast<std::size_t>(wanted * static_cast<double>(curve.seconds.size())), curve.seconds.size() - 1);
        const double share = static_cast<double>(rank + 1) / curve.ends;
        const QPointF at(m_geometry.x(curve.seconds[rank]), m_geometry.y(curve.seconds.size() == 1 ? share * wanted : share));
        const QRectF badge(at.x() - size / 2, at.y() - size / 2, size, size);
        const QColor colour = curveColour(m_colours, curve, number);
        painter.setPen(QPen(m_colours.panel, 1.5));
        painter.setBrush(colour);
        painter.drawEllipse(badge);
        painter.setPen(textOn(colour));
        painter.drawText(badge, Qt::AlignCenter, curveLetter(number));
    }
    painter.setFont(m_font);
}

void DistributionOverlay::paintMark(QPainter& painter) const
{
    if (m_geometry.focused) {
        painter.setPen(QPen(m_colours.focus, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_geometry.plot.adjusted(-2, -2, 2, 2), 3, 3);
    }
    if (!m_geometry.mark)
        return;
    const QPointF at(m_geometry.x(m_geometry.mark->x()), m_geometry.y(m_geometry.mark->y()));
    painter.setPen(QPen(m_colours.text, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, 6, 6);
    painter.setPen(QPen(m_colours.text, 1, Qt::DotLine));
    painter.drawLine(at + QPointF(0, 6), QPointF(at.x(), m_geometry.plot.bottom()));
}

void DistributionOverlay::paintLegend(QPainter& painter) const
{
    const double size = badgeSize(m_font);
    double top = m_geometry.legend.top();
    for (std::size_t number = 0; number < m_curves.size(); ++number) {
        const auto& curve = m_curves[number];
        const auto heights = measured(curve, m_geometry.legend.width(), m_font);
        const QRectF badge(m_geometry.legend.left(), top, size, size);
        const QColor colour = curveColour(m_colours, curve, number);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(badge);
        painter.setPen(textOn(colour));
        painter.drawText(badge, Qt::AlignCenter, curveLetter(number));
        const double left = badge.right() + 8;
        const double width = std::max(m_geometry.legend.right() - left, 40.0);
        painter.setPen(m_colours.text);
        painter.drawText(QRectF(left, top, width, heights.label), kLegendWrap, curve.label);
        painter.setPen(m_colours.mutedText);
        painter.drawText(QRectF(left, top + heights.label, width, heights.words), kLegendWrap, unitsKept(curve.words));
        top += heights.total();
    }
}

} // namespace halfopen
