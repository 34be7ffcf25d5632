// SPDX-License-Identifier: GPL-3.0-or-later
// Ends whose beginning or whose goodbye meets the fault.
#include "agent/host/endpoint_activities.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <vector>

#include "agent/base/host_wire.h"
#include "agent/host/socket_address.h"
#include "agent/host/socket_setup.h"
#include "agent/lab/sysctl.h"

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

/// When the kernel gives an orphan up by itself, since its first retransmission (tcp_orphan_retries(), tcp_model_timeout()).
RunTime orphansLimit()
{
    constexpr int kInsteadOfNone = 8;
    constexpr int kMostDoublings = 9; // then each retry adds tcp_rto_max: longer than anything asked here
    int retries = 0;
    if (const Result<std::string> text = readSysctl("ipv4.tcp_orphan_retries"))
        std::from_chars(text->data(), text->data() + text->size(), retries);
    return std::chrono::milliseconds{200} * ((1 << (std::clamp(retries == 0 ? kInsteadOfNone : retries, 0, kMostDoublings) + 1)) - 1);
}

/// Two orphans that are deaf to each other would outlive the run by minutes, and on loopback nobody has the right to destroy
/// them. TCP_USER_TIMEOUT ends them after the run: only the last pause, which the run does not see the end of, is cut by it.
void limitOrphan(const EndpointRun& run)
{
    const RunTime longest = run.context.longestRun + std::chrono::seconds{1};
    if (run.context.longestRun == RunTime{0} || !run.bothClose || run.plan.options.userTimeoutMs || longest >= orphansLimit())
        return;
    const auto limit = static_cast<unsigned>(std::chrono::ceil<std::chrono::milliseconds>(longest).count());
    ::setsockopt(run.socket.get(), IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
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
    limitOrphan(run);
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
