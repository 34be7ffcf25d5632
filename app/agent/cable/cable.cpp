// SPDX-License-Identifier: GPL-3.0-or-later
// The cable between the two hosts: it carries, sees, names and (when told) drops every frame.
#include "agent/cable/cable.h"

#include "agent/cable/flow_folding.h"
#include "agent/cable/forwarder.h"
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
    Private(const Lab& lab, const RunClock& clock, int pairs, PacketRing client, PacketRing server, Capture* capture)
        : m_clock(clock), m_capture(capture), m_forwarder(lab, std::move(client), std::move(server), pairs, capture), m_folding(pairs), m_timer(clock),
          m_release(clock)
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
    RunTime apply(int id, const Fault& fault);
    RunTime lift(int id);
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
    void takeOffset();
    void act();
    void fold();
    void keepTime();
    void lookForLosses(RunTime now);
    void publish();
    void tell(RunTime time, EventBody body) { m_own.push_back(Event{time, std::move(body)}); }

    const RunClock m_clock;

    // Of the carrying thread.
    Capture* m_capture;
    Forwarder m_forwarder;
    FlowFolding m_folding;
    std::vector<TimedPacket> m_packets; // to be folded; empty in between, kept for its memory
    std::vector<Event> m_own; // events that are no packets
    TickTimer m_timer;
    TickTimer m_release; // of delayed frames
    RunTime m_newestFrame{0};
    RunTime m_nextLossLook{0};
    RunTime m_offset{0}; // CLOCK_REALTIME - CLOCK_MONOTONIC

    // Shared.
    Fd m_wake;
    EventQueue m_told;
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
    std::array<pollfd, 5> waited{{{m_forwarder.ring(Host::Client).descriptor(), POLLIN, 0},
                                  {m_forwarder.ring(Host::Server).descriptor(), POLLIN, 0},
                                  {m_timer.descriptor(), POLLIN, 0},
                                  {m_wake.get(), POLLIN, 0},
                                  {m_release.descriptor(), POLLIN, 0}}};
    if (::poll(waited.data(), waited.size(), -1) <= 0)
        return;
    for (const Host host : {Host::Client, Host::Server})
        if ((waited[slotOf(host)].revents & POLLERR) != 0)
            (void)m_forwarder.ring(host).takeError(); // the link went down: the socket stays bound and comes back with it
    if (waited[2].revents != 0)
        m_timer.clear();
    if (eventfd_t count = 0; waited[3].revents != 0)
        ::eventfd_read(m_wake.get(), &count);
    if (waited[4].revents != 0)
        m_release.clear();
}

void Cable::Private::carryWaiting()
{
    bool more = true;
    while (more && !m_stopping.load(std::memory_order_relaxed)) {
        takeOffset();
        act();
        for (int i = 0; more && i < kFramesPerRound; ++i)
            more = carryOldest();
        act();
        keepTime();
        publish();
    }
}

/// Half a microsecond; somebody may have set the wall clock meanwhile.
void Cable::Private::takeOffset()
{
    m_offset = RunClock::realtimeOffset();
    if (m_capture != nullptr)
        m_capture->setOffset(m_offset);
}

/// Changes of the rules, and frames that have waited long enough.
void Cable::Private::act()
{
    const RunTime now = m_clock.now();
    m_forwarder.takeChanges(now, m_packets);
    fold();
    m_forwarder.release(now);
    if (const std::optional<RunTime> next = m_forwarder.nextRelease(); next && m_release.next() != *next)
        m_release.arm(*next);
}

/// False if there is none that came by that time.
bool Cable::Private::carryOldest(RunTime until)
{
    const std::optional<RingFrame> client = m_forwarder.ring(Host::Client).front();
    const std::optional<RingFrame> server = m_forwarder.ring(Host::Server).front();
    if (!client && !server)
        return false;
    const bool isClient = client && (!server || client->stamp <= server->stamp);
    const RingFrame& oldest = isClient ? *client : *server;
    if (runTimeOf(oldest) > until)
        return false;
    carry(isClient ? Host::Client : Host::Server, oldest);
    m_forwarder.ring(isClient ? Host::Client : Host::Server).release();
    return true;
}

void Cable::Private::carry(Host from, const RingFrame& frame)
{
    const RunTime time = runTimeOf(frame);
    m_forwarder.takeChanges(time, m_packets);
    m_forwarder.pass(time, from, frame, m_packets);
    fold();
}

void Cable::Private::fold()
{
    if (m_packets.empty())
        return;
    m_folding.setFaultInForce(m_faultInForce.load(std::memory_order_relaxed));
    for (const TimedPacket& each : m_packets) {
        m_newestFrame = std::max(m_newestFrame, each.time);
        if (m_folding.add(each.time, each.packet))
            m_lastFrame.store(each.time.count(), std::memory_order_relaxed);
    }
    m_packets.clear();
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
        if (const std::int64_t lost = m_forwarder.ring(host).takeDrops(); lost > 0)
            tell(now, LossEvent{fmt::format(words("core", "packet ring {}"), name(host)), lost});
    if (const std::int64_t lost = m_forwarder.takeLateLosses(); lost > 0)
        tell(now, LossEvent{words("core", "delayed frames"), lost});
    for (LossEvent& loss : m_forwarder.losses().look())
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
    takeOffset();
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
        m_forwarder.setDropping(Host::Client, dropping, stamp);
    if (direction != Direction::ToServer)
        m_forwarder.setDropping(Host::Server, dropping, stamp);
    return stamp;
}

RunTime Cable::Private::isolate(Host host, bool isolated)
{
    const RunTime stamp = m_clock.now();
    m_forwarder.isolate(host, isolated, stamp);
    return stamp;
}

RunTime Cable::Private::apply(int id, const Fault& fault)
{
    const RunTime stamp = m_clock.now();
    m_forwarder.apply(id, fault);
    ::eventfd_write(m_wake.get(), 1);
    return stamp;
}

RunTime Cable::Private::lift(int id)
{
    const RunTime stamp = m_clock.now();
    m_forwarder.lift(id);
    ::eventfd_write(m_wake.get(), 1);
    return stamp;
}

void Cable::Private::faultInForce(bool inForce)
{
    m_faultInForce.store(inForce);
    ::eventfd_write(m_wake.get(), 1);
}

Result<std::unique_ptr<Cable>> Cable::open(const Lab& lab, const RunClock& clock, int pairs, Capture* capture)
{
    Result<PacketRing> client = PacketRing::open(lab.host(Host::Client).routerIndex);
    if (!client)
        return client.error();
    Result<PacketRing> server = PacketRing::open(lab.host(Host::Server).routerIndex);
    if (!server)
        return server.error();
    auto impl = std::make_unique<Private>(lab, clock, pairs, std::move(*client), std::move(*server), capture);
    if (const Result<void> started = impl->start(); !started)
        return started.error();
    return std::unique_ptr<Cable>{new Cable{std::move(impl)}};
}

Cable::Cable(std::unique_ptr<Private> impl) : m_private(std::move(impl)) {}
Cable::~Cable() = default;

RunTime Cable::setDropping(Direction direction, bool dropping) { return m_private->setDropping(direction, dropping); }
RunTime Cable::isolate(Host host, bool isolated) { return m_private->isolate(host, isolated); }
RunTime Cable::apply(int id, const Fault& fault) { return m_private->apply(id, fault); }
RunTime Cable::lift(int id) { return m_private->lift(id); }
void Cable::faultInForce(bool inForce) { m_private->faultInForce(inForce); }
int Cable::readyDescriptor() const { return m_private->readyDescriptor(); }
std::vector<Event> Cable::take() { return m_private->take(); }
std::vector<Event> Cable::finish() { return m_private->finish(); }
RunTime Cable::lastFrame() const { return m_private->lastFrame(); }

} // namespace halfopen
