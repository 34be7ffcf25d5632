// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a worker destroy what is large.
#pragma once

#include <QThreadPool>

#include <memory>
#include <utility>

namespace halfopen {

/// To give back the memory of a run of a million events takes some 100 ms, in which the event loop would stand still.
template<class T>
void freeElsewhere(T large)
{
    // Shared only because QThreadPool wants to copy what it runs.
    auto kept = std::make_shared<T>(std::move(large));
    QThreadPool::globalInstance()->start([kept = std::move(kept)]() mutable { kept.reset(); });
}

} // namespace halfopen
