// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the results dock.
#pragma once

#include <QStackedWidget>

#include <array>
#include <optional>

#include "ui/results/distribution_rows.h"
#include "ui/results/result_figures.h"
#include "ui/results/result_rows.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace halfopen {

class DistributionChart;
class OverlayView;
class ResultChart;
class ResultTable;
class ResultTableModel;

/// Differences and times, their distribution, runs laid over each other, and the numbers. Only the page in sight is fed.
class ResultPages final : public QStackedWidget
{
    Q_OBJECT

public:
    enum Page { Charts, Spread, Overlay, Table, PageCount };

    /// `shown` outlives it; feed() shows what it has become.
    ResultPages(const ResultsShown& shown, ResultTableModel* model, QWidget* parent);

    void feed();
    /// Marks what belongs to that end of the shown run.
    void mark(const QString& runId, int pair, Host end);
    [[nodiscard]] QWidget* charts() const { return m_charts; }
    /// Gives the charts that size though nobody sees them.
    void layOutHidden(const QSize& size);

Q_SIGNALS:
    /// An end of one of the shown runs; `at` is when its call failed, since hello.
    void chosen(std::size_t run, int pair, halfopen::Host end, std::optional<halfopen::RunTime> at);
    void menuWanted(halfopen::ResultFigure::Kind kind, const QPoint& globalPosition);
    void pageWanted(int page);

private:
    QScrollArea* scrolled(QWidget* content, const char* name, const QString& spoken);
    void buildCharts();
    void buildSpread();
    void buildOverlay();
    void buildTable();
    void offerMenu(QWidget* widget, ResultFigure::Kind kind);
    void feedCharts();
    void tellState();
    void chooseRow(int row);
    void choosePoint(std::size_t curve, std::size_t rank);

    const ResultsShown& m_shown;
    ResultTableModel* m_model;
    std::vector<RowSource> m_rows;
    std::vector<CurveSource> m_curves;
    QWidget* m_charts = nullptr;
    ResultChart* m_residuals = nullptr;
    ResultChart* m_elapsed = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_offer = nullptr;
    DistributionChart* m_distribution = nullptr;
    QLabel* m_noSpread = nullptr;
    OverlayView* m_overlay = nullptr;
    QLabel* m_noOverlay = nullptr;
    ResultTable* m_table = nullptr;
};

} // namespace halfopen
