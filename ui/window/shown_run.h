// SPDX-License-Identifier: GPL-3.0-or-later
// The run that the window shows: the plan, the live run, or one from the history.
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

#include "core/outcome.h"
#include "core/timeline.h"
#include "session/replay.h"
#include "ui/experiment/experiment_draft.h"

namespace halfopen {

class RunController;
class RunReplay;

/// One place for all views to read from. It decides whose timeline is shown and owns none but the stored one's and
/// the empty one of the plan. While the replay is open, the run in sight is seen as it was at the replay's instant.
class ShownRun final : public QObject
{
    Q_OBJECT

public:
    enum class Source {
        Plan,   // nothing has run with this experiment: an empty timeline and the panel's predictions
        Live,   // the controller's run, also after its end
        Stored, // from the history
        Replay, // one of the two before, played again
    };

    ShownRun(ExperimentDraft& draft, RunController& controller, RunReplay& replay, QObject* parent = nullptr);

    [[nodiscard]] Source source() const { return m_source; }
    [[nodiscard]] bool hasRun() const { return m_source != Source::Plan; }
    /// There is more to come: the controller's run, or what is played again, is not over.
    [[nodiscard]] bool isRunning() const;
    /// The controller's run, and not over.
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] bool isReplayed() const { return m_source == Source::Replay; }
    /// A run that is over and lies in the history under runId(): it can be played again.
    [[nodiscard]] bool isOver() const;
    /// The plan in sight was run just now and nothing began: it was refused, or broke before the pairs were connected.
    [[nodiscard]] bool cameToNothing() const;
    /// The controller's run in sight broke in its midst: what is missing was not measured.
    [[nodiscard]] bool isBroken() const;
    /// What became of that end is known: its program noticed, or the run went to its end without. Who breaks a run off
    /// in which it would never have noticed has missed nothing either.
    [[nodiscard]] bool isMeasured(int pair, Host end) const;
    /// How the settings of the run that was in sight before the plan come back, and the run with them.
    [[nodiscard]] ExperimentDraft::WayBack wayBack() const;
    /// How late it is in a replay, since hello; else the time of the last event.
    [[nodiscard]] RunTime instant() const;
    /// The last instant of the run in sight, also where a replay has not come so far.
    [[nodiscard]] RunTime end() const;
    [[nodiscard]] const Timeline& timeline() const;
    [[nodiscard]] const Experiment& experiment() const;
    [[nodiscard]] const std::vector<Prediction>& predictions() const;
    [[nodiscard]] const Prediction* prediction(int pair, Host end) const;
    /// Judged again when the timeline has grown since they were asked for last.
    [[nodiscard]] const std::vector<Outcome>& outcomes() const;
    [[nodiscard]] QString runId() const;
    /// So many that a look at all of them could disturb what is measured: there are few such looks then.
    [[nodiscard]] bool hasManyPairs() const;
    /// In a lesson the plan's predictions are not told before the learner has guessed.
    void setHeldBack(bool heldBack);
    [[nodiscard]] bool isHeldBack() const { return m_heldBack && m_source == Source::Plan; }

public Q_SLOTS:
    void showStored(const QString& runId, const std::shared_ptr<const halfopen::ReplayedRun>& run);
    void showPlan();
    /// The controller's run as it stands, for who came too late to see it begin.
    void showControllersRun() { showLive(); }

Q_SIGNALS:
    /// Another run, or another plan.
    void replaced();
    /// The same run knows more.
    void grew();
    /// The same run seen at another instant: folded anew, it may know less.
    void refolded();
    void predictionsChanged();

private:
    void takeDraft();
    void showLive();
    void takeEnd();
    void showReplay();
    void leaveReplay();
    void change(Source source);
    [[nodiscard]] bool bringBack();
    [[nodiscard]] bool hasFailed() const;
    void leaveStored();

    ExperimentDraft& m_draft;
    RunController& m_controller;
    RunReplay& m_replay;
    Source m_source = Source::Plan;
    Source m_whole = Source::Plan; // in a replay: what is played again
    Timeline m_plan;
    std::shared_ptr<const ReplayedRun> m_stored; // also behind the plan, until another run comes
    QString m_storedId;
    bool m_heldBack = false;
    std::vector<Prediction> m_nothing;
    mutable std::vector<Outcome> m_outcomes;
    mutable std::optional<std::size_t> m_judgedEvents;
};

} // namespace halfopen
