// SPDX-License-Identifier: GPL-3.0-or-later
// What a fault is when nothing more is said than its kind.
#include "core/fault.h"

#include <array>

#include <fmt/format.h>

#include "core/words.h"

namespace halfopen {

namespace {

constexpr std::array kRejections{RouterAnswer::Rst, RouterAnswer::IcmpHost, RouterAnswer::IcmpNet, RouterAnswer::IcmpPort,
                                 RouterAnswer::IcmpAdmin};
constexpr std::array kForgetting{RouterAnswer::Silent, RouterAnswer::Rst};

} // namespace

Fault defaultFault(FaultKind kind)
{
    Fault fault;
    fault.kind = kind;
    if (const auto answers = answersOf(kind); !answers.empty())
        fault.with = answers.front();
    return fault;
}

std::span<const RouterAnswer> answersOf(FaultKind kind)
{
    if (kind == FaultKind::Reject)
        return kRejections;
    if (kind == FaultKind::NatForget)
        return kForgetting;
    return {};
}

Result<void> worksOnLoopback(const Fault& fault)
{
    const auto needsHosts = [&fault](std::string_view because) {
        return Error{0, fmt::format(words("core", "Fault '{}' needs the place 'namespaces': {}."), name(fault.kind), because)};
    };
    switch (siteOf(fault.kind)) {
    case FaultSite::Program:
        return {};
    case FaultSite::Router:
        if (dropsAll(fault))
            return {};
        if (fault.kind == FaultKind::Drop) // IP_MINTTL makes a socket wholly deaf or not at all
            return needsHosts(words("core", "on loopback no single packet can be chosen"));
        return needsHosts(words("core", "loopback has no router in between"));
    case FaultSite::Network:
        if (fault.kind == FaultKind::CableOut)
            return needsHosts(words("core", "loopback has no cable and no carrier"));
        return needsHosts(words("core", "loopback's interface, routes and queues are this machine's own"));
    case FaultSite::Power:
        return needsHosts(words("core", "on loopback both ends share the kernel of this machine"));
    case FaultSite::Sockets:
        break;
    }
    return needsHosts(words("core", "SOCK_DESTROY is a right that only a network of one's own gives"));
}

} // namespace halfopen
