// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the time line stand.
#pragma once

#include <QFont>
#include <QRectF>

#include <vector>

#include "core/host.h"
#include "ui/view_state.h"

namespace halfopen {

struct LaneBox final
{
    LaneKind kind = LaneKind::Call;
    Host end = Host::Client;
    QRectF label;
    QRectF lane;
    int pair = -1; // where pairs are compared: whose row it is; −1: the selected pair's
};

/// Rows of pairs under one another.
struct ComparedRows final
{
    LaneKind kind = LaneKind::Call;
    Host end = Host::Client;
    int pairs = 0;
    double scrolled = 0; // px from the first
    int flagRows = 1;    // of words above them, where they leave room for that many
    bool fill = false;   // all the height there is
};

/// Where everything stands: all lanes of one pair, or the same lane of all pairs under one another.
struct TimelineLayout final
{
    QRectF flags;
    QRectF plot; // all lanes
    QRectF axis;
    QRectF overview; // the strip of the whole run; empty where there is no room
    std::vector<LaneBox> lanes;
    std::vector<LaneBox> leftOut; // for want of height; without places
    QRectF leftOutSign;           // says so, over the lanes' names; empty where nothing is left out
    double contentHeight = 0; // of all rows, seen or not; compare only
    double rowHeight = 0;

    /// `flagRows`: rows of words above the lanes. `withInfo`: with a lane for a value of TCP_INFO.
    [[nodiscard]] static TimelineLayout of(const QRectF& area, const QFont& font, Host end, bool bothEnds,
                                           int flagRows = 1, bool withInfo = false);
    /// One row a pair; holds only the rows that can be seen.
    [[nodiscard]] static TimelineLayout compare(const QRectF& area, const QFont& font, const ComparedRows& rows);
    /// The lane under that height, or nullptr.
    [[nodiscard]] const LaneBox* laneAt(double y) const;
};

/// The fonts that the painted views derive from the widget's own.
[[nodiscard]] QFont smallFont(const QFont& font);
[[nodiscard]] QFont boldFont(const QFont& font);

} // namespace halfopen
