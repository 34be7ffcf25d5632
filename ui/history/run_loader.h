// SPDX-License-Identifier: GPL-3.0-or-later
// Reads stored runs without holding up the window.
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

#include <memory>

#include "session/replay.h"

namespace halfopen {

class RunStore;

/// Asks for one run after the other, each read and decoded by a worker that gets values and gives a value back. What was
/// asked for before forget() is dropped when it comes.
class RunLoader final : public QObject
{
    Q_OBJECT

public:
    /// `store` may be nullptr: then every wish fails.
    RunLoader(RunStore* store, QObject* parent);
    ~RunLoader() override;

    void load(const QString& runId);
    void forget();
    /// Those asked for and not answered yet.
    [[nodiscard]] int waiting() const { return static_cast<int>(m_queue.size()) + (m_current.isEmpty() ? 0 : 1); }

Q_SIGNALS:
    void loaded(const QString& runId, const std::shared_ptr<const halfopen::ReplayedRun>& run);
    void failed(const QString& runId, const QString& sentence);

private:
    struct Answer final
    {
        QString runId;
        std::shared_ptr<const ReplayedRun> run; // nullptr: failed
        QString sentence;
    };
    /// What the worker needs: where to read, or what has been read already.
    struct Wish final
    {
        QString runId;
        QString storePath; // empty: the rest is there
        Experiment experiment;
        QByteArray lines;
    };
    [[nodiscard]] static Answer answer(Wish wish);
    void startNext();
    void take();

    RunStore* m_store;
    QStringList m_queue;
    QString m_current; // empty: no worker
    bool m_dropped = false; // the worker's answer is not wanted any more
    QFutureWatcher<Answer> m_watcher;
};

} // namespace halfopen
