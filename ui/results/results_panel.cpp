// SPDX-License-Identifier: GPL-3.0-or-later
// The results dock: residuals, elapsed times, their distribution, runs over each other, and all of it as a table.
#include "ui/results/results_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/results/result_pages.h"
#include "ui/results/result_table_model.h"
#include "ui/results/result_tabs.h"
#include "ui/results/run_difference.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

namespace halfopen {

ResultsPanel::ResultsPanel(ShownRun& run, ViewState& view, QWidget* parent)
    : QWidget(parent), m_run(run), m_view(view),
      m_figures{{{ResultFigure::Kind::Differences, m_shown}, {ResultFigure::Kind::Times, m_shown}, {ResultFigure::Kind::Distribution, m_shown},
                 {ResultFigure::Kind::Overlay, m_shown}}},
      m_model(new ResultTableModel(this))
{
    setObjectName(QStringLiteral("resultsPanel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 2, 10, 8);
    layout->setSpacing(4);
    buildTabs();
    buildHead();
    layout->addStretch(1);
    connect(&m_run, &ShownRun::replaced, this, &ResultsPanel::takeOther);
    connect(&m_run, &ShownRun::predictionsChanged, this, &ResultsPanel::refreshPlan);
    const auto mark = [this] {
        if (m_pages != nullptr)
            m_pages->mark(m_current.runId, m_view.pair(), m_view.end());
    };
    connect(&m_view, &ViewState::pairChanged, this, mark);
    connect(&m_view, &ViewState::endChanged, this, mark);
    m_current = summarised();
    gatherShown();
}

void ResultsPanel::buildTabs()
{
    m_tabs = new ResultTabs(this);
    // They have the whole width: in large type they need it.
    static_cast<QVBoxLayout*>(layout())->addWidget(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, &ResultsPanel::showPage);
}

QToolButton* ResultsPanel::makeExportButton()
{
    m_exportMenu = new QMenu(this);
    m_exportMenu->setObjectName(QStringLiteral("results.exportMenu"));
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("results.export"));
    button->setText(QStringLiteral("⋯"));
    button->setToolTip(tr("Copy or export this page"));
    button->setAccessibleName(button->toolTip());
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(m_exportMenu);
    wear(*button, Look::MenuButton);
    connect(m_exportMenu, &QMenu::aboutToShow, this, [this] {
        m_exportMenu->clear();
        const auto page = static_cast<std::size_t>(std::max(m_tabs->currentIndex(), 0));
        // The table's numbers are those of the charts.
        constexpr std::size_t kFigureOfPage[] = {1, 2, 3, 1};
        Q_EMIT menuOpening(m_exportMenu, m_figures[kFigureOfPage[page]]);
    });
    return button;
}

void ResultsPanel::buildHead()
{
    m_keep = new QCheckBox(tr("Keep earlier runs"), this);
    m_keep->setObjectName(QStringLiteral("results.keep"));
    m_keep->setAccessibleName(m_keep->text());
    m_keep->setChecked(true);
    m_keep->setToolTip(tr("Show the outcomes of the last runs below those of this one"));
    m_comparing = new QLabel(this);
    m_comparing->setObjectName(QStringLiteral("results.comparing"));
    m_comparing->setWordWrap(true);
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("results.endComparison"));
    m_close->setText(tr("Done", "ends the comparison of runs"));
    m_close->setAccessibleName(tr("End the comparison"));
    m_close->setToolTip(m_close->accessibleName());
    auto* line = new QHBoxLayout;
    line->addWidget(m_keep);
    line->addWidget(m_comparing, 1);
    line->addWidget(m_close);
    line->addStretch(0);
    line->addWidget(makeExportButton());
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
    m_comparing->hide();
    m_close->hide();
    connect(m_keep, &QCheckBox::toggled, this, &ResultsPanel::showRows);
    connect(m_close, &QToolButton::clicked, this, &ResultsPanel::comparisonClosed);
}

void ResultsPanel::prepare()
{
    if (m_pages != nullptr)
        return;
    m_pages = new ResultPages(m_shown, m_model, this);
    auto* box = static_cast<QVBoxLayout*>(layout());
    delete box->takeAt(box->count() - 1); // the stretch that kept their place
    box->addWidget(m_pages, 1);
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    connect(m_pages, &ResultPages::chosen, this, &ResultsPanel::choose);
    connect(m_pages, &ResultPages::menuWanted, this, &ResultsPanel::openMenu);
    connect(m_pages, &ResultPages::pageWanted, this, &ResultsPanel::showPage);
    rebuild();
}

int ResultsPanel::page() const { return m_tabs->currentIndex(); }

void ResultsPanel::showPage(int page)
{
    m_tabs->setCurrentIndex(page);
    if (m_pages != nullptr)
        m_pages->setCurrentIndex(page);
}

void ResultsPanel::openMenu(ResultFigure::Kind kind, const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("results.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuOpening(menu, m_figures[static_cast<std::size_t>(kind)]);
    menu->popup(globalPosition);
}

void ResultsPanel::choose(std::size_t run, int pair, Host end, std::optional<RunTime> at)
{
    // Rows of other runs are looked at, not selected: the other views show only the window's.
    if (run >= m_shown.runs.size() || m_shown.runs[run].runId != m_run.runId())
        return;
    m_view.setPair(pair);
    m_view.setEnd(end);
    if (at)
        m_view.setSelected(EventRef{pair, end, *at});
}

void ResultsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showRows();
}

void ResultsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_tabs->fit();
    showRows();
}

RunResult ResultsPanel::summarised() const
{
    std::vector<Outcome> plannedOnes;
    if (!m_run.hasRun()) {
        for (const auto& prediction : m_run.predictions()) {
            Outcome planned;
            planned.pair = prediction.pair;
            planned.end = prediction.end;
            planned.prediction = prediction;
            planned.verdict = prediction.applicable ? Verdict::Missing : Verdict::NotApplicable;
            plannedOnes.push_back(std::move(planned));
        }
    }
    const auto& outcomes = m_run.hasRun() ? m_run.outcomes() : std::as_const(plannedOnes);
    auto result = resultOf(m_run.runId(), m_run.timeline(), outcomes, m_run.hasRun() && !m_run.isRunning(), m_now);
    result.heldBack = m_run.isHeldBack();
    return result;
}

void ResultsPanel::takeOther()
{
    // What was shown until now steps back; the plan leaves nothing behind, nor does a run that never began.
    if (!m_current.runId.isEmpty() && !m_run.cameToNothing()) {
        m_current.over = true;
        std::erase_if(m_earlier, [&](const RunResult& each) { return each.runId == m_current.runId; });
        m_earlier.push_front(m_current);
        if (m_earlier.size() > kEarlierRuns)
            m_earlier.pop_back();
    }
    std::erase_if(m_earlier, [&](const RunResult& each) { return each.runId == m_run.runId(); });
    rebuild();
}

void ResultsPanel::forgetEarlier()
{
    m_earlier.clear();
    showRows();
}

void ResultsPanel::bringBack(const std::deque<RunResult>& earlier)
{
    m_earlier = earlier;
    showRows();
}

void ResultsPanel::addEarlier(const RunResult& result)
{
    const bool known = result.runId == m_run.runId() || std::ranges::any_of(m_earlier, [&](const RunResult& each) { return each.runId == result.runId; });
    if (known || m_earlier.size() >= kEarlierRuns)
        return;
    m_earlier.push_back(result);
    showRows();
}

void ResultsPanel::setCompared(const std::vector<RunResult>& runs, int waiting)
{
    const bool first = m_compared.empty() && m_waiting == 0;
    m_compared = runs;
    m_waiting = waiting;
    const bool comparing = !m_compared.empty() || m_waiting > 0;
    m_keep->setVisible(!comparing);
    m_comparing->setVisible(comparing);
    m_close->setVisible(comparing);
    m_comparing->setText(m_waiting > 0 ? tr("Reading %n run(s) of the history…", nullptr, m_waiting)
                                       : comparingWords());
    if (comparing && first)
        showPage(ResultPages::Overlay);
    showRows();
}

/// What tells them apart belongs beside their number: their titles and often their outcomes are the same.
QString ResultsPanel::comparingWords() const
{
    const QString words = tr("Comparing %n run(s)", nullptr, static_cast<int>(m_compared.size()));
    const QString difference = differenceSentence(m_compared);
    return difference.isEmpty() ? words : tr("%1 · %2", "how many runs are compared, in what their settings differ").arg(words, difference);
}

void ResultsPanel::refreshPlan() { refresh(m_now); }

void ResultsPanel::refresh(std::chrono::nanoseconds now)
{
    m_now = now;
    auto next = summarised();
    if (next == m_current)
        return;
    m_current = std::move(next);
    // The figures are exported also while the dock is closed; only its pages wait for somebody to look.
    if (isVisible())
        showRows();
    else
        gatherShown();
}

void ResultsPanel::rebuild()
{
    m_now = m_run.timeline().lastTime();
    m_current = summarised();
    showRows();
}

void ResultsPanel::gatherShown()
{
    ResultsShown shown;
    shown.compared = !m_compared.empty();
    const bool amongThem = std::ranges::any_of(m_compared, [&](const RunResult& each) { return each.runId == m_current.runId; });
    // A comparison is of the picked runs, and of the window's own if that is under way.
    if (!shown.compared || (m_run.isRunning() && !amongThem))
        shown.runs.push_back(m_current);
    if (shown.compared)
        shown.runs.insert(shown.runs.end(), m_compared.begin(), m_compared.end());
    else if (m_keep->isChecked())
        shown.runs.insert(shown.runs.end(), m_earlier.begin(), m_earlier.end());
    m_shown = std::move(shown);
}

void ResultsPanel::showRows()
{
    gatherShown();
    if (m_pages != nullptr)
        m_pages->feed();
    else
        m_model->setRuns(m_shown.runs);
}

void ResultsPanel::layOutHidden()
{
    if (m_pages != nullptr)
        m_pages->layOutHidden(size());
}

QPixmap ResultsPanel::picture()
{
    if (m_pages == nullptr)
        return {};
    // On its own ground: in the window the card gives it.
    constexpr int kMargin = 12;
    auto* charts = m_pages->charts();
    const double scale = charts->devicePixelRatioF();
    QPixmap picture((charts->size() + QSize(2 * kMargin, 2 * kMargin)) * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Colours::from(palette()).panel);
    charts->render(&picture, QPoint(kMargin, kMargin), {}, DrawChildren);
    return picture;
}

} // namespace halfopen
