// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/looks.h"

#include <QVariant>
#include <QWidget>

#include <utility>

#include "ui/theme/colours.h"

namespace halfopen {

namespace {

constexpr char kLookProperty[] = "look"; // dynamic, an int: which Look the widget wears

/// The colours that the rules below name by an "@".
QString fill(const char* rules, const Colours& colours)
{
    // The ground of white words, under the mouse too.
    const auto green = colours.dark ? mixed(colours.panel, colours.green, 0.60) : colours.green.darker(118);
    const std::pair<const char*, QColor> named[] = {
        {"@panel", colours.panel},
        {"@border", colours.border},
        {"@blue", colours.blue},
        {"@raised", mixed(colours.panel, colours.border, 0.35)},
        {"@resting", mixed(colours.panel, colours.border, 0.6)},
        {"@tinted", mixed(colours.panel, colours.blue, 0.08)},
        {"@muted", colours.mutedText},
        {"@text", colours.text},
        {"@warning", colours.warning},
        {"@vermillion", colours.vermillion},
        {"@green", green},
        {"@darkgreen", green.darker(112)},
        {"@selected", colours.selection},
    };
    auto filled = QString::fromLatin1(rules);
    for (const auto& [name, colour] : named)
        filled.replace(QLatin1String(name), colour.name());
    return filled;
}

constexpr char kFilterButton[] = R"(
QToolButton { padding: 2px 7px; border: 1px solid @border; border-radius: 4px; background: @panel; }
QToolButton:hover { border-color: @blue; }
QToolButton:checked { background: @raised; border-color: @blue; font-weight: 600; }
QToolButton:focus { border: 2px solid @blue; padding: 1px 6px; }
QToolButton::menu-indicator { image: none; })";

constexpr char kFoldButton[] = R"(
QToolButton { border: none; background: transparent; padding: 2px 0; font-weight: 600; }
QToolButton:focus { text-decoration: underline; color: @blue; })";

constexpr char kPlaceButton[] = R"(
QToolButton, QToolButton:checked { border: none; background: transparent; padding: 2px 0; color: @text; }
QToolButton:focus { text-decoration: underline; color: @blue; })";

constexpr char kChoiceButton[] = R"(
QPushButton { background: @panel; border: 1px solid @border; border-radius: 8px; text-align: left; }
QPushButton:hover { border-color: @blue; }
QPushButton[reached="true"]:focus { border: 2px solid @blue; }
QPushButton:pressed { background: @raised; })";

constexpr char kMenuButton[] = R"(
QToolButton { color: @text; }
QToolButton::menu-indicator { image: none; })";

constexpr char kToolBar[] = R"(
QToolBar { border: none; border-bottom: 1px solid @border; spacing: 6px; padding: 5px 8px; }
QToolButton { padding: 4px 10px; border: 1px solid @border; border-radius: 5px; background: @panel; }
QToolButton:hover { border-color: @blue; }
QToolButton:pressed, QToolButton:checked { background: @raised; }
QToolButton:disabled { color: @muted; }
QToolButton:focus { border: 2px solid @blue; padding: 3px 9px; }
QToolButton::menu-indicator { image: none; })";

// The button that begins a run is the one green thing in the bar.
constexpr char kRunButton[] = R"(
#runButton { background: @green; color: white; border-color: @green; font-weight: 600; }
#runButton:hover { background: @darkgreen; }
#runButton:disabled { background: @resting; border-color: @resting; color: @muted; })";

constexpr char kStatusBar[] = R"(
QStatusBar { border-top: 1px solid @border; }
QStatusBar::item { border: none; })";

constexpr char kTable[] = R"(
QTableView { selection-background-color: @selected; selection-color: @text; }
QHeaderView::section { background: @raised; color: @muted; border: none; padding: 3px 6px; font-weight: 600; })";

constexpr char kWarningCard[] = R"(
QFrame#warningCard { background: @warning; border: 1px solid @border; border-radius: 5px; }
QPushButton { border: none; padding: 2px 0; color: @blue; font-weight: 600; text-align: left; background: transparent; }
QPushButton:focus { text-decoration: underline; })";

constexpr char kNextStep[] = R"(
#nextStep { background: @tinted; border: 1px solid @border; border-radius: 6px; })";

constexpr char kBanner[] = R"(
#banner { background: @warning; border: 1px solid @vermillion; border-radius: 6px; })";

constexpr char kProjector[] = R"(
#projector { background: @panel; border: 1px solid @border; border-radius: 6px; })";

constexpr char kLeadingText[] = R"(
QLabel { color: @blue; })";


QString sheetOf(Look look, const Colours& colours)
{
    const auto filled = [&](const char* rules) { return fill(rules, colours); };
    switch (look) {
    case Look::FilterButton:
        return filled(kFilterButton);
    case Look::FoldButton:
        return filled(kFoldButton);
    case Look::PlaceButton:
        return filled(kPlaceButton);
    case Look::ChoiceButton:
        return filled(kChoiceButton);
    case Look::MenuButton:
        return filled(kMenuButton);
    case Look::ToolBar:
        return filled(kToolBar) + filled(kRunButton);
    case Look::StatusBar:
        return filled(kStatusBar);
    case Look::Table:
        return filled(kTable);
    case Look::WarningCard:
        return filled(kWarningCard);
    case Look::NextStep:
        return filled(kNextStep);
    case Look::Banner:
        return filled(kBanner);
    case Look::Projector:
        return filled(kProjector);
    case Look::LeadingText:
        break;
    }
    return filled(kLeadingText);
}

} // namespace

void wear(QWidget& widget, Look look)
{
    widget.setProperty(kLookProperty, static_cast<int>(look));
    dressAgain(widget);
}

bool isDressed(const QWidget& widget) { return widget.property(kLookProperty).isValid(); }

void dressAgain(QWidget& widget)
{
    const auto look = static_cast<Look>(widget.property(kLookProperty).toInt());
    // The window's: a sheet changes the palette of what wears it.
    const QString sheet = sheetOf(look, Colours::from(widget.window()->palette()));
    if (sheet != widget.styleSheet())
        widget.setStyleSheet(sheet);
}

} // namespace halfopen
