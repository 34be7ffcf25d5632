// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the lines of the controller's runs to the history while they arrive.
#include "ui/history/run_keeper.h"

#include <QDateTime>

#include <chrono>

#include "session/run_summary.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

constexpr std::chrono::milliseconds kKeeperGathers{200};
constexpr qsizetype kKeeperMostBytes = 1024 * 1024;

} // namespace

RunKeeper::RunKeeper(RunController& controller, RunStore* store, QObject* parent) : QObject(parent), m_controller(controller), m_store(store)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(kKeeperGathers);
    connect(&m_flush, &QTimer::timeout, this, &RunKeeper::flush);
    connect(&controller, &RunController::runBegan, this, &RunKeeper::begin);
    connect(&controller, &RunController::linesArrived, this, &RunKeeper::take);
    connect(&controller, &RunController::runEnded, this, &RunKeeper::finish);
}

RunKeeper::~RunKeeper()
{
    // Without a signal: the window is going away. A run that is not finished is found as unfinished by the next start.
    if (m_store != nullptr && !m_gathered.isEmpty())
        static_cast<void>(m_store->append(m_runId, m_gathered));
}

void RunKeeper::begin(const QString& runId)
{
    m_runId = runId;
    m_gathered.clear();
    if (m_store == nullptr)
        return;
    check(m_store->begin(runId, m_controller.timeline().experiment(), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                         QStringLiteral(HALFOPEN_VERSION)));
    Q_EMIT listChanged();
}

void RunKeeper::take(const QString&, const QByteArray& lines)
{
    if (m_store == nullptr)
        return;
    m_gathered += lines;
    if (m_gathered.size() >= kKeeperMostBytes)
        flush();
    else if (!m_flush.isActive())
        m_flush.start();
}

void RunKeeper::finish(const QString& runId)
{
    flush();
    if (m_store == nullptr)
        return;
    const bool broken = status() == StoredStatus::Failed || status() == StoredStatus::Refused;
    const QString summary = broken ? m_controller.message() : verbatim(runSummary(m_controller.outcomes()));
    check(m_store->finish(runId, status(), summary, storedFacts(m_controller.timeline(), m_controller.outcomes())));
    Q_EMIT listChanged();
}

void RunKeeper::flush()
{
    m_flush.stop();
    if (m_store != nullptr && !m_gathered.isEmpty())
        check(m_store->append(m_runId, m_gathered));
    m_gathered.clear();
}

void RunKeeper::check(const Result<void>& done)
{
    if (done)
        return;
    m_store = nullptr;
    Q_EMIT failed(tr("The history cannot be written: %1 Runs go on, but are not kept.").arg(fromCore(done.error().message)));
}

StoredStatus RunKeeper::status() const
{
    switch (m_controller.state()) {
    case RunController::State::Refused:
        return StoredStatus::Refused;
    case RunController::State::Failed:
        return StoredStatus::Failed;
    case RunController::State::Idle:
    case RunController::State::Starting:
    case RunController::State::Running:
    case RunController::State::Finishing:
    case RunController::State::Finished:
        break;
    }
    return m_controller.wasCancelled() ? StoredStatus::Cancelled : StoredStatus::Finished;
}

} // namespace halfopen
