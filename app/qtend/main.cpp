// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-qt-end: shows what a Qt program's socket tells it, and when. Started by halfopen-agent.
#include <QCoreApplication>
#include <QStringList>

#include <chrono>
#include <cstdio>

#include "qtend/socket_watcher.h"

namespace {

constexpr int kExitUsage = 2;
constexpr int kExitFailed = 4;
constexpr qintptr kSocket = 3; // the agent puts it there

} // namespace

int main(int count, char** arguments)
{
    QCoreApplication application(count, arguments);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 7) {
        std::fputs("halfopen-qt-end is started by halfopen-agent: PAIR client|server ZERO BYTES INTERVAL ANSWERS (ns, 0 or 1).\n",
                   stderr);
        return kExitUsage;
    }
    const halfopen::SocketPlan plan{.pair = words[1].toInt(),
                                    .end = words[2] == QLatin1String("server") ? halfopen::Host::Server : halfopen::Host::Client,
                                    .zero = halfopen::RunTime{words[3].toLongLong()},
                                    .bytes = words[4].toInt(),
                                    .interval = halfopen::RunTime{words[5].toLongLong()},
                                    .answers = words[6] == QLatin1String("1")};
    halfopen::SocketWatcher watcher(plan);
    if (!watcher.watch(kSocket))
        return kExitFailed;
    return QCoreApplication::exec();
}
