// SPDX-License-Identifier: GPL-3.0-or-later
// The cable between the two hosts: it carries, sees, names and (when told) drops every frame.
#include "agent/cable/cable.h"

#include "agent/cable/flow_folding.h"
#include "agent/cable/frame.h"
#include "agent/cable/loss_watch.h"
#include "agent/cable/packet_naming.h"
#include "agent/cable/packet_ring.h"
#include "agent/base/system_error.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <iterator>
#include <mutex>
#include <thread>

namespace halfopen {

namespace {

using std::chrono::milliseconds;

constexpr RunTime kTick = milliseconds{20};       // while frames pass or a fault is in force
constexpr RunTime kIdleTick = milliseconds{200};
constexpr RunTime kActiveAfterFrame = std::chrono::seconds{1};
constexpr RunTime kLate = milliseconds{50};       // beyond it the machine was starved
constexpr RunTime kLateGap = milliseconds{250};   // between two reports
constexpr RunTime kLossGap = milliseconds{200};   // between two looks at the drop counters
constexpr int kFramesPerRound = 64;               // between two looks at the clock

void raise(const Fd& eventDescriptor)
{
    const std::uint64_t one = 1;
    // Fails only if 2^64 - 2 wake-ups wait, and then it is raised already.
    [[maybe_unused]] const ssize_t written = ::write(eventDescriptor.get(), &one, sizeof one);
}

/// For eventfd and timerfd: both are non-blocking, an empty one is no error.
void lower(const Fd& descriptor)
{
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = ::read(descriptor.get(), &count, sizeof count);
}

} // namespace

class Cable::Private final
{
public:
    Private(const Lab& lab, const RunClock& clock, int pairs, PacketRing client, PacketRing server)
        : m_lab(lab), m_clock(clock), m_rings{std::move(client), std::move(server)}, m_naming(kFirstServerPort, pairs),
          m_folding(pairs), m_losses(lab)
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
    void faultInForce(bool inForce);
    [[nodiscard]] int readyDescriptor() const { return m_ready.get(); }
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
    void judgeLateness(RunTime now);
    void lookForLosses(RunTime now);
    void armTimer(RunTime at);
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
    Fd m_timer;
    RunTime m_nextTick{0};
    RunTime m_newestFrame{0};
    RunTime m_nextLateReport{0};
    RunTime m_worstLate{0};
    RunTime m_nextLossLook{0};
    RunTime m_offset{0}; // CLOCK_REALTIME - CLOCK_MONOTONIC

    // Shared.
    Fd m_wake;
    Fd m_ready;
    std::array<std::atomic<bool>, 2> m_dropping{}; // by sender
    std::atomic<bool> m_faultInForce{false};
    std::atomic<bool> m_stopping{false};
    std::atomic<RunTime::rep> m_lastFrame{0};
    std::mutex m_mutex;
    std::vector<Event> m_waiting; // guarded by m_mutex

    std::thread m_thread;
};

Result<void> Cable::Private::start()
{
    m_timer = Fd{::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)};
    m_wake = Fd{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};
    m_ready = Fd{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};
    if (!m_timer.isOpen() || !m_wake.isOpen() || !m_ready.isOpen())
        return systemError(errno, "make the cable's timer and signals");
    armTimer(m_clock.now() + kIdleTick);
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
    raise(m_wake);
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
                                  {m_timer.get(), POLLIN, 0},
                                  {m_wake.get(), POLLIN, 0}}};
    if (::poll(waited.data(), waited.size(), -1) <= 0)
        return;
    for (std::size_t i = 0; i < m_rings.size(); ++i)
        if ((waited[i].revents & POLLERR) != 0)
            (void)m_rings[i].takeError(); // the link went down: the socket stays bound and comes back with it
    if (waited[2].revents != 0)
        lower(m_timer);
    if (waited[3].revents != 0)
        lower(m_wake);
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
    if (m_dropping[slotOf(from)].load())
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
    if (now < m_nextTick) {
        if (isActive && m_nextTick - now > kTick)
            armTimer(now + kTick);
        return;
    }
    judgeLateness(now);
    m_folding.advance(now);
    if (now >= m_nextLossLook)
        lookForLosses(now);
    armTimer(now + (isActive ? kTick : kIdleTick));
}

void Cable::Private::judgeLateness(RunTime now)
{
    m_worstLate = std::max(m_worstLate, now - m_nextTick);
    if (m_worstLate <= kLate || now < m_nextLateReport)
        return;
    tell(now, LateEvent{"cable", std::exchange(m_worstLate, RunTime{0})});
    m_nextLateReport = now + kLateGap;
}

void Cable::Private::lookForLosses(RunTime now)
{
    for (const Host host : {Host::Client, Host::Server})
        if (const std::int64_t lost = m_rings[slotOf(host)].takeDrops(); lost > 0)
            tell(now, LossEvent{"packet ring " + std::string{name(host)}, lost});
    for (LossEvent& loss : m_losses.look())
        tell(now, std::move(loss));
    m_nextLossLook = now + kLossGap;
}

void Cable::Private::armTimer(RunTime at)
{
    m_nextTick = at;
    const RunTime absolute = at + m_clock.zero();
    itimerspec when{};
    when.it_value.tv_sec = absolute.count() / 1'000'000'000;
    when.it_value.tv_nsec = absolute.count() % 1'000'000'000;
    ::timerfd_settime(m_timer.get(), TFD_TIMER_ABSTIME, &when, nullptr);
}

void Cable::Private::publish()
{
    if (m_own.empty() && !m_folding.hasEvents())
        return;
    std::vector<Event> packets = m_folding.take();
    const std::scoped_lock lock{m_mutex};
    std::ranges::move(packets, std::back_inserter(m_waiting));
    std::ranges::move(m_own, std::back_inserter(m_waiting));
    m_own.clear();
    raise(m_ready);
}

std::vector<Event> Cable::Private::take()
{
    std::vector<Event> taken;
    {
        const std::scoped_lock lock{m_mutex};
        lower(m_ready);
        taken.swap(m_waiting);
    }
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
    if (m_worstLate > kLate)
        tell(m_clock.now(), LateEvent{"cable", m_worstLate});
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

void Cable::Private::faultInForce(bool inForce)
{
    m_faultInForce.store(inForce);
    raise(m_wake);
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
void Cable::faultInForce(bool inForce) { m_private->faultInForce(inForce); }
int Cable::readyDescriptor() const { return m_private->readyDescriptor(); }
std::vector<Event> Cable::take() { return m_private->take(); }
std::vector<Event> Cable::finish() { return m_private->finish(); }
RunTime Cable::lastFrame() const { return m_private->lastFrame(); }

} // namespace halfopen
