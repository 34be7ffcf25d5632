// SPDX-License-Identifier: GPL-3.0-or-later
// The results in numbers, to sort and to copy.
#pragma once

#include <optional>

#include "core/host.h"
#include "core/run_time.h"
#include "ui/results/result_rows.h"
#include "ui/results/result_table_view.h"

class QSortFilterProxyModel;

namespace halfopen {

class ResultTableModel;
struct ResultsShown;

/// Of the runs that are shown.
class ResultTable final : public ResultTableView
{
    Q_OBJECT

public:
    /// `shown` must live as long.
    ResultTable(const ResultsShown& shown, ResultTableModel* model, QWidget* parent);

    /// Shows the columns that say something, as wide as they need to be.
    void fit();

Q_SIGNALS:
    void chosen(std::size_t run, int pair, halfopen::Host end, std::optional<halfopen::RunTime> at);

private:
    void choose(const QModelIndex& index);
    void copyRows();

    const ResultsShown& m_shown;
    QSortFilterProxyModel* m_proxy;
};

} // namespace halfopen
