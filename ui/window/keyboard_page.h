// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the window on one page.
#pragma once

#include <QDialog>

class QMainWindow;

namespace halfopen {

/// The page's text: the keys of the actions in the order of the menus, those of the panels, then those of the painted views
/// and controls.
[[nodiscard]] QString keyboardHtml(const QMainWindow& window);

/// Shows it; does not stop the work.
class KeyboardPage final : public QDialog
{
    Q_OBJECT

public:
    explicit KeyboardPage(QMainWindow* window);
};

} // namespace halfopen
