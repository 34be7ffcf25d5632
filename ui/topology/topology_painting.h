// SPDX-License-Identifier: GPL-3.0-or-later
// How the hosts and their cable are drawn.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRectF>

#include <vector>

#include "ui/topology/topology_layout.h"
#include "ui/topology/topology_scene.h"

namespace halfopen {

/// Words in the drawing: what was chosen of several wordings, and the ink's place.
struct PaintedWords final
{
    QRectF area;
    QString text; // empty: no wording had room, the longest is in `missing`
    QString missing;
};

/// How to draw it, apart from what there is.
struct TopologyLook final
{
    QPalette palette;
    QFont font;
    TopologyPart focused = TopologyPart::None;
    TopologyPart hovered = TopologyPart::None;
};

/// Tells all words it has written or had no room for. Nothing is ever elided.
std::vector<PaintedWords> paintTopology(QPainter& painter, const QRectF& area, const TopologyScene& scene,
                                        const TopologyLook& look);

} // namespace halfopen
