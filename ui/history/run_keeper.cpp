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
        write([runId = m_runId, lines = std::exchange(m_gathered, {})](RunStore& store) { return store.append(runId, lines); }, Stage::Lines);
}

void RunKeeper::begin(const QString& runId)
{
    m_runId = runId;
    m_gathered.clear();
    write([runId, experiment = m_controller.timeline().experiment(), now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)](RunStore& store) {
        return store.begin(runId, experiment, now, QStringLiteral(HALFOPEN_VERSION));
    }, Stage::Begin);
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
    }, Stage::End);
}

void RunKeeper::flush()
{
    m_flush.stop();
    // What comes while the store is held up is written with the next piece.
    if (m_underWay == 0 && !m_gathered.isEmpty())
        write([runId = m_runId, lines = std::exchange(m_gathered, {})](RunStore& store) { return store.append(runId, lines); }, Stage::Lines);
}

void RunKeeper::write(const HistoryWriter::Deed& deed, Stage stage)
{
    if (m_store == nullptr)
        return;
    ++m_underWay;
    auto written = std::make_shared<Written>(Written::Yes); // of this deed, for its answer
    m_store->write(this, [last = m_last, written, deed, runId = m_runId, begins = stage == Stage::Begin](RunStore& store) {
        if (begins && *last == Written::RunIsGone)
            *last = Written::Yes;
        auto done = *last == Written::Yes ? deed(store) : Result<void>{};
        if (done)
            return done;
        const auto row = store.find(runId);
        *last = !begins && row && !row.value() ? Written::RunIsGone : Written::No;
        *written = *last;
        return done;
    }, [this, written, stage](const Result<void>& done) {
        // A store that could not even be opened has not come to the deed.
        takeAnswer(done, done || *written == Written::RunIsGone ? *written : Written::No, stage);
    });
}

void RunKeeper::takeAnswer(const Result<void>& done, Written written, Stage stage)
{
    --m_underWay;
    if (m_store == nullptr)
        return;
    if (written == Written::RunIsGone)
        Q_EMIT failed(tr("The run was deleted from the history while it went on: it is not kept. The next run is kept again."));
    if (written == Written::No) {
        m_store = nullptr;
        m_gathered.clear();
        Q_EMIT failed(tr("The history cannot be written: %1 Runs go on, but are not kept.").arg(fromCore(done.error().message)));
        return;
    }
    if (!m_flush.isActive())
        flush();
    if (stage != Stage::Lines)
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
