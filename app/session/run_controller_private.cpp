// SPDX-License-Identifier: GPL-3.0-or-later
// How a run goes on, ends and fails.
#include "session/run_controller_p.h"

#include <algorithm>
#include <chrono>

#include "core/event_codec.h"

namespace halfopen {

namespace {

using namespace std::chrono_literals;

constexpr auto kHelloPatience = 5s;
constexpr auto kStartPatience = 30s;   // between two lines while hosts are built and pairs connect
constexpr auto kBeyondTimeLimit = 10s; // the agent ends by itself at the time limit; cleaning up may take a little
constexpr auto kFinishPatience = 10s;  // between two lines after it was asked to finish
constexpr auto kCancelPatience = 3s;
constexpr auto kGather = 33ms;         // about 30 announcements a second
constexpr auto kMeasurePatience = 100ms;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

RunController::Private::Private(RunController& controller, QString agentProgram)
    : m_q(controller), m_agentProgram(std::move(agentProgram))
{
    for (QTimer* timer : {&m_patience, &m_gather, &m_measure, &m_end})
        timer->setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Private::onPatienceOver);
    connect(&m_gather, &QTimer::timeout, this, &Private::onGathered);
    connect(&m_measure, &QTimer::timeout, this, &Private::repredict);
    connect(&m_end, &QTimer::timeout, this, &Private::finishWhenDone);
}

void RunController::Private::launch(const Experiment& experiment, const QString& capture)
{
    m_watch.emplace(experiment);
    m_verdict.reset();
    m_helloSeen = false;
    m_faultSeen = false;
    m_measuring = false;
    m_agentAhead.reset();
    m_clock.start();
    m_agent = std::make_unique<AgentProcess>(m_agentProgram, QStringList{QStringLiteral("run")});
    connect(m_agent.get(), &AgentProcess::linesArrived, this, &Private::onLines);
    connect(m_agent.get(), &AgentProcess::broke, this, &Private::fail);
    // Queued: an agent that cannot be started ends inside start(), and conclude() deletes the sender.
    connect(m_agent.get(), &AgentProcess::ended, this, &Private::onAgentEnded, Qt::QueuedConnection);
    waitAtMost(kHelloPatience);
    m_agent->start();
    send(RunCommand{experiment, capture.toStdString()});
}

void RunController::Private::send(const AgentCommand& command)
{
    if (m_agent)
        m_agent->send(command);
}

void RunController::Private::waitAtMost(std::chrono::milliseconds patience)
{
    m_patience.start(patience);
}

/// The agent's clock as well as it can be known here: lines are late by an unknown time, so the one that was late
/// the least sets it.
RunTime RunController::Private::agentNow() const
{
    return RunTime{m_clock.nsecsElapsed()} + m_agentAhead.value_or(RunTime{0});
}

void RunController::Private::onLines(const QByteArray& lines)
{
    if (m_verdict)
        return; // after its last word, or after it was found to be broken
    if (m_q.m_state == State::Starting && m_helloSeen)
        waitAtMost(kStartPatience);
    else if (m_q.m_state == State::Finishing && !m_q.m_cancelled)
        waitAtMost(kFinishPatience); // thousands of pairs have much to say at their end
    qsizetype taken = 0;
    while (taken < lines.size() && !m_verdict) {
        const qsizetype feed = lines.indexOf('\n', taken);
        const qsizetype length = feed - taken;
        const Result<Event> event = parseEvent({lines.constData() + taken, static_cast<std::size_t>(length)});
        if (!event) {
            fail(RunController::tr("The agent wrote a line that cannot be read: %1").arg(text(event.error().message)));
            break;
        }
        taken = feed + 1;
        onEvent(*event);
    }
    if (taken > 0)
        Q_EMIT m_q.linesArrived(m_q.m_runId, lines.first(taken));
    if (!m_gather.isActive())
        m_gather.start(kGather);
}

void RunController::Private::onEvent(const Event& event)
{
    const auto* hello = std::get_if<HelloEvent>(&event.body);
    if (m_helloSeen == (hello != nullptr)) {
        fail(hello ? RunController::tr("The agent introduced itself twice.")
                   : RunController::tr("The agent did not introduce itself: %1 is no agent of this program.").arg(m_agentProgram));
        return;
    }
    const RunTime ahead = event.time - RunTime{m_clock.nsecsElapsed()};
    m_agentAhead = std::max(ahead, m_agentAhead.value_or(ahead));
    m_q.m_timeline.append(event);
    m_watch->note(event);

    if (hello) {
        onHello(*hello);
    } else if (std::holds_alternative<SysctlEvent>(event.body)) {
        repredict(); // the kernel profile is known now
    } else if (std::holds_alternative<StartedEvent>(event.body) && m_q.m_state == State::Starting) {
        waitAtMost(std::chrono::duration_cast<std::chrono::milliseconds>(
                       fromSeconds(m_q.m_timeline.experiment().timeLimitSeconds)) + kBeyondTimeLimit);
        setState(State::Running);
    } else if (const auto* fault = std::get_if<FaultEvent>(&event.body)) {
        onFault(*fault);
    } else if (const auto* info = std::get_if<TcpInfoEvent>(&event.body); info && info->atFault) {
        repredictWhenMeasured();
    } else if (const auto* finished = std::get_if<FinishedEvent>(&event.body)) {
        onAgentFinished(*finished);
    }
}

void RunController::Private::onHello(const HelloEvent& event)
{
    m_helloSeen = true;
    if (event.protocol != kProtocolNumber) {
        fail(RunController::tr("The agent speaks protocol %1 and this program %2; install both from one version.")
                 .arg(event.protocol).arg(kProtocolNumber));
        return;
    }
    if (m_q.m_state == State::Starting) // else it has been cancelled, and that patience is shorter
        waitAtMost(kStartPatience);
    repredict();
}

void RunController::Private::onFault(const FaultEvent& event)
{
    if (event.what == FaultEvent::What::Failed) {
        const bool scripted = event.id >= 0 && static_cast<std::size_t>(event.id) < m_q.m_timeline.experiment().faults.size();
        if (!scripted)
            return; // made by hand: the log says so, and the run goes on
        m_q.m_message = RunController::tr("The fault '%1' could not be made: %2")
                            .arg(text(std::string{name(event.fault.kind)}), text(event.why));
        requestEnd(true);
        return;
    }
    if (m_faultSeen) {
        repredict(); // a later fault, or a heal
        return;
    }
    m_faultSeen = true;
    repredictWhenMeasured();
}

void RunController::Private::repredictWhenMeasured()
{
    if (!m_faultSeen)
        return; // the hosts' programs write side by side: TCP_INFO may be told before the fault that asked for it
    if (m_q.m_timeline.endsAtFaultCount() >= 2 * m_q.m_timeline.pairs().size()) {
        repredict();
    } else if (!m_measuring) {
        m_measuring = true;
        m_measure.start(kMeasurePatience);
    }
}

void RunController::Private::repredict()
{
    m_measuring = false;
    m_measure.stop();
    std::vector<Prediction> predictions = predictRun(m_q.m_timeline);
    if (predictions == m_q.m_predictions)
        return;
    m_q.m_predictions = std::move(predictions);
    Q_EMIT m_q.predictionsChanged();
    if (!m_gather.isActive())
        m_gather.start(kGather);
}

void RunController::Private::onGathered()
{
    Q_EMIT m_q.timelineGrew();
    finishWhenDone();
}

void RunController::Private::finishWhenDone()
{
    if (m_q.m_state != State::Running || m_measuring || m_verdict)
        return;
    const std::optional<RunTime> end = m_watch->endsAt(m_q.m_timeline, m_q.m_predictions);
    if (!end) {
        m_end.stop();
        return;
    }
    const RunTime left = *end - agentNow();
    if (left <= RunTime{0})
        requestEnd(false);
    else
        m_end.start(std::chrono::ceil<std::chrono::milliseconds>(std::min<RunTime>(left, 1h)));
}

void RunController::Private::requestEnd(bool cancelled)
{
    m_end.stop();
    send(FinishCommand{cancelled});
    waitAtMost(cancelled ? kCancelPatience : kFinishPatience);
    setState(State::Finishing);
}

void RunController::Private::cancel()
{
    if (m_q.m_cancelled) {
        m_agent->kill(); // asked a second time: no more patience
        return;
    }
    m_q.m_cancelled = true;
    requestEnd(true);
}

void RunController::Private::onAgentFinished(const FinishedEvent& event)
{
    switch (event.why) {
    case FinishedEvent::Why::Asked:
    case FinishedEvent::Why::TimeLimit:
    case FinishedEvent::Why::Cancelled:
        m_verdict = m_q.m_message.isEmpty() ? State::Finished : State::Failed;
        break;
    case FinishedEvent::Why::Refused:
    case FinishedEvent::Why::Failed:
        m_verdict = event.why == FinishedEvent::Why::Refused ? State::Refused : State::Failed;
        m_q.m_message = text(event.message);
        m_q.m_remedy = text(event.remedy);
        break;
    }
    m_patience.stop();
    m_end.stop();
    setState(State::Finishing);
    m_agent->close();
}

void RunController::Private::onPatienceOver()
{
    if (m_q.m_cancelled) {
        m_agent->kill(); // it did not go when it was asked to
        return;
    }
    switch (m_q.m_state) {
    case State::Starting:
        fail(m_helloSeen ? RunController::tr("The agent fell silent while it built the hosts and connected the pairs.")
                         : RunController::tr("The agent said nothing for five seconds after it was started."));
        break;
    case State::Running:
        fail(RunController::tr("The agent did not end the run at its time limit."));
        break;
    case State::Finishing:
        fail(m_q.m_message.isEmpty() ? RunController::tr("The agent did not finish when it was asked to.") : m_q.m_message);
        break;
    case State::Idle:
    case State::Finished:
    case State::Refused:
    case State::Failed:
        break;
    }
}

void RunController::Private::fail(const QString& why)
{
    if (m_verdict)
        return;
    m_verdict = State::Failed;
    m_q.m_message = why;
    m_patience.stop();
    m_end.stop();
    m_agent->kill();
}

void RunController::Private::onAgentEnded(int exitCode, bool crashed)
{
    if (!m_verdict && m_q.m_cancelled) {
        m_verdict = State::Finished; // broken off all the same
    } else if (!m_verdict) {
        const QString said = m_agent->lastWords();
        const QString how = crashed ? RunController::tr("The agent was ended by signal %1 in the middle of the run.").arg(exitCode)
                                    : RunController::tr("The agent ended in the middle of the run with status %1.").arg(exitCode);
        fail(said.isEmpty() ? how : RunController::tr("%1 It said: %2").arg(how, said));
    }
    conclude();
}

void RunController::Private::conclude()
{
    for (QTimer* timer : {&m_patience, &m_gather, &m_measure, &m_end})
        timer->stop();
    m_agent.reset();
    repredict(); // as a replay of the same lines does
    m_gather.stop();
    Q_EMIT m_q.timelineGrew();
    setState(*m_verdict);
    Q_EMIT m_q.runEnded(m_q.m_runId);
}

void RunController::Private::setState(State state)
{
    if (m_q.m_state == state)
        return;
    m_q.m_state = state;
    Q_EMIT m_q.stateChanged(state);
}

} // namespace halfopen
