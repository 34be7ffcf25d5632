// SPDX-License-Identifier: GPL-3.0-or-later
// The run that the window shows: the plan, the live run, or one from the history.
#include "ui/window/shown_run.h"

#include <algorithm>
#include <utility>

#include "session/free_elsewhere.h"
#include "session/run_controller.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/replay/run_replay.h"

namespace halfopen {

namespace {

constexpr std::size_t kManyPairs = 200;

} // namespace

ShownRun::ShownRun(ExperimentDraft& draft, RunController& controller, RunReplay& replay, QObject* parent)
    : QObject(parent), m_draft(draft), m_controller(controller), m_replay(replay), m_plan(draft.experiment())
{
    connect(&m_draft, &ExperimentDraft::changed, this, &ShownRun::takeDraft);
    connect(&m_controller, &RunController::runBegan, this, &ShownRun::showLive);
    connect(&m_controller, &RunController::timelineGrew, this, [this] {
        if (m_source == Source::Live)
            Q_EMIT grew();
    });
    connect(&m_controller, &RunController::predictionsChanged, this, [this] {
        m_judgedEvents.reset();
        if (m_source == Source::Live)
            Q_EMIT predictionsChanged();
    });
    connect(&m_controller, &RunController::runEnded, this, &ShownRun::takeEnd);
    connect(&m_replay, &RunReplay::opened, this, &ShownRun::showReplay);
    connect(&m_replay, &RunReplay::closed, this, &ShownRun::leaveReplay);
    connect(&m_replay, &RunReplay::grew, this, [this] {
        if (isReplayed())
            Q_EMIT grew();
    });
    connect(&m_replay, &RunReplay::refolded, this, [this] {
        m_judgedEvents.reset();
        if (isReplayed())
            Q_EMIT refolded();
    });
    connect(&m_replay, &RunReplay::predictionsChanged, this, [this] {
        m_judgedEvents.reset();
        if (isReplayed())
            Q_EMIT predictionsChanged();
    });
}

bool ShownRun::isLive() const { return m_source == Source::Live && m_controller.isActive(); }

bool ShownRun::isRunning() const
{
    return isLive() || (isReplayed() && m_replay.position() < m_replay.recording().events().size());
}

bool ShownRun::cameToNothing() const
{
    return m_source == Source::Plan && hasFailed() && !m_controller.timeline().startedAt() && m_controller.timeline().experiment() == experiment();
}

bool ShownRun::isBroken() const { return m_source == Source::Live && hasFailed(); }

bool ShownRun::isMeasured(int pair, Host end) const
{
    if (!hasRun())
        return false;
    const auto& all = outcomes();
    const auto outcome = std::ranges::find_if(all, [&](const Outcome& each) { return each.pair == pair && each.end == end; });
    if (outcome != all.end() && outcome->detection)
        return true;
    const auto& finished = timeline().finished();
    if (isRunning() || !finished)
        return false;
    switch (finished->why) {
    case FinishedEvent::Why::Asked:
    case FinishedEvent::Why::TimeLimit:
        return outcome == all.end() || !outcome->cutShort;
    case FinishedEvent::Why::Cancelled:
        return timeline().firstFaultAt() && outcome != all.end() && outcome->verdict == Verdict::NeverAsPredicted && outcome->prediction.never();
    case FinishedEvent::Why::Failed:
    case FinishedEvent::Why::Refused:
        break;
    }
    return false;
}

bool ShownRun::hasFailed() const
{
    const auto state = m_controller.state();
    return state == RunController::State::Refused || state == RunController::State::Failed;
}

bool ShownRun::isOver() const { return hasRun() && !isLive() && end() > RunTime{0}; }

RunTime ShownRun::instant() const { return isReplayed() ? m_replay.now() : timeline().lastTime(); }

RunTime ShownRun::end() const { return isReplayed() ? m_replay.recording().end() : timeline().lastTime(); }

const Timeline& ShownRun::timeline() const
{
    switch (m_source) {
    case Source::Plan:
        return m_plan;
    case Source::Stored:
        return m_stored->timeline;
    case Source::Replay:
        return m_replay.timeline();
    case Source::Live:
        break;
    }
    return m_controller.timeline();
}

const Experiment& ShownRun::experiment() const { return timeline().experiment(); }

bool ShownRun::hasManyPairs() const { return experiment().pairs.size() > kManyPairs; }

const std::vector<Prediction>& ShownRun::predictions() const
{
    switch (m_source) {
    case Source::Plan:
        return m_heldBack ? m_nothing : m_draft.predictions();
    case Source::Stored:
        return m_stored->predictions;
    case Source::Replay:
        return m_replay.predictions();
    case Source::Live:
        break;
    }
    return m_controller.predictions();
}

const Prediction* ShownRun::prediction(int pair, Host end) const
{
    return findPrediction(predictions(), pair, end);
}

const std::vector<Outcome>& ShownRun::outcomes() const
{
    const auto events = timeline().eventCount();
    if (m_judgedEvents != events) {
        m_outcomes = m_source == Source::Plan ? std::vector<Outcome>{}
                   : m_source == Source::Stored ? m_stored->outcomes
                   : m_source == Source::Replay ? judge(m_replay.timeline(), m_replay.predictions())
                                                : m_controller.outcomes();
        m_judgedEvents = events;
    }
    return m_outcomes;
}

void ShownRun::setHeldBack(bool heldBack)
{
    if (m_heldBack == heldBack)
        return;
    m_heldBack = heldBack;
    if (m_source == Source::Plan)
        Q_EMIT predictionsChanged();
}

QString ShownRun::runId() const
{
    switch (m_source) {
    case Source::Plan:
        return {};
    case Source::Stored:
        return m_storedId;
    case Source::Replay:
        return m_replay.recording().runId();
    case Source::Live:
        break;
    }
    return m_controller.runId();
}

void ShownRun::showStored(const QString& runId, const std::shared_ptr<const ReplayedRun>& run)
{
    auto before = std::exchange(m_stored, run);
    m_storedId = runId;
    change(Source::Stored); // until then the views look at the one before
    if (before)
        freeElsewhere(std::move(before));
}

void ShownRun::change(Source source)
{
    m_source = source; // before the replay ends, which would bring back what it played
    m_judgedEvents.reset();
    m_replay.close();
    Q_EMIT replaced();
}

void ShownRun::showReplay()
{
    if (!isReplayed())
        m_whole = m_source;
    m_source = Source::Replay;
    m_judgedEvents.reset();
    Q_EMIT refolded();
}

void ShownRun::leaveReplay()
{
    if (!isReplayed())
        return;
    m_source = m_whole;
    m_judgedEvents.reset();
    Q_EMIT refolded();
}

void ShownRun::showPlan()
{
    m_plan = Timeline{m_draft.experiment()};
    change(Source::Plan);
}

ExperimentDraft::WayBack ShownRun::wayBack() const
{
    // As in bringBack(): the stored one was in sight later.
    if (m_stored) {
        if (const auto way = m_draft.wayBackTo(m_stored->timeline.experiment()); way != ExperimentDraft::WayBack::None)
            return way;
    }
    return m_controller.state() == RunController::State::Finished ? m_draft.wayBackTo(m_controller.timeline().experiment())
                                                                  : ExperimentDraft::WayBack::None;
}

bool ShownRun::bringBack()
{
    // A stored one that is still there was in sight later than the controller's.
    if (m_stored && m_stored->timeline.experiment() == m_draft.experiment())
        change(Source::Stored);
    else if (m_controller.state() == RunController::State::Finished && m_controller.timeline().experiment() == m_draft.experiment())
        change(Source::Live);
    else
        return false;
    return true;
}

void ShownRun::takeEnd()
{
    m_judgedEvents.reset();
    if (m_source != Source::Live)
        return;
    // A timeline in which nothing began would tell of a run without a fault that nobody ever notices.
    if (hasFailed() && !m_controller.timeline().startedAt() && m_controller.timeline().experiment() == m_draft.experiment())
        showPlan();
    else
        Q_EMIT grew();
}

void ShownRun::takeDraft()
{
    // A running measurement stays in sight; the plan is shown when it is over and the user goes on.
    if (m_controller.isActive())
        return;
    if (experiment() == m_draft.experiment()) {
        if (m_source == Source::Plan)
            Q_EMIT predictionsChanged();
        return;
    }
    // Undone: the settings are again those of a run that was in sight, and its measurement comes back with them.
    if (!bringBack())
        showPlan();
}

void ShownRun::leaveStored()
{
    if (m_stored)
        freeElsewhere(std::exchange(m_stored, nullptr));
}

void ShownRun::showLive()
{
    change(Source::Live);
    leaveStored();
}

} // namespace halfopen
