// SPDX-License-Identifier: GPL-3.0-or-later
// The sockets dock: the table of both hosts' sockets with its filter.
#include "ui/sockets/socket_panel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "ui/sockets/column_chooser.h"
#include "ui/sockets/socket_delegate.h"
#include "ui/sockets/socket_filter.h"
#include "ui/sockets/socket_filter_bar.h"
#include "ui/sockets/socket_table_model.h"
#include "ui/text/format.h"
#include "ui/theme/plain_table.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

constexpr int kFollowMs = 30;

} // namespace

SocketPanel::SocketPanel(ShownRun& run, ViewState& view, QSettings& settings, QWidget* parent)
    : QWidget(parent), m_run(run), m_view(view), m_model(new SocketTableModel(this)), m_filter(new SocketFilter(this)),
      m_bar(new SocketFilterBar(this)),
      m_table(new QTableView(this)), m_empty(emptyNote(QLatin1String("sockets.empty"), this))
{
    setObjectName(QStringLiteral("socketPanel"));
    m_filter->setSourceModel(m_model);
    setMinimumWidth(m_bar->arrange(width()));
    buildTable(settings);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_table, 1);
    m_bar->setColumnMenu(m_columns->menu());
    retranslate();
    connectViews();
    restart();
}

void SocketPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setMinimumWidth(m_bar->arrange(width()));
}

void SocketPanel::buildTable(QSettings& settings)
{
    makePlain(*m_table, QLatin1String("sockets"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new SocketDelegate(*m_model, m_table));
    m_table->setMinimumHeight(fontMetrics().height() * 3); // its heading and a row: a low window has room for the time line too
    m_table->setSortingEnabled(true);
    // Unsorted is by pair; a sort indicator there would only take room.
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight(*m_table, 1.5);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setMinimumSectionSize(fontMetrics().height());
    m_columns = new ColumnChooser(*m_table, settings, this);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(addCopyAction(*m_table, QLatin1String("sockets.copy")), &QAction::triggered, this, &SocketPanel::copyRows);
}

void SocketPanel::connectViews()
{
    connect(m_bar, &SocketFilterBar::wishChanged, this, &SocketPanel::filter);
    connect(&m_run, &ShownRun::replaced, this, &SocketPanel::restart);
    connect(&m_run, &ShownRun::refolded, this, &SocketPanel::restart);
    m_follow.setSingleShot(true);
    m_follow.setInterval(kFollowMs);
    connect(&m_follow, &QTimer::timeout, this, &SocketPanel::showInstant);
    connect(&m_view, &ViewState::cursorChanged, this, [this] { m_follow.start(); });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &SocketPanel::showEmpty);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &SocketPanel::showEmpty);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SocketPanel::takeCurrent);
    connect(m_table, &QAbstractItemView::activated, this, &SocketPanel::pick);
    connect(&m_view, &ViewState::pairChanged, this, &SocketPanel::showSelection);
    connect(&m_view, &ViewState::pairChanged, this, &SocketPanel::filter);
    connect(&m_view, &ViewState::endChanged, this, &SocketPanel::showSelection);
    connect(&m_view, &ViewState::selectedChanged, this, &SocketPanel::showPicked);
}

void SocketPanel::retranslate()
{
    m_table->setAccessibleName(tr("Sockets of both hosts"));
    m_bar->retranslate();
    for (auto* action : m_table->actions())
        action->setText(tr("&Copy"));
    m_told.clear();
    showInstant();
    showEmpty();
}

void SocketPanel::restart()
{
    const QScopedValueRollback guard(m_showing, true);
    m_model->restart(m_run.timeline());
    m_model->setRunOver(isOver());
    m_lastNow = m_run.timeline().lastTime();
    filter();
    showRow(m_model->rowOf(m_view.pair(), m_view.end()));
    showInstant();
}

void SocketPanel::showInstant()
{
    const auto& timeline = m_run.timeline();
    const auto start = timeline.startedAt();
    std::optional<RunTime> at;
    if (start && m_view.cursor() && *start + *m_view.cursor() < std::max<RunTime>(m_lastNow, timeline.lastTime()))
        at = *start + *m_view.cursor();
    {
        const QScopedValueRollback guard(m_showing, true);
        m_model->showAt(timeline, at);
    }
    QString words;
    if (at)
        words = tr("at the time line's cursor: %1").arg(instantWords(*at));
    else if (start && m_run.isReplayed() && m_run.instant() < m_run.end())
        words = tr("at the replay's instant: %1").arg(instantWords(m_run.instant()));
    if (words == m_told)
        return;
    m_told = words;
    Q_EMIT instantTold(words);
}

QString SocketPanel::instantWords(RunTime at) const
{
    const auto& timeline = m_run.timeline();
    const auto fault = timeline.firstFaultAt();
    const auto zero = fault ? fault : timeline.startedAt();
    const double seconds = zero ? toSeconds(at - *zero) : 0;
    const QString time = secondsText(std::abs(seconds));
    if (!fault)
        return seconds < 0 ? tr("%1 before the start").arg(time) : tr("%1 after the start").arg(time);
    return seconds < 0 ? tr("%1 before the fault").arg(time) : tr("%1 after the fault").arg(time);
}

void SocketPanel::refresh(std::chrono::nanoseconds now)
{
    if (!isVisible())
        return;
    const bool moved = now != m_lastNow;
    m_lastNow = now;
    {
        // A row that the filter gives up is no choice of the user's.
        const QScopedValueRollback guard(m_showing, true);
        m_model->refresh(m_run.timeline(), now);
        m_model->setRunOver(isOver());
    }
    showInstant();
    if (!moved)
        return;
    // Countdowns and histories follow the clock, not the samples: painted anew, and not told as changes.
    for (const int column : {SocketColumns::Left, SocketColumns::TimerHistory, SocketColumns::QueueHistory}) {
        if (!m_table->isColumnHidden(column) && (column != SocketColumns::Left || m_model->isAnyTimerRunning()))
            m_table->viewport()->update(m_table->columnViewportPosition(column), 0, m_table->columnWidth(column), m_table->viewport()->height());
    }
}

void SocketPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // While hidden it did not follow.
    const QScopedValueRollback guard(m_showing, true);
    m_model->refresh(m_run.timeline(), std::max<std::chrono::nanoseconds>(m_lastNow, m_run.timeline().lastTime()));
    m_model->setRunOver(isOver());
}

bool SocketPanel::isOver() const { return m_run.hasRun() && !m_run.isRunning(); }

void SocketPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        setRowHeight(*m_table, 1.5);
}

void SocketPanel::filter()
{
    const QScopedValueRollback guard(m_showing, true);
    m_filter->setWish(m_bar->wish(m_view.pair()));
    showEmpty();
}

void SocketPanel::showEmpty()
{
    const bool any = m_filter->rowCount() > 0 && m_run.hasRun();
    m_bar->setVisible(m_run.hasRun());
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    if (any)
        return;
    m_empty->setText(m_run.hasRun() ? tr("No socket is like that. Clear the filter to see all of them.")
                                    : tr("The rows of /proc/net/tcp of both hosts, ten times a second, as soon as a run has begun."));
}

void SocketPanel::showSelection()
{
    if (!m_showing) // else it is the table that tells
        showRow(m_model->rowOf(m_view.pair(), m_view.end()));
}

void SocketPanel::showRow(int row)
{
    if (row < 0)
        return;
    const QScopedValueRollback guard(m_showing, true);
    const auto index = m_filter->mapFromSource(m_model->index(row, 0));
    if (!index.isValid() || index.row() == m_table->currentIndex().row())
        return;
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const int across = m_table->horizontalScrollBar()->value();
    m_table->scrollTo(index);
    m_table->horizontalScrollBar()->setValue(across);
}

void SocketPanel::showPicked(const std::optional<EventRef>& event)
{
    if (event)
        showRow(m_model->rowOf(event->pair, event->end));
}

void SocketPanel::takeCurrent(const QModelIndex& current)
{
    if (m_showing || !current.isValid())
        return;
    // Its own word coming back would choose this row alone, while more of them are being selected.
    const QScopedValueRollback guard(m_showing, true);
    const auto& entry = m_model->entry(m_filter->mapToSource(current).row());
    m_view.setEnd(entry.end);
    m_view.setPair(entry.pair);
}

void SocketPanel::pick(const QModelIndex& index)
{
    // The row's last change is the fact it stands for.
    const auto& entry = m_model->entry(m_filter->mapToSource(index).row());
    if (entry.row)
        m_view.setSelected(EventRef{entry.pair, entry.end, entry.sampled});
}

void SocketPanel::copyRows()
{
    QStringList lines;
    QStringList cells;
    const auto eachColumn = [&](const auto& text) {
        cells.clear();
        for (int column = 0; column < SocketColumns::ColumnCount; ++column) {
            if (!m_table->isColumnHidden(column))
                cells << text(column);
        }
        lines << cells.join(u'\t');
    };
    eachColumn([](int column) { return socketColumnTitle(column); });
    auto rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty() && m_table->currentIndex().isValid())
        rows << m_table->currentIndex();
    for (const auto& index : rows)
        eachColumn([&](int column) { return index.siblingAtColumn(column).data().toString(); });
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace halfopen
