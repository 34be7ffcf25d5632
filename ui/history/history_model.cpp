// SPDX-License-Identifier: GPL-3.0-or-later
// Stored runs as a table.
#include "ui/history/history_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "ui/text/core_words.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"

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

QString storedVerdictText(StoredVerdict verdict)
{
    switch (verdict) {
    case StoredVerdict::AsPredicted:
        return HistoryModel::tr("as predicted");
    case StoredVerdict::Otherwise:
        return HistoryModel::tr("not as predicted");
    case StoredVerdict::Flagged:
        return HistoryModel::tr("⚑ flagged");
    case StoredVerdict::NobodyLooked:
        return HistoryModel::tr("nobody looked");
    case StoredVerdict::Unknown:
        break;
    }
    return {};
}

QString storedPlaceText(const QString& place)
{
    if (place == u"namespaces")
        return HistoryModel::tr("namespaces");
    if (place == u"loopback")
        return HistoryModel::tr("loopback");
    return place;
}

HistoryModel::HistoryModel(QObject* parent) : QAbstractTableModel(parent) {}

void HistoryModel::setRuns(const QList<StoredRun>& runs)
{
    if (m_runs == runs)
        return;
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

QString HistoryModel::idAt(int row) const { return row >= 0 && row < m_runs.size() ? m_runs.at(row).id : QString{}; }

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_runs.size()); }

int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::sortValue(const StoredRun& run, int column)
{
    switch (column) {
    case Started:
        return run.startedAt;
    case VerdictColumn:
        return static_cast<int>(run.facts.verdict);
    case Pairs:
        return run.pairs;
    case Duration:
        return run.facts.durationMs.value_or(-1);
    case Status:
        return static_cast<int>(run.status);
    default:
        return text(run, column);
    }
}

QString HistoryModel::text(const StoredRun& run, int column)
{
    switch (column) {
    case Started: {
        const auto when = QDateTime::fromString(run.startedAt, Qt::ISODateWithMs);
        return when.isValid() ? momentText(when.toLocalTime()) : run.startedAt;
    }
    case Title:
        return fromCore(run.title.toStdString());
    case Place:
        return run.facts.place.isEmpty() ? QStringLiteral("–") : storedPlaceText(run.facts.place);
    case VerdictColumn:
        return run.facts.verdict == StoredVerdict::Unknown ? QStringLiteral("–") : storedVerdictText(run.facts.verdict);
    case Pairs:
        return QLocale().toString(run.pairs);
    case Duration:
        return run.facts.durationMs ? durationText(static_cast<double>(*run.facts.durationMs) / 1000) : QStringLiteral("–");
    case Status:
        return statusText(run.status);
    case Summary:
        return fromCore(run.summary.toStdString());
    default:
        return {};
    }
}

/// Today's runs, too, are found by their day.
QString HistoryModel::findText(const StoredRun& run, int column)
{
    const auto when = column == Started ? QDateTime::fromString(run.startedAt, Qt::ISODateWithMs).toLocalTime() : QDateTime{};
    return when.isValid() ? QLocale().toString(when.date(), QLocale::ShortFormat) + u' ' + text(run, column) : text(run, column);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& run = m_runs.at(index.row());
    switch (role) {
    case IdRole:
        return run.id;
    case TitleRole:
        return run.title;
    case RunningRole:
        return run.status == StoredStatus::Running;
    case Qt::ToolTipRole:
        return QString(text(run, Title) + u'\n' + tr("%1\n%2\nversion %3, %L4 bytes").arg(run.id, fromCore(run.summary.toStdString()), run.programVersion).arg(run.lineBytes));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Pairs || index.column() == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return sortValue(run, index.column());
    case FindRole:
        return findText(run, index.column());
    case Qt::DisplayRole:
        return text(run, index.column());
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) // as the cells below
        return static_cast<int>((section == Pairs || section == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Started:
        return tr("started");
    case Title:
        return tr("experiment");
    case Place:
        return tr("place");
    case VerdictColumn:
        return tr("verdict");
    case Pairs:
        return tr("pairs");
    case Duration:
        return tr("duration");
    case Status:
        return tr("status");
    case Summary:
        return tr("outcome");
    default:
        return {};
    }
}

} // namespace halfopen
