// SPDX-License-Identifier: GPL-3.0-or-later
// Makes faults, and undoes them.
#include "agent/director/fault_maker.h"

#include <algorithm>

#include "agent/base/socket_state.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

Result<FaultMaker::Made> FaultMaker::carryOut(const FaultBook::Deed& deed, const std::function<void()>& observe) const
{
    // Sockets are looked at while they are still there.
    const bool before = actsOnProgram(deed.fault.kind) || siteOf(deed.fault.kind) == FaultSite::Sockets;
    if (before)
        observe();
    Result<Made> made = since(m_stage.clock.now());
    if (actsAtHost(deed.fault.kind))
        made = m_hostFaults.carryOut(deed);
    else if (!dropsAll(deed.fault))
        made = changeRules(deed);
    else if (deed.toServer || deed.toClient)
        made = m_stage.cable != nullptr ? drop(deed) : deafen(deed);
    if (!before)
        observe();
    return made;
}

Result<FaultMaker::Made> FaultMaker::drop(const FaultBook::Deed& deed) const
{
    if (deed.toServer && deed.toClient)
        return since(m_stage.cable->setDropping(Direction::Both, deed.on));
    return since(m_stage.cable->setDropping(deed.toServer ? Direction::ToServer : Direction::ToClient, deed.on));
}

Result<FaultMaker::Made> FaultMaker::changeRules(const FaultBook::Deed& deed) const
{
    if (m_stage.cable == nullptr) {
        const Result<void> works = worksOnLoopback(deed.fault);
        return works ? Error{0, fmt::format(words("core", "This agent cannot make the fault '{}'."), name(deed.fault.kind))}
                     : works.error();
    }
    return since(deed.on ? m_stage.cable->apply(deed.id, deed.fault) : m_stage.cable->lift(deed.id));
}

Result<FaultMaker::Made> FaultMaker::deafen(const FaultBook::Deed& deed) const
{
    bool done = true;
    const RunTime at = m_stage.clock.now();
    for (const Host receiver : {Host::Client, Host::Server}) {
        if (!(receiver == Host::Client ? deed.toClient : deed.toServer))
            continue;
        const std::vector<Fd>& own = link(receiver).sockets();
        const std::vector<Fd>& others = link(otherHost(receiver)).sockets();
        for (std::size_t pair = 0; pair < std::max(own.size(), others.size()); ++pair) {
            if (pair < own.size() && own[pair].isOpen())
                done = setDeaf(own[pair].get(), m_stage.family, deed.on) && done;
            // What a killed program left behind or an end has closed is out of reach and stays deaf: after a heal it is
            // to be heard all the same.
            else if (pair < others.size() && others[pair].isOpen())
                done = setFarReaching(others[pair].get(), m_stage.family, !deed.on) && done;
        }
    }
    if (!done)
        return Error{
            0, words("core",
                     "The kernel refused IP_MINTTL on one of the sockets, so the loopback place cannot drop packets.")};
    return since(at);
}

} // namespace halfopen
