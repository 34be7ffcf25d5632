// SPDX-License-Identifier: GPL-3.0-or-later
// Connects the ends of one host with those of the other.
#include "agent/host/host_connector.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "agent/cable/cable.h"
#include "agent/base/event_batch.h"
#include "agent/host/pause.h"
#include "agent/host/socket_address.h"
#include "agent/host/socket_setup.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// Beyond this, keepalive timers of pairs connected at one moment would fire in one slot of the timer wheel, and their
/// probes overflow the per-CPU backlog of 1000 packets (net.core.netdev_max_backlog).
constexpr std::size_t kPairsAtOnce = 100;
constexpr RunTime kPace = std::chrono::milliseconds{1};

void tellOptions(EventBatch& batch, const EndpointRun& run, int socket)
{
    const RunTime now = run.now();
    for (const auto& [name, value] : optionsInForce(socket, run.plan.options)) {
        batch.add(Event{
            now, OptionEvent{.pair = run.pair, .end = run.context.host, .name = std::string{name}, .value = value}});
    }
}

Result<void> acceptOne(EndpointRun& run)
{
    Fd connection{::accept4(run.listener.get(), nullptr, nullptr, SOCK_CLOEXEC)};
    const int code = errno;
    run.established = run.now();
    if (!connection.isOpen())
        return Error{
            code, fmt::format(words("core", "The server cannot accept pair {}: {}."), run.pair, std::strerror(code))};
    run.listener.reset();
    run.socket = std::move(connection);
    return completeOptions(run.socket.get(), run.plan.options);
}

} // namespace

Result<std::vector<std::uint16_t>> openListeners(const HostSetup& setup, EndpointRuns& runs)
{
    EventBatch batch{setup.channel};
    const Family family = setup.experiment->family;
    std::vector<std::uint16_t> ports;
    ports.reserve(runs.size());
    for (const std::unique_ptr<EndpointRun>& run : runs) {
        Result<Fd> listener = makeSocket(family, run->plan.options, setup.experiment->congestionControl);
        if (!listener)
            return listener.error();
        const int port = setup.lab == nullptr ? 0 : kFirstServerPort + run->pair;
        const SocketAddress address{setup.serverAddress, static_cast<std::uint16_t>(port)};
        if (Result<void> listening = bindAndListen(listener->get(), family, address); !listening)
            return listening.error();
        tellOptions(batch, *run, listener->get());
        ports.push_back(localAddress(listener->get()).port);
        run->listener = std::move(*listener);
    }
    return ports;
}

Result<void> acceptAll(EndpointRuns& runs)
{
    const Fd epoll{::epoll_create1(EPOLL_CLOEXEC)};
    std::size_t left = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i]->connectsLate)
            continue;
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, runs[i]->listener.get(), &event);
        ++left;
    }
    std::array<epoll_event, 64> events{};
    while (left > 0) {
        const int count = ::epoll_wait(epoll.get(), events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const std::size_t pair = events[static_cast<std::size_t>(i)].data.u64;
            if (Result<void> accepted = acceptOne(*runs[pair]); !accepted)
                return accepted.error();
            --left;
        }
    }
    return {};
}

Result<void> openSockets(const HostSetup& setup, EndpointRuns& runs)
{
    EventBatch batch{setup.channel};
    for (const std::unique_ptr<EndpointRun>& run : runs) {
        Result<Fd> socket = makeSocket(setup.experiment->family, run->plan.options, setup.experiment->congestionControl);
        if (!socket)
            return socket.error();
        run->socket = std::move(*socket);
        tellOptions(batch, *run, run->socket.get());
    }
    return {};
}

Result<void> connectAll(std::span<const std::uint16_t> ports, const HostSetup& setup, EndpointRuns& runs)
{
    if (ports.size() != runs.size())
        return Error{0, words("core", "The server listens on another number of ports than there are pairs.")};
    RunTime next = setup.clock.now();
    for (const std::unique_ptr<EndpointRun>& run : runs) {
        const SocketAddress address{setup.serverAddress, ports[static_cast<std::size_t>(run->pair)]};
        if (run->connectsLate) {
            run->target = address;
            continue;
        }
        Result<void> connected = connectTo(run->socket.get(), setup.experiment->family, address);
        run->established = run->now();
        if (!connected)
            return connected.error();
        if (runs.size() > kPairsAtOnce) {
            next += kPace;
            sleepUntil(setup.clock, next);
        }
    }
    return {};
}

} // namespace halfopen
