// SPDX-License-Identifier: GPL-3.0-or-later
// All `epoll` ends of a host: one thread, one epoll instance.
#include "agent/host/endpoint_activities.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <sys/epoll.h>

namespace halfopen {

namespace {

constexpr std::size_t kReceiveAtOnce = 64 * 1024;
constexpr std::size_t kEventsAtOnce = 256;

void watch(int epoll, std::span<EndpointRun* const> runs)
{
    for (std::size_t i = 0; i < runs.size(); ++i) {
        epoll_event event{};
        event.events = EPOLLIN | EPOLLRDHUP;
        event.data.u64 = i;
        ::epoll_ctl(epoll, EPOLL_CTL_ADD, runs[i]->socket.get(), &event);
    }
}

void serveAll(std::span<EndpointRun* const> runs, bool tellsArmed)
{
    HostContext& context = runs.front()->context;
    const auto room = std::make_unique_for_overwrite<char[]>(kReceiveAtOnce);
    std::array<epoll_event, kEventsAtOnce> events{};
    const Fd epoll{::epoll_create1(EPOLL_CLOEXEC)};
    watch(epoll.get(), runs);
    for (EndpointRun* run : runs) {
        if (tellsArmed)
            run->tellArmed();
        run->teller.enter(Call::EpollWait, run->now());
    }
    std::size_t living = runs.size();
    while (living > 0) {
        const int count = ::epoll_wait(epoll.get(), events.data(), static_cast<int>(events.size()), -1);
        const RunTime woken = context.clock.now();
        if (count < 0 && errno == EINTR)
            continue;
        const auto ready = std::span{events}.first(static_cast<std::size_t>(std::max(count, 0)));
        for (const epoll_event& event : ready)
            runs[event.data.u64]->teller.leave(
                woken, CallReturn{.result = count, .readiness = static_cast<int>(event.events)});
        for (const epoll_event& event : ready) {
            EndpointRun& run = *runs[event.data.u64];
            if (run.receive({room.get(), kReceiveAtOnce})) {
                run.teller.enter(Call::EpollWait, run.now());
                continue;
            }
            ::epoll_ctl(epoll.get(), EPOLL_CTL_DEL, run.socket.get(), nullptr);
            run.askAgain();
            --living;
        }
    }
}

} // namespace

void runEpoll(std::span<EndpointRun* const> runs)
{
    if (runs.empty())
        return;
    runs.front()->context.gate.waitArmed();
    serveAll(runs, true);
}

void epollAlone(EndpointRun& run)
{
    const std::array one{&run};
    serveAll(one, false);
}

} // namespace halfopen
