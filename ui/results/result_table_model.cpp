// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind the result charts, as a table.
#include "ui/results/result_table_model.h"

#include <QLocale>

#include "ui/text/format.h"

namespace halfopen {

namespace {

QVariant optionalNumber(const std::optional<double>& value) { return value ? QVariant{*value} : QVariant{}; }

} // namespace

ResultTableModel::ResultTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void ResultTableModel::setRuns(const std::vector<RunResult>& runs)
{
    std::vector<Row> rows;
    for (const auto& run : runs) {
        for (const auto& group : run.groups)
            rows.push_back({run.runId, runName(run), run.over, group});
    }
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t number = 0; number < rows.size(); ++number) {
        if (m_rows[number] == rows[number])
            continue;
        m_rows[number] = rows[number];
        Q_EMIT dataChanged(index(static_cast<int>(number), 0), index(static_cast<int>(number), ColumnCount - 1));
    }
}

int ResultTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int ResultTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ResultTableModel::rawValue(const Row& row, int column)
{
    const auto& group = row.group;
    const auto spread = [](const std::optional<Spread>& value, double Spread::* part) {
        return value ? QVariant{(*value).*part} : QVariant{};
    };
    switch (column) {
    case Run:
        return row.runId;
    case What:
        return fromCore(group.label);
    case Ends:
        return group.ends;
    case Elapsed:
        return spread(group.elapsedSeconds, &Spread::median);
    case ElapsedFrom:
        return spread(group.elapsedSeconds, &Spread::minimum);
    case ElapsedTo:
        return spread(group.elapsedSeconds, &Spread::maximum);
    case PredictedFrom:
        return optionalNumber(group.predictedFromSeconds);
    case PredictedTo:
        return optionalNumber(group.predictedToSeconds);
    case Residual:
        return spread(group.residualMs, &Spread::median);
    case Result:
        return fromCore(group.result);
    case VerdictColumn:
        return row.over ? static_cast<int>(group.verdict) : -1;
    default:
        return {};
    }
}

QString ResultTableModel::text(const Row& row, int column)
{
    const auto raw = rawValue(row, column);
    switch (column) {
    case Run:
        return row.name;
    case Elapsed:
    case ElapsedFrom:
    case ElapsedTo:
        return raw.isValid() ? QLocale().toString(raw.toDouble(), 'f', 3) : QStringLiteral("–");
    case PredictedFrom:
    case PredictedTo:
        return raw.isValid() ? QLocale().toString(raw.toDouble(), 'f', 3) : tr("never");
    case Residual:
        return raw.isValid() ? residualText(raw.toDouble()) : QStringLiteral("–");
    case VerdictColumn:
        if (!row.over)
            return tr("not yet");
        return row.group.flagged.empty() ? verdictText(row.group.verdict)
                                         : tr("%1, flagged: %2").arg(verdictText(row.group.verdict), fromCore(row.group.flagged));
    default:
        return raw.toString();
    }
}

QVariant ResultTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isNumber = index.column() >= Ends && index.column() <= Residual;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return rawValue(row, index.column());
    default:
        return {};
    }
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Run:
        return tr("run");
    case What:
        return tr("what");
    case Ends:
        return tr("ends");
    case Elapsed:
        return tr("measured [s]");
    case ElapsedFrom:
        return tr("from [s]");
    case ElapsedTo:
        return tr("to [s]");
    case PredictedFrom:
        return tr("predicted from [s]");
    case PredictedTo:
        return tr("to [s]");
    case Residual:
        return tr("difference");
    case Result:
        return tr("call");
    case VerdictColumn:
        return tr("verdict");
    default:
        return {};
    }
}

} // namespace halfopen
