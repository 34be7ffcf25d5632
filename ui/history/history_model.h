// SPDX-License-Identifier: GPL-3.0-or-later
// Stored runs as a table.
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include "store/run_store.h"

namespace halfopen {

/// The list it was given, newest first.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Started, Title, Place, VerdictColumn, Pairs, Duration, Status, Summary, ColumnCount };
    /// TitleRole: as the experiment has it, whatever the language. RunningRole: whether a program still writes the run.
    enum Role { SortRole = Qt::UserRole, IdRole, FindRole, TitleRole, RunningRole };

    explicit HistoryModel(QObject* parent = nullptr);

    void setRuns(const QList<StoredRun>& runs);
    [[nodiscard]] const QList<StoredRun>& runs() const { return m_runs; }
    [[nodiscard]] QString idAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QVariant sortValue(const StoredRun& run, int column);
    [[nodiscard]] static QString text(const StoredRun& run, int column);
    [[nodiscard]] static QString findText(const StoredRun& run, int column);

    QList<StoredRun> m_runs;
};

[[nodiscard]] QString statusText(StoredStatus status);
/// Empty where it is not known.
[[nodiscard]] QString storedVerdictText(StoredVerdict verdict);
[[nodiscard]] QString storedPlaceText(const QString& place);

} // namespace halfopen
