// SPDX-License-Identifier: GPL-3.0-or-later
// The series of a result chart: dots or bars, and what is drawn behind and before them.
#include "ui/charts/result_plot.h"

#include <QBarSet>
#include <QChart>
#include <QFontMetrics>
#include <QHorizontalStackedBarSeries>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/charts/nice_axis.h"
#include "ui/charts/value_place.h"

namespace halfopen {

namespace {

constexpr double kLeastPlot = 40;

/// Whether any row has a place on the axis: of "never" alone it is not known how far it would have to reach.
bool hasScale(ResultChart::Kind kind, const ChartRows& rows)
{
    return std::ranges::any_of(rows, [kind](const ChartRow& row) {
        const std::array values{row.value, row.minimum, row.maximum, row.bandFrom, row.bandTo};
        return std::ranges::any_of(values, [kind](const std::optional<double>& value) {
            return value && std::isfinite(*value) && (kind == ResultChart::Kind::Residual || *value > 0);
        });
    });
}

NiceAxis axisFor(ResultChart::Kind kind, const ChartRows& rows, int ticks)
{
    double low = 0;
    double high = 0;
    double band = 0;
    for (const auto& row : rows) {
        for (const auto& value : {row.value, row.minimum, row.maximum, row.bandFrom, row.bandTo}) {
            if (value && std::isfinite(*value)) {
                low = std::min(low, *value);
                high = std::max(high, *value);
            }
        }
        band = std::max({band, std::abs(row.bandFrom.value_or(0)), std::abs(row.bandTo.value_or(0))});
    }
    if (kind == ResultChart::Kind::Elapsed)
        return NiceAxis::covering(0, high > 0 ? high : 1, ticks);
    // Around zero, at least ±50 ms; what lies far beyond the band gets an arrow instead of squeezing the rest.
    const double reach = std::min(std::max({std::abs(low), std::abs(high), 50.0}), std::max(10 * band, 1000.0));
    return NiceAxis::covering(-reach, reach, ticks < 4 ? 2 : 4);
}

} // namespace

ResultPlot::ResultPlot(ResultChart::Kind kind, QChart& chart) : m_kind(kind), m_chart(chart), m_across(new QValueAxis), m_down(new QValueAxis)
{
    m_chart.addAxis(m_across, Qt::AlignBottom);
    m_chart.addAxis(m_down, Qt::AlignLeft);
    // The overlay draws the grid and writes the numbers: the library lays its own out for itself, and not always where the
    // plot area is that was asked for.
    m_across->setVisible(false);
    m_down->setVisible(false);
    if (kind == ResultChart::Kind::Residual)
        addDots();
    else
        addBars();
    m_behind = new RowOverlay(RowOverlay::Layer::Behind, kind, &m_chart);
    m_before = new RowOverlay(RowOverlay::Layer::Before, kind, &m_chart);
}

int ResultPlot::barKind(const ChartRow& row)
{
    if (!row.good)
        return 1;
    return row.earlier ? 2 : 0;
}

void ResultPlot::addDots()
{
    for (auto*& series : m_dots) {
        series = new QScatterSeries;
        series->setMarkerSize(13);
        m_chart.addSeries(series);
        series->attachAxis(m_across);
        series->attachAxis(m_down);
    }
    m_dots[1]->setMarkerShape(QScatterSeries::MarkerShapeRectangle);
}

void ResultPlot::addBars()
{
    m_bars = new QHorizontalStackedBarSeries;
    m_bars->setBarWidth(0.62);
    m_chart.addSeries(m_bars);
    m_bars->attachAxis(m_across);
    m_bars->attachAxis(m_down);
}

// A series counts upwards, rows are read downwards.
void ResultPlot::feedDots(const ChartRows& rows)
{
    QList<QPointF> points[kBarKinds];
    for (std::size_t number = 0; number < rows.size(); ++number) {
        const auto& row = rows[number];
        if (row.state == ChartRow::State::Measured && row.value && std::isfinite(*row.value))
            points[barKind(row)].append({*row.value, static_cast<double>(rows.size() - 1 - number)});
    }
    for (int kind = 0; kind < kBarKinds; ++kind)
        m_dots[kind]->replace(points[kind]);
}

void ResultPlot::feedBars(const ChartRows& rows)
{
    // A set of its own for each colour; swapping in new sets is cheaper than changing values one by one.
    m_bars->clear();
    for (int kind = 0; kind < kBarKinds; ++kind) {
        auto* set = new QBarSet(QString::number(kind));
        set->setColor(m_barColours[kind]);
        set->setBorderColor(m_barColours[kind]);
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) { // the first row is drawn at the top
            const bool mine = row->state == ChartRow::State::Measured && row->value && barKind(*row) == kind;
            set->append(mine ? std::max(0.0, *row->value) : 0.0);
        }
        m_bars->append(set);
    }
}

void ResultPlot::setColours(const Colours& colours)
{
    m_barColours[0] = colours.blue;
    m_barColours[1] = colours.vermillion;
    m_barColours[2] = mixed(colours.panel, colours.blue, 0.55);
    for (int kind = 0; kind < kBarKinds; ++kind) {
        if (auto* series = m_dots[kind]) {
            series->setColor(m_barColours[kind]);
            series->setBorderColor(colours.panel);
        }
    }
}

void ResultPlot::show(const ChartRows& rows, OverlayGeometry& geometry, const Colours& colours, const QFont& font)
{
    const double number = QFontMetrics(font).horizontalAdvance(m_kind == ResultChart::Kind::Residual ? QStringLiteral("+0000 ") : QStringLiteral("0000 "));
    geometry.hasScale = hasScale(m_kind, rows);
    const auto scale = [&] {
        const auto axis = axisFor(m_kind, rows, std::clamp(static_cast<int>(geometry.plot.width() / number), 2, 4));
        geometry.from = axis.minimum;
        geometry.to = axis.maximum;
        geometry.step = axis.step;
    };
    scale();
    if (const double column = valueColumn(rows, geometry, m_kind, QFontMetricsF(font)); column > 0) {
        geometry.plot.setRight(std::max(geometry.plot.left() + kLeastPlot, std::min(geometry.plot.right(), geometry.width - column)));
        scale();
    }
    m_across->setRange(geometry.from, geometry.to);
    m_down->setRange(-0.5, static_cast<double>(std::max<std::size_t>(1, rows.size())) - 0.5);
    if (m_bars != nullptr) {
        m_bars->setBarWidth(geometry.barHeight / geometry.rowHeight);
        feedBars(rows);
    } else {
        feedDots(rows);
    }
    m_chart.setPlotArea(geometry.plot);
    m_behind->show(rows, geometry, colours, font);
    m_before->show(rows, geometry, colours, font);
}

} // namespace halfopen
