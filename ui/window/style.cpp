// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark, and the few looks that the platform's style has no words for.
#include "ui/window/style.h"

#include <QApplication>
#include <QWidget>

#include "ui/theme/clear_outlines.h"
#include "ui/theme/colours.h"

namespace halfopen {

QString name(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return QStringLiteral("system");
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        break;
    }
    return QStringLiteral("dark");
}

Theme themeFromName(const QString& text)
{
    if (text == u"light")
        return Theme::Light;
    return text == u"dark" ? Theme::Dark : Theme::System;
}

void applyTheme(Theme theme)
{
    static const QPalette started = QApplication::palette();
    ClearOutlines::install();
    switch (theme) {
    case Theme::System:
        // Where the platform offers a bright palette, the program's own has the quieter ground.
        QApplication::setPalette(isDark(started) ? darkPalette() : lightPalette());
        return;
    case Theme::Light:
        QApplication::setPalette(lightPalette());
        return;
    case Theme::Dark:
        break;
    }
    QApplication::setPalette(darkPalette());
}

QString partStyleSheet(const QWidget& window)
{
    const auto colours = Colours::from(window.palette());
    const auto green = colours.dark ? mixed(colours.panel, colours.green, 0.72) : colours.green.darker(118);
    return QStringLiteral(R"(
#card, #card > QWidget { background: %1; }
#dockTitle { background: %1; border: 1px solid %2; border-bottom: none; border-top-left-radius: 6px; border-top-right-radius: 6px; }
#dockBody { background: %1; border: 1px solid %2; border-top: none; border-bottom-left-radius: 6px; border-bottom-right-radius: 6px; }
QToolButton[filter="true"] { padding: 2px 7px; border: 1px solid %2; border-radius: 4px; background: %1; }
QToolButton[filter="true"]:hover { border-color: %3; }
QToolButton[filter="true"]:checked { background: %4; border-color: %3; font-weight: 600; }
QToolButton[filter="true"]:focus { border: 2px solid %3; padding: 1px 6px; }
QToolButton[filter="true"]::menu-indicator { image: none; }
QToolButton[fold="true"] { border: none; background: transparent; padding: 2px 0; font-weight: 600; }
QToolButton[place="true"], QToolButton[place="true"]:checked { border: none; background: transparent; padding: 2px 0; color: %12; }
QToolButton[place="true"]:focus { text-decoration: underline; color: %3; }
QToolButton[fold="true"]:focus { text-decoration: underline; color: %3; }
#card { border: 1px solid %2; border-radius: 6px; }
QToolBar { border: none; border-bottom: 1px solid %2; spacing: 6px; padding: 5px 8px; }
QToolBar QToolButton { padding: 4px 10px; border: 1px solid %2; border-radius: 5px; background: %1; }
QToolBar QToolButton:hover { border-color: %3; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: %4; }
QToolBar QToolButton:disabled { color: %5; }
QToolBar QToolButton:focus { border: 2px solid %3; padding: 3px 9px; }
QToolBar QToolButton::menu-indicator { image: none; }
QToolBar #runButton { background: %6; color: white; border-color: %6; font-weight: 600; }
QToolBar #runButton:hover { background: %7; }
QToolBar #runButton:disabled { background: %8; border-color: %8; color: %5; }
#predictionTime { color: %3; }
#warningCard { background: %9; border: 1px solid %2; border-radius: 5px; }
#warningCard QPushButton { border: none; padding: 2px 0; color: %3; font-weight: 600; text-align: left; background: transparent; }
#warningCard QPushButton:focus { text-decoration: underline; }
#nextStep { background: %13; border: 1px solid %2; border-radius: 6px; }
#nextStep QLabel[sign="true"] { color: %3; font-weight: 600; }
#projector { background: %1; border: 1px solid %2; border-radius: 6px; }
#projector QLabel[large="true"] { color: %3; }
QPushButton[choice="true"] { background: %1; border: 1px solid %2; border-radius: 8px; text-align: left; }
QPushButton[choice="true"]:hover { border-color: %3; }
QPushButton[choice="true"]:focus { border: 2px solid %3; }
QPushButton[choice="true"]:pressed { background: %4; }
#banner { background: %9; border: 1px solid %10; border-radius: 6px; }
QStatusBar { border-top: 1px solid %2; }
QStatusBar::item { border: none; }
QTableView { selection-background-color: %4; selection-color: %12; }
QHeaderView::section { background: %4; color: %11; border: none; padding: 3px 6px; font-weight: 600; }
)")
        .arg(colours.panel.name(), colours.border.name(), colours.blue.name(), mixed(colours.panel, colours.border, 0.35).name(),
             colours.mutedText.name(), green.name(), green.lighter(112).name(), mixed(colours.panel, colours.border, 0.6).name(),
             colours.warning.name())
        .arg(colours.vermillion.name(), colours.mutedText.name(), colours.text.name(), mixed(colours.panel, colours.blue, 0.08).name());
}

} // namespace halfopen
