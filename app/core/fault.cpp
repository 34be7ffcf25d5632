// SPDX-License-Identifier: GPL-3.0-or-later
// What a fault is when nothing more is said than its kind.
#include "core/fault.h"

#include <fmt/format.h>

#include "core/words.h"

namespace halfopen {

Fault defaultFault(FaultKind kind)
{
    Fault fault;
    fault.kind = kind;
    if (kind == FaultKind::Reject)
        fault.with = RouterAnswer::Rst;
    return fault;
}

Result<void> worksOnLoopback(const Fault& fault)
{
    const auto needsHosts = [&fault](std::string_view because) {
        return Error{0, fmt::format(words("core", "Fault '{}' needs the place 'namespaces': {}."), name(fault.kind), because)};
    };
    switch (fault.kind) {
    case FaultKind::Kill:
    case FaultKind::Freeze:
        return {};
    case FaultKind::Drop: // IP_MINTTL makes a socket wholly deaf or not at all
        if (dropsAll(fault))
            return {};
        return needsHosts(words("core", "on loopback no single packet can be chosen"));
    case FaultKind::CableOut:
        return needsHosts(words("core", "loopback has no cable and no carrier"));
    case FaultKind::Delay:
    case FaultKind::Reset:
    case FaultKind::Reject:
    case FaultKind::NatForget:
        return needsHosts(words("core", "loopback has no router in between"));
    case FaultKind::InterfaceDown:
    case FaultKind::RouteRemoved:
    case FaultKind::AddressRemoved:
    case FaultKind::NeighbourLost:
    case FaultKind::LocalDrop:
        return needsHosts(words("core", "loopback's interface, routes and queues are this machine's own"));
    case FaultKind::PowerOff:
    case FaultKind::Reboot:
        return needsHosts(words("core", "on loopback both ends share the kernel of this machine"));
    case FaultKind::Destroy:
        break;
    }
    return needsHosts(words("core", "SOCK_DESTROY is a right that only a network of one's own gives"));
}

} // namespace halfopen
