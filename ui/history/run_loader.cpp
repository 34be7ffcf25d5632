// SPDX-License-Identifier: GPL-3.0-or-later
// Reads stored runs without holding up the window.
#include "ui/history/run_loader.h"

#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include "store/run_store.h"
#include "ui/text/format.h"

namespace halfopen {

RunLoader::RunLoader(RunStore* store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RunLoader::take);
}

RunLoader::~RunLoader() = default;

void RunLoader::load(const QString& runId)
{
    if (m_queue.contains(runId) || (m_current == runId && !m_dropped))
        return;
    m_queue << runId;
    // From the event loop also when nothing is under way: an answer never comes before this call has returned.
    if (m_current.isEmpty() && m_queue.size() == 1)
        QTimer::singleShot(0, this, &RunLoader::startNext);
}

void RunLoader::forget()
{
    m_queue.clear();
    m_dropped = !m_current.isEmpty();
}

RunLoader::Answer RunLoader::answer(Wish wish)
{
    const auto broken = [&](const Error& error) { return Answer{wish.runId, nullptr, fromCore(error.message)}; };
    if (!wish.storePath.isEmpty()) {
        // A connection of SQLite's belongs to one thread.
        const auto store = RunStore::open(wish.storePath);
        if (!store)
            return broken(store.error());
        auto experiment = store.value()->experiment(wish.runId);
        if (!experiment)
            return broken(experiment.error());
        auto lines = store.value()->lines(wish.runId);
        if (!lines)
            return broken(lines.error());
        wish.experiment = std::move(experiment).value();
        wish.lines = std::move(lines).value();
    }
    auto run = replay(wish.experiment, wish.lines);
    if (!run)
        return broken(run.error());
    return {wish.runId, std::make_shared<const ReplayedRun>(std::move(run).value()), {}};
}

void RunLoader::startNext()
{
    if (!m_current.isEmpty() || m_queue.isEmpty())
        return;
    m_current = m_queue.takeFirst();
    m_dropped = false;
    Wish wish;
    wish.runId = m_current;
    auto promise = std::make_shared<QPromise<Answer>>(); // shared only because QThreadPool copies what it runs
    promise->start();
    m_watcher.setFuture(promise->future());
    const auto refuse = [&](const QString& sentence) {
        promise->addResult(Answer{wish.runId, nullptr, sentence});
        promise->finish();
    };
    if (m_store == nullptr) {
        refuse(tr("There is no history to read from."));
        return;
    }
    if (m_store->path() == u":memory:") {
        // Nobody else can open it: it is read here, and only decoded by the worker.
        auto experiment = m_store->experiment(m_current);
        auto lines = m_store->lines(m_current);
        if (!experiment || !lines) {
            refuse(fromCore(experiment ? lines.error().message : experiment.error().message));
            return;
        }
        wish.experiment = std::move(experiment).value();
        wish.lines = std::move(lines).value();
    } else {
        wish.storePath = m_store->path();
    }
    QThreadPool::globalInstance()->start([promise, wish = std::move(wish)] {
        promise->addResult(answer(wish));
        promise->finish();
    });
}

void RunLoader::take()
{
    const auto given = m_watcher.result();
    const bool wanted = !m_dropped && given.runId == m_current;
    m_current.clear();
    m_dropped = false;
    if (wanted && given.run)
        Q_EMIT loaded(given.runId, given.run);
    else if (wanted)
        Q_EMIT failed(given.runId, given.sentence);
    startNext();
}

} // namespace halfopen
