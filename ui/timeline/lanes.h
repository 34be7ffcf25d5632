// SPDX-License-Identifier: GPL-3.0-or-later
// The five lanes and what lies over them, each painted by one function.
#pragma once

#include "ui/timeline/lane_painting.h"

namespace halfopen {

/// The calls of that end's program: waiting, done, failed; the expected rest as an outline.
void paintCallLane(const LanePen& pen, const QRectF& lane, int pair, Host end);

/// The socket's state as the kernel tells it.
void paintStateLane(const LanePen& pen, const QRectF& lane, const TrackDigest& digest, int pair, Host end);

/// The running timer's remaining time.
void paintTimerLane(const LanePen& pen, const QRectF& lane, const TrackDigest& digest, int pair, Host end);

/// Packets between the client's line (top) and the server's line (bottom); what was lost ends at the router half way.
void paintWireLane(const LanePen& pen, const QRectF& lane, const WireDigest& digest, int pair, Host end);

/// Send-Q and Recv-Q.
void paintQueueLane(const LanePen& pen, const QRectF& lane, const TrackDigest& digest, int pair, Host end);

/// The bands in which that end is predicted to fail. Painted before the lanes: what was measured lies over it.
void paintBands(const LanePen& pen, const QRectF& plot, int pair, Host end);

/// Fault marks, predicted bands' names, now: lines over all lanes with their flags in the strip above them.
void paintFlags(const LanePen& pen, const QRectF& strip, const QRectF& plot, int pair, Host end);

/// Ticks below the lanes, grid lines behind them.
void paintGrid(const LanePen& pen, const QRectF& plot, const std::vector<AxisTick>& ticks);
void paintAxis(const LanePen& pen, const QRectF& strip, const std::vector<AxisTick>& ticks, const QString& title);

} // namespace halfopen
