// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of RunController: its agent, its clocks and what it waits for.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>

#include "core/agent_command.h"
#include "core/event.h"
#include "session/agent_process.h"
#include "session/replay.h"
#include "session/run_controller.h"
#include "session/run_watch.h"

namespace halfopen {

/// One agent at a time. Its timers only limit patience and pick the moment to ask for the end: no measured time
/// comes from them.
class RunController::Private final : public QObject
{
    Q_OBJECT

public:
    Private(RunController& controller, QString agentProgram);

    void launch(const Experiment& experiment, const QString& capture);
    void cancel();
    void send(const AgentCommand& command);

private:
    void onLines(const QByteArray& lines);
    void onEvent(const Event& event);
    void onFault(const FaultEvent& event);
    void onHello(const HelloEvent& event);
    void onAgentFinished(const FinishedEvent& event);
    void onAgentEnded(int exitCode, bool crashed);
    void onPatienceOver();
    void onGathered();

    void repredict();
    void repredictWhenMeasured();
    void finishWhenDone();
    void requestEnd(bool cancelled);
    void setState(State state);
    void fail(const QString& why);
    void conclude();
    void waitAtMost(std::chrono::milliseconds patience);
    [[nodiscard]] RunTime agentNow() const;

    RunController& m_q;
    QString m_agentProgram;
    std::unique_ptr<AgentProcess> m_agent;
    std::optional<RunWatch> m_watch;
    std::optional<State> m_verdict; // the state to conclude with, once known
    bool m_helloSeen = false;
    bool m_faultSeen = false;
    bool m_measuring = false; // the first fault is in force and TCP_INFO of some ends is still to come
    QElapsedTimer m_clock;
    std::optional<RunTime> m_agentAhead; // largest (agent's time − m_clock) seen
    QTimer m_patience;   // the agent must have moved on by then
    QTimer m_gather;     // the timeline has grown and is announced then
    QTimer m_measure;    // no longer wait for TCP_INFO at the fault
    QTimer m_end;        // ask the agent to finish then
};

} // namespace halfopen
