// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on the desk: the work that outlives a window.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "session/installation.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/replay/run_replay.h"
#include "ui/lesson/lesson_course.h"
#include "ui/history/stored_results.h"
#include "ui/results/result_rows.h"
#include "ui/sweep/sweep_study.h"
#include "ui/timeline/live_clock.h"
#include "ui/view_state.h"
#include "ui/window/option_wish.h"
#include "ui/window/packet_record.h"
#include "ui/window/shown_run.h"

namespace halfopen {

class RunController;

/// The experiment with its undo steps, the run in sight, what is selected. Made by main() before the window and gone after
/// it, so that a window can be destroyed and made anew, for another language, in the midst of a run. No widget is in it.
struct Desk final
{
    explicit Desk(RunController& controller) : run(draft, controller, replay), sweep(draft, controller) {}

    ExperimentDraft draft;
    ViewState view;
    RunReplay replay;
    ShownRun run;
    LessonCourse course{view, run};
    SweepStudy sweep;
    bool sweeps = false;           // its page is shown in the place of hosts and time line
    std::deque<RunResult> earlier; // results shown beside those of the run, newest first; filled when a window goes
    bool begun = false;            // a window has been seen: what belongs to the start of the program has been done and told
    Comparison compared;           // the runs of the history laid over each other
    int resultsPage = 0;
    std::optional<Lesson> lesson;  // whose text is beside the window
    PacketRecord packets;          // of the last run
    std::vector<OptionWish> wishes; // of options, by hand
    LiveClock clock;               // of the window before: no event need come for a second
    bool welcomes = false;         // the first page is shown
    bool projector = false;        // to be taken up by the next window
};

} // namespace halfopen
