// SPDX-License-Identifier: GPL-3.0-or-later
// The instants that every view of a run is drawn around.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/experiment.h"
#include "core/prediction.h"
#include "core/timeline.h"

namespace halfopen {

/// A fault on the axis: made, or still planned.
struct FaultFlag final
{
    Fault fault;
    double at = 0; // s since t = 0
    std::optional<double> healed;
    bool planned = false;
    bool healPlanned = false;
};

/// What told an end of the connection's end, or of a call's own limit: a call, a program's own verdict (a heartbeat's, a
/// QTcpSocket's) or, of a socket that its program had closed, the table it is gone from.
struct Ending final
{
    std::string call; // as detectingCall() names it, or the call that told: before a recv() the wake-up
    RunTime at{0};    // since hello
    std::int64_t result = -1;
    int errorNumber = 0;
    const CallSpan* span = nullptr; // the call whose return said it, where one did
};

/// Looks at a timeline (or, before a run, at an experiment) from the side of the screen: all seconds count from t = 0.
/// Refers to the values it was made of and lives no longer than one frame.
struct RunFacts final
{
    static constexpr double kNearlyAll = 1.3; // of a run's length: as far a predicted band may reach beyond its end and be shown whole

    const Timeline* timeline = nullptr; // nullptr: nothing has run, the plan is shown
    const Experiment* experiment = nullptr;
    const std::vector<Prediction>* predictions = nullptr;
    double base = 0;               // t = 0 in seconds since hello; while the pairs are still being connected: now
    double begin = 0;              // the first event, s since t = 0
    double now = 0;                // how far the run has come, s since t = 0; 0 in a plan
    double toldAt = 0;              // the instant that numbers in words tell: now, or a little before, as the views beside it do
    bool hasRun = false;           // there is at least one event
    bool live = false;             // and more will come
    bool moves = true;             // time runs, or did until just now: nothing is on its way where it stands still
    std::optional<double> replaySpeed; // played again, at so many times the run's own speed
    bool started = false;          // t = 0 has been
    std::optional<double> faultAt; // first fault in force, else the first planned one
    bool faultMade = false;
    double countedFrom = 0; // from where detection times and predictions count: the fault, or t = 0
    double limit = 60;      // the run ends here at the latest

    [[nodiscard]] static RunFacts of(const Timeline* timeline, const Experiment& experiment,
                                     const std::vector<Prediction>& predictions, RunTime now, bool live,
                                     std::optional<double> replaySpeed = std::nullopt);

    [[nodiscard]] double since(RunTime sinceHello) const { return toSeconds(sinceHello) - base; }
    [[nodiscard]] RunTime sinceHello(double seconds) const { return fromSeconds(seconds + base); }
    [[nodiscard]] const Prediction* prediction(int pair, Host end) const;
    [[nodiscard]] const PairTrack* track(int pair) const;
    [[nodiscard]] const Pair* plan(int pair) const;
    /// As planned, or because the machine lets nothing else run.
    [[nodiscard]] bool isOnLoopback() const;
    /// Made ones, then those of the script that are still to come.
    [[nodiscard]] std::vector<FaultFlag> faults() const;
    /// Hold, where nothing is known of that end.
    [[nodiscard]] Activity activity(int pair, Host end) const;
    /// What told that end of the connection's end; empty: it goes on believing.
    [[nodiscard]] std::optional<Ending> ending(int pair, Host end) const;
    /// The range that shows everything of this pair: from just before arming to now, the predicted end and the fault.
    [[nodiscard]] std::pair<double, double> everything(int pair) const;
};

} // namespace halfopen
