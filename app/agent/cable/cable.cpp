// SPDX-License-Identifier: GPL-3.0-or-later
// The cable between the two hosts: it carries, sees, names and (when told) drops every frame.
#include "agent/cable/cable.h"

#include "agent/cable/flow_folding.h"
#include "agent/cable/frame.h"
#include "agent/cable/loss_watch.h"
#include "agent/cable/packet_naming.h"
#include "agent/cable/packet_ring.h"
#include "agent/cable/tick_timer.h"
#include "agent/base/event_queue.h"
#include "agent/base/system_error.h"
#include "core/words.h"

#include <fmt/format.h>

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <thread>

namespace halfopen {

namespace {

using std::chrono::milliseconds;

constexpr RunTime kTick = milliseconds{20};       // while frames pass or a fault is in force
constexpr RunTime kIdleTick = milliseconds{200};
constexpr RunTime kActiveAfterFrame = std::chrono::seconds{1};
constexpr RunTime kLossGap = milliseconds{200};   // between two looks at the drop counters
constexpr int kFramesPerRound = 64;               // between two looks at the clock

} // namespace

class Cable::Private final
{
public:
    Private(const Lab& lab, const RunClock& clock, int pairs, PacketRing client, PacketRing server)
        : m_lab(lab), m_clock(clock), m_rings{std::move(client), std::move(server)}, m_naming(kFirstServerPort, pairs),
          m_folding(pairs), m_losses(lab), m_timer(clock)
    {
    }
    ~Private() { stop(); }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    [[nodiscard]] Result<void> start();
    void stop();
    [[nodiscard]] std::vector<Event> take();
    [[nodiscard]] std::vector<Event> finish();
    RunTime setDropping(Direction direction, bool dropping);
    RunTime isolate(Host host, bool isolated);
    void faultInForce(bool inForce);
    [[nodiscard]] int readyDescriptor() const { return m_told.readyDescriptor(); }
    [[nodiscard]] RunTime lastFrame() const { return RunTime{m_lastFrame.load(std::memory_order_relaxed)}; }

private:
    void run();
    void await();
    void carryWaiting();
    bool carryOldest(RunTime until = RunTime::max());
    [[nodiscard]] RunTime runTimeOf(const RingFrame& frame) const { return m_clock.fromRealtime(frame.stamp, m_offset); }
    void carry(Host from, const RingFrame& frame);
    [[nodiscard]] PacketFate handOn(Host from, const RingFrame& frame, RouteStep step);
    void keepTime();
    void lookForLosses(RunTime now);
    void publish();
    void tell(RunTime time, EventBody body) { m_own.push_back(Event{time, std::move(body)}); }

    const Lab& m_lab;
    const RunClock m_clock;

    // Of the carrying thread.
    std::array<PacketRing, 2> m_rings; // by the host at the other end
    PacketNaming m_naming;
    FlowFolding m_folding;
    LossWatch m_losses;
    std::vector<Event> m_own; // events that are no packets
    TickTimer m_timer;
    RunTime m_newestFrame{0};
    RunTime m_nextLossLook{0};
    RunTime m_offset{0}; // CLOCK_REALTIME - CLOCK_MONOTONIC

    // Shared.
    Fd m_wake;
    EventQueue m_told;
    std::array<std::atomic<bool>, 2> m_dropping{}; // by sender
    std::array<std::atomic<bool>, 2> m_isolated{}; // by host
    std::atomic<bool> m_faultInForce{false};
    std::atomic<bool> m_stopping{false};
    std::atomic<RunTime::rep> m_lastFrame{0};

    std::thread m_thread;
};

Result<void> Cable::Private::start()
{
    m_wake = Fd{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};
    if (m_timer.descriptor() < 0 || !m_wake.isOpen() || m_told.readyDescriptor() < 0)
        return systemError(errno, words("core", "make the cable's timer and signals"));
    m_timer.arm(m_clock.now() + kIdleTick);
    // Signals are for the agent's main thread.
    sigset_t all{};
    sigset_t before{};
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    m_thread = std::thread{[this] { run(); }};
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return {};
}

void Cable::Private::stop()
{
    if (!m_thread.joinable())
        return;
    m_stopping.store(true);
    ::eventfd_write(m_wake.get(), 1);
    m_thread.join();
}

void Cable::Private::run()
{
    while (!m_stopping.load(std::memory_order_relaxed)) {
        await();
        carryWaiting();
    }
}

void Cable::Private::await()
{
    std::array<pollfd, 4> waited{{{m_rings[0].descriptor(), POLLIN, 0},
                                  {m_rings[1].descriptor(), POLLIN, 0},
                                  {m_timer.descriptor(), POLLIN, 0},
                                  {m_wake.get(), POLLIN, 0}}};
    if (::poll(waited.data(), waited.size(), -1) <= 0)
        return;
    for (std::size_t i = 0; i < m_rings.size(); ++i)
        if ((waited[i].revents & POLLERR) != 0)
            (void)m_rings[i].takeError(); // the link went down: the socket stays bound and comes back with it
    if (waited[2].revents != 0)
        m_timer.clear();
    if (eventfd_t count = 0; waited[3].revents != 0)
        ::eventfd_read(m_wake.get(), &count);
}

void Cable::Private::carryWaiting()
{
    bool more = true;
    while (more && !m_stopping.load(std::memory_order_relaxed)) {
        m_offset = RunClock::realtimeOffset(); // half a microsecond; somebody may have set the wall clock meanwhile
        for (int i = 0; more && i < kFramesPerRound; ++i)
            more = carryOldest();
        keepTime();
        publish();
    }
}

/// False if there is none that came by that time.
bool Cable::Private::carryOldest(RunTime until)
{
    const std::optional<RingFrame> client = m_rings[0].front();
    const std::optional<RingFrame> server = m_rings[1].front();
    if (!client && !server)
        return false;
    const bool isClient = client && (!server || client->stamp <= server->stamp);
    const RingFrame& oldest = isClient ? *client : *server;
    if (runTimeOf(oldest) > until)
        return false;
    carry(isClient ? Host::Client : Host::Server, oldest);
    m_rings[isClient ? 0 : 1].release();
    return true;
}

void Cable::Private::carry(Host from, const RingFrame& frame)
{
    const LabHost& source = m_lab.host(from);
    const LabHost& destination = m_lab.host(otherHost(from));
    const RouteStep step = routeFrame(frame.bytes, source.routerMac, destination.routerMac, destination.mac);
    if (step == RouteStep::NotOurs)
        return;
    const PacketFate fate = handOn(from, frame, step);
    m_folding.setFaultInForce(m_faultInForce.load(std::memory_order_relaxed));
    Packet packet = m_naming.nameOf(from, parseSegment(frame.bytes));
    packet.fate = fate;
    if (fate != PacketFate::Delivered)
        m_naming.undelivered(packet);
    const RunTime time = runTimeOf(frame);
    m_newestFrame = std::max(m_newestFrame, time);
    if (m_folding.add(time, packet))
        m_lastFrame.store(time.count(), std::memory_order_relaxed);
}

PacketFate Cable::Private::handOn(Host from, const RingFrame& frame, RouteStep step)
{
    if (m_dropping[slotOf(from)].load() || m_isolated[0].load() || m_isolated[1].load())
        return PacketFate::Dropped;
    if (step == RouteStep::Expired || !frame.isWhole)
        return PacketFate::Lost;
    const int refused = m_rings[slotOf(otherHost(from))].send(frame.bytes);
    if (refused == 0)
        return PacketFate::Delivered;
    if (refused == ENETDOWN)
        return PacketFate::Dropped;
    if (refused == ENOBUFS) // the receiving interface's own counter has it as well
        m_losses.noteTold(otherHost(from));
    return PacketFate::Lost;
}

void Cable::Private::keepTime()
{
    const RunTime now = m_clock.now();
    const bool inForce = m_faultInForce.load(std::memory_order_relaxed);
    m_folding.setFaultInForce(inForce);
    const bool isActive = inForce || (m_newestFrame > RunTime{0} && now - m_newestFrame < kActiveAfterFrame);
    if (now < m_timer.next()) {
        if (isActive && m_timer.next() - now > kTick)
            m_timer.arm(now + kTick);
        return;
    }
    m_timer.noteTick(now);
    if (const std::optional<RunTime> late = m_timer.takeLate(now))
        tell(now, LateEvent{words("core", "cable"), *late});
    m_folding.advance(now);
    if (now >= m_nextLossLook)
        lookForLosses(now);
    m_timer.arm(now + (isActive ? kTick : kIdleTick));
}

void Cable::Private::lookForLosses(RunTime now)
{
    for (const Host host : {Host::Client, Host::Server})
        if (const std::int64_t lost = m_rings[slotOf(host)].takeDrops(); lost > 0)
            tell(now, LossEvent{fmt::format(words("core", "packet ring {}"), name(host)), lost});
    for (LossEvent& loss : m_losses.look())
        tell(now, std::move(loss));
    m_nextLossLook = now + kLossGap;
}

void Cable::Private::publish()
{
    if (m_folding.hasEvents()) {
        std::vector<Event> packets = m_folding.take();
        m_told.push(packets);
    }
    m_told.push(m_own);
}

std::vector<Event> Cable::Private::take()
{
    std::vector<Event> taken = m_told.take();
    std::ranges::stable_sort(taken, {}, &Event::time);
    return taken;
}

std::vector<Event> Cable::Private::finish()
{
    stop();
    m_offset = RunClock::realtimeOffset();
    const RunTime end = m_clock.now();
    while (carryOldest(end)) { // what came in while the thread was stopping: a last reset, say; a flow never ends by itself
    }
    lookForLosses(m_clock.now());
    if (const std::optional<RunTime> late = m_timer.takeLate(RunTime::max()))
        tell(m_clock.now(), LateEvent{words("core", "cable"), *late});
    m_folding.finish();
    publish();
    return take();
}

RunTime Cable::Private::setDropping(Direction direction, bool dropping)
{
    const RunTime stamp = m_clock.now();
    if (direction != Direction::ToClient)
        m_dropping[slotOf(Host::Client)].store(dropping);
    if (direction != Direction::ToServer)
        m_dropping[slotOf(Host::Server)].store(dropping);
    return stamp;
}

RunTime Cable::Private::isolate(Host host, bool isolated)
{
    const RunTime stamp = m_clock.now();
    m_isolated[slotOf(host)].store(isolated);
    return stamp;
}

void Cable::Private::faultInForce(bool inForce)
{
    m_faultInForce.store(inForce);
    ::eventfd_write(m_wake.get(), 1);
}

Result<std::unique_ptr<Cable>> Cable::open(const Lab& lab, const RunClock& clock, int pairs)
{
    Result<PacketRing> client = PacketRing::open(lab.host(Host::Client).routerIndex);
    if (!client)
        return client.error();
    Result<PacketRing> server = PacketRing::open(lab.host(Host::Server).routerIndex);
    if (!server)
        return server.error();
    auto impl = std::make_unique<Private>(lab, clock, pairs, std::move(*client), std::move(*server));
    if (const Result<void> started = impl->start(); !started)
        return started.error();
    return std::unique_ptr<Cable>{new Cable{std::move(impl)}};
}

Cable::Cable(std::unique_ptr<Private> impl) : m_private(std::move(impl)) {}
Cable::~Cable() = default;

RunTime Cable::setDropping(Direction direction, bool dropping) { return m_private->setDropping(direction, dropping); }
RunTime Cable::isolate(Host host, bool isolated) { return m_private->isolate(host, isolated); }
void Cable::faultInForce(bool inForce) { m_private->faultInForce(inForce); }
int Cable::readyDescriptor() const { return m_private->readyDescriptor(); }
std::vector<Event> Cable::take() { return m_private->take(); }
std::vector<Event> Cable::finish() { return m_private->finish(); }
RunTime Cable::lastFrame() const { return m_private->lastFrame(); }

} // namespace halfopen
