// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the results dock.
#include "ui/results/result_pages.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/charts/distribution_chart.h"
#include "ui/charts/result_chart.h"
#include "ui/results/overlay_view.h"
#include "ui/results/result_table.h"
#include "ui/results/result_table_model.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

constexpr int kManyEnds = 12; // from here on one row hides more than it tells

QLabel* heading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    auto bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    label->setWordWrap(true);
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

ResultPages::ResultPages(const ResultsShown& shown, ResultTableModel* model, QWidget* parent) : QStackedWidget(parent), m_shown(shown), m_model(model)
{
    setObjectName(QStringLiteral("results.stack"));
    buildCharts();
    buildSpread();
    buildOverlay();
    buildTable();
    connect(this, &QStackedWidget::currentChanged, this, &ResultPages::feed);
}

QScrollArea* ResultPages::scrolled(QWidget* content, const char* name, const QString& spoken)
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QLatin1String(name));
    scroll->setAccessibleName(spoken);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    addWidget(scroll);
    return scroll;
}

void ResultPages::buildCharts()
{
    m_charts = new QWidget(this);
    m_charts->setObjectName(QStringLiteral("results.charts"));
    auto* layout = new QVBoxLayout(m_charts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_residuals = new ResultChart(ResultChart::Kind::Residual, m_charts);
    m_elapsed = new ResultChart(ResultChart::Kind::Elapsed, m_charts);
    m_note = note({}, m_charts);
    m_note->setObjectName(QStringLiteral("results.empty"));
    m_offer = new QPushButton(m_charts);
    m_offer->setObjectName(QStringLiteral("results.offer"));
    m_offer->hide();
    layout->addWidget(heading(tr("Measured − predicted"), m_charts));
    layout->addWidget(note(tr("milliseconds, band = what the rules allow"), m_charts));
    layout->addWidget(m_residuals);
    layout->addWidget(m_offer);
    layout->addSpacing(4);
    layout->addWidget(heading(tr("Time until the call failed"), m_charts));
    layout->addWidget(note(tr("bar = measured, green bracket = predicted"), m_charts));
    layout->addWidget(m_elapsed);
    layout->addWidget(m_note);
    layout->addStretch(1);
    scrolled(m_charts, "results.scroll", tr("Result charts"));
    offerMenu(m_residuals, ResultFigure::Kind::Differences);
    offerMenu(m_elapsed, ResultFigure::Kind::Times);
    connect(m_residuals, &ResultChart::rowChosen, this, &ResultPages::chooseRow);
    connect(m_elapsed, &ResultChart::rowChosen, this, &ResultPages::chooseRow);
    connect(m_offer, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(Spread); });
}

void ResultPages::buildSpread()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_distribution = new DistributionChart(page);
    m_distribution->setObjectName(QStringLiteral("distributionChart"));
    m_noSpread = note({}, page);
    m_noSpread->setObjectName(QStringLiteral("results.noSpread"));
    layout->addWidget(heading(tr("How the times spread"), page));
    layout->addWidget(m_noSpread);
    layout->addWidget(m_distribution);
    layout->addStretch(1);
    scrolled(page, "results.spreadScroll", tr("Distribution of the times"));
    offerMenu(m_distribution, ResultFigure::Kind::Distribution);
    connect(m_distribution, &DistributionChart::pointChosen, this, [this](const DistributionChart::Point& point) { choosePoint(point.curve, point.rank); });
}

void ResultPages::buildOverlay()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_overlay = new OverlayView(page);
    m_noOverlay = note({}, page);
    m_noOverlay->setObjectName(QStringLiteral("results.noOverlay"));
    layout->addWidget(heading(tr("Aligned at the fault"), page));
    layout->addWidget(m_noOverlay);
    layout->addWidget(m_overlay);
    layout->addStretch(1);
    scrolled(page, "results.overlayScroll", tr("Runs laid over each other"));
    offerMenu(m_overlay, ResultFigure::Kind::Overlay);
    connect(m_overlay, &OverlayView::laneChosen, this, [this](std::size_t run, std::size_t number) {
        const auto& lane = m_shown.runs[run].lanes[number];
        Q_EMIT chosen(run, lane.index, lane.end, lane.ended ? std::optional(lane.endedAt) : std::nullopt);
    });
}

void ResultPages::buildTable()
{
    m_table = new ResultTable(m_shown, m_model, this);
    offerMenu(m_table, ResultFigure::Kind::Times);
    connect(m_table, &ResultTable::chosen, this, &ResultPages::chosen);
    addWidget(m_table);
}

void ResultPages::offerMenu(QWidget* widget, ResultFigure::Kind kind)
{
    widget->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(widget, &QWidget::customContextMenuRequested, this, [this, widget, kind](const QPoint& position) { Q_EMIT menuWanted(kind, widget->mapToGlobal(position)); });
}

void ResultPages::feed()
{
    m_model->setRuns(m_shown.runs);
    switch (currentIndex()) {
    case Charts:
        feedCharts();
        break;
    case Spread: {
        auto rows = distributionRows(m_shown.runs);
        const bool cut = rows.curves.size() > DistributionChart::kMostCurves;
        m_noSpread->setVisible(rows.curves.empty() || cut);
        m_noSpread->setText(cut ? tr("The first %1 of %n curve(s) are drawn; the exported numbers have all of them.", nullptr, static_cast<int>(rows.curves.size())).arg(DistributionChart::kMostCurves)
                                : tr("Here stands how the times of many pairs spread, one curve for each set of options, as soon as calls have failed."));
        m_distribution->setVisible(!rows.curves.empty());
        m_curves = std::move(rows.sources);
        m_distribution->setCurves(std::move(rows.curves));
        break;
    }
    case Overlay: {
        std::size_t lanes = 0;
        for (const auto& run : m_shown.runs)
            lanes += run.lanes.size();
        m_overlay->setVisible(lanes > 0);
        m_overlay->setRuns(m_shown.runs);
        const auto drawn = static_cast<std::size_t>(std::ranges::count_if(m_overlay->rows(), [](const OverlayRow& row) { return row.lane.has_value(); }));
        m_noOverlay->setVisible(lanes == 0 || drawn < lanes);
        m_noOverlay->setText(lanes == 0 ? tr("Here runs are laid over each other, aligned at the fault. Run the experiment, or pick runs in the history and press Compare.")
                                        : tr("The first %1 of %n end(s) are drawn; the exported numbers have all of them.", nullptr, static_cast<int>(lanes)).arg(drawn));
        break;
    }
    case Table:
        m_table->fit();
        break;
    default:
        break;
    }
}

void ResultPages::feedCharts()
{
    m_rows = rowSources(m_shown.runs, m_shown.compared);
    m_residuals->setRows(rowsOf(RowsOf::Residuals, m_shown.runs, m_shown.compared));
    m_elapsed->setRows(rowsOf(RowsOf::Elapsed, m_shown.runs, m_shown.compared));
    // Beside the rows where all of them fit, else above: a label that is cut tells nothing.
    const int labels = m_elapsed->labelWidthWithin(m_charts->width() * 0.38);
    m_residuals->setLabelWidth(labels);
    m_elapsed->setLabelWidth(labels);
    tellState();
}

void ResultPages::tellState()
{
    if (m_shown.runs.empty())
        return;
    const auto& current = m_shown.runs.front();
    const auto flagged = std::ranges::find_if(current.groups, [&](const ResultGroup& group) { return isSettled(current, group) && !group.flagged.empty(); });
    QStringList words;
    if (current.heldBack)
        words << tr("Your guess first: the prediction is told after it.");
    else if (m_rows.empty())
        words << tr("No end looks at its connection: nothing can fail.");
    else if (current.runId.isEmpty())
        words << tr("Bars and dots appear when a run has measured them.");
    if (flagged != current.groups.end())
        words << tr("⚑ %1: %2", "name of a pair, why its numbers are flagged").arg(groupName(*flagged), fromCore(flagged->flagWhy));
    if (m_rows.size() > ResultChart::kMostRows)
        words << tr("The charts show the first %1 of %n row(s); the table has all of them.", nullptr, static_cast<int>(m_rows.size())).arg(ResultChart::kMostRows);
    m_note->setText(words.join(u'\n'));
    m_note->setVisible(!words.isEmpty());
    int most = 0;
    for (const auto& run : m_shown.runs)
        most = std::max(most, largestGroup(run));
    m_offer->setText(tr("Spread of %n end(s)", nullptr, most));
    m_offer->setAccessibleName(m_offer->text());
    m_offer->setVisible(most >= kManyEnds);
}

void ResultPages::chooseRow(int row)
{
    m_residuals->setCurrentRow(row);
    m_elapsed->setCurrentRow(row);
    const auto& source = m_rows[static_cast<std::size_t>(row)];
    if (!source.group)
        return;
    const auto& group = m_shown.runs[source.run].groups[*source.group];
    const bool ended = !group.members.empty();
    // Of several the middle one: its time is the one that the row shows.
    const auto& middle = ended ? group.members[group.members.size() / 2] : GroupMember{group.pair, 0, {}};
    Q_EMIT chosen(source.run, middle.pair, group.end, ended ? std::optional(middle.at) : std::nullopt);
}

void ResultPages::choosePoint(std::size_t curve, std::size_t rank)
{
    if (curve >= m_curves.size() || rank >= m_curves[curve].members.size())
        return;
    const auto& member = m_curves[curve].members[rank];
    Q_EMIT chosen(m_curves[curve].run, member.pair, m_curves[curve].ends[rank], member.at);
}

void ResultPages::mark(const QString& runId, int pair, Host end)
{
    const auto has = [&](const ResultGroup& group) {
        return group.end == end && (group.pair == pair || std::ranges::any_of(group.members, [&](const GroupMember& member) { return member.pair == pair; }));
    };
    int row = -1;
    for (std::size_t number = 0; number < m_rows.size() && row < 0; ++number) {
        const auto& source = m_rows[number];
        const auto* run = source.run < m_shown.runs.size() ? &m_shown.runs[source.run] : nullptr;
        if (run != nullptr && run->runId == runId && source.group && *source.group < run->groups.size() && has(run->groups[*source.group]))
            row = static_cast<int>(number);
    }
    // With one row there is nothing to tell apart.
    if (m_rows.size() < 2)
        row = -1;
    m_residuals->setCurrentRow(row);
    m_elapsed->setCurrentRow(row);
}

void ResultPages::layOutHidden(const QSize& size)
{
    const auto lay = [&] {
        m_charts->resize(size);
        m_charts->ensurePolished();
        m_charts->layout()->activate();
        for (auto* chart : {m_residuals, m_elapsed})
            chart->layout()->activate();
    };
    // Twice: where the labels stand depends on the width, and the height on the labels.
    lay();
    feedCharts();
    lay();
    m_charts->resize(size.width(), m_charts->sizeHint().height());
    m_charts->layout()->activate();
}

} // namespace halfopen
