// SPDX-License-Identifier: GPL-3.0-or-later
// The history of runs in SQLite.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

#include "core/experiment.h"
#include "core/outcome.h"
#include "core/result.h"
#include "core/timeline.h"
#include "store/history_writer.h"

namespace halfopen {

/// How a stored run ended. Unfinished: its program went away in the middle.
enum class StoredStatus { Running, Finished, Cancelled, Refused, Failed, Unfinished };

/// What came of a run as a whole. Unknown: it did not end, or was kept before this was written down.
enum class StoredVerdict { Unknown, AsPredicted, Otherwise, Flagged, NobodyLooked, StillWaiting };

/// What lists tell of a run besides its summary, written when it ends.
struct StoredFacts final
{
    QString place{};                      // name of the place it ran in; empty: unknown
    std::optional<qint64> durationMs{};   // from the agent's hello to its last event
    StoredVerdict verdict = StoredVerdict::Unknown;
    bool operator==(const StoredFacts&) const = default;
};

[[nodiscard]] StoredFacts storedFacts(const Timeline& timeline, const std::vector<Outcome>& outcomes);

struct StoredRun final
{
    QString id{};
    QString title{};
    QString startedAt{}; // ISO 8601 UTC
    QString programVersion{};
    StoredStatus status = StoredStatus::Running;
    QString summary{}; // one line for lists: "recv ETIMEDOUT after 13.31 s", written when the run ends
    qint64 lineBytes = 0;
    int pairs = 0;
    StoredFacts facts{};
    bool operator==(const StoredRun&) const = default;
};

/// A piece of a run's lines, in their order.
struct LinePage final
{
    QByteArray lines;     // empty: there are no more
    qint64 lastChunk = 0; // to go on after
};

/// Saves, lists, loads and deletes runs. The raw event lines are the truth; columns are an index. Lines are appended
/// while the run goes on, so a run whose program is killed is there up to that moment. Several programs may have the
/// same file open (WAL). Not thread-safe; knows nothing of agents or controllers.
class RunStore final
{
public:
    /// Opens or makes the file (":memory:" for tests), migrates older schemas in one transaction, and marks as
    /// Unfinished every Running run whose writer is gone. Fails with a sentence; a newer schema is refused.
    [[nodiscard]] static Result<std::unique_ptr<RunStore>> open(const QString& path);
    ~RunStore();
    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    /// The file it has open, or ":memory:": by it another thread can open a store of its own.
    [[nodiscard]] QString path() const;
    /// The user's history file: <AppDataLocation>/history.sqlite of organisation-less application "halfopen".
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] Result<void> begin(const QString& id, const Experiment& experiment, const QString& startedAt,
                                     const QString& programVersion);
    [[nodiscard]] Result<void> append(const QString& id, const QByteArray& lines);
    [[nodiscard]] Result<void> finish(const QString& id, StoredStatus status, const QString& summary, const StoredFacts& facts = {});

    /// Whether another program, or another connection of this one, has written since the last call. Cheap.
    [[nodiscard]] bool hasChangedOutside();
    /// Newest first; all of them without a limit (-1).
    [[nodiscard]] Result<QList<StoredRun>> list(int limit = 1000) const;
    /// Of all runs, however many list() gives.
    [[nodiscard]] Result<qint64> count() const;
    /// By id or by an unambiguous beginning of it; "last" is the newest. Empty if there is none.
    [[nodiscard]] Result<std::optional<StoredRun>> find(const QString& idOrPrefix) const;
    [[nodiscard]] Result<Experiment> experiment(const QString& id) const;
    [[nodiscard]] Result<QByteArray> lines(const QString& id) const;
    /// The lines that follow that chunk (0: from the first), as many chunks as make `mostBytes`, but at least one: for who
    /// must not wait until all of a long run has been read.
    [[nodiscard]] Result<LinePage> linesAfter(const QString& id, qint64 chunk, qsizetype mostBytes) const;
    /// Fails for a run that a living program still writes.
    [[nodiscard]] Result<void> remove(const QString& id);

    /// For who has an event loop to keep going: `deed` is done by a thread and a connection of its own, after all that was
    /// asked for before; `answer` comes from the event loop unless `context` is gone by then. In memory it is done at once,
    /// and the answer comes before this call has returned. The store waits for what was asked for before it goes.
    void write(const QObject* context, HistoryWriter::Deed deed, HistoryWriter::Answer answer);
    /// Finished as soon as all that write() was asked for until now has been done: for who reads by another connection.
    [[nodiscard]] QFuture<void> written() const;

private:
    class Private;
    explicit RunStore(std::unique_ptr<Private> impl);
    std::unique_ptr<Private> m_private;
    std::unique_ptr<HistoryWriter> m_writer; // since the first write() to a file
};

} // namespace halfopen
