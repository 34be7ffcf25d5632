// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that really block, each in a thread of its own.
#include "agent/host/endpoint_activities.h"

#include <cerrno>
#include <memory>
#include <poll.h>
#include <sys/select.h>
#include <vector>

#include "agent/host/pause.h"

namespace halfopen {

namespace {

constexpr std::size_t kReceiveBytes = 64 * 1024;

/// Not cleared: only what arrives touches the memory, so a thousand idle readers cost none.
class ReceiveRoom final
{
public:
    [[nodiscard]] std::span<char> bytes() const { return {m_bytes.get(), kReceiveBytes}; }

private:
    std::unique_ptr<char[]> m_bytes = std::make_unique_for_overwrite<char[]>(kReceiveBytes);
};

void receiveAll(EndpointRun& run)
{
    const ReceiveRoom room;
    while (run.receive(room.bytes())) {
    }
}

void sendAll(EndpointRun& run)
{
    const std::vector<char> message(static_cast<std::size_t>(effectiveSendBytes(run.plan)), 'h');
    if (!run.plan.sendIntervalSeconds) {
        while (run.sendOnce(message)) {
        }
        return;
    }
    const RunTime interval = fromSeconds(*run.plan.sendIntervalSeconds);
    RunTime next = run.now();
    while (run.sendOnce(message)) {
        next += interval;
        sleepUntil(run.context.clock, next);
    }
}

/// select() for one descriptor, which may be 1024 or higher: the set is as large as it needs to be.
int selectReadable(int descriptor, std::vector<unsigned long>& set)
{
    constexpr std::size_t kBits = 8 * sizeof(unsigned long);
    const auto number = static_cast<std::size_t>(descriptor);
    set.assign(number / kBits + 1, 0);
    set[number / kBits] = 1UL << (number % kBits);
    return ::select(descriptor + 1, reinterpret_cast<fd_set*>(set.data()), nullptr, nullptr, nullptr);
}

int pollReadable(int descriptor)
{
    pollfd wait{descriptor, POLLIN | POLLRDHUP, 0};
    return ::poll(&wait, 1, -1);
}

void waitAndReceiveAll(EndpointRun& run, Call call)
{
    const ReceiveRoom room;
    std::vector<unsigned long> set;
    while (true) {
        run.teller.enter(call, run.now());
        const int result =
            call == Call::Select ? selectReadable(run.socket.get(), set) : pollReadable(run.socket.get());
        const RunTime returned = run.now();
        const int code = result < 0 ? errno : 0;
        run.teller.leave(returned, result, code, 0);
        if (code == EINTR)
            continue;
        if (result < 0 || !run.receive(room.bytes()))
            return;
    }
}

void request(EndpointRun& run)
{
    sleepUntil(run.context.clock, run.context.gate.waitOrigin() + fromSeconds(run.plan.requestAtSeconds));
    const std::vector<char> message(static_cast<std::size_t>(effectiveSendBytes(run.plan)), 'h');
    if (run.sendOnce(message))
        receiveAll(run);
}

} // namespace

bool blocksAlone(Activity activity)
{
    switch (activity) {
    case Activity::Hold:
    case Activity::Epoll:
    case Activity::NoRead:
    case Activity::NonblockingSend:
    case Activity::Heartbeat:
    case Activity::Close:
    case Activity::Connect:
    case Activity::Qt:
        return false;
    case Activity::Recv:
    case Activity::Send:
    case Activity::Select:
    case Activity::Poll:
    case Activity::Request:
        break;
    }
    return true;
}

void runBlocking(EndpointRun& run)
{
    run.context.gate.waitArmed();
    run.tellArmed();
    switch (run.plan.activity) {
    case Activity::Recv:
        return receiveAll(run);
    case Activity::Send:
        return sendAll(run);
    case Activity::Select:
        return waitAndReceiveAll(run, Call::Select);
    case Activity::Poll:
        return waitAndReceiveAll(run, Call::Poll);
    case Activity::Request:
        return request(run);
    case Activity::Hold:
    case Activity::Epoll:
    case Activity::NoRead:
    case Activity::NonblockingSend:
    case Activity::Heartbeat:
    case Activity::Close:
    case Activity::Connect:
    case Activity::Qt:
        break;
    }
}

} // namespace halfopen
