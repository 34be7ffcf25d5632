// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of the socket table are shown.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>

#include "core/host.h"

namespace halfopen {

/// What the user wants to see; empty members want everything.
struct SocketWish final
{
    QStringList words; // each must be found in the row's texts
    std::optional<Host> host{};
    std::optional<int> pair{};
    bool timersOnly = false;
    bool operator==(const SocketWish&) const = default;
};

/// Sorts by raw values, filters by the wish.
class SocketFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SocketFilter(QObject* parent = nullptr);

    [[nodiscard]] const SocketWish& wish() const { return m_wish; }
    void setWish(const SocketWish& wish);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    SocketWish m_wish;
};

} // namespace halfopen
