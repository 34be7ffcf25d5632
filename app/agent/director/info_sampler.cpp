// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the sockets for their TCP_INFO and tells what has changed.
#include "agent/director/info_sampler.h"

#include "agent/base/socket_state.h"

namespace halfopen {

namespace {

constexpr std::array kBothHosts{Host::Client, Host::Server};

/// A listener (of a pair that connects late) has no connection to tell of.
std::optional<TcpInfo> connectionInfo(int socket)
{
    std::optional<TcpInfo> info = socket >= 0 ? readTcpInfo(socket) : std::nullopt;
    if (info && info->state == TcpState::Listen)
        info.reset();
    return info;
}

bool differsInMoreThanAge(TcpInfo info, const TcpInfo& told)
{
    info.sinceDataSent = told.sinceDataSent;
    info.sinceDataReceived = told.sinceDataReceived;
    info.sinceAckReceived = told.sinceAckReceived;
    info.totalRtoTime = told.totalRtoTime; // ages too, while a recovery lasts
    return info != told;
}

} // namespace

InfoSampler::InfoSampler(Reporter& reporter, const RunClock& clock, std::size_t pairs)
    : m_reporter(reporter), m_clock(clock)
{
    for (auto& told : m_told)
        told.resize(pairs);
}

bool InfoSampler::sample(Host host, const HostLink& link)
{
    bool changed = false;
    auto& told = m_told[host == Host::Client ? 0 : 1];
    for (std::size_t pair = 0; pair < link.sockets().size(); ++pair) {
        const RunTime now = m_clock.now();
        const std::optional<TcpInfo> info = connectionInfo(link.sockets()[pair].get());
        if (!info || (told[pair] && !differsInMoreThanAge(*info, *told[pair])))
            continue;
        changed = true;
        if (m_reporter.sample(Event{now, TcpInfoEvent{.pair = static_cast<int>(pair), .end = host, .info = *info}}))
            told[pair] = info;
    }
    return changed;
}

std::vector<Event> InfoSampler::takeAtFault(const std::array<HostLink, 2>& links) const
{
    std::vector<Event> events;
    for (const Host host : kBothHosts) {
        const std::vector<Fd>& sockets = links[host == Host::Client ? 0 : 1].sockets();
        for (std::size_t pair = 0; pair < sockets.size(); ++pair) {
            const RunTime now = m_clock.now();
            if (const std::optional<TcpInfo> info = connectionInfo(sockets[pair].get()))
                events.push_back(Event{
                    now, TcpInfoEvent{.pair = static_cast<int>(pair), .end = host, .atFault = true, .info = *info}});
        }
    }
    return events;
}

} // namespace halfopen
