// SPDX-License-Identifier: GPL-3.0-or-later
// The history dock: stored runs, to find, open, compare, export and delete.
#include "ui/history/history_panel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/history/history_cells.h"
#include "ui/history/history_deeds.h"
#include "ui/history/history_model.h"
#include "ui/history/history_watch.h"
#include "ui/text/format.h"
#include "ui/text/search_field.h"
#include "ui/theme/more_columns.h"
#include "ui/theme/plain_table.h"

namespace halfopen {

namespace {

// The columns are as wide as the texts of so many rows want them to be; a thousand would take 25 ms at each resizing.
constexpr int kMeasuredRows = 60;
constexpr int kTitleLetters = 24; // of a title, before the outcome has no room
constexpr int kChangedLetters = 30; // of changed settings; the row's tool tip has all of them
constexpr int kSummaryLetters = 44; // of an outcome, before others make room for more
constexpr int kNewestRuns = 1000; // read each time, the others on demand

} // namespace

HistoryPanel::HistoryPanel(RunStore* store, const QString& whyNoStore, QWidget* parent)
    : QWidget(parent), m_store(store), m_whyNoStore(whyNoStore), m_model(new HistoryModel(this)), m_proxy(new QSortFilterProxyModel(this)), m_mostRuns(kNewestRuns)
{
    setObjectName(QStringLiteral("historyPanel"));
    m_filter = new SearchField(QStringLiteral("history.filter"), this);
    m_filter->setAccessibleName(tr("Find runs"));
    m_filter->setPlaceholderText(tr("Find by title, outcome, place, day…"));
    buildTable();
    buildActions();
    m_deeds = new HistoryDeeds(m_filter, {m_open, m_play, m_compare, m_csv, m_delete}, this);
    auto* list = new QWidget(this);
    m_stack = new QStackedLayout(list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 2, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_deeds);
    layout->addWidget(list, 1);
    layout->addWidget(m_all, 0, Qt::AlignLeft);
    arrangeDeeds();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text.trimmed());
        showState();
    });
    connect(m_table, &QTableView::activated, this, &HistoryPanel::openCurrent);
    connect(m_table, &QWidget::customContextMenuRequested, this, &HistoryPanel::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPanel::showState);
    m_model->setExperiments([this](const QString& runId) -> std::optional<Experiment> {
        auto read = m_store != nullptr ? m_store->experiment(runId) : Result<Experiment>{Error{}};
        return read ? std::optional{std::move(read).value()} : std::nullopt;
    });
    if (m_store != nullptr)
        connect(new HistoryWatch(*m_store, this), &HistoryWatch::changed, this, &HistoryPanel::refresh);
    showState();
}

void HistoryPanel::buildTable()
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(HistoryModel::SortRole);
    m_proxy->setFilterRole(HistoryModel::FindRole);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = new QTableView(this);
    makePlain(*m_table, QLatin1String("history"));
    m_table->setAccessibleName(tr("Stored runs"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegateForColumn(HistoryModel::Changed, new WholeWords(m_table));
    m_table->setItemDelegateForColumn(HistoryModel::Summary, new WholeWords(m_table));
    m_table->setItemDelegateForColumn(HistoryModel::Duration, new AirBehind(m_table));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setMinimumHeight(fontMetrics().height() * 2); // a low window has room for the other docks too
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HistoryModel::Started, Qt::DescendingOrder);
    setRowHeight(*m_table, 1.5);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    m_more = new MoreColumns(*m_table, QStringLiteral("history.more"));
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_allColumns = true;
        fitColumns();
    });
    m_empty = emptyNote(QLatin1String("history.empty"), this);
    m_empty->setMargin(0);
    m_all = new QPushButton(this);
    m_all->setObjectName(QStringLiteral("history.all"));
    m_all->hide();
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_mostRuns = -1;
        refresh();
    });
}

void HistoryPanel::fitColumns()
{
    // Given up one after the other where there is no room: what the others say too, or what matters least.
    constexpr HistoryModel::Column kGivenUp[] = {HistoryModel::Status, HistoryModel::Place, HistoryModel::Pairs, HistoryModel::Duration,
                                                 HistoryModel::Changed, HistoryModel::Summary};
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        m_table->setColumnHidden(column, false);
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(HistoryModel::Changed, std::min(m_table->columnWidth(HistoryModel::Changed), fontMetrics().averageCharWidth() * kChangedLetters));
    m_table->setColumnHidden(HistoryModel::Changed, !hasChanges());
    int width = 0;
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        width += m_table->columnWidth(column); // 0 of a hidden one
    const bool sideways = m_allColumns && width > m_table->viewport()->width();
    m_table->horizontalHeader()->setStretchLastSection(!sideways);
    tellMissing();
    if (sideways) {
        m_table->resizeColumnToContents(HistoryModel::Summary);
        return;
    }
    // The last column is as wide as what is left. Where most of its words would be cut, others make room; it goes last.
    const int header = m_table->horizontalHeader()->sectionSizeHint(HistoryModel::Summary) * 2;
    const int summary = static_cast<const QAbstractItemView*>(m_table)->sizeHintForColumn(HistoryModel::Summary); // QTableView hides it
    const int words = std::clamp(m_table->columnWidth(HistoryModel::Summary), header, std::max(header, fontMetrics().averageCharWidth() * kSummaryLetters));
    width += words - m_table->columnWidth(HistoryModel::Summary);
    int last = words;
    for (const auto column : kGivenUp) {
        if (width <= m_table->viewport()->width())
            break;
        if (column == HistoryModel::Duration) {
            width -= last - header;
            last = header;
            if (width <= m_table->viewport()->width())
                break;
        }
        // Long titles are cut before the outcome goes.
        if (column == HistoryModel::Summary && width - std::max(0, m_table->columnWidth(HistoryModel::Title) - fontMetrics().averageCharWidth() * kTitleLetters) <= m_table->viewport()->width())
            break;
        width -= column == HistoryModel::Summary ? last : m_table->columnWidth(column);
        m_table->setColumnHidden(column, true);
    }
    tellMissing();
    // The title is cut before the outcome is, and before the table is wider than its dock; its tool tip has all of it.
    const int over = width - m_table->viewport()->width();
    if (const int spare = m_table->columnWidth(HistoryModel::Title) - fontMetrics().averageCharWidth() * kTitleLetters;
        over <= 0 && spare > 0 && !m_table->isColumnHidden(HistoryModel::Summary)) {
        const int lacks = summary - (last - over);
        m_table->setColumnWidth(HistoryModel::Title, m_table->columnWidth(HistoryModel::Title) - std::clamp(lacks, 0, spare));
    }
    const int least = std::max(fontMetrics().averageCharWidth() * 10, m_table->horizontalHeader()->sectionSizeHint(HistoryModel::Title));
    if (over <= 0)
        return;
    if (m_table->columnWidth(HistoryModel::Title) - over < least) {
        m_table->setColumnHidden(HistoryModel::VerdictColumn, true);
        tellMissing();
    }
    const int others = m_table->columnWidth(HistoryModel::Started)
                     + (m_table->isColumnHidden(HistoryModel::VerdictColumn) ? 0 : m_table->columnWidth(HistoryModel::VerdictColumn));
    const int room = m_table->viewport()->width() - others;
    const int enough = std::max(least, fontMetrics().averageCharWidth() * kTitleLetters);
    const bool hidden = m_table->isColumnHidden(HistoryModel::Summary);
    m_table->setColumnWidth(HistoryModel::Title, hidden ? std::max(least, room) : std::max({least, std::min(enough, room - last), room - summary}));
}

/// Among those that are looked at first.
bool HistoryPanel::hasChanges() const
{
    for (int row = 0; row < std::min(m_model->rowCount(), kMeasuredRows); ++row) {
        if (!m_model->changedText(row).isEmpty())
            return true;
    }
    return false;
}

void HistoryPanel::tellMissing()
{
    QStringList missing;
    const bool changes = hasChanges();
    for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
        if (m_table->isColumnHidden(column) && (column != HistoryModel::Changed || changes))
            missing << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    m_more->tell(missing);
}

QSize HistoryPanel::minimumSizeHint() const
{
    const auto margins = layout()->contentsMargins();
    const int all = m_all->isHidden() ? 0 : m_all->sizeHint().height() + layout()->spacing();
    const int table = std::max(m_table->minimumHeight(), fontMetrics().height()) + all;
    return m_deeds->leastSize() + QSize(margins.left() + margins.right(), margins.top() + margins.bottom() + layout()->spacing() + table);
}

void HistoryPanel::arrangeDeeds()
{
    const auto margins = layout()->contentsMargins();
    m_deeds->arrange({width() - margins.left() - margins.right(), height() - margins.top() - margins.bottom() - layout()->spacing() - m_table->minimumHeight()});
}

void HistoryPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeDeeds();
    if (m_store != nullptr && !m_stale)
        fitColumns();
}

QAction* HistoryPanel::make(const char* name, const QString& text, const QString& spoken)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QStringLiteral("history.action.") + QLatin1String(name));
    action->setToolTip(spoken);
    return action;
}

void HistoryPanel::buildActions()
{
    m_open = make("open", tr("Open"), tr("Open the selected run as it was"));
    m_play = make("play", tr("Play again"), tr("Play the selected run again from its start"));
    m_compare = make("compare", tr("Compare"), tr("Lay the selected runs over each other (several with Ctrl or Shift)"));
    m_add = make("add", tr("Add to the comparison"), tr("Lay the selected runs over those that are compared already"));
    m_csv = make("csv", tr("Export CSV…"), tr("Write the outcomes of the selected runs to one file"));
    m_lesson = make("lesson", tr("Show its lesson"), tr("Open the lesson that this run belongs to"));
    m_delete = make("delete", tr("Delete…"), tr("Delete the selected runs"));
    m_delete->setShortcut(QKeySequence::Delete);
    m_delete->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_delete);
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("history.menu"));
    m_menu->setToolTipsVisible(true);
    m_menu->addActions({m_open, m_play, m_compare, m_add, m_csv, m_lesson});
    m_menu->addSeparator();
    m_menu->addAction(m_delete);
    connect(m_menu, &QMenu::aboutToShow, this, [this] { m_lesson->setVisible(m_lessonTitles.contains(currentTitle())); });
    connect(m_open, &QAction::triggered, this, &HistoryPanel::openCurrent);
    connect(m_play, &QAction::triggered, this, [this] { Q_EMIT playWanted(selectedIds().value(0)); });
    connect(m_compare, &QAction::triggered, this, [this] { Q_EMIT compareWanted(selectedIds()); });
    connect(m_add, &QAction::triggered, this, [this] { Q_EMIT addWanted(selectedIds()); });
    connect(m_csv, &QAction::triggered, this, [this] { Q_EMIT csvWanted(selectedIds()); });
    connect(m_lesson, &QAction::triggered, this, [this] { Q_EMIT lessonWanted(currentTitle()); });
    connect(m_delete, &QAction::triggered, this, &HistoryPanel::askToDelete);
}

void HistoryPanel::refresh()
{
    // Read only when somebody looks.
    m_stale = true;
    if (!isVisible() || m_store == nullptr)
        return;
    m_stale = false;
    const auto runs = m_store->list(m_mostRuns);
    const auto all = runs ? m_store->count() : Result<qint64>{runs.error()};
    if (!all) {
        Q_EMIT failed(fromCore(all.error().message));
        return;
    }
    m_left = static_cast<int>(all.value() - runs.value().size());
    if (runs.value() == m_model->runs()) {
        showState();
        return;
    }
    const auto picked = selectedIds();
    const auto current = m_table->currentIndex().data(HistoryModel::IdRole).toString();
    m_model->setRuns(runs.value());
    select(picked, current);
    fitColumns();
    showState();
}

void HistoryPanel::select(const QStringList& runIds, const QString& current)
{
    QItemSelection rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const auto index = m_proxy->index(row, 0);
        const auto id = index.data(HistoryModel::IdRole).toString();
        if (runIds.contains(id))
            rows.select(index, m_proxy->index(row, HistoryModel::ColumnCount - 1));
        if (id == current)
            m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

QStringList HistoryPanel::selectedIds() const
{
    auto rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList ids;
    for (const auto& row : std::as_const(rows))
        ids << row.data(HistoryModel::IdRole).toString();
    return ids;
}

QString HistoryPanel::currentTitle() const
{
    const auto rows = m_table->selectionModel()->selectedRows(HistoryModel::Title);
    return rows.size() == 1 ? rows.first().data(HistoryModel::TitleRole).toString() : QString{};
}

QModelIndexList HistoryPanel::deletable() const
{
    auto rows = m_table->selectionModel()->selectedRows();
    rows.removeIf([](const QModelIndex& row) { return row.data(HistoryModel::RunningRole).toBool(); });
    return rows;
}

void HistoryPanel::openCurrent()
{
    if (const auto ids = selectedIds(); ids.size() == 1)
        Q_EMIT openWanted(ids.first());
}

void HistoryPanel::askToDelete()
{
    QStringList ids;
    const auto rows = deletable();
    for (const auto& row : rows)
        ids << row.data(HistoryModel::IdRole).toString();
    if (ids.isEmpty())
        return;
    const auto when = rows.first().siblingAtColumn(HistoryModel::Started).data().toString();
    const auto words = ids.size() == 1 ? tr("Delete the run of %1 from the history? It cannot be brought back.").arg(when)
                                       : tr("Delete %n run(s) from the history? They cannot be brought back.", nullptr, static_cast<int>(ids.size()));
    auto* question = new QMessageBox(QMessageBox::Question, tr("Delete from the history"), words, QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("deleteRun"));
    auto* yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QAbstractButton::clicked, this, [this, ids] { removeRuns(ids); });
    question->open();
}

void HistoryPanel::removeRuns(const QStringList& runIds)
{
    // A run of a million events is 200 MB, which SQLite overwrites.
    m_store->write(this, [runIds](RunStore& store) {
        // The others go also where one cannot.
        Result<void> all;
        for (const auto& id : runIds) {
            if (auto removed = store.remove(id); !removed)
                all = std::move(removed);
        }
        return all;
    }, [this](const Result<void>& done) {
        if (!done)
            Q_EMIT failed(fromCore(done.error().message));
        refresh();
    });
}

void HistoryPanel::showMenu(const QPoint& position)
{
    m_menu->popup(m_table->viewport()->mapToGlobal(position));
}

void HistoryPanel::showState()
{
    const bool any = m_model->rowCount() > 0;
    const bool found = m_proxy->rowCount() > 0;
    m_filter->setVisible(any);
    m_stack->setCurrentIndex(found ? 1 : 0);
    if (!m_whyNoStore.isEmpty() && !any)
        m_empty->setText(m_whyNoStore);
    else if (!any)
        m_empty->setText(tr("Every run is kept here as it goes on: run an experiment, and it can be opened, compared and exported later."));
    else
        m_empty->setText(m_left > 0 ? tr("None of the newest %n run(s) contains \"%1\". Older ones have not been read.", nullptr, m_model->rowCount()).arg(m_filter->text().trimmed())
                                    : tr("No run of the history contains \"%1\".").arg(m_filter->text().trimmed()));
    m_all->setVisible(m_left > 0);
    m_all->setText(tr("Show the %n older run(s) too", nullptr, m_left));
    m_all->setAccessibleName(m_all->text());
    const auto picked = m_table->selectionModel()->selectedRows().size();
    m_open->setEnabled(picked == 1);
    m_play->setEnabled(picked == 1);
    for (auto* action : {m_compare, m_add, m_csv})
        action->setEnabled(picked > 0);
    m_delete->setEnabled(!deletable().isEmpty());
    m_delete->setToolTip(picked > 0 && !m_delete->isEnabled() ? tr("A run that is still going on cannot be deleted: stop it first") : tr("Delete the selected runs"));
}

} // namespace halfopen
