// SPDX-License-Identifier: GPL-3.0-or-later
// The time line as a picture: what is shown, how it is laid out, and how it is painted.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRectF>

#include <array>
#include <optional>
#include <vector>

#include "ui/timeline/lane_painting.h"
#include "ui/timeline/run_facts.h"
#include "ui/timeline/track_digest.h"
#include "ui/view_state.h"

namespace halfopen {

struct LaneBox final
{
    LaneKind kind = LaneKind::Call;
    Host end = Host::Client;
    QRectF label;
    QRectF lane;
};

/// Where everything stands.
struct TimelineLayout final
{
    QRectF flags;
    QRectF plot; // all lanes
    QRectF axis;
    std::vector<LaneBox> lanes;

    /// `flagRows`: rows of words above the lanes.
    [[nodiscard]] static TimelineLayout of(const QRectF& area, const QFont& font, Host end, bool bothEnds,
                                           int flagRows = 1);
};

/// What the user wants to see of it: a copy of the view state's values, so that a picture can be made without a widget.
struct TimelineLook final
{
    int pair = 0;
    Host end = Host::Client;
    bool bothEnds = false;
    std::optional<RunTime> cursor; // since t = 0
    std::optional<TimeRange> range;
    bool follows = true;
    TimeScale scale = TimeScale::Linear;
    TimeOrigin origin = TimeOrigin::Fault;

    [[nodiscard]] static TimelineLook of(const ViewState& state);
};

/// Paints a run, or the plan of one. Holds the digests of the selected pair between frames; owns neither timeline nor
/// predictions.
class TimelinePicture final
{
public:
    /// Brings the digests up to date. Call before paint() whenever the timeline has grown or another pair is looked at.
    void prepare(const RunFacts& facts, int pair);
    void forget(); // another run: its digests begin anew

    /// One row for the words of a single fault; a script that heals or flaps gets two.
    [[nodiscard]] static int flagRows(const RunFacts& facts);
    [[nodiscard]] static TimeAxis axisFor(const RunFacts& facts, const TimelineLook& look, const TimelineLayout& layout,
                                          const QFont& font);
    void paint(QPainter& painter, const QRectF& area, const RunFacts& facts, const TimelineLook& look,
               const QPalette& palette, const QFont& font) const;
    /// The same with a title above and the kernel and version below, for export.
    void paintFigure(QPainter& painter, const QRectF& area, const RunFacts& facts, const TimelineLook& look,
                     const QPalette& palette, const QFont& font) const;
    [[nodiscard]] const TrackDigest& digest(Host end) const { return m_digests[end == Host::Client ? 0 : 1]; }

private:
    void paintLane(const LanePen& pen, const LaneBox& box, int pair, Host end) const;
    void paintLaneLabel(const LanePen& pen, const LaneBox& box, int pair, bool bothEnds) const;
    void paintReading(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const;

    int m_pair = -1;
    std::array<TrackDigest, 2> m_digests;
    WireDigest m_wire;
};

/// The fonts that the painted views derive from the widget's own.
[[nodiscard]] QFont smallFont(const QFont& font);
[[nodiscard]] QFont boldFont(const QFont& font);

} // namespace halfopen
