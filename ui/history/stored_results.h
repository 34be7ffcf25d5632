// SPDX-License-Identifier: GPL-3.0-or-later
// Results of stored runs, for the results dock.
#pragma once

#include <QObject>
#include <QStringList>

#include <vector>

#include "ui/history/run_loader.h"
#include "ui/results/run_result.h"

namespace halfopen {

/// Runs that the user has picked to compare, in that order, and what came of those that have been read.
struct Comparison final
{
    QStringList runIds;
    std::vector<RunResult> results;
};

/// Brings back the last few runs after a start, and those that the user picks to compare. It keeps what came of them, not
/// the runs.
class StoredResults final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kBroughtBack = 5;
    static constexpr qsizetype kMostCompared = 8; // so many colours and letters an eye can follow

    StoredResults(RunStore* store, QObject* parent);

    /// The last runs that ended, the newest first, when there is nothing else to do.
    void bringBackEarlier();
    /// These and no others. Empty ends the comparison.
    void compare(const QStringList& runIds);
    void addToComparison(const QStringList& runIds);
    [[nodiscard]] const Comparison& comparison() const { return m_comparison; }
    /// Goes on with another's comparison; what has been read is not read again.
    void takeUp(const Comparison& comparison);

Q_SIGNALS:
    void earlierRead(const halfopen::RunResult& result);
    /// In the order in which they were picked; `waiting` of them are still being read.
    void comparisonChanged(const std::vector<halfopen::RunResult>& results, int waiting);
    void failed(const QString& sentence);

private:
    void take(const QString& runId, const std::shared_ptr<const ReplayedRun>& run);
    void drop(const QString& runId, const QString& sentence);
    void tell();

    RunStore* m_store;
    RunLoader m_earlierLoader;
    RunLoader m_comparisonLoader;
    Comparison m_comparison;
};

} // namespace halfopen
