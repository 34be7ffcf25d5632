// SPDX-License-Identifier: GPL-3.0-or-later
// The names below the packets.
#pragma once

#include <QColor>
#include <QRectF>
#include <QStringList>

#include <vector>

#include "ui/timeline/lane_painting.h"

namespace halfopen {

struct WireLabel final
{
    double x = 0;
    int rank = 0; // who goes first where there is no room for all
    QColor colour;
    QStringList wordings; // long to short
};

/// Of a packet that was expected and did not come: after those that came to nothing on their way.
inline constexpr int kMissedRank = 4;

/// How much a packet's name matters: what ends a connection first, plain ACKs last.
[[nodiscard]] int wireLabelRank(const Packet& packet);

/// Writes them into the row at the lane's bottom, below `cableBottom`; those that do not fit stay away.
void paintWireLabels(const LanePen& pen, const QRectF& lane, double cableBottom, std::vector<WireLabel> labels);

} // namespace halfopen
