// SPDX-License-Identifier: GPL-3.0-or-later
// The results dock: residuals, elapsed times, their distribution, runs over each other, and all of it as a table.
#pragma once

#include <QPixmap>
#include <QWidget>

#include <array>
#include <chrono>
#include <deque>

#include "ui/results/result_figures.h"

class QCheckBox;
class QLabel;
class QMenu;
class QToolButton;

namespace halfopen {

class ResultPages;
class ResultTableModel;
class ResultTabs;
class ShownRun;
class ViewState;

/// Shows the run of the window and, if wanted, those before it; or those that the user has picked to compare. It loads
/// and stores nothing.
class ResultsPanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kEarlierRuns = 12;

    ResultsPanel(ShownRun& run, ViewState& view, QWidget* parent = nullptr);

    [[nodiscard]] const RunResult& current() const { return m_current; }
    [[nodiscard]] const std::deque<RunResult>& earlier() const { return m_earlier; }
    [[nodiscard]] const std::vector<RunResult>& compared() const { return m_compared; }
    [[nodiscard]] const ResultsShown& shown() const { return m_shown; }
    [[nodiscard]] ResultTableModel* tableModel() const { return m_model; }
    /// For a window made anew: the earlier runs that the former one showed.
    void bringBack(const std::deque<RunResult>& earlier);
    [[nodiscard]] int page() const;
    [[nodiscard]] const std::array<ResultFigure, 4>& figures() const { return m_figures; }
    [[nodiscard]] QMenu* exportMenu() const { return m_exportMenu; }
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
    /// A run of the history that is older than all that are here.
    void addEarlier(const halfopen::RunResult& result);
    /// The runs that the user has picked, `waiting` more are being read; none of both ends the comparison.
    void setCompared(const std::vector<halfopen::RunResult>& runs, int waiting);
    void showPage(int page);

Q_SIGNALS:
    /// The user has seen enough of it.
    void comparisonClosed();
    /// A context menu of that figure is about to open.
    void menuOpening(QMenu* menu, const halfopen::ResultFigure& figure);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead();
    void buildTabs();
    [[nodiscard]] QToolButton* makeExportButton();
    void takeOther();
    void rebuild();
    void refreshPlan();
    void showRows();
    void gatherShown();
    [[nodiscard]] QString comparingWords() const;
    void choose(std::size_t run, int pair, Host end, std::optional<RunTime> at);
    void openMenu(ResultFigure::Kind kind, const QPoint& globalPosition);
    [[nodiscard]] RunResult summarised() const;

    ShownRun& m_run;
    ViewState& m_view;
    std::chrono::nanoseconds m_now{0};
    RunResult m_current;
    std::deque<RunResult> m_earlier; // newest first
    std::vector<RunResult> m_compared;
    int m_waiting = 0;
    ResultsShown m_shown;
    std::array<ResultFigure, 4> m_figures;
    ResultTableModel* m_model = nullptr;
    ResultTabs* m_tabs = nullptr;
    QCheckBox* m_keep = nullptr;
    QLabel* m_comparing = nullptr;
    QToolButton* m_close = nullptr;
    QMenu* m_exportMenu = nullptr;
    ResultPages* m_pages = nullptr;
};

} // namespace halfopen
