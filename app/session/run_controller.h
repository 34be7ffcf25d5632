// SPDX-License-Identifier: GPL-3.0-or-later
// One run from the wish to the outcome.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

#include "core/experiment.h"
#include "core/outcome.h"
#include "core/prediction.h"
#include "core/timeline.h"

namespace halfopen {

class AgentProcess;

/// The state machine of one run after another, and the only writer of its `Timeline`. It starts the agent, folds its
/// lines, predicts again from what was measured at the first fault, and asks the agent to finish when every end that
/// was predicted to fail has failed (one second after its latest time at the latest). It stores nothing and shows
/// nothing. Never blocks.
class RunController final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,      // nothing has run yet
        Starting,  // the agent builds hosts and connects the pairs
        Running,   // t = 0 has been
        Finishing, // the agent cleans up
        Finished,  // the last run ended as it should
        Refused,   // the place cannot run it
        Failed,    // the run broke: message() says why
    };
    Q_ENUM(State)

    /// `agentProgram`: full path of halfopen-agent (or of a stand-in in tests).
    explicit RunController(QString agentProgram, QObject* parent = nullptr);
    ~RunController() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] QString runId() const { return m_runId; } // 20261122T103059.123Z-4f2a: sorts by time
    [[nodiscard]] const Timeline& timeline() const { return m_timeline; }
    /// Planned at first, from measured RTO, flight and phase after the first fault. Two a pair.
    [[nodiscard]] const std::vector<Prediction>& predictions() const { return m_predictions; }
    [[nodiscard]] std::vector<Outcome> outcomes() const;
    /// Refused, Failed: a sentence with the reason, and what would help (may be empty).
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] QString remedy() const { return m_remedy; }
    [[nodiscard]] bool wasCancelled() const { return m_cancelled; }

public Q_SLOTS:
    /// Only when not active. The state goes to Starting. `capture`: a pcapng file that the agent is to write (an absolute
    /// path), or empty; the loopback place refuses it.
    void start(const halfopen::Experiment& experiment, const QString& capture = {});
    /// Breaks the running one off; what has been seen stays.
    void cancel();
    /// By hand, while Running.
    void applyFault(const halfopen::Fault& fault);
    void healFault(int id);
    /// Of a living socket, by its own program.
    void setOption(int pair, halfopen::Host end, const halfopen::SocketOptions& options);

Q_SIGNALS:
    void stateChanged(halfopen::RunController::State state);
    /// A new run has an empty timeline and a new id.
    void runBegan(const QString& runId);
    /// Complete raw lines (each with its line feed) in the agent's own words, for whoever keeps them.
    void linesArrived(const QString& runId, const QByteArray& lines);
    /// The timeline has grown; gathered, at most about 30 times a second while running.
    void timelineGrew();
    void predictionsChanged();
    /// The state is Finished, Refused or Failed; everything has been folded and announced.
    void runEnded(const QString& runId);

private:
    class Private;
    State m_state = State::Idle;
    QString m_runId;
    Timeline m_timeline;
    std::vector<Prediction> m_predictions;
    QString m_message;
    QString m_remedy;
    bool m_cancelled = false;
    std::unique_ptr<Private> m_private;
};

} // namespace halfopen
