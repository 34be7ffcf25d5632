// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs at the ends of a connection do, for who chooses one.
#include <QCoreApplication>

#include "ui/text/format.h"

namespace halfopen {

namespace {

struct ActivityWords final
{
    Q_DECLARE_TR_FUNCTIONS(ActivityWords)
};

} // namespace

QString activityExplanation(Activity activity)
{
    switch (activity) {
    case Activity::Hold:
        return ActivityWords::tr("Keeps the connection open and makes no call: nobody there can notice anything.");
    case Activity::Recv:
        return ActivityWords::tr("Waits in a blocking recv() for what comes, again and again, and sends nothing: the connection is idle.");
    case Activity::Send:
        return ActivityWords::tr("Calls send() again and again, as fast as it goes or at the interval below: data is in flight all the time.");
    case Activity::Select:
        return ActivityWords::tr("Waits in select() until there is something to read, then calls recv(). It sends nothing.");
    case Activity::Poll:
        return ActivityWords::tr("Waits in poll() until there is something to read, then calls recv(). It sends nothing.");
    case Activity::Epoll:
        return ActivityWords::tr("Waits in epoll_wait() until there is something to read, then calls recv(). It sends nothing.");
    case Activity::NonblockingSend:
        return ActivityWords::tr("Calls send(), which never blocks here, again and again, and waits in poll() where there is no room.");
    case Activity::Heartbeat:
        return ActivityWords::tr("Asks the peer's program now and then, and gives up by itself where no answer comes in time.");
    case Activity::NoRead:
        return ActivityWords::tr("Keeps the connection open and never reads: its receive buffer fills up, and its window closes. It notices nothing.");
    case Activity::Close:
        return ActivityWords::tr("Sends one message right after the first fault and closes the socket: the kernel is left alone with it.");
    case Activity::Connect:
        return ActivityWords::tr("Calls connect() when the first fault is there already.");
    case Activity::Qt:
        return ActivityWords::tr("Waits for the signals of a QTcpSocket, in a program of its own with an event loop.");
    case Activity::Request:
        break;
    }
    return ActivityWords::tr("Sends one message after the first fault, then waits for the answer in recv(): data is in flight when the fault is there.");
}

} // namespace halfopen
