// SPDX-License-Identifier: GPL-3.0-or-later
// The six lanes and what lies over them, each painted by one function.
#pragma once

#include <optional>

#include "ui/timeline/lane_painting.h"
#include "ui/timeline/moments.h"
#include "ui/timeline/timeline_layout.h"

namespace halfopen {

/// The calls of that end's program: waiting, done, failed; the expected rest as an outline.
void paintCallLane(const LanePen& pen, const QRectF& lane, int pair, Host end);

/// The socket's state as the kernel tells it.
void paintStateLane(const LanePen& pen, const QRectF& lane, const TrackDigest& digest, int pair, Host end);
/// Where the words of the present state end.
[[nodiscard]] double stateWordsEnd(const LanePen& pen, const QRectF& lane, const TrackDigest& digest, int pair, Host end);

/// How high a lane of a timer is, in seconds.
struct TimerScale final
{
    std::optional<double> highest{}; // empty: as much as the lane's own timer ever has left
    bool isRow = false;              // of several under one another: each names its curves, and its height where that is its own
};

/// The running timer's remaining time.
void paintTimerLane(const LanePen& pen, const QRectF& lane, const TrackDigest& digest, int pair, Host end, const TimerScale& scale = {});
/// The most that it has left in what is visible.
[[nodiscard]] double highestTimer(const LanePen& pen, const TrackDigest& digest, int pair, Host end);

/// Packets between the client's line (top) and the server's line (bottom); what was lost ends at the router half way.
/// `silent`: it has words of its own, so that no packet needs a name.
void paintWireLane(const LanePen& pen, const QRectF& lane, const WireDigest& digest, int pair, Host end, bool silent);

/// px at the lane's bottom that the packets' names need; 0 where there is no room for them.
[[nodiscard]] double wireNamesHeight(const LanePen& pen, const QRectF& lane);

/// Send-Q and Recv-Q.
void paintQueueLane(const LanePen& pen, const QRectF& whole, const TrackDigest& digest, int pair, Host end);

/// The value of TCP_INFO that `pen.info` names, over time: level between two samples, on a linear scale from 0.
void paintInfoLane(const LanePen& pen, const QRectF& whole, int pair, Host end);

/// A lane in which nothing will be or was: a muted sentence that says why. Nothing, and false, where there is something to see.
bool paintSilentLane(const LanePen& pen, const QRectF& lane, LaneKind kind, const PairDigest& digest, int pair, Host end);

/// The bands in which that end is predicted to fail. Painted before the lanes: what was measured lies over it.
void paintBands(const LanePen& pen, const QRectF& plot, int pair, Host end);

/// The same as short bars at the upper and lower edge: over bars that would hide the band.
void paintBandCaps(const LanePen& pen, const QRectF& row, int pair, Host end, bool wordsBelow);

/// The lanes' grounds, tinted while a fault is in force.
void paintGrounds(const LanePen& pen, const TimelineLayout& layout);
/// Where a fault was in force, cut to the plot; overlapping faults tint once.
[[nodiscard]] std::vector<std::pair<double, double>> tintedSpans(const RunFacts& facts, const TimeAxis& axis);
/// x of every fault and heal, and of where a middlebox forgets that pair, in order. No pair: −1.
[[nodiscard]] std::vector<double> faultLines(const RunFacts& facts, const TimeAxis& axis, int pair, Host end);
/// Instead of lanes: what will be here.
void paintEmpty(QPainter& painter, const QRectF& area, const Colours& colours, const QFont& font);
[[nodiscard]] QString axisTitle(const RunFacts& facts, TimeOrigin origin);

/// A word at an instant that the user has marked; on the axis it goes before the numbers.
struct AxisTag final
{
    double x = 0;
    QString text;
    QColor ground;
    QString brief{};
};

/// Fault marks, predicted bands' names, now: lines over all lanes with their flags in the strip above them. `guess`: the
/// learner's flag among them.
void paintFlags(const LanePen& pen, const QRectF& strip, const QRectF& plot, int pair, Host end,
                const std::optional<AxisTag>& guess);
/// All faults and heals, and where that pair is forgotten, with their times since `zero`, for who points at the strip.
[[nodiscard]] QString flagsToolTip(const RunFacts& facts, double zero, int pair, Host end);

/// Ticks below the lanes, grid lines behind them.
void paintGrid(const LanePen& pen, const QRectF& plot, const std::vector<AxisTick>& ticks);
void paintAxis(const LanePen& pen, const QRectF& strip, const std::vector<AxisTick>& ticks, const QString& title,
               const std::vector<AxisTag>& tags = {});

[[nodiscard]] QString laneName(LaneKind kind);
[[nodiscard]] QString pairName(const RunFacts& facts, int pair); // its own, or "pair 3"
/// "ETIMEDOUT after 14.3 s", "waits for 8.3 s", "predicted 13.2–13.5 s".
[[nodiscard]] QString outcomeText(const LanePen& pen, int pair, Host end);
/// To the left of a lane: what it shows.
void paintLaneLabel(const LanePen& pen, const LaneBox& box, const TrackDigest& digest, int pair, bool bothEnds);
/// Which lanes are left out, and what brings them back.
[[nodiscard]] QString leftOutToolTip(const TimelineLayout& layout);
/// What that lane shows, with its term of the glossary: for who points at its name. Rich text.
[[nodiscard]] QString laneToolTip(const RunFacts& facts, const TrackDigest& digest, LaneKind kind, int pair, Host end,
                                  InfoField info);
/// To the left of a compared pair's row: its name and outcome.
void paintRowLabel(const LanePen& pen, const LaneBox& box, bool selected);

/// The picked event: a line over all lanes, and a frame in the lanes that show what happened then.
void paintPicked(const LanePen& pen, const TimelineLayout& layout, const std::vector<Moment>& moments, double x,
                 int pair);
/// The measured piece with its length and what went over the wire in it.
void paintMeasured(const LanePen& pen, const QRectF& plot, const TimeRange& range, int pair);
/// A line at `x` with a box of words beside it that stays inside the plot. The first `heads` lines are bold.
void paintReadOut(const LanePen& pen, const TimelineLayout& layout, double x, double wantedTop, QStringList lines, int heads);
/// One line beside "now", in the state's lane: ahead of now there is nothing in it, and behind it from `wordsEnd` on.
/// The first wording (long to short) that has room; none where none has.
void paintReadOutOfNow(const LanePen& pen, const QRectF& lane, double x, double wordsEnd, const QStringList& wordings);
/// The whole run, small: faults, the predicted band, where packets are, and which piece is visible.
void paintOverview(const LanePen& pen, const QRectF& strip, const TimeAxis& whole, const TimelineLayout& layout,
                   int pair, Host end);

/// "3.072 s": to the millisecond, for what the user measures.
[[nodiscard]] QString preciseText(double seconds);
/// "4 packets" and "3 probes" of that pair in that piece, flows included.
[[nodiscard]] QString trafficText(const RunFacts& facts, int pair, const TimeRange& range);

} // namespace halfopen
