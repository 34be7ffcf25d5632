// SPDX-License-Identifier: GPL-3.0-or-later
// Stored runs as a table.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

#include "store/run_store.h"

namespace halfopen {

/// The list it was given, newest first.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Started, Title, Changed, Place, VerdictColumn, Pairs, Duration, Status, Summary, ColumnCount };
    /// TitleRole: as the experiment has it, whatever the language. RunningRole: whether a program still writes the run.
    enum Role { SortRole = Qt::UserRole, IdRole, FindRole, TitleRole, RunningRole };

    explicit HistoryModel(QObject* parent = nullptr);

    /// By which an experiment is read when its row is looked at; asked once for each run.
    void setExperiments(std::function<std::optional<Experiment>(const QString& runId)> experimentOf);
    void setRuns(const QList<StoredRun>& runs);
    /// In what that run's settings differ from those of the run before it with the same title: "tcp_retries2: 15 → 5".
    [[nodiscard]] QString changedText(int row) const;
    [[nodiscard]] const QList<StoredRun>& runs() const { return m_runs; }
    [[nodiscard]] QString idAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QVariant sortValue(const StoredRun& run, int column);
    [[nodiscard]] static QString text(const StoredRun& run, int column);
    [[nodiscard]] QString toolTip(int row) const;
    [[nodiscard]] static QString findText(const StoredRun& run, int column);

    [[nodiscard]] std::shared_ptr<const Experiment> experimentOf(const QString& runId) const;

    QList<StoredRun> m_runs;
    std::function<std::optional<Experiment>(const QString& runId)> m_experimentOf;
    mutable QHash<QString, std::shared_ptr<const Experiment>> m_experiments; // of the rows that were looked at
    mutable QHash<QString, QString> m_changed;                               // their texts
};

[[nodiscard]] QString statusText(StoredStatus status);
/// Empty where it is not known.
[[nodiscard]] QString storedVerdictText(StoredVerdict verdict);
[[nodiscard]] QString storedPlaceText(const QString& place);

} // namespace halfopen
