// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind the result charts, as a table.
#include "ui/results/result_table_model.h"

#include <QLocale>

#include "ui/results/result_rows.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

/// Of an interval in seconds, without its unit.
QString shortInterval(double from, double to)
{
    const int decimals = to < 1 ? 3 : to < 100 ? 1 : 0;
    const auto [first, last] = outwards(from, to, decimals);
    return first == last ? first : first + QStringLiteral("–") + last;
}

QVariant optionalNumber(const std::optional<double>& value) { return value ? QVariant{*value} : QVariant{}; }

} // namespace

ResultTableModel::ResultTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void ResultTableModel::setRuns(const std::vector<RunResult>& runs)
{
    std::vector<Row> rows;
    for (const auto& run : runs) {
        for (const auto& group : run.groups)
            rows.push_back({run.runId, runName(run), isSettled(run, group), group});
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
        return groupText(group);
    case Ends:
        return group.ends;
    case Elapsed:
        return spread(group.elapsedSeconds, &Spread::median);
    case ElapsedFrom:
        return spread(group.elapsedSeconds, &Spread::minimum);
    case ElapsedTo:
        return spread(group.elapsedSeconds, &Spread::maximum);
    case Predicted:
    case PredictedFrom:
        return optionalNumber(group.predictedFromSeconds);
    case PredictedTo:
        return optionalNumber(group.predictedToSeconds);
    case Residual:
        return spread(group.residualMs, &Spread::median);
    case Result:
        return fromCore(group.result);
    case VerdictColumn:
    case Sign:
        return row.settled ? static_cast<int>(group.verdict) : -1;
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
        return raw.isValid() ? QLocale().toString(raw.toDouble(), 'f', 3) : neverText(row.group);
    case Predicted:
        return raw.isValid() ? shortInterval(raw.toDouble(), *row.group.predictedToSeconds) : neverText(row.group);
    case Sign:
        return sign(row);
    case Residual:
        return raw.isValid() ? residualText(raw.toDouble()) : QStringLiteral("–");
    case VerdictColumn:
        if (!row.settled)
            return tr("not yet");
        return row.group.flagged.empty() ? groupVerdictText(row.group)
                                         : tr("%1, flagged: %2").arg(groupVerdictText(row.group), fromCore(row.group.flagged));
    default:
        return raw.toString();
    }
}

QString ResultTableModel::sign(const Row& row)
{
    if (!row.settled)
        return {}; // three dots would look like words that are cut
    if (!row.group.flagged.empty())
        return QStringLiteral("⚑");
    if (row.group.asPredicted && row.group.cutShort > 0)
        return QStringLiteral("…"); // the run ended before its time
    return row.group.verdict == Verdict::NotApplicable ? QStringLiteral("–") : row.group.asPredicted ? QStringLiteral("✓") : QStringLiteral("✗");
}

/// A flag is explained wherever the row is pointed at.
QString ResultTableModel::toolTip(const Row& row, QStringList lines)
{
    lines << (row.settled ? fromCore(row.group.flagWhy) : QString{});
    lines.removeAll(QString{});
    return lines.join(u'\n');
}

QVariant ResultTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isNumber = (index.column() >= Ends && index.column() <= Residual) || index.column() == Predicted;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == What) // where there is little room it stands above a few of the numbers only
            return toolTip(row, {text(row, What), text(row, Result), text(row, VerdictColumn)});
        return toolTip(row, {text(row, index.column() == Sign ? VerdictColumn : index.column())});
    case NameRole:
        return groupName(row.group);
    case Qt::AccessibleTextRole:
        return text(row, index.column() == Sign ? VerdictColumn : index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return rawValue(row, index.column());
    default:
        return {};
    }
}

QString ResultTableModel::titleTip(int column)
{
    switch (column) {
    case What:
        return tr("What was compared: call, options and fault");
    case Predicted:
        return tr("Predicted time from the fault until the call ends");
    case Elapsed:
        return tr("Measured time from the fault until the call ended");
    case Residual:
        return tr("Measured minus predicted");
    case Sign:
        return tr("verdict");
    default:
        return {};
    }
}

QVariant ResultTableModel::briefTitle(int column)
{
    switch (column) {
    case Predicted:
        return tr("pred.\n[s]", "predicted, where there is hardly any room");
    case Elapsed:
        return tr("meas.\n[s]", "measured, where there is hardly any room");
    case Residual:
        return tr("off\n[ms]", "measured minus predicted, where there is hardly any room");
    default:
        return {};
    }
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole)
        return titleTip(section);
    if (role == BriefRole)
        return briefTitle(section);
    if (section == Sign && role == Qt::AccessibleTextRole)
        return tr("verdict");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Run:
        return tr("run");
    case What:
        return tr("what");
    case Ends:
        return tr("ends");
    case Elapsed:
        return tr("measured\n[s]");
    case ElapsedFrom:
        return tr("from\n[s]");
    case ElapsedTo:
        return tr("to\n[s]");
    case Predicted:
        return tr("predicted\n[s]");
    case PredictedFrom:
        return tr("predicted\nfrom [s]");
    case PredictedTo:
        return tr("predicted\nto [s]");
    case Sign:
        return QStringLiteral("✓");
    case Residual:
        return tr("off by", "measured minus predicted");
    case Result:
        return tr("call");
    case VerdictColumn:
        return tr("verdict");
    default:
        return {};
    }
}

} // namespace halfopen
