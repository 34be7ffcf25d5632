// SPDX-License-Identifier: GPL-3.0-or-later
// An application that knows how long each event has held its loop.
#include "metered_application.h"

#include <QElapsedTimer>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <ctime>
#include <utility>

namespace halfopen {

namespace {

constexpr double kWorthTelling = 1; // ms

double threadMs()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

} // namespace

bool MeteredApplication::notify(QObject* receiver, QEvent* event)
{
    // The event loops of other threads come here as well.
    if (QThread::currentThread() != thread() || m_depth > 0)
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const QString name = QString::fromLatin1(receiver->metaObject()->className()) + u' ' + receiver->objectName();
    const auto type = event->type();
    bool taken = false;
    measure({}, [&] { taken = QApplication::notify(receiver, event); });
    if (!m_holds.empty() && m_holds.back().what.isEmpty())
        m_holds.back().what = name + u' ' + QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(type));
    return taken;
}

void MeteredApplication::measure(const QString& what, const std::function<void()>& deed)
{
    QElapsedTimer clock;
    clock.start();
    const double before = threadMs();
    ++m_depth;
    deed();
    --m_depth;
    const Hold hold{static_cast<double>(clock.nsecsElapsed()) / 1e6, threadMs() - before, what};
    if (hold.wall > kWorthTelling && m_depth == 0)
        m_holds.push_back(hold);
}

std::vector<Hold> MeteredApplication::takeHolds()
{
    auto holds = std::exchange(m_holds, {});
    std::ranges::sort(holds, std::ranges::greater{}, &Hold::computed);
    return holds;
}

} // namespace halfopen
