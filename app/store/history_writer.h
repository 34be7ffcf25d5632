// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a thread of its own do what a history file may hold up.
#pragma once

#include <QFuture>
#include <QObject>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>

#include "core/result.h"

namespace halfopen {

class RunStore;

/// Another program may hold the file's write lock for seconds, and a disk takes its time: whoever has an event loop lets
/// this one wait. It works with a connection of its own and in the order in which it is asked.
class HistoryWriter final
{
public:
    using Deed = std::function<Result<void>(RunStore&)>;
    using Answer = std::function<void(const Result<void>&)>;

    explicit HistoryWriter(QString path);
    /// Returns when all that was asked for has been done.
    ~HistoryWriter();
    HistoryWriter(const HistoryWriter&) = delete;
    HistoryWriter& operator=(const HistoryWriter&) = delete;

    /// `answer` comes from the event loop of the thread that made the writer, unless `context` or the writer is gone by then.
    void write(const QObject* context, Deed deed, Answer answer);
    /// Finished as soon as all that was asked for before has been done.
    [[nodiscard]] QFuture<void> written();

private:
    [[nodiscard]] Result<RunStore*> store();

    QString m_path;
    std::unique_ptr<RunStore> m_store; // the thread's; opened by the first deed, and again where that failed
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; // lives in the thread
    QObject m_asker;                   // lives where answers are wanted
};

} // namespace halfopen
