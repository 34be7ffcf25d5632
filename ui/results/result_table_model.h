// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind the result charts, as a table.
#pragma once

#include <QAbstractTableModel>

#include "ui/results/run_result.h"

namespace halfopen {

/// One row a group of alike ends of one run.
class ResultTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Predicted is the interval of PredictedFrom and PredictedTo in short, Sign the verdict.
    enum Column { Run, What, Ends, Elapsed, ElapsedFrom, ElapsedTo, PredictedFrom, PredictedTo, Residual, Result, VerdictColumn, Predicted, Sign, ColumnCount };
    /// BriefRole: a column's title where there is hardly any room; not of all columns. NameRole: by what a row is known, where
    /// there is no room for what it does.
    enum Role { SortRole = Qt::UserRole, BriefRole, NameRole };

    explicit ResultTableModel(QObject* parent = nullptr);

    void setRuns(const std::vector<RunResult>& runs);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row final
    {
        QString runId;
        QString name; // of the run, for people
        bool settled = true;
        ResultGroup group;
        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] static QVariant rawValue(const Row& row, int column);
    [[nodiscard]] static QString text(const Row& row, int column);
    [[nodiscard]] static QString sign(const Row& row);
    [[nodiscard]] static QString toolTip(const Row& row, QStringList lines);
    [[nodiscard]] static QString titleTip(int column);
    [[nodiscard]] static QVariant briefTitle(int column);

    std::vector<Row> m_rows;
};

} // namespace halfopen
