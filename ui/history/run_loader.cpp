// SPDX-License-Identifier: GPL-3.0-or-later
// Reads runs of the history without holding up the window.
#include "ui/history/run_loader.h"

#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <utility>

#include "session/event_lines.h"
#include "session/free_elsewhere.h"
#include "store/run_store.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

constexpr qsizetype kLoaderPage = 1024 * 1024; // bytes between two looks at whether it is still wanted
constexpr int kWholeRun = 1000;                // steps of progress

/// Page by page, until the last one or until `progress` says that it is not wanted any more.
Result<void> readPages(const RunStore& store, const QString& runId, EventLines& decoder, const std::function<bool(double)>& progress)
{
    const auto known = store.find(runId);
    if (!known)
        return known.error();
    const double whole = known.value() ? static_cast<double>(known.value()->lineBytes) : 0;
    double bytes = 0;
    for (LinePage page; progress(whole > 0 ? std::min(1.0, bytes / whole) : 0);) {
        auto next = store.linesAfter(runId, page.lastChunk, kLoaderPage);
        if (!next)
            return next.error();
        page = std::move(next).value();
        if (page.lines.isEmpty())
            break;
        if (const auto taken = decoder.take({page.lines.constData(), static_cast<std::size_t>(page.lines.size())}); !taken)
            return taken;
        bytes += static_cast<double>(page.lines.size());
    }
    return {};
}

} // namespace

RunLoader::RunLoader(RunStore* store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &RunLoader::take);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int steps) {
        if (steps > 0 && !m_watcher.isCanceled())
            Q_EMIT progressed(static_cast<double>(steps) / kWholeRun);
    });
}

RunLoader::~RunLoader() { m_watcher.cancel(); }

void RunLoader::load(const QString& runId, Wanted wanted)
{
    const Wish wish{runId, wanted};
    if (m_queue.contains(wish) || (m_current == wish && !m_watcher.isCanceled()))
        return;
    m_queue << wish;
    // From the event loop also when nothing is under way.
    if (!m_current && m_queue.size() == 1)
        QTimer::singleShot(0, this, &RunLoader::startNext);
}

void RunLoader::loadAlone(const QString& runId, Wanted wanted)
{
    if (m_current == Wish{runId, wanted} && !m_watcher.isCanceled())
        m_queue.clear();
    else
        forget();
    load(runId, wanted);
}

void RunLoader::forget()
{
    m_queue.clear();
    if (m_current)
        m_watcher.cancel();
}

Result<RunLoader::Source> RunLoader::sourceOf(const QString& runId) const
{
    if (m_store == nullptr)
        return Error{0, tr("There is no history to read from.").toStdString()};
    if (m_store->path() != u":memory:")
        return Source{.storePath = m_store->path(), .written = m_store->written()}; // a connection of SQLite's belongs to one thread
    // Nobody else can open it: it is read here, and only decoded by the worker.
    auto experiment = m_store->experiment(runId);
    if (!experiment)
        return experiment.error();
    auto lines = m_store->lines(runId);
    if (!lines)
        return lines.error();
    return Source{.experiment = std::move(experiment).value(), .lines = std::move(lines).value()};
}

Result<RunLoader::Answer> RunLoader::read(const Wish& wish, Source source, QPromise<Answer>& promise)
{
    std::unique_ptr<RunStore> store;
    if (!source.storePath.isEmpty()) {
        source.written.waitForFinished();
        auto opened = RunStore::open(source.storePath);
        if (!opened)
            return opened.error();
        store = std::move(opened).value();
        auto experiment = store->experiment(wish.runId);
        if (!experiment)
            return experiment.error();
        source.experiment = std::move(experiment).value();
    }
    Timeline timeline{source.experiment};
    auto recording = std::make_shared<Recording>(wish.runId, source.experiment);
    EventLines decoder([&](Event&& event) {
        if (wish.wanted == Wanted::Run)
            timeline.append(event);
        else
            recording->append(std::move(event));
    });
    const auto progress = [&promise](double part) {
        promise.setProgressValue(static_cast<int>(part * kWholeRun));
        return !promise.isCanceled();
    };
    const auto read = store ? readPages(*store, wish.runId, decoder, progress)
                            : decoder.take({source.lines.constData(), static_cast<std::size_t>(source.lines.size())});
    if (!read)
        return read.error();
    if (promise.isCanceled())
        return Answer{};
    if (const auto ended = decoder.finish(); !ended)
        return ended.error();
    if (wish.wanted == Wanted::Events)
        return Answer{nullptr, std::move(recording)};
    return Answer{std::make_shared<const ReplayedRun>(judgedRun(std::move(timeline))), nullptr};
}

void RunLoader::startNext()
{
    if (m_current || m_queue.isEmpty())
        return;
    m_current = m_queue.takeFirst();
    auto promise = std::make_shared<QPromise<Answer>>(); // shared only because QThreadPool copies what it runs
    promise->setProgressRange(0, kWholeRun);
    promise->start();
    m_watcher.setFuture(promise->future());
    auto source = sourceOf(m_current->runId);
    if (!source) {
        promise->addResult(Answer{nullptr, nullptr, fromCore(source.error().message)});
        promise->finish();
        return;
    }
    QThreadPool::globalInstance()->start([promise, wish = *m_current, source = std::move(source).value()]() mutable {
        auto answer = read(wish, std::move(source), *promise);
        promise->addResult(answer ? std::move(answer).value() : Answer{nullptr, nullptr, fromCore(answer.error().message)});
        promise->finish();
    });
}

void RunLoader::take()
{
    auto future = m_watcher.future();
    const bool wanted = !future.isCanceled() && future.resultCount() > 0;
    auto answer = wanted ? future.takeResult() : Answer{}; // or the future would keep the run
    const auto wish = std::exchange(m_current, std::nullopt);
    if (wanted && answer.run)
        Q_EMIT loaded(wish->runId, answer.run);
    else if (wanted && answer.recording)
        Q_EMIT recorded(answer.recording);
    else if (wanted)
        Q_EMIT failed(wish->runId, answer.sentence);
    if (wanted)
        freeElsewhere(std::move(answer));
    startNext();
}

} // namespace halfopen
