// SPDX-License-Identifier: GPL-3.0-or-later
// The colours that all views share.
#pragma once

#include <QBrush>
#include <QColor>
#include <QPalette>
#include <QPen>

#include "core/host.h"
#include "core/packet.h"
#include "core/socket_row.h"

namespace halfopen {

/// Colours by what they mean, for one palette. A value: ask for a new one when the palette changes.
/// Series colours are Okabe and Ito's (jfly.uni-koeln.de/color), lightened on dark ground; they stay apart for
/// colour-blind eyes, and still no meaning rests on them alone.
struct Colours final
{
    bool dark = false;

    QColor window;     // around everything
    QColor panel;      // ground of a card or chart
    QColor lane;       // ground of a lane inside a panel
    QColor afterFault; // tint over a lane from the fault on
    QColor border;     // outline of cards, lanes, fields
    QColor grid;       // thin lines behind data
    QColor text;
    QColor mutedText; // second line, axis numbers
    QColor faintText; // ghosts, hints
    QColor focus;     // focus ring, selection
    QColor selection; // ground of a selected row

    // Okabe-Ito
    QColor blue;
    QColor skyBlue;
    QColor green;
    QColor orange;
    QColor vermillion;
    QColor purple;
    QColor yellow;
    QColor grey;

    // Roles
    QColor blocked;   // a call that waits
    QColor done;      // a call that returned well; data on the wire
    QColor failure;   // an error, a lost packet, the cut
    QColor alive;     // ESTABLISHED
    QColor gone;      // no row any more, CLOSE
    QColor predicted; // what the rules say
    QColor frozen;    // a stopped program
    QColor warning;   // ground of a warning card
    QColor inkGround; // of the grounds that words stand on, the one nearest to their colours

    [[nodiscard]] static Colours from(const QPalette& palette);

    [[nodiscard]] QColor
    of(KernelTimer timer) const; // keepalive and its probes share a colour, retransmission likewise
    [[nodiscard]] QColor of(PacketKind kind) const;
    [[nodiscard]] QColor of(TcpState state) const;
    [[nodiscard]] QColor series(int index) const; // for the n-th of several equals, wraps around
    /// That colour as words on a panel, a lane or a selected row: a line can be paler than what is to be read.
    [[nodiscard]] QColor ink(const QColor& colour) const;
};

/// What text needs against its ground to be read: WCAG 2.1, 1.4.3.
inline constexpr double kLeastTextContrast = 4.5;

/// Whether that palette is a dark one (Qt 6.4 has no colour scheme to ask).
[[nodiscard]] bool isDark(const QPalette& palette);

/// Black or white, whichever reads better on that ground.
[[nodiscard]] QColor textOn(const QColor& ground);

/// That colour as words on that ground: as little darker or lighter as it takes to be read.
[[nodiscard]] QColor inkOn(const QColor& ground, const QColor& colour);

/// `part` of `over` mixed into `under`, opaque. 0 … 1.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double part);

[[nodiscard]] QColor withAlpha(QColor colour, double alpha);

/// Diagonal lines, for "waits" and "not measured": readable without colour.
[[nodiscard]] QBrush hatching(const QColor& colour);

/// A palette of the program's own for the wanted scheme, for where the platform offers none.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
/// Black on white or white on black, for a projector.
[[nodiscard]] QPalette strongPalette(bool dark);

/// WCAG 2.1: 1 … 21; 4.5 is readable, 7 is good.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

} // namespace halfopen
