// SPDX-License-Identifier: GPL-3.0-or-later
// The results dock: residuals, elapsed times, and both as a table.
#pragma once

#include <QPixmap>
#include <QWidget>

#include <chrono>
#include <deque>

#include "ui/results/result_rows.h"

class QCheckBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace halfopen {

class ResultChart;
class ResultTableModel;
class ShownRun;

/// Shows the run of the window and, if wanted, those before it. 
class ResultsPanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kEarlierRuns = 12;

    explicit ResultsPanel(ShownRun& run, QWidget* parent = nullptr);

    [[nodiscard]] const RunResult& current() const { return m_current; }
    [[nodiscard]] const std::deque<RunResult>& earlier() const { return m_earlier; }
    [[nodiscard]] ResultTableModel* tableModel() const { return m_model; }
    /// For a window made anew: the earlier runs that the former one showed.
    void bringBack(const std::deque<RunResult>& earlier);
    /// Both charts with their headings, as the window shows them.
    [[nodiscard]] QPixmap picture();
    /// Gives the charts the panel's whole size though nobody sees them, for picture().
    void layOutHidden();

public Q_SLOTS:
    /// Makes the charts: they cost a third of the start, so the window asks for them after its first paint.
    void prepare();
    /// Not more than a few times a second; `now` since hello.
    void refresh(std::chrono::nanoseconds now);
    void forgetEarlier();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead();
    QWidget* buildCharts();
    QWidget* buildTable();
    void takeOther();
    void rebuild();
    void refreshPlan();
    void showRows();
    [[nodiscard]] RunResult summarised() const;

    ShownRun& m_run;
    std::chrono::nanoseconds m_now{0};
    RunResult m_current;
    std::deque<RunResult> m_earlier; // newest first
    ResultTableModel* m_model = nullptr;
    QCheckBox* m_keep = nullptr;
    QToolButton* m_asTable = nullptr;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_charts = nullptr;
    ResultChart* m_residuals = nullptr;
    ResultChart* m_elapsed = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace halfopen
