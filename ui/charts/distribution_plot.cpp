// SPDX-License-Identifier: GPL-3.0-or-later
// The series of a distribution: step curves, and what is drawn behind and before them.
#include "ui/charts/distribution_plot.h"

#include <QChart>
#include <QLineSeries>
#include <QPen>
#include <QValueAxis>

#include <algorithm>

namespace halfopen {

namespace {

// Points a curve: what a chart series takes at a refresh without being felt.
constexpr std::size_t kMostSteps = 500;

/// Every end has its step; of too many only each so-manieth, and the last.
QList<QPointF> stepsOf(const DistributionCurve& curve, double from, double to)
{
    QList<QPointF> points{{from, 0}};
    const std::size_t every = curve.seconds.size() / kMostSteps + 1;
    double share = 0;
    for (std::size_t rank = 0; rank < curve.seconds.size(); ++rank) {
        if (rank % every != 0 && rank + 1 != curve.seconds.size())
            continue;
        points.append({curve.seconds[rank], share});
        share = 100.0 * static_cast<double>(rank + 1) / std::max(curve.ends, 1);
        points.append({curve.seconds[rank], share});
    }
    points.append({to, share});
    return points;
}

} // namespace

DistributionPlot::DistributionPlot(QChart& chart) : m_chart(chart), m_across(new QValueAxis), m_up(new QValueAxis)
{
    m_chart.addAxis(m_across, Qt::AlignBottom);
    m_chart.addAxis(m_up, Qt::AlignLeft);
    // The overlay draws the grid: the library lays its own out for itself, whatever the plot area that was asked for.
    m_across->setVisible(false);
    m_up->setVisible(false);
    m_up->setRange(0, 100);
    m_behind = new DistributionOverlay(DistributionOverlay::Layer::Behind, &m_chart);
    m_before = new DistributionOverlay(DistributionOverlay::Layer::Before, &m_chart);
}

void DistributionPlot::feed(const DistributionCurves& curves, const DistributionGeometry& geometry, const Colours& colours)
{
    while (m_lines.size() > curves.size()) {
        m_chart.removeSeries(m_lines.back());
        delete m_lines.back(); // removeSeries() gives the series back to the caller
        m_lines.pop_back();
    }
    while (m_lines.size() < curves.size()) {
        auto* line = new QLineSeries; // the chart owns it
        m_chart.addSeries(line);
        line->attachAxis(m_across);
        line->attachAxis(m_up);
        m_lines.push_back(line);
    }
    for (std::size_t number = 0; number < m_lines.size(); ++number) {
        m_lines[number]->setPen(QPen(curveColour(colours, curves[number], number), curves[number].earlier ? 1.5 : 2.2));
        m_lines[number]->replace(stepsOf(curves[number], geometry.from, geometry.to));
    }
}

void DistributionPlot::show(const DistributionCurves& curves, const DistributionGeometry& geometry, const Colours& colours, const QFont& font)
{
    m_across->setRange(geometry.from, geometry.to);
    feed(curves, geometry, colours);
    m_chart.setPlotArea(geometry.plot);
    m_behind->show(curves, geometry, colours, font);
    m_before->show(curves, geometry, colours, font);
}

} // namespace halfopen
