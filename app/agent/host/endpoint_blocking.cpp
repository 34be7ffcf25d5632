// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that really block, each in a thread of its own.
#include "agent/host/endpoint_activities.h"

#include <cerrno>
#include <poll.h>
#include <sys/select.h>
#include <vector>

#include "agent/host/pause.h"
#include "agent/host/receive_room.h"

namespace halfopen {

namespace {

/// A set of descriptors with one in it, which may be 1024 or higher: the set is as large as it needs to be.
class DescriptorSet final
{
public:
    /// Only that one.
    fd_set* hold(int descriptor)
    {
        m_words.assign(static_cast<std::size_t>(descriptor) / kBits + 1, 0);
        m_words.back() = 1UL << (static_cast<std::size_t>(descriptor) % kBits);
        return reinterpret_cast<fd_set*>(m_words.data());
    }
    [[nodiscard]] bool isLeft() const { return m_words.back() != 0; }

private:
    static constexpr std::size_t kBits = 8 * sizeof(unsigned long);
    std::vector<unsigned long> m_words;
};

void selectAndReceiveAll(EndpointRun& run)
{
    const ReceiveRoom room;
    DescriptorSet readable;
    DescriptorSet exceptional; // a dead connection is never in it: tcp_poll() sets POLLPRI for urgent data alone
    while (true) {
        const int descriptor = run.socket.get();
        run.teller.enter(Call::Select, run.now());
        const int result = ::select(descriptor + 1, readable.hold(descriptor), nullptr, exceptional.hold(descriptor),
                                    nullptr);
        const RunTime returned = run.now();
        const int code = result < 0 ? errno : 0;
        const int bits = result > 0 ? (readable.isLeft() ? POLLIN : 0) | (exceptional.isLeft() ? POLLPRI : 0) : 0;
        run.last = CallReturn{.result = result, .errorNumber = code, .readiness = bits};
        run.teller.leave(returned, run.last);
        if (code == EINTR)
            continue;
        if (result < 0 || !run.receive(room.bytes()))
            return;
    }
}

void pollAndReceiveAll(EndpointRun& run)
{
    const ReceiveRoom room;
    while (true) {
        const int ready = run.waitFor(POLLIN | POLLRDHUP);
        if (ready < 0 && run.last.errorNumber == EINTR)
            continue;
        if (ready < 0 || !run.receive(room.bytes()))
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

void receiveAll(EndpointRun& run)
{
    const ReceiveRoom room;
    while (run.receive(room.bytes())) {
    }
}

void act(EndpointRun& run)
{
    switch (run.plan.activity) {
    case Activity::Recv:
        receiveAll(run);
        break;
    case Activity::Send:
        sendAll(run);
        break;
    case Activity::NonblockingSend:
        sendWithoutBlocking(run);
        break;
    case Activity::Select:
        selectAndReceiveAll(run);
        break;
    case Activity::Poll:
        pollAndReceiveAll(run);
        break;
    case Activity::Epoll:
        return epollAlone(run);
    case Activity::Request:
        request(run);
        break;
    case Activity::Heartbeat:
        heartbeat(run);
        break;
    case Activity::Connect:
        connectAndReceive(run);
        break;
    case Activity::Close:
        return closeAfterFault(run);
    case Activity::Hold:
    case Activity::NoRead:
    case Activity::Qt:
        return;
    }
    run.askAgain();
}

bool makesNoCalls(Activity activity)
{
    return activity == Activity::Hold || activity == Activity::NoRead;
}

bool blocksAlone(const EndpointRun& run)
{
    const bool waitsForItsPeer = run.connectsLate && run.context.host == Host::Server;
    return waitsForItsPeer || (!makesNoCalls(run.plan.activity) && run.plan.activity != Activity::Epoll);
}

void runBlocking(EndpointRun& run)
{
    if (run.connectsLate && run.context.host == Host::Server)
        return serveConnecting(run);
    if (run.plan.activity == Activity::Qt)
        return runQt(run);
    run.context.gate.waitArmed();
    run.tellArmed();
    act(run);
}

} // namespace halfopen
