// SPDX-License-Identifier: GPL-3.0-or-later
// The history dock: stored runs, to open and to delete.
#include "ui/history/history_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>

#include "ui/history/history_model.h"
#include "ui/text/format.h"

namespace halfopen {

HistoryPanel::HistoryPanel(RunStore* store, const QString& whyNoStore, QWidget* parent)
    : QWidget(parent), m_store(store), m_whyNoStore(whyNoStore), m_model(new HistoryModel(this)), m_proxy(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("historyPanel"));
    buildTable();
    m_open = new QPushButton(tr("Open"), this);
    m_open->setObjectName(QStringLiteral("history.open"));
    m_open->setAccessibleName(tr("Open the selected run"));
    m_delete = new QPushButton(tr("Delete…"), this);
    m_delete->setObjectName(QStringLiteral("history.delete"));
    m_delete->setAccessibleName(tr("Delete the selected run"));
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_delete);
    buttons->addStretch(1);
    auto* list = new QWidget(this);
    m_stack = new QStackedLayout(list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 8, 6);
    layout->addWidget(list, 1);
    layout->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &HistoryPanel::openCurrent);
    connect(m_delete, &QPushButton::clicked, this, &HistoryPanel::askToDelete);
    connect(m_table, &QTableView::activated, this, &HistoryPanel::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPanel::showState);
    showState();
}

void HistoryPanel::buildTable()
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(HistoryModel::SortRole);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("history"));
    m_table->setAccessibleName(tr("Stored runs"));
    m_table->setModel(m_proxy);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HistoryModel::Started, Qt::DescendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_empty = new QLabel(m_store != nullptr ? tr("Every run is kept here as it goes on. Double-click one to see it again.") : m_whyNoStore, this);
    m_empty->setObjectName(QStringLiteral("history.empty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
}

void HistoryPanel::refresh()
{
    // Read only when somebody looks.
    m_stale = true;
    if (!isVisible() || m_store == nullptr)
        return;
    m_stale = false;
    const auto runs = m_store->list();
    if (!runs) {
        Q_EMIT failed(fromCore(runs.error().message));
        return;
    }
    m_model->setRuns(runs.value());
    m_table->resizeColumnsToContents();
    showState();
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

QString HistoryPanel::currentId() const { return m_table->currentIndex().data(HistoryModel::IdRole).toString(); }

void HistoryPanel::openCurrent()
{
    if (const auto id = currentId(); !id.isEmpty())
        Q_EMIT openWanted(id);
}

void HistoryPanel::askToDelete()
{
    const auto id = currentId();
    if (id.isEmpty())
        return;
    auto* question = new QMessageBox(QMessageBox::Question, tr("Delete the run"), tr("Delete the run of %1 from the history? It cannot be brought back.").arg(
                                         m_table->currentIndex().siblingAtColumn(HistoryModel::Started).data().toString()),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setObjectName(QStringLiteral("deleteRun"));
    auto* yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QAbstractButton::clicked, this, [this, id] { removeRun(id); });
    question->open();
}

void HistoryPanel::removeRun(const QString& runId)
{
    const auto removed = m_store->remove(runId);
    if (!removed)
        Q_EMIT failed(fromCore(removed.error().message));
    refresh();
}

void HistoryPanel::showState()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    const bool chosen = !currentId().isEmpty();
    m_open->setEnabled(chosen);
    m_delete->setEnabled(chosen);
}

} // namespace halfopen
