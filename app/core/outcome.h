// SPDX-License-Identifier: GPL-3.0-or-later
// What came of one end, held against its prediction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/prediction.h"
#include "core/timeline.h"

namespace halfopen {

enum class Verdict { Inside, Early, Late, WrongErrno, NeverAsPredicted, Unexpected, Missing, NotApplicable };

[[nodiscard]] std::string_view name(Verdict verdict); // inside, early, late, wrong-errno, never-as-predicted …

/// The call that told of the end, and when.
struct Detection final
{
    std::string call;
    int result = -1;
    int errorNumber = 0;
    RunTime at{0};      // since hello
    RunTime elapsed{0}; // since the first fault, or t = 0 without one
    RunTime error{0};   // bound of the error of `elapsed`
    std::optional<RunTime> took{}; // from entering that call to its return; empty where no call told
    bool operator==(const Detection&) const = default;
};

struct Outcome final
{
    int pair = 0;
    Host end = Host::Client;
    std::optional<Detection> detection; // empty: it goes on believing
    Verdict verdict = Verdict::NotApplicable;
    Prediction prediction;
    DecidedBy decidedBy = DecidedBy::Nobody; // as predicted, unless the call told of something else
    std::string stateAtEnd; // TCP state's name at the outcome, else at the end of the run; CLOSE where the row is gone
    std::int64_t bytesSent = 0;
    std::string flagged;    // reasons joined by '+', empty where the run is clean
    std::int64_t framesLost = 0; // that no fault took
    RunTime lateBy{0};           // the most by which a timer of ours ran late between fault and outcome
    bool cutShort = false;  // missing only because the run came (or has come) no further than into the predicted time
    bool operator==(const Outcome&) const = default;
};

/// A busy machine's tolerance around a predicted mode.
inline constexpr RunTime kToleranceEarly = std::chrono::milliseconds{30};
inline constexpr RunTime kToleranceLate = std::chrono::milliseconds{60};

/// Whether that call's return told a program with this activity of the end of the connection, or of the call's own limit:
/// recv's 0 is the peer's FIN; an errno is the end unless it only says "not now".
[[nodiscard]] bool tellsOfTheEnd(const CallSpan& call, Activity activity);
[[nodiscard]] bool tellsOfTheEnd(const CallEvent& call, Activity activity);

/// A call that failed so came to its own limit, SO_RCVTIMEO or SO_SNDTIMEO (socket(7), connect(2)): that says nothing of the
/// connection, which lives on.
[[nodiscard]] bool isOwnLimit(std::int64_t result, int errorNumber);

/// The first call of that end that reported the end of the connection, or empty.
[[nodiscard]] std::optional<Detection> detectionOf(const Timeline& timeline, int pair, Host end);

/// Two outcomes a pair, in the order of `predictions`. May be asked at any time of a run: then `missing` and
/// `never-as-predicted` mean "as of now".
[[nodiscard]] std::vector<Outcome> judge(const Timeline& timeline, const std::vector<Prediction>& predictions);

/// Those of which a file may speak: all of a run that is over; of one that goes on, or of which the end is not known, the
/// ends that have ended. The others have no verdict yet.
[[nodiscard]] std::vector<Outcome> settledOutcomes(const Timeline& timeline, std::vector<Outcome> outcomes);

/// Whether that verdict says nothing against the prediction.
[[nodiscard]] bool isSuccess(Verdict verdict);

/// Whether that outcome says something against its prediction: not one that the end of the run came before.
[[nodiscard]] bool contradicts(const Outcome& outcome);

/// Whether that outcome counts as a success: inside, never-as-predicted or not-applicable, and not flagged.
[[nodiscard]] bool isAsPredicted(const Outcome& outcome);

} // namespace halfopen
