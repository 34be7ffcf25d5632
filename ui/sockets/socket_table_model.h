// SPDX-License-Identifier: GPL-3.0-or-later
// Both hosts' rows of /proc/net/tcp, as a table.
#pragma once

#include <QAbstractTableModel>

#include <optional>
#include <vector>

#include "core/timeline.h"

namespace halfopen {

/// The current row of every end of a run. Values only: how they look is the delegate's part.
class SocketTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    // Who and what first: they are to be seen without scrolling on a projector.
    enum Column { Pair, HostName, Local, State, Timer, Left, Unanswered, Retransmits, SendQueue, ReceiveQueue, Rto, Backoff, Window, Remote, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, // the raw value
        GoneRole,                // bool: the row is no longer in the table
        TimerRole,               // int, a KernelTimer
        LitRole,                 // bool: changed a moment ago
        EndRole,                 // int, a Host
    };

    explicit SocketTableModel(QObject* parent = nullptr);

    /// For another run: a reset.
    void restart(const Timeline& timeline);
    /// For the same run that knows more; `now` since hello.
    void refresh(const Timeline& timeline, RunTime now);

    /// The run is over: nothing stays lit.
    void settle();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry final
    {
        int pair = 0;
        Host end = Host::Client;
        std::optional<SocketRow> row; // the last there was
        RunTime sampled{0};
        std::optional<int> backoff;
        bool gone = false;
        QString why; // gone: "ETIMEDOUT"
        std::size_t seenRows = 0;
        std::size_t seenInfos = 0;
        std::uint32_t lit = 0; // a bit a column
        RunTime litAt{0};
    };

    void take(Entry& entry, const Timeline& timeline, RunTime now);
    [[nodiscard]] QVariant rawValue(const Entry& entry, int column) const;
    [[nodiscard]] QString text(const Entry& entry, int column) const;
    [[nodiscard]] RunTime timerLeft(const Entry& entry) const;
    void appendEntries(const Timeline& timeline);

    std::vector<Entry> m_entries;
    RunTime m_now{0};
};

} // namespace halfopen
