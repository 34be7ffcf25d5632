// SPDX-License-Identifier: GPL-3.0-or-later
// Reads runs of the history without holding up the window.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

#include "session/replay.h"
#include "ui/replay/recording.h"

template<typename T>
class QPromise;

namespace halfopen {

class RunStore;

/// The one reader of stored runs, for whoever compares, exports, shows or plays them. It reads one after the other, each
/// read and decoded by a worker that gets values and gives a value back. What becomes of them it does not know.
class RunLoader final : public QObject
{
    Q_OBJECT

public:
    enum class Wanted {
        Run,    // the timeline with its predictions and outcomes
        Events, // what a replay plays
    };

    /// `store` may be nullptr: then every wish fails.
    RunLoader(RunStore* store, QObject* parent);
    ~RunLoader() override;

    /// An answer never comes before this call has returned.
    void load(const QString& runId, Wanted wanted = Wanted::Run);
    /// This and nothing that was asked for before; goes on where it is being read already.
    void loadAlone(const QString& runId, Wanted wanted = Wanted::Run);
    /// Gives up what was asked for before.
    void forget();

Q_SIGNALS:
    void progressed(double part); // 0 … 1, of the one that is being read; a short run tells none
    void loaded(const QString& runId, const std::shared_ptr<const halfopen::ReplayedRun>& run);
    void recorded(const std::shared_ptr<halfopen::Recording>& recording); // to be moved from
    void failed(const QString& runId, const QString& sentence);

private:
    struct Wish final
    {
        QString runId;
        Wanted wanted = Wanted::Run;
        bool operator==(const Wish&) const = default;
    };
    struct Answer final
    {
        std::shared_ptr<const ReplayedRun> run; // these two nullptr: failed
        std::shared_ptr<Recording> recording;
        QString sentence{};
    };
    /// Where the worker reads: a file that it opens for itself, or what has been read already.
    struct Source final
    {
        QString storePath{};     // empty: the rest is there
        QFuture<void> written{}; // by then the run that has just ended is all in the file
        Experiment experiment{};
        QByteArray lines{};
    };
    [[nodiscard]] Result<Source> sourceOf(const QString& runId) const;
    [[nodiscard]] static Result<Answer> read(const Wish& wish, Source source, QPromise<Answer>& promise);
    void startNext();
    void take();

    RunStore* m_store;
    QList<Wish> m_queue;
    std::optional<Wish> m_current; // empty: no worker
    QFutureWatcher<Answer> m_watcher; // cancelled: the worker's answer is not wanted any more
};

} // namespace halfopen
