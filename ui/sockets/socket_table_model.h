// SPDX-License-Identifier: GPL-3.0-or-later
// Both hosts' rows of /proc/net/tcp with their TCP_INFO, as a table.
#pragma once

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <vector>

#include "ui/sockets/socket_entry.h"

namespace halfopen {

/// The current row of every end of a run. Values only: how they look is the delegate's part. Only changed cells are told;
/// a countdown is not a change, it is read anew whenever the view paints.
class SocketTableModel final : public QAbstractTableModel, public SocketColumns
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, // the raw value
        GoneRole,                // bool: the row is no longer in the table
        TimerRole,               // int, a KernelTimer
        LitRole,                 // bool: changed a moment ago
    };

    explicit SocketTableModel(QObject* parent = nullptr);

    /// For another run, which must stay until the next restart(): a reset. Of a long run the histories grow for a moment
    /// afterwards, between events.
    void restart(const Timeline& timeline);
    /// For the same run that knows more; `now` since hello.
    void refresh(const Timeline& timeline, RunTime now);

    /// Whether there is more to come: what has not connected until the end never will.
    void setRunOver(bool over);

    /// The rows of an earlier instant since hello instead of the latest; empty: the latest again.
    void showAt(const Timeline& timeline, std::optional<RunTime> at);

    [[nodiscard]] bool isAnyLit() const { return m_fade.isActive(); }
    [[nodiscard]] bool isAnyTimerRunning() const;
    /// From the run's start to now: what the histories span.
    [[nodiscard]] RunTime from() const { return m_from; }
    [[nodiscard]] RunTime now() const { return m_now; }
    /// Of which the rows tell: now, or the earlier instant that is shown.
    [[nodiscard]] RunTime shownInstant() const { return m_at.value_or(m_now); }
    [[nodiscard]] const SocketEntry& entry(int row) const { return (m_at ? m_then : m_entries)[static_cast<std::size_t>(row)]; }
    /// −1 where there is no such end.
    [[nodiscard]] int rowOf(int pair, Host end) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void tellChanges(const std::vector<ColumnSet>& changes, const QList<int>& roles = {});
    void tellChanged(int firstRow, int lastRow, ColumnSet columns, const QList<int>& roles = {});
    void unlight();
    void takeHistories(const Timeline& timeline);
    void takeMoreOfHistories();
    void takeThen(const Timeline& timeline);

    const Timeline* m_timeline = nullptr; // used between events only while m_more runs
    std::vector<SocketEntry> m_entries;
    std::optional<RunTime> m_at;     // since hello
    std::vector<SocketEntry> m_then; // as they were then
    RunTime m_from{0};
    RunTime m_now{0};
    bool m_runOver = false;
    QElapsedTimer m_clock; // for people's eyes, not for measuring
    QTimer m_fade;         // runs only while something is lit
    QTimer m_more;         // runs only while rows wait to be taken into the histories
};

} // namespace halfopen
