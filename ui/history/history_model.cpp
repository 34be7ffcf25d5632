// SPDX-License-Identifier: GPL-3.0-or-later
// Stored runs as a table.
#include "ui/history/history_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace halfopen {

QString statusText(StoredStatus status)
{
    switch (status) {
    case StoredStatus::Running:
        return HistoryModel::tr("running");
    case StoredStatus::Finished:
        return HistoryModel::tr("finished");
    case StoredStatus::Cancelled:
        return HistoryModel::tr("stopped");
    case StoredStatus::Refused:
        return HistoryModel::tr("refused");
    case StoredStatus::Failed:
        return HistoryModel::tr("failed");
    case StoredStatus::Unfinished:
        break;
    }
    return HistoryModel::tr("unfinished");
}

HistoryModel::HistoryModel(QObject* parent) : QAbstractTableModel(parent) {}

void HistoryModel::setRuns(const QList<StoredRun>& runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

QString HistoryModel::idAt(int row) const { return row >= 0 && row < m_runs.size() ? m_runs.at(row).id : QString{}; }

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_runs.size()); }

int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& run = m_runs.at(index.row());
    if (role == IdRole)
        return run.id;
    if (role == Qt::ToolTipRole)
        return tr("%1\n%2\nversion %3, %L4 bytes").arg(run.id, run.summary, run.programVersion).arg(run.lineBytes);
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case Started: {
        const auto when = QDateTime::fromString(run.startedAt, Qt::ISODateWithMs);
        return role == SortRole || !when.isValid() ? QVariant{run.startedAt}
                                                   : QVariant{QLocale().toString(when.toLocalTime(), QLocale::ShortFormat)};
    }
    case Title:
        return run.title;
    case Status:
        return role == SortRole ? QVariant{static_cast<int>(run.status)} : QVariant{statusText(run.status)};
    case Summary:
        return run.summary;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started:
        return tr("started");
    case Title:
        return tr("experiment");
    case Status:
        return tr("status");
    case Summary:
        return tr("outcome");
    default:
        return {};
    }
}

} // namespace halfopen
