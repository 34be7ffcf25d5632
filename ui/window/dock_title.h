// SPDX-License-Identifier: GPL-3.0-or-later
// The heading of a dock.
#pragma once

#include <QWidget>

class QDockWidget;

namespace halfopen {

/// Title in bold, a muted subtitle, and buttons to float and close. The dock can be dragged by it.
class DockTitle final : public QWidget
{
    Q_OBJECT

public:
    DockTitle(const QString& subtitle, QDockWidget* dock);
};

} // namespace halfopen
