// SPDX-License-Identifier: GPL-3.0-or-later
// How the hosts and their cable are laid out and drawn.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRectF>

#include "ui/topology/topology_scene.h"

namespace halfopen {

/// What can be clicked and focused.
enum class TopologyPart { None, Client, Cable, Server };

/// From the size and the font alone.
struct TopologyLayout final
{
    QRectF client;
    QRectF server;
    QRectF router;  // on loopback: the kernel's own loop between the two
    QRectF machine; // loopback: the frame around everything; else empty
    QRectF cable;   // everything between the hosts: the target of a click
    QRectF foot;    // clock, countdown, hint
    double wireY = 0;
    double spread = 1; // of the rows in a host's box, where there is height
    bool showsBelief = true;
    bool showsAddress = true;

    [[nodiscard]] static TopologyLayout of(const QRectF& area, const QFont& font, bool onLoopback);
    [[nodiscard]] TopologyPart partAt(const QPointF& point) const;
    [[nodiscard]] QRectF rectOf(TopologyPart part) const;
};

/// `streamPhase`: 0 … 1, where the dashes of a stream are. `focused` and `hovered` may be None.
void paintTopology(QPainter& painter, const QRectF& area, const TopologyScene& scene, const QPalette& palette,
                   const QFont& font, double streamPhase, TopologyPart focused, TopologyPart hovered);

} // namespace halfopen
