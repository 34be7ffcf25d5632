// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_recorder.h"

#include <QDateTime>

#include <chrono>

#include "cli/run_result.h"

namespace halfopen {

namespace {

constexpr std::chrono::milliseconds kGatherLines{200}; // what a killed program may lose of its run
constexpr qsizetype kMaxGatheredBytes = 1024 * 1024;

} // namespace

RunRecorder::RunRecorder(RunController& controller, std::unique_ptr<RunStore> store, QObject* parent)
    : QObject(parent), m_controller(controller), m_store(std::move(store))
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(kGatherLines);
    connect(&m_flush, &QTimer::timeout, this, &RunRecorder::flush);
    connect(&controller, &RunController::runBegan, this, &RunRecorder::onRunBegan);
    connect(&controller, &RunController::linesArrived, this, &RunRecorder::onLines);
    connect(&controller, &RunController::runEnded, this, &RunRecorder::onRunEnded);
}

void RunRecorder::onRunBegan(const QString& runId)
{
    m_runId = runId;
    if (m_store)
        check(m_store->begin(runId, m_controller.timeline().experiment(),
                             QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QStringLiteral(HALFOPEN_VERSION)));
}

void RunRecorder::onLines(const QString&, const QByteArray& lines)
{
    if (!m_store)
        return;
    m_gathered += lines;
    if (m_gathered.size() >= kMaxGatheredBytes)
        flush();
    else if (!m_flush.isActive())
        m_flush.start();
}

void RunRecorder::onRunEnded(const QString& runId)
{
    flush();
    if (m_store)
        check(m_store->finish(runId, storedStatusOf(m_controller), summaryOf(m_controller),
                              storedFacts(m_controller.timeline(), m_controller.outcomes())));
}

void RunRecorder::flush()
{
    m_flush.stop();
    if (m_store && !m_gathered.isEmpty())
        check(m_store->append(m_runId, m_gathered));
    m_gathered.clear();
}

void RunRecorder::check(const Result<void>& done)
{
    if (done)
        return;
    m_store.reset();
    Q_EMIT gaveUp(QString::fromStdString(done.error().message));
}

} // namespace halfopen
