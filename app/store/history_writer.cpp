// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a thread of its own do what a history file may hold up.
#include "store/history_writer.h"

#include <QPointer>
#include <QPromise>

#include <utility>

#include "store/run_store.h"

namespace halfopen {

HistoryWriter::HistoryWriter(QString path) : m_path(std::move(path)), m_worker(std::make_unique<QObject>())
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("history"));
    m_thread.start();
}

HistoryWriter::~HistoryWriter()
{
    // The last deed: a connection of SQLite's ends in the thread that has made it.
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_store.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<RunStore*> HistoryWriter::store()
{
    if (!m_store) {
        auto opened = RunStore::open(m_path);
        if (!opened)
            return opened.error();
        m_store = std::move(opened).value();
    }
    return m_store.get();
}

void HistoryWriter::write(const QObject* context, Deed deed, Answer answer)
{
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, asker = QPointer<const QObject>(context), deed = std::move(deed), answer = std::move(answer)] {
            const auto own = store();
            const Result<void> done = own ? deed(*own.value()) : Result<void>{own.error()};
            QMetaObject::invokeMethod(
                &m_asker,
                [asker, answer, done] {
                    if (asker)
                        answer(done);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

QFuture<void> HistoryWriter::written()
{
    auto promise = std::make_shared<QPromise<void>>(); // shared only because what is invoked is copied
    promise->start();
    QMetaObject::invokeMethod(m_worker.get(), [promise] { promise->finish(); }, Qt::QueuedConnection);
    return promise->future();
}

void RunStore::write(const QObject* context, HistoryWriter::Deed deed, HistoryWriter::Answer answer)
{
    if (path() == u":memory:") {
        // Nobody else can open it, and nobody else can hold it up.
        answer(deed(*this));
        return;
    }
    if (!m_writer)
        m_writer = std::make_unique<HistoryWriter>(path());
    m_writer->write(context, std::move(deed), std::move(answer));
}

QFuture<void> RunStore::written() const
{
    if (m_writer)
        return m_writer->written();
    QPromise<void> nothing;
    nothing.start();
    nothing.finish();
    return nothing.future();
}

} // namespace halfopen
