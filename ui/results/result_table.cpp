// SPDX-License-Identifier: GPL-3.0-or-later
// The results in numbers, to sort and to copy.
#include "ui/results/result_table.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>

#include <algorithm>

#include "ui/results/result_figures.h"
#include "ui/results/result_table_model.h"

namespace halfopen {

ResultTable::ResultTable(const ResultsShown& shown, ResultTableModel* model, QWidget* parent)
    : QTableView(parent), m_shown(shown), m_proxy(new QSortFilterProxyModel(this))
{
    m_proxy->setSourceModel(model);
    m_proxy->setSortRole(ResultTableModel::SortRole);
    setObjectName(QStringLiteral("results.numbers"));
    setAccessibleName(tr("Results in numbers"));
    setModel(m_proxy);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    // In the runs' own order until the user asks for another.
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    verticalHeader()->hide();
    int place = 0;
    for (const int column : {ResultTableModel::What, ResultTableModel::Elapsed, ResultTableModel::Residual, ResultTableModel::VerdictColumn, ResultTableModel::PredictedFrom,
                             ResultTableModel::PredictedTo, ResultTableModel::Result, ResultTableModel::Ends, ResultTableModel::ElapsedFrom, ResultTableModel::ElapsedTo, ResultTableModel::Run})
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), place++);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    auto* copy = new QAction(tr("Copy the rows"), this);
    copy->setObjectName(QStringLiteral("results.copy"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ResultTable::copyRows);
    addAction(copy);
    connect(this, &QTableView::clicked, this, &ResultTable::choose);
}

void ResultTable::fit()
{
    // A column that says the same in every row says nothing.
    const bool single = std::ranges::all_of(m_shown.runs, [](const RunResult& run) { return std::ranges::all_of(run.groups, [](const ResultGroup& group) { return group.ends == 1; }); });
    for (const int column : {ResultTableModel::Ends, ResultTableModel::ElapsedFrom, ResultTableModel::ElapsedTo})
        setColumnHidden(column, single);
    setColumnHidden(ResultTableModel::Run, m_shown.runs.size() < 2);
    resizeColumnsToContents();
    // The name gives way to what was measured; all of it is in its tool tip.
    const int room = std::max(viewport()->width() - columnWidth(ResultTableModel::Elapsed), fontMetrics().averageCharWidth() * 9);
    setColumnWidth(ResultTableModel::What, std::min(columnWidth(ResultTableModel::What), room));
}

void ResultTable::choose(const QModelIndex& index)
{
    const auto row = static_cast<std::size_t>(m_proxy->mapToSource(index).row());
    const auto sources = rowSources(m_shown.runs, false);
    if (row >= sources.size() || !sources[row].group)
        return;
    const auto& group = m_shown.runs[sources[row].run].groups[*sources[row].group];
    Q_EMIT chosen(sources[row].run, group.pair, group.end, group.members.empty() ? std::nullopt : std::optional(group.members.front().at));
}

void ResultTable::copyRows()
{
    auto rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    QStringList names;
    for (int column = 0; column < m_proxy->columnCount(); ++column)
        names << m_proxy->headerData(column, Qt::Horizontal).toString();
    lines << names.join(u'\t');
    const auto add = [&](int row) {
        QStringList fields;
        for (int column = 0; column < m_proxy->columnCount(); ++column)
            fields << m_proxy->index(row, column).data().toString();
        lines << fields.join(u'\t');
    };
    for (const auto& row : std::as_const(rows))
        add(row.row());
    for (int row = 0; rows.isEmpty() && row < m_proxy->rowCount(); ++row)
        add(row);
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

} // namespace halfopen
