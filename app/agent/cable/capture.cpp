// SPDX-License-Identifier: GPL-3.0-or-later
// Every frame of the cable in a file that Wireshark reads.
#include "agent/cable/capture.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>
#include <utility>

#include "agent/base/system_error.h"
#include "agent/lab/lab.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr std::size_t kMostWaiting = 64 * 1024 * 1024; // half a second of the cable at its fastest
constexpr std::size_t kWorthWaking = 64 * 1024;
constexpr RunTime kOldest = std::chrono::milliseconds{500}; // for who reads along

/// English like the packets' names: the file is for other programs.
std::string commentOn(const Packet& packet)
{
    if (packet.isMade)
        return fmt::format("Halfopen: {} made by the router", name(packet.kind));
    switch (packet.fate) {
    case PacketFate::Delivered:
        return packet.delayMs > 0 ? fmt::format("Halfopen: {} held back for {} ms", name(packet.kind), packet.delayMs) : std::string{};
    case PacketFate::Dropped:
        return fmt::format("Halfopen: {} dropped", name(packet.kind));
    case PacketFate::Rejected:
        return fmt::format("Halfopen: {} rejected", name(packet.kind));
    case PacketFate::Lost:
        break;
    }
    return fmt::format("Halfopen: {} lost, by no fault", name(packet.kind));
}

/// Halfopen: pair "reader", no. 3 of 7, client recv, server hold
std::string pairComment(const Experiment& experiment, int pair)
{
    const Pair& plan = experiment.pairs[static_cast<std::size_t>(pair)];
    return fmt::format("Halfopen: pair \"{}\", no. {} of {}, client {}, server {}", pairName(experiment, pair), pair + 1, experiment.pairs.size(),
                       name(plan.client.activity), name(plan.server.activity));
}

} // namespace

Result<std::unique_ptr<Capture>> Capture::create(const std::string& path)
{
    Fd file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0666)};
    if (!file.isOpen() || ::fcntl(file.get(), F_SETFL, 0) != 0)
        return systemError(errno, fmt::format(words("core", "write the capture {}"), path));
    return std::unique_ptr<Capture>{new Capture{std::move(file)}};
}

Capture::~Capture() { (void)finish(); }

void Capture::begin(const Lab& lab, const RunClock& clock, std::string_view system, const Experiment& experiment)
{
    for (std::size_t pair = 0; pair < experiment.pairs.size(); ++pair)
        m_pairs.push_back(pairComment(experiment, static_cast<int>(pair)));
    m_zero = clock.zero();
    const auto append = [this](const pcapng::Bytes& bytes) { m_waiting.insert(m_waiting.end(), bytes.begin(), bytes.end()); };
    append(pcapng::section("Halfopen " HALFOPEN_VERSION, system));
    append(pcapng::interface("client", "packets from the client, and those that the router made for it"));
    append(pcapng::interface("server", "packets from the server, and those that the router made for it"));
    const std::array<std::pair<std::string, std::string>, 2> hosts{
        {{lab.host(Host::Client).address, "client"}, {lab.host(Host::Server).address, "server"}}};
    append(pcapng::names(hosts));
    // Signals are for the agent's main thread.
    sigset_t all{};
    sigset_t before{};
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    m_thread = std::thread{[this] { write(); }};
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Capture::add(RunTime time, Host side, std::span<const std::uint8_t> frame, pcapng::Way way, const Packet& packet)
{
    std::string comment = commentOn(packet);
    if (packet.kind == PacketKind::Syn && packet.pair >= 0 && static_cast<std::size_t>(packet.pair) < m_pairs.size())
        comment = comment.empty() ? m_pairs[static_cast<std::size_t>(packet.pair)] : comment + "; " + m_pairs[static_cast<std::size_t>(packet.pair)];
    const pcapng::Bytes block = pcapng::packet(static_cast<std::uint32_t>(slotOf(side)), time + m_zero + m_offset, frame, way, comment);
    const std::lock_guard lock{m_mutex};
    if (m_error != 0 || m_waiting.size() + block.size() > kMostWaiting) {
        ++m_leftOut;
        return;
    }
    m_waiting.insert(m_waiting.end(), block.begin(), block.end());
    if (m_waiting.size() >= kWorthWaking)
        m_filled.notify_one();
}

void Capture::write()
{
    std::vector<std::uint8_t> taken;
    std::unique_lock lock{m_mutex};
    while (!m_ends || !m_waiting.empty()) {
        m_filled.wait_for(lock, kOldest, [this] { return m_ends || m_waiting.size() >= kWorthWaking; });
        taken.clear();
        taken.swap(m_waiting);
        lock.unlock();
        int error = 0;
        for (std::size_t done = 0; done < taken.size() && error == 0;) {
            const ssize_t count = ::write(m_file.get(), taken.data() + done, taken.size() - done);
            if (count >= 0)
                done += static_cast<std::size_t>(count);
            else if (errno != EINTR)
                error = errno;
        }
        lock.lock();
        m_error = m_error == 0 ? error : m_error;
        if (m_error != 0)
            m_waiting.clear();
    }
}

Result<std::int64_t> Capture::finish()
{
    if (m_thread.joinable()) {
        {
            const std::lock_guard lock{m_mutex};
            m_ends = true;
        }
        m_filled.notify_one();
        m_thread.join();
    }
    m_file.reset();
    if (m_error != 0)
        return systemError(m_error, words("core", "write the whole capture"));
    return m_leftOut;
}

} // namespace halfopen
