// SPDX-License-Identifier: GPL-3.0-or-later
// The time line as a picture: what is shown and how it is painted.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRectF>

#include <cstddef>
#include <optional>
#include <vector>

#include "ui/timeline/lane_painting.h"
#include "ui/timeline/moments.h"
#include "ui/timeline/run_facts.h"
#include "ui/timeline/timeline_layout.h"
#include "ui/view_state.h"

namespace halfopen {

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
    std::optional<LaneKind> compared;
    std::optional<InfoField> info; // in a lane of its own
    std::optional<TimeRange> measured;
    std::optional<EventRef> selected;
    std::optional<Guess> guess;
    bool guessing = false;
    // Not of the view state: where the widget stands.
    double scrolled = 0;   // px, over the rows of compared pairs
    std::optional<RunTime> told{}; // since hello: what the rest of the window calls now
    int readPair = -1;     // compared: whose reading is shown; −1: the selected pair's
    bool fills = false;    // compared: few rows take all the height there is, as in a figure

    [[nodiscard]] static TimelineLook of(const ViewState& state);
};

struct AxisTag;
struct TimerScale;

/// Paints a run, or the plan of one. Holds the digests of the pairs that were seen between frames; owns neither
/// timeline nor predictions.
class TimelinePicture final
{
public:
    /// Brings the digests of what is seen up to date. Call before paint() whenever the timeline has grown or something
    /// else is looked at. Costs what is new, `most` facts of the run at most; false: there are more, and paint() leaves
    /// them out until they have been looked at.
    bool prepare(const RunFacts& facts, const TimelineLook& look, const TimelineLayout& layout, std::size_t most);
    void forget(); // another run: its digests begin anew

    [[nodiscard]] static TimelineLayout layoutFor(const RunFacts& facts, const TimelineLook& look, const QRectF& area,
                                                  const QFont& font);
    [[nodiscard]] static TimeAxis axisFor(const RunFacts& facts, const TimelineLook& look, const TimelineLayout& layout,
                                          const QFont& font);
    void paint(QPainter& painter, const QRectF& area, const RunFacts& facts, const TimelineLook& look,
               const QPalette& palette, const QFont& font) const;
    /// The same with a title above and the kernel and version below, for export.
    void paintFigure(QPainter& painter, const QRectF& area, const RunFacts& facts, const TimelineLook& look,
                     const QPalette& palette, const QFont& font) const;
    /// Empty for a pair that has not been prepared.
    [[nodiscard]] const PairDigest& digest(int pair) const;

private:
    void paintBox(const LanePen& pen, const LaneBox& box, int pair, Host end, const TimerScale& scale) const;
    [[nodiscard]] TimerScale timerScale(const LanePen& pen, const TimelineLayout& layout, Host end) const;
    void paintLanes(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const;
    void paintRows(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const;
    void paintSelected(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const;
    [[nodiscard]] static RunFacts factsAsTold(const RunFacts& facts, const TimelineLook& look);
    void paintReading(const LanePen& pen, const TimelineLayout& layout, const TimelineLook& look) const;
    [[nodiscard]] static std::optional<AxisTag> guessTag(const LanePen& pen, const TimelineLook& look);
    [[nodiscard]] std::vector<AxisTag> tags(const LanePen& pen, const TimelineLook& look, double zero) const;

    std::vector<PairDigest> m_digests; // one a pair, filled when it is first seen
};

} // namespace halfopen
