// SPDX-License-Identifier: GPL-3.0-or-later
// The run that the window shows: the plan, the live run, or one from the history.
#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

#include "core/outcome.h"
#include "core/timeline.h"
#include "session/replay.h"

namespace halfopen {

class ExperimentDraft;
class RunController;

/// One place for all views to read from. It decides whose timeline is shown and owns none but the stored one's and
/// the empty one of the plan.
class ShownRun final : public QObject
{
    Q_OBJECT

public:
    enum class Source {
        Plan,   // nothing has run with this experiment: an empty timeline and the panel's predictions
        Live,   // the controller's run, also after its end
        Stored, // replayed from the history
    };

    ShownRun(ExperimentDraft& draft, RunController& controller, QObject* parent = nullptr);

    [[nodiscard]] Source source() const { return m_source; }
    [[nodiscard]] bool hasRun() const { return m_source != Source::Plan; }
    /// The controller's run and not over.
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const Timeline& timeline() const;
    [[nodiscard]] const Experiment& experiment() const;
    [[nodiscard]] const std::vector<Prediction>& predictions() const;
    [[nodiscard]] const Prediction* prediction(int pair, Host end) const;
    /// Judged again when the timeline has grown since they were asked for last.
    [[nodiscard]] const std::vector<Outcome>& outcomes() const;
    [[nodiscard]] QString runId() const;

public Q_SLOTS:
    void showStored(const QString& runId, halfopen::ReplayedRun run);
    void showPlan();
    /// The controller's run as it stands, for who came too late to see it begin.
    void showFinished() { showLive(); }

Q_SIGNALS:
    /// Another run, or another plan.
    void replaced();
    /// The same run knows more.
    void grew();
    void predictionsChanged();

private:
    void takeDraft();
    void showLive();

    ExperimentDraft& m_draft;
    RunController& m_controller;
    Source m_source = Source::Plan;
    Timeline m_plan;
    std::optional<ReplayedRun> m_stored;
    QString m_storedId;
    mutable std::vector<Outcome> m_outcomes;
    mutable std::optional<std::size_t> m_judgedEvents;
};

} // namespace halfopen
