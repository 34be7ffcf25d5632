// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the lines of the controller's runs to the history while they arrive.
#include "ui/history/run_keeper.h"

#include <QDateTime>

#include <chrono>
#include <utility>

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
        write([runId = m_runId, lines = std::exchange(m_gathered, {})](RunStore& store) { return store.append(runId, lines); }, false);
}

void RunKeeper::begin(const QString& runId)
{
    m_runId = runId;
    m_gathered.clear();
    write([runId, experiment = m_controller.timeline().experiment(), now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)](RunStore& store) {
        return store.begin(runId, experiment, now, QStringLiteral(HALFOPEN_VERSION));
    }, true);
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
    m_flush.stop();
    if (m_store == nullptr)
        return;
    const bool broken = status() == StoredStatus::Failed || status() == StoredStatus::Refused;
    const QString summary = broken ? m_controller.message() : verbatim(runSummary(m_controller.outcomes()));
    // With the last lines, whatever is under way: who asks the store from now on whether all is written has the whole run.
    write([runId, lines = std::exchange(m_gathered, {}), ended = status(), summary, facts = storedFacts(m_controller.timeline(), m_controller.outcomes())](RunStore& store) {
        const auto appended = store.append(runId, lines);
        return appended ? store.finish(runId, ended, summary, facts) : appended;
    }, true);
}

void RunKeeper::flush()
{
    m_flush.stop();
    // What comes while the store is held up is written with the next piece.
    if (m_underWay == 0 && !m_gathered.isEmpty())
        write([runId = m_runId, lines = std::exchange(m_gathered, {})](RunStore& store) { return store.append(runId, lines); }, false);
}

void RunKeeper::write(const HistoryWriter::Deed& deed, bool changesList)
{
    if (m_store == nullptr)
        return;
    ++m_underWay;
    m_store->write(this, [good = m_good, deed](RunStore& store) {
        auto done = *good ? deed(store) : Result<void>{};
        *good = *good && done;
        return done;
    }, [this, changesList](const Result<void>& done) { takeAnswer(done, changesList); });
}

void RunKeeper::takeAnswer(const Result<void>& done, bool changesList)
{
    --m_underWay;
    if (m_store == nullptr)
        return;
    if (!done) {
        m_store = nullptr;
        m_gathered.clear();
        Q_EMIT failed(tr("The history cannot be written: %1 Runs go on, but are not kept.").arg(fromCore(done.error().message)));
        return;
    }
    if (!m_flush.isActive())
        flush();
    if (changesList)
        Q_EMIT listChanged();
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
