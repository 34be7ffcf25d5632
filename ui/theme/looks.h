// SPDX-License-Identifier: GPL-3.0-or-later
// The few looks that the platform's style has no words for.
#pragma once

class QWidget;

namespace halfopen {

/// What a widget may wear. A style sheet is matched against every widget below it, and a window has more than a thousand:
/// so none is put on the window or on a dock, only on the widgets that need one.
enum class Look {
    FilterButton,  // small, framed, in the bar above a table
    FoldButton,    // a heading that opens what is below it
    PlaceButton,   // the same, quieter: a place of faults
    ChoiceButton,  // a way to begin, on the welcome page
    MenuButton,   // opens a menu and shows no arrow
    ToolBar,
    StatusBar,
    Table,
    WarningCard,
    NextStep,
    Banner,
    Projector,
    LeadingText,   // the blue that leads the eye: the large prediction, the sign of the next step
};

/// Puts the look on in the colours of its window's palette and remembers it for the next palette. Best done before the
/// widget has children.
void wear(QWidget& widget, Look look);

/// True if the widget wears something.
[[nodiscard]] bool isDressed(const QWidget& widget);

/// Puts on again what it wears, in the colours of its window's palette now. Does nothing if they are the same.
void dressAgain(QWidget& widget);

} // namespace halfopen
