// SPDX-License-Identifier: GPL-3.0-or-later
// Stored runs as a table.
#include "ui/history/history_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

#include "ui/results/run_difference.h"
#include "ui/text/core_words.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

constexpr int kMostPairsCompared = 200;     // of more the look at a row would be felt
constexpr qsizetype kMostRemembered = 100; // experiments

} // namespace

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
    case StoredVerdict::StillWaiting:
        return HistoryModel::tr("still waiting", "when the run ended, before the predicted time was over");
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
    m_changed.clear(); // the run before may be gone
    m_runs = runs;
    endResetModel();
}

void HistoryModel::setExperiments(std::function<std::optional<Experiment>(const QString& runId)> experimentOf) { m_experimentOf = std::move(experimentOf); }

std::shared_ptr<const Experiment> HistoryModel::experimentOf(const QString& runId) const
{
    if (const auto known = m_experiments.constFind(runId); known != m_experiments.cend())
        return *known;
    if (m_experiments.size() >= kMostRemembered)
        m_experiments.clear();
    auto read = m_experimentOf ? m_experimentOf(runId) : std::nullopt;
    return *m_experiments.insert(runId, read ? std::make_shared<const Experiment>(std::move(*read)) : nullptr);
}

QString HistoryModel::changedText(int row) const
{
    if (row < 0 || row >= m_runs.size() || m_runs.at(row).pairs > kMostPairsCompared)
        return {};
    const auto& run = m_runs.at(row);
    const auto before = std::find_if(m_runs.cbegin() + row + 1, m_runs.cend(), [&](const StoredRun& each) { return each.title == run.title; });
    if (before == m_runs.cend() || before->pairs > kMostPairsCompared)
        return {};
    // Asked again at each resizing of the list.
    if (const auto known = m_changed.constFind(run.id); known != m_changed.cend())
        return *known;
    const auto now = experimentOf(run.id);
    const auto then = experimentOf(before->id);
    return *m_changed.insert(run.id, now && then ? differenceLine({then.get(), now.get()}, QStringLiteral(" → ")) : QString{});
}

QString HistoryModel::idAt(int row) const { return row >= 0 && row < m_runs.size() ? m_runs.at(row).id : QString{}; }

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_runs.size()); }

int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::sortValue(const StoredRun& run, int column)
{
    switch (column) {
    case Started:
    case Changed: // told only of rows that are looked at
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
        return toolTip(index.row());
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Pairs || index.column() == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return sortValue(run, index.column());
    case FindRole:
        return findText(run, index.column());
    case Qt::DisplayRole:
        return index.column() == Changed ? changedText(index.row()) : text(run, index.column());
    default:
        return {};
    }
}

QString HistoryModel::toolTip(int row) const
{
    const auto& run = m_runs.at(row);
    QStringList lines{text(run, Title), tr("%1\n%2\nversion %3, %L4 bytes").arg(run.id, fromCore(run.summary.toStdString()), run.programVersion).arg(run.lineBytes)};
    if (run.facts.verdict == StoredVerdict::Flagged)
        lines << tr("⚑ Flagged: the machine was busy, or packets were lost that no fault took. Open the run and read Why: it says whether its numbers may be used.");
    if (const QString changed = changedText(row); !changed.isEmpty())
        lines << tr("Changed since the run before: %1", "settings with both values").arg(changed);
    return lines.join(u'\n');
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
    case Changed:
        return tr("changed", "settings, since the run before");
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
