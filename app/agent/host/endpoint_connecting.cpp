// SPDX-License-Identifier: GPL-3.0-or-later
// Ends whose beginning or whose goodbye meets the fault.
#include "agent/host/endpoint_activities.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <vector>

#include "agent/base/host_wire.h"
#include "agent/host/socket_address.h"
#include "agent/host/socket_setup.h"

namespace halfopen {

namespace {

bool acceptPeer(EndpointRun& run)
{
    int connection = -1;
    do {
        connection = ::accept4(run.listener.get(), nullptr, nullptr, SOCK_CLOEXEC);
    } while (connection < 0 && errno == EINTR);
    if (connection < 0)
        return false;
    run.established = run.now();
    {
        const std::lock_guard lock{run.socketMutex};
        run.socket = Fd{connection};
        run.listener.reset();
    }
    return completeOptions(connection, run.plan.options).ok();
}

} // namespace

void connectAndReceive(EndpointRun& run)
{
    static_cast<void>(run.context.gate.waitOrigin());
    int result = 0;
    do {
        run.teller.enter(Call::Connect, run.now());
        result = callConnect(run.socket.get(), run.target);
        const RunTime returned = run.now();
        run.last = CallReturn{.result = result, .errorNumber = result < 0 ? errno : 0};
        run.teller.leave(returned, run.last);
    } while (result < 0 && run.last.errorNumber == EINTR); // a stopped program with SO_SNDTIMEO, signal(7)
    if (result == 0)
        receiveAll(run);
}

void closeAfterFault(EndpointRun& run)
{
    static_cast<void>(run.context.gate.waitOrigin());
    const std::vector<char> message(static_cast<std::size_t>(effectiveSendBytes(run.plan)), 'h');
    static_cast<void>(run.sendOnce(message)); // a connection that is dead already is closed all the same
    int descriptor = -1;
    {
        const std::lock_guard lock{run.socketMutex};
        descriptor = run.socket.release();
    }
    run.teller.enter(Call::Close, run.now());
    const int result = ::close(descriptor);
    const RunTime returned = run.now();
    run.teller.leave(returned, {.result = result, .errorNumber = result < 0 ? errno : 0});
}

void serveConnecting(EndpointRun& run)
{
    run.context.gate.waitArmed();
    run.tellArmed();
    if (!acceptPeer(run))
        return;
    std::vector<Event> told{Event{run.established, SocketEvent{.pair = run.pair,
                                                               .end = run.context.host,
                                                               .local = localAddress(run.socket.get()),
                                                               .remote = remoteAddress(run.socket.get())}}};
    run.context.queue.push(told);
    const std::array copies{run.socket.get()};
    sendWire(run.context.channel, WireKind::Sockets, run.pair, {}, copies);
    act(run);
}

} // namespace halfopen
