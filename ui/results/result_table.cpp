// SPDX-License-Identifier: GPL-3.0-or-later
// The results in numbers, to sort and to copy.
#include "ui/results/result_table.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSortFilterProxyModel>

#include <algorithm>

#include "ui/results/result_figures.h"
#include "ui/results/result_table_model.h"

namespace halfopen {

ResultTable::ResultTable(const ResultsShown& shown, ResultTableModel* model, QWidget* parent)
    : ResultTableView(parent), m_shown(shown), m_proxy(new QSortFilterProxyModel(this))
{
    m_proxy->setSourceModel(model);
    m_proxy->setSortRole(ResultTableModel::SortRole);
    setObjectName(QStringLiteral("results.numbers"));
    setAccessibleName(tr("Results in numbers"));
    setModel(m_proxy);
    auto* copy = new QAction(tr("Copy the rows"), this);
    copy->setObjectName(QStringLiteral("results.copy"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ResultTable::copyRows);
    addAction(copy);
    connect(this, &QTableView::clicked, this, &ResultTable::choose);
    connect(this, &QTableView::activated, this, &ResultTable::choose); // by key
}

void ResultTable::fit() { ResultTableView::fit(m_shown.runs); }

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
    // The rest are short forms of these.
    constexpr int kColumns = ResultTableModel::Predicted;
    for (int column = 0; column < kColumns; ++column)
        names << m_proxy->headerData(column, Qt::Horizontal).toString().replace(u'\n', u' ');
    lines << names.join(u'\t');
    const auto add = [&](int row) {
        QStringList fields;
        for (int column = 0; column < kColumns; ++column)
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
