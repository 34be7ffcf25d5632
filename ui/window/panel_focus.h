// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that go from panel to panel.
#pragma once

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QMenu;
class QWidget;

namespace halfopen {

/// F6 and Shift+F6 go round the visible panels, and one action for each dock shows it, raises it and goes there, also where
/// it is behind a tab or closed. In a panel the focus comes back to where it was. Another action for each gives it a window of
/// its own, or takes it back, as the button in its heading does for the mouse.
class PanelFocus final : public QObject
{
    Q_OBJECT

public:
    /// `others` are the places besides the docks, in the order in which F6 goes through them.
    PanelFocus(QMainWindow* window, const QList<QDockWidget*>& docks, const QList<QWidget*>& others);

    /// "Go to", with all of it.
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    /// "Float or dock", with every dock.
    [[nodiscard]] QMenu* floating() const { return m_floating; }

private:
    void step(int direction);
    void addFloating(QDockWidget* dock);
    void show(QDockWidget* dock);

    QMenu* m_menu = nullptr;
    QMenu* m_floating = nullptr;
    QList<QWidget*> m_panels;
};

} // namespace halfopen
