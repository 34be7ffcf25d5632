// SPDX-License-Identifier: GPL-3.0-or-later
// The line over the table of sockets: what of it is shown.
#pragma once

#include <QWidget>

#include <optional>

#include "ui/sockets/socket_filter.h"

class QComboBox;
class QGridLayout;
class QMenu;
class QToolButton;

namespace halfopen {

class SearchField;

/// Words, host, pair, running timers, and the choice of columns. On one line, or on two where the dock is narrow.
class SocketFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SocketFilterBar(QWidget* parent);

    void setColumnMenu(QMenu* menu);
    /// `pair` is the selected one.
    [[nodiscard]] SocketWish wish(int pair) const;
    void retranslate();
    /// For a dock of that width; returns the least width that it needs.
    int arrange(int width);

Q_SIGNALS:
    void wishChanged();

private:
    [[nodiscard]] QToolButton* button(const char* name);

    SearchField* m_search = nullptr;
    QComboBox* m_host = nullptr;
    QToolButton* m_thisPair = nullptr;
    QToolButton* m_timers = nullptr;
    QToolButton* m_columns = nullptr;
    QGridLayout* m_lines = nullptr;
    std::optional<bool> m_narrow; // it has two lines; empty: nothing is in them yet
};

} // namespace halfopen
