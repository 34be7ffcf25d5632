// SPDX-License-Identifier: GPL-3.0-or-later
// The results dock: residuals, elapsed times, and both as a table.
#include "ui/results/results_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/charts/result_chart.h"
#include "ui/results/result_table_model.h"
#include "ui/theme/colours.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    auto bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QLabel* note(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ResultsPanel::ResultsPanel(ShownRun& run, QWidget* parent)
    : QWidget(parent), m_run(run), m_model(new ResultTableModel(this)), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("resultsPanel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 8);
    buildHead();
    layout->addWidget(m_pages, 1);
    connect(&m_run, &ShownRun::replaced, this, &ResultsPanel::takeOther);
    connect(&m_run, &ShownRun::predictionsChanged, this, &ResultsPanel::refreshPlan);
    m_current = summarised();
}

void ResultsPanel::buildHead()
{
    m_keep = new QCheckBox(tr("Keep earlier runs"), this);
    m_keep->setObjectName(QStringLiteral("results.keep"));
    m_keep->setAccessibleName(m_keep->text());
    m_keep->setChecked(true);
    m_keep->setToolTip(tr("Show the outcomes of the last runs below those of this one"));
    m_asTable = new QToolButton(this);
    m_asTable->setObjectName(QStringLiteral("results.table"));
    m_asTable->setText(tr("Numbers"));
    m_asTable->setAccessibleName(tr("Show the numbers as a table"));
    m_asTable->setCheckable(true);
    m_asTable->setAutoRaise(true);
    auto* line = new QHBoxLayout;
    line->addWidget(m_keep);
    line->addStretch(1);
    line->addWidget(m_asTable);
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
    connect(m_keep, &QCheckBox::toggled, this, &ResultsPanel::showRows);
    connect(m_asTable, &QToolButton::toggled, this, [this](bool table) {
        m_pages->setCurrentIndex(table ? 1 : 0);
        showRows();
    });
}

QWidget* ResultsPanel::buildCharts()
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("results.scroll"));
    scroll->setAccessibleName(tr("Result charts"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_charts = new QWidget(scroll);
    m_charts->setObjectName(QStringLiteral("results.charts"));
    auto* layout = new QVBoxLayout(m_charts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_residuals = new ResultChart(ResultChart::Kind::Residual, m_charts);
    m_elapsed = new ResultChart(ResultChart::Kind::Elapsed, m_charts);
    m_note = note({}, m_charts);
    m_note->setObjectName(QStringLiteral("results.empty"));
    layout->addWidget(heading(tr("Measured − predicted"), m_charts));
    layout->addWidget(note(tr("milliseconds, band = what the rules allow"), m_charts));
    layout->addWidget(m_residuals);
    layout->addSpacing(8);
    layout->addWidget(heading(tr("Time until the call failed"), m_charts));
    layout->addWidget(note(tr("bar = measured, green bracket = predicted"), m_charts));
    layout->addWidget(m_elapsed);
    layout->addWidget(m_note);
    layout->addStretch(1);
    scroll->setWidget(m_charts);
    scroll->viewport()->setAutoFillBackground(false);
    m_charts->setAutoFillBackground(false);
    return scroll;
}

QWidget* ResultsPanel::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("results.numbers"));
    m_table->setAccessibleName(tr("Results in numbers"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    return m_table;
}

void ResultsPanel::prepare()
{
    if (m_residuals != nullptr)
        return;
    m_pages->addWidget(buildCharts());
    m_pages->addWidget(buildTable());
    m_pages->setCurrentIndex(m_asTable->isChecked() ? 1 : 0);
    rebuild();
}

void ResultsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showRows();
}

void ResultsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showRows();
}

RunResult ResultsPanel::summarised() const
{
    RunResult result;
    result.runId = m_run.runId();
    result.title = QString::fromStdString(m_run.experiment().title);
    result.over = m_run.hasRun() && !m_run.isRunning();
    std::vector<Outcome> outcomes = m_run.outcomes();
    if (!m_run.hasRun()) {
        for (const auto& prediction : m_run.predictions()) {
            Outcome planned;
            planned.pair = prediction.pair;
            planned.end = prediction.end;
            planned.prediction = prediction;
            planned.verdict = prediction.applicable ? Verdict::Missing : Verdict::NotApplicable;
            outcomes.push_back(std::move(planned));
        }
    }
    result.groups = m_run.hasRun() ? groupOutcomes(m_run.timeline(), outcomes) : groupOutcomes(m_run.experiment(), outcomes);
    if (const auto origin = m_run.timeline().origin())
        result.secondsSinceOrigin = std::max(0.0, toSeconds(std::max(m_now, m_run.timeline().lastTime()) - *origin));
    return result;
}

void ResultsPanel::takeOther()
{
    // What was shown until now steps back; the plan leaves nothing behind.
    if (!m_current.runId.isEmpty()) {
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

void ResultsPanel::refreshPlan() { refresh(m_now); }

void ResultsPanel::refresh(std::chrono::nanoseconds now)
{
    m_now = now;
    auto next = summarised();
    if (next == m_current)
        return;
    m_current = std::move(next);
    if (isVisible())
        showRows();
}

void ResultsPanel::rebuild()
{
    m_now = m_run.timeline().lastTime();
    m_current = summarised();
    showRows();
}

void ResultsPanel::showRows()
{
    std::vector<RunResult> runs{m_current};
    if (m_keep->isChecked())
        runs.insert(runs.end(), m_earlier.begin(), m_earlier.end());
    m_model->setRuns(runs);
    if (m_residuals == nullptr)
        return;
    if (m_asTable->isChecked()) {
        m_table->resizeColumnsToContents();
        return;
    }
    ChartRows residuals;
    ChartRows elapsed;
    for (std::size_t number = 0; number < runs.size(); ++number) {
        std::ranges::move(residualRows(runs[number], number > 0), std::back_inserter(residuals));
        std::ranges::move(elapsedRows(runs[number], number > 0), std::back_inserter(elapsed));
    }
    const auto flagged = std::ranges::find_if(m_current.groups, [](const ResultGroup& group) { return !group.flagged.empty(); });
    const bool isFlagged = flagged != m_current.groups.end();
    m_note->setVisible(elapsed.empty() || !m_run.hasRun() || isFlagged);
    m_note->setText(elapsed.empty() ? tr("No end looks at its connection: nothing can fail.") : tr("Bars and dots appear when a run has measured them."));
    if (isFlagged)
        m_note->setText(tr("⚑ This run is flagged (%1): do not rely on its numbers, run it again.").arg(QString::fromStdString(flagged->flagged)));
    m_residuals->setRows(residuals);
    m_elapsed->setRows(elapsed);
    // Beside the rows where all of them fit, else above: a label that is cut tells nothing.
    const int wanted = m_elapsed->wantedLabelWidth();
    const int labels = wanted <= m_charts->width() * 38 / 100 ? wanted : 0;
    m_residuals->setLabelWidth(labels);
    m_elapsed->setLabelWidth(labels);
}

void ResultsPanel::layOutHidden()
{
    if (m_charts == nullptr)
        return;
    const auto lay = [this] {
        m_charts->resize(size());
        m_charts->ensurePolished();
        m_charts->layout()->activate();
        for (auto* chart : {m_residuals, m_elapsed})
            chart->layout()->activate();
    };
    // Twice: where the labels stand depends on the width, and the height on the labels.
    lay();
    showRows();
    lay();
    m_charts->resize(width(), m_charts->sizeHint().height());
    m_charts->layout()->activate();
}

QPixmap ResultsPanel::picture()
{
    if (m_charts == nullptr)
        return {};
    // On its own ground: in the window the card gives it.
    constexpr int kMargin = 12;
    const double scale = m_charts->devicePixelRatioF();
    QPixmap picture((m_charts->size() + QSize(2 * kMargin, 2 * kMargin)) * scale);
    picture.setDevicePixelRatio(scale);
    picture.fill(Colours::from(palette()).panel);
    m_charts->render(&picture, QPoint(kMargin, kMargin), {}, DrawChildren);
    return picture;
}

} // namespace halfopen
