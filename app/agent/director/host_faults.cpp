// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the faults at a host, and undoes them.
#include "agent/director/host_faults.h"

#include "core/words.h"

#include <fmt/format.h>

#include <cerrno>

namespace halfopen {

Result<FaultStamp> HostFaults::carryOut(const FaultBook::Deed& deed) const
{
    const FaultSite site = siteOf(deed.fault.kind);
    if (m_stage.lab == nullptr && site != FaultSite::Program) {
        const Result<void> works = worksOnLoopback(deed.fault);
        return works ? Error{EINVAL, fmt::format(words("core", "This agent cannot make the fault '{}'."), name(deed.fault.kind))}
                     : works.error();
    }
    switch (site) {
    case FaultSite::Network:
        if (!deed.atHost)
            return since(m_stage.clock.now());
        return deed.fault.kind == FaultKind::CableOut ? carrier(deed) : network(deed);
    case FaultSite::Program:
        if (deed.fault.kind == FaultKind::Kill)
            return kill(deed.fault.host);
        return deed.atHost ? freeze(deed) : since(m_stage.clock.now());
    case FaultSite::Power:
        return deed.atHost ? power(deed) : since(m_stage.clock.now());
    case FaultSite::Sockets:
        return destroy(deed.fault.host);
    case FaultSite::Router:
        break;
    }
    return Error{EINVAL, fmt::format(words("core", "Fault '{}' does not act at a host."), name(deed.fault.kind))};
}

Result<FaultStamp> HostFaults::carrier(const FaultBook::Deed& deed) const
{
    const RunTime at = m_stage.clock.now();
    if (const Result<void> set = m_stage.lab->setCarrier(deed.fault.host, !deed.on); !set)
        return set.error();
    return since(at);
}

Result<FaultStamp> HostFaults::network(const FaultBook::Deed& deed) const
{
    const RunTime at = m_stage.clock.now();
    if (const Result<void> set = m_stage.lab->setMissing(deed.fault.host, deed.fault.kind, deed.on); !set)
        return set.error();
    return since(at);
}

Result<FaultStamp> HostFaults::kill(Host host) const
{
    if (m_stage.lab == nullptr)
        m_stage.janitor->releaseSockets(host);
    link(host).closeSockets();
    const RunTime at = m_stage.clock.now();
    link(host).kill();
    return since(at);
}

Result<FaultStamp> HostFaults::freeze(const FaultBook::Deed& deed) const
{
    HostLink& program = link(deed.fault.host);
    const RunTime at = m_stage.clock.now();
    if (deed.on ? program.stop() : program.resume())
        return since(at);
    return Error{0, fmt::format(words("core", "The {}'s program did not {} within half a second."),
                                name(deed.fault.host), deed.on ? words("core", "stop") : words("core", "go on"))};
}

/// The cut comes first: what the dying kernel says (FIN, RST) is not to be heard. Then nothing is left that could
/// remember a connection, which is all that a rebooted kernel has to be like.
Result<FaultStamp> HostFaults::power(const FaultBook::Deed& deed) const
{
    const Host host = deed.fault.host;
    const RunTime at = m_stage.cable->isolate(host, deed.on);
    if (!deed.on)
        return since(at);
    link(host).closeSockets();
    link(host).kill();
    if (!link(host).awaitDeath())
        return Error{ETIMEDOUT, fmt::format(words("core", "The {}'s program did not end within half a second."), name(host))};
    if (const Result<void> gone = m_stage.lab->destroySockets(host); !gone)
        return gone.error();
    return since(at);
}

Result<FaultStamp> HostFaults::destroy(Host host) const
{
    const RunTime at = m_stage.clock.now();
    if (const Result<void> gone = m_stage.lab->destroySockets(host); !gone)
        return gone.error();
    return since(at);
}

} // namespace halfopen
