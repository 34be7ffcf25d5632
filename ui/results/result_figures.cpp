// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the results dock as figures.
#include "ui/results/result_figures.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

#include "ui/charts/distribution_chart.h"
#include "ui/charts/result_chart.h"
#include "ui/export/figure_frame.h"
#include "ui/export/file_stem.h"
#include "ui/results/distribution_rows.h"
#include "ui/results/overlay_picture.h"
#include "ui/results/overlay_rows.h"
#include "ui/results/result_csv.h"
#include "ui/results/result_rows.h"
#include "ui/results/run_difference.h"

namespace halfopen {

namespace {

constexpr double kFigureWidth = 860;

struct FigureText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::FigureText)
};

/// A chart as the dock has it, but for the figure's colours, font and width.
std::unique_ptr<ResultChart> rowChart(ResultFigure::Kind kind, const ResultsShown& shown, const FigureLook& look, double width)
{
    const bool residuals = kind == ResultFigure::Kind::Differences;
    auto chart = std::make_unique<ResultChart>(residuals ? ResultChart::Kind::Residual : ResultChart::Kind::Elapsed);
    chart->setPalette(look.palette);
    chart->setFont(look.font);
    chart->setRows(rowsOf(residuals ? RowsOf::Residuals : RowsOf::Elapsed, shown.runs, shown.compared));
    chart->setLabelWidth(chart->labelWidthWithin(width * 0.5));
    return chart;
}

std::unique_ptr<DistributionChart> curveChart(const ResultsShown& shown, const FigureLook& look)
{
    auto chart = std::make_unique<DistributionChart>();
    chart->setPalette(look.palette);
    chart->setFont(look.font);
    chart->setCurves(distributionRows(shown.runs).curves);
    return chart;
}

} // namespace

QString ResultFigure::title() const
{
    switch (m_kind) {
    case Kind::Differences:
        return FigureText::tr("Measured − predicted");
    case Kind::Times:
        return FigureText::tr("Time until the call failed");
    case Kind::Distribution:
        return FigureText::tr("How the times spread");
    case Kind::Overlay:
        break;
    }
    return FigureText::tr("Runs laid over each other, aligned at the fault");
}

QString ResultFigure::fileStem() const
{
    const QString stem = m_shown.runs.empty() ? QString{} : fileStemOf(m_shown.runs.front().title);
    switch (m_kind) {
    case Kind::Differences:
        return stem + QStringLiteral("-differences");
    case Kind::Times:
        return stem + QStringLiteral("-times");
    case Kind::Distribution:
        return stem + QStringLiteral("-distribution");
    case Kind::Overlay:
        break;
    }
    return stem + QStringLiteral("-overlay");
}

QString ResultFigure::whatIsCut() const
{
    switch (m_kind) {
    case Kind::Differences:
    case Kind::Times:
        if (const auto all = rowSources(m_shown.runs, m_shown.compared).size(); all > ResultChart::kMostRows)
            return FigureText::tr("The first %1 of %n row(s) are drawn; the exported numbers have all of them.", nullptr, static_cast<int>(all)).arg(ResultChart::kMostRows);
        return {};
    case Kind::Distribution:
        if (const auto all = distributionRows(m_shown.runs).curves.size(); all > DistributionChart::kMostCurves)
            return FigureText::tr("The first %1 of %n curve(s) are drawn; the exported numbers have all of them.", nullptr, static_cast<int>(all)).arg(DistributionChart::kMostCurves);
        return {};
    case Kind::Overlay:
        break;
    }
    std::size_t all = 0;
    for (const auto& run : m_shown.runs)
        all += run.lanes.size();
    const auto rows = overlayRows(m_shown.runs);
    const auto drawn = static_cast<std::size_t>(std::ranges::count_if(rows, [](const OverlayRow& row) { return row.lane.has_value(); }));
    return drawn < all ? FigureText::tr("The first %1 of %n end(s) are drawn; the exported numbers have all of them.", nullptr, static_cast<int>(all)).arg(drawn) : QString{};
}

QString ResultFigure::subtitle() const
{
    QString what;
    switch (m_kind) {
    case Kind::Differences:
        what = FigureText::tr("Milliseconds; the band is what the rules of the kernel allow.");
        break;
    case Kind::Times:
        what = FigureText::tr("Seconds after the fault; bar = measured, green bracket = predicted.");
        break;
    case Kind::Distribution:
        what = FigureText::tr("Share of ends whose call has failed, over seconds after the fault; green = predicted.");
        break;
    case Kind::Overlay:
        what = FigureText::tr("Seconds after the fault; bar = the call waits, green = predicted end.");
        break;
    }
    if (const auto cut = whatIsCut(); !cut.isEmpty())
        what += u'\n' + cut;
    if (const auto difference = m_shown.compared ? differenceSentence(m_shown.runs) : QString{}; !difference.isEmpty())
        what += u'\n' + FigureText::tr("Settings, in the order of the runs: %1", "what differs").arg(difference);
    return m_shown.runs.empty() || m_shown.compared ? what : runName(m_shown.runs.front()) + u'\n' + what;
}

QString ResultFigure::origin() const
{
    QStringList lines;
    for (const auto& run : m_shown.runs) {
        if (!run.origin.isEmpty() && !lines.contains(run.origin))
            lines << run.origin;
    }
    constexpr qsizetype kMostOrigins = 4;
    if (lines.size() > kMostOrigins) {
        const auto more = static_cast<int>(lines.size() - kMostOrigins);
        lines = lines.mid(0, kMostOrigins) << FigureText::tr("and %n more run(s)", nullptr, more);
    }
    return lines.join(u'\n');
}

bool ResultFigure::isEmpty() const
{
    switch (m_kind) {
    case Kind::Differences:
    case Kind::Times:
        return std::ranges::all_of(m_shown.runs, [](const RunResult& run) { return run.groups.empty(); });
    case Kind::Distribution:
        return std::ranges::all_of(m_shown.runs, [](const RunResult& run) { return largestGroup(run) == 0; });
    case Kind::Overlay:
        break;
    }
    return std::ranges::all_of(m_shown.runs, [](const RunResult& run) { return run.lanes.empty(); });
}

double ResultFigure::chartHeight(const FigureLook& look, double width) const
{
    if (m_kind == Kind::Overlay) {
        const auto rows = overlayRows(m_shown.runs);
        return OverlayPicture(m_shown.runs, rows, look.font, look.palette).heightFor(width);
    }
    if (m_kind == Kind::Distribution)
        return curveChart(m_shown, look)->heightFor(width);
    return rowChart(m_kind, m_shown, look, width)->sizeHint().height();
}

QSizeF ResultFigure::size(const FigureLook& look) const
{
    const double inner = kFigureWidth - 2 * QFontMetricsF(look.font).height() * 0.7;
    return {kFigureWidth, frameHeight({title(), subtitle(), origin()}, kFigureWidth, look) + chartHeight(look, inner)};
}

void ResultFigure::paint(QPainter& painter, const QRectF& area, const FigureLook& look) const
{
    const auto rest = paintFrame(painter, area, {title(), subtitle(), origin()}, look);
    switch (m_kind) {
    case Kind::Differences:
    case Kind::Times:
        rowChart(m_kind, m_shown, look, rest.width())->paintInto(painter, rest);
        return;
    case Kind::Distribution:
        curveChart(m_shown, look)->paintInto(painter, rest);
        return;
    case Kind::Overlay:
        break;
    }
    const auto rows = overlayRows(m_shown.runs);
    OverlayPicture(m_shown.runs, rows, look.font, look.palette).paint(painter, rest, std::nullopt);
}

QByteArray ResultFigure::csv() const
{
    switch (m_kind) {
    case Kind::Differences:
    case Kind::Times:
        return groupCsv(m_shown.runs);
    case Kind::Distribution:
        return distributionCsv(m_shown.runs);
    case Kind::Overlay:
        break;
    }
    return overlayCsv(m_shown.runs);
}

} // namespace halfopen
