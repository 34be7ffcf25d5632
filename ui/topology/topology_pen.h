// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the drawing of the hosts paint with.
#pragma once

#include <QStringList>

#include <vector>

#include "ui/theme/colours.h"
#include "ui/topology/topology_painting.h"

namespace halfopen {

/// A line of words that shares a strip with others.
struct StripWords final
{
    QStringList wordings; // long to short
    Qt::Alignment side = Qt::AlignHCenter; // left, middle or right of the strip
    QFont font;
    QColor colour;
};

/// Lives for one picture.
struct TopologyPen final
{
    QPainter& painter;
    const TopologyScene& scene;
    const TopologyLayout& layout;
    const Colours& colours;
    QFont font;
    QFont bold;
    QFont small;
    QFont smallBold;
    QFont large;
    std::vector<PaintedWords>& told;

    [[nodiscard]] double line() const { return layout.line; }
    [[nodiscard]] double wireWidth() const { return std::max(layout.line * 0.3, 3.0); }
    [[nodiscard]] QColor wire() const { return mixed(colours.panel, colours.text, colours.dark ? 0.55 : 0.60); }
    /// Dark enough on the ground to be read as words.
    [[nodiscard]] QColor ink(const QColor& colour) const;

    /// Writes the first wording that fits and tells so; none is elided. Returns the width that was used.
    double text(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour,
                Qt::Alignment alignment = Qt::AlignCenter) const;
    /// Side by side in one strip, each with the longest wording that leaves room for the others.
    void strip(const QRectF& area, const std::vector<StripWords>& words) const;
    void stroke(const QPointF& from, const QPointF& to, const QColor& colour, double width,
                Qt::PenCapStyle cap = Qt::FlatCap) const;
    void cross(const QPointF& centre, double arm, const QColor& colour, double width) const;

    void paintMachine() const;
    void paintHost(Host host) const;
    void paintCable() const;
    void paintRouter() const;
    void paintPackets() const;
    void paintWireWords() const;
    void paintFoot() const;
};

/// A round sign for what somebody knows: each has a shape of its own, for eyes that see no colours.
void paintLamp(const TopologyPen& pen, const QPointF& centre, double radius, Knowing knowing);
[[nodiscard]] QColor lampColour(const Colours& colours, Knowing knowing);

} // namespace halfopen
