// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_controller.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimer>

#include <utility>

#include "core/predictor.h"
#include "session/free_elsewhere.h"
#include "session/run_controller_p.h"

namespace halfopen {

namespace {

QString newRunId()
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss.zzz'Z'"));
    const quint32 salt = QRandomGenerator::global()->bounded(0x10000u); // two programs may start in the same millisecond
    return QStringLiteral("%1-%2").arg(stamp).arg(salt, 4, 16, QLatin1Char('0'));
}

} // namespace

RunController::RunController(QString agentProgram, QObject* parent)
    : QObject(parent), m_private(std::make_unique<Private>(*this, std::move(agentProgram)))
{
}

RunController::~RunController() = default;

bool RunController::isActive() const
{
    switch (m_state) {
    case State::Starting:
    case State::Running:
    case State::Finishing:
        return true;
    case State::Idle:
    case State::Finished:
    case State::Refused:
    case State::Failed:
        break;
    }
    return false;
}

std::vector<Outcome> RunController::outcomes() const
{
    return judge(m_timeline, m_predictions);
}

void RunController::start(const Experiment& experiment, const QString& capture)
{
    if (isActive())
        return;
    m_runId = newRunId();
    freeElsewhere(std::exchange(m_timeline, Timeline{experiment}));
    m_predictions = predictRun(m_timeline);
    m_message.clear();
    m_remedy.clear();
    m_cancelled = false;
    m_state = State::Starting;
    Q_EMIT runBegan(m_runId);
    Q_EMIT stateChanged(m_state);
    Q_EMIT predictionsChanged();
    m_private->launch(experiment, capture);
}

void RunController::cancel()
{
    if (isActive())
        m_private->cancel();
}

void RunController::applyFault(const Fault& fault)
{
    if (m_state == State::Running)
        m_private->send(FaultCommand{fault});
}

void RunController::healFault(int id)
{
    if (m_state == State::Running)
        m_private->send(HealCommand{id});
}

void RunController::setOption(int pair, Host end, const SocketOptions& options)
{
    if (m_state == State::Running)
        m_private->send(SetOptionCommand{pair, end, options});
}

} // namespace halfopen
