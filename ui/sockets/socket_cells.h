// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of the socket table in words and as values.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QVariant>

#include "ui/sockets/socket_entry.h"

namespace halfopen {

/// The translation context of the cells' words.
struct SocketCells final
{
    Q_DECLARE_TR_FUNCTIONS(SocketCells)
};

/// Until the timer fires, counted down since the sample.
[[nodiscard]] RunTime timerLeft(const SocketEntry& entry, RunTime now);

/// The raw value, for sorting. Invalid where there is none.
[[nodiscard]] QVariant cellValue(const SocketEntry& entry, int column, RunTime now);
/// As the cell shows it.
[[nodiscard]] QString cellText(const SocketEntry& entry, int column, RunTime now);
/// The value in a sentence, and what the term means.
[[nodiscard]] QString cellToolTip(const SocketEntry& entry, int column, RunTime now);
/// Everything that the filter's text may find in that row.
[[nodiscard]] QString searchText(const SocketEntry& entry);

} // namespace halfopen
