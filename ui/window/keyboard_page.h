// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the window on one page.
#pragma once

#include <QDialog>

class QMenuBar;

namespace halfopen {

/// The page's text: the keys of the actions in the order of the menus, then those of the painted views and controls.
[[nodiscard]] QString keyboardHtml(const QMenuBar& menus);

/// Shows it; does not stop the work.
class KeyboardPage final : public QDialog
{
    Q_OBJECT

public:
    KeyboardPage(const QMenuBar& menus, QWidget* parent);
};

} // namespace halfopen
