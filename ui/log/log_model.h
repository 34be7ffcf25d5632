// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a run as a table, filtered without holding the event loop.
#pragma once

#include <QAbstractTableModel>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/timeline.h"

namespace halfopen {

/// What the user wants to read. A line of the whole run belongs to every pair.
struct LogWish final
{
    std::vector<std::string> words{}; // each must be in the line; lower case
    std::optional<int> pair{};
    unsigned kinds = ~0U; // a bit a LogKind
    bool operator==(const LogWish&) const = default;
};

/// A window on the timeline's log, with times that count from where the time line's do: the first fault. It holds line numbers, never text. Long logs are looked through piece by piece between
/// events, so rows may still come a moment after restart() or setWish().
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Kind, Text, ColumnCount };
    enum Role { KindRole = Qt::UserRole };

    explicit LogModel(QObject* parent = nullptr);

    /// Another run; `timeline` must stay until the next restart().
    void restart(const Timeline& timeline);
    /// The same run knows more.
    void refresh();
    void setWish(const LogWish& wish);
    [[nodiscard]] const LogWish& wish() const { return m_wish; }
    /// Whether there are lines not yet looked at.
    [[nodiscard]] bool isSearching() const { return m_more.isActive(); }
    /// The line of that row, or nullptr.
    [[nodiscard]] const LogLine* line(int row) const;
    /// The row that tells of that end and moment best, or −1.
    [[nodiscard]] int rowNear(int pair, Host end, RunTime at) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// All lines there are have been looked at.
    void searched();

private:
    void look();
    void lookAgain();
    /// Takes off `left`, the lines that are looked at before the clock is asked again, what it has cost.
    [[nodiscard]] bool accepts(const LogLine& line, std::size_t& left) const;
    [[nodiscard]] RunTime zero() const;
    [[nodiscard]] const Pages<LogLine>& log() const { return m_timeline->log(); }

    const Timeline* m_timeline = nullptr;
    LogWish m_wish;
    std::vector<std::uint32_t> m_shown; // numbers of lines
    std::size_t m_looked = 0;
    RunTime m_toldZero{0}; // from which the shown times count
    QTimer m_more; // runs only while lines wait to be looked at
};

[[nodiscard]] QString logKindText(LogKind kind);

} // namespace halfopen
