// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment's faults as seen from one end.
#include "core/fault_script.h"

#include <algorithm>

namespace halfopen {

namespace {

using Span = FaultScript::Span;

std::vector<Span> merged(std::vector<Span> spans)
{
    std::ranges::sort(spans, {}, &Span::from);
    std::vector<Span> out;
    for (const Span& span : spans) {
        if (!out.empty() && span.from <= out.back().to)
            out.back().to = std::max(out.back().to, span.to);
        else
            out.push_back(span);
    }
    return out;
}

bool covers(const std::vector<Span>& spans, double seconds)
{
    return std::ranges::any_of(spans, [seconds](const Span& span) { return seconds >= span.from && seconds < span.to; });
}

void keepEarlier(std::optional<double>& earliest, double seconds)
{
    earliest = std::min(earliest.value_or(seconds), seconds);
}

} // namespace

FaultScript::FaultScript(const Experiment& experiment, Host end) : m_empty(experiment.faults.empty())
{
    const double first = firstFaultSeconds(experiment).value_or(0);
    m_start = -first;
    for (const Fault& fault : experiment.faults) {
        const double at = fault.atSeconds - first;
        const Span span{at, fault.healAfterSeconds ? at + *fault.healAfterSeconds : kForever};
        const bool atPeer = fault.host != end;
        switch (fault.kind) {
        case FaultKind::Drop:
            if (!dropsAll(fault))
                break; // what single losses do to whom is not modelled
            m_outages.push_back(span);
            if (fault.direction == Direction::Both || (fault.direction == Direction::ToServer) == (end == Host::Server))
                m_deaf.push_back(span);
            break;
        case FaultKind::CableOut:
            m_outages.push_back(span);
            m_deaf.push_back(span);
            break;
        case FaultKind::Kill:
            atPeer ? keepEarlier(m_peerKilled, at) : void(m_ownProgramGone = true);
            break;
        case FaultKind::Freeze:
            if (!atPeer)
                m_ownProgramGone = true;
            else if (!m_peerFrozen || at < *m_peerFrozen)
                m_peerThawed = span.to;
            if (atPeer)
                keepEarlier(m_peerFrozen, at);
            break;
        case FaultKind::Delay:
        case FaultKind::Reset:
        case FaultKind::Reject:
        case FaultKind::NatForget:
        case FaultKind::InterfaceDown:
        case FaultKind::RouteRemoved:
        case FaultKind::AddressRemoved:
        case FaultKind::NeighbourLost:
        case FaultKind::LocalDrop:
        case FaultKind::PowerOff:
        case FaultKind::Reboot:
        case FaultKind::Destroy:
            break;
        }
    }
    m_outages = merged(std::move(m_outages));
    m_deaf = merged(std::move(m_deaf));
}

bool FaultScript::isReachable(double seconds) const { return !covers(m_outages, seconds); }

bool FaultScript::hearsPeer(double seconds) const { return !covers(m_deaf, seconds); }

bool FaultScript::isCutOffForEver() const
{
    return !m_deaf.empty() && m_deaf.front().from <= m_outages.front().from && m_deaf.front().to == kForever;
}

double FaultScript::settledAfter() const
{
    double last = 0;
    for (const Span& outage : m_outages) {
        last = std::max(last, outage.from);
        if (outage.to != kForever)
            last = std::max(last, outage.to);
    }
    return last;
}

} // namespace halfopen
