// SPDX-License-Identifier: GPL-3.0-or-later
// Works out whole sweeps beside the event loop.
#include "session/sweep_filling.h"

#include <QPromise>
#include <QThreadPool>

#include <utility>

#include "session/sweep_filler.h"

namespace halfopen {

SweepFilling::SweepFilling(QObject* parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &SweepFilling::takeGrid);
}

SweepFilling::~SweepFilling()
{
    m_watcher.disconnect(this);
    m_stop.request_stop(); // the worker owns all that it touches, so nobody waits for it
}

void SweepFilling::fill(Sweep sweep, KernelProfile kernel, unsigned threads)
{
    Wish wish{std::move(sweep), std::move(kernel), threads};
    if (m_watcher.isRunning())
        m_next = std::move(wish);
    else
        start(std::move(wish));
}

void SweepFilling::start(Wish wish)
{
    auto promise = std::make_shared<QPromise<std::shared_ptr<SweepGrid>>>(); // shared only because QThreadPool copies what it runs
    promise->start();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, wish = std::move(wish), stop = m_stop.get_token()] {
        auto grid = std::make_shared<SweepGrid>(wish.sweep, wish.kernel);
        fillOnThreads(*grid, wish.sweep.cellCount(), wish.threads, stop);
        promise->addResult(std::move(grid));
        promise->finish();
    });
}

void SweepFilling::takeGrid()
{
    const std::shared_ptr<SweepGrid> grid = m_watcher.result();
    // The next begins while this one is looked at.
    if (auto next = std::exchange(m_next, std::nullopt))
        start(*std::move(next));
    Q_EMIT filled(grid);
}

} // namespace halfopen
