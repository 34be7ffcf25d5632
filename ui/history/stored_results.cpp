// SPDX-License-Identifier: GPL-3.0-or-later
// Results of stored runs, for the results dock.
#include "ui/history/stored_results.h"

#include <algorithm>

#include "store/run_store.h"

namespace halfopen {

namespace {

// A run of that size is opened when the user asks for it, not because the program begins.
constexpr qint64 kBringBackBytes = 8 * 1024 * 1024;

RunResult resultOfStored(const QString& runId, const ReplayedRun& run)
{
    return resultOf(runId, run.timeline, run.outcomes, true, run.timeline.lastTime());
}

} // namespace

StoredResults::StoredResults(RunStore* store, QObject* parent) : QObject(parent), m_store(store), m_earlierLoader(store, this), m_comparisonLoader(store, this)
{
    connect(&m_earlierLoader, &RunLoader::loaded, this, [this](const QString& runId, const std::shared_ptr<const ReplayedRun>& run) {
        if (const auto result = resultOfStored(runId, *run); !result.groups.empty())
            Q_EMIT earlierRead(result);
    });
    connect(&m_comparisonLoader, &RunLoader::loaded, this, &StoredResults::take);
    connect(&m_comparisonLoader, &RunLoader::failed, this, &StoredResults::drop);
}

void StoredResults::bringBackEarlier()
{
    if (m_store == nullptr)
        return;
    const auto runs = m_store->list(kBroughtBack * 4);
    if (!runs)
        return; // the history panel tells of it
    int brought = 0;
    for (const auto& run : runs.value()) {
        if (run.status != StoredStatus::Finished || run.lineBytes > kBringBackBytes)
            continue;
        m_earlierLoader.load(run.id);
        if (++brought == kBroughtBack)
            return;
    }
}

void StoredResults::compare(const QStringList& runIds)
{
    m_comparisonLoader.forget();
    m_comparison.runIds.clear();
    std::erase_if(m_comparison.results, [&](const RunResult& each) { return !runIds.contains(each.runId); });
    addToComparison(runIds);
}

void StoredResults::addToComparison(const QStringList& runIds)
{
    for (const auto& id : runIds) {
        if (m_comparison.runIds.contains(id))
            continue;
        if (m_comparison.runIds.size() == kMostCompared) {
            Q_EMIT failed(tr("At most %1 runs can be compared at a time; the first %1 are shown.").arg(kMostCompared));
            break;
        }
        m_comparison.runIds << id;
        if (std::ranges::none_of(m_comparison.results, [&](const RunResult& each) { return each.runId == id; }))
            m_comparisonLoader.load(id);
    }
    tell();
}

void StoredResults::takeUp(const Comparison& comparison)
{
    m_comparisonLoader.forget();
    m_comparison.runIds.clear();
    m_comparison.results = comparison.results;
    addToComparison(comparison.runIds);
}

void StoredResults::take(const QString& runId, const std::shared_ptr<const ReplayedRun>& run)
{
    if (m_comparison.runIds.contains(runId))
        m_comparison.results.push_back(resultOfStored(runId, *run));
    tell();
}

void StoredResults::drop(const QString& runId, const QString& sentence)
{
    m_comparison.runIds.removeAll(runId);
    Q_EMIT failed(sentence);
    tell();
}

void StoredResults::tell()
{
    std::ranges::sort(m_comparison.results, {}, [this](const RunResult& each) { return m_comparison.runIds.indexOf(each.runId); });
    Q_EMIT comparisonChanged(m_comparison.results, static_cast<int>(m_comparison.runIds.size()) - static_cast<int>(m_comparison.results.size()));
}

} // namespace halfopen
