// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment's faults as seen from one end.
#include "core/fault_script.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

bool covers(const Span& span, double seconds) { return seconds >= span.from && seconds < span.to; }

bool covers(const std::vector<Span>& spans, double seconds)
{
    return std::ranges::any_of(spans, [seconds](const Span& span) { return covers(span, seconds); });
}

const Span* find(const std::vector<Span>& spans, double seconds)
{
    const auto found = std::ranges::find_if(spans, [seconds](const Span& span) { return covers(span, seconds); });
    return found == spans.end() ? nullptr : &*found;
}

/// When something can be done that is to be done at that time, but not within a span.
double awakeFrom(const std::vector<Span>& spans, double seconds)
{
    for (const Span& span : merged(spans)) {
        if (covers(span, seconds))
            return span.to;
    }
    return seconds;
}

constexpr double kSoon = 0.1;      // seconds in which a connection has come about
constexpr double kQueueHolds = 3;  // seconds until three requests have gone unanswered (neigh_invalidate())
constexpr double kFlushed = 0.001; // seconds from the neighbour's return until what waited is here

bool overlaps(const Span& span, double from, double to) { return span.from < to && span.to > from; }

bool overlaps(const std::vector<Span>& spans, double from, double to)
{
    return std::ranges::any_of(spans, [from, to](const Span& span) { return overlaps(span, from, to); });
}

/// IPv6 goes on sending from an address that the host has lost (inet6_csk_route_socket() does not ask for it), through a
/// router; the way to a neighbour is gone with the address's own network.
bool sendsWithoutAddress(const Fault& fault, const Experiment& experiment)
{
    return fault.kind == FaultKind::AddressRemoved && experiment.family == Family::Ipv6 && experiment.path == PathKind::Routed;
}

void keepEarlier(std::optional<double>& earliest, double seconds)
{
    earliest = std::min(earliest.value_or(seconds), seconds);
}

} // namespace

FaultScript::FaultScript(const Experiment& experiment, Host end, Chance chance) : m_empty(experiment.faults.empty())
{
    const double first = firstFaultSeconds(experiment).value_or(0);
    m_start = -first;
    for (const Fault& fault : experiment.faults) {
        const double at = fault.atSeconds - first;
        const Span span{at, fault.healAfterSeconds && canHeal(fault.kind) ? at + *fault.healAfterSeconds : kForever};
        const Sides sides{actsOn(fault, directionFrom(end)), actsOn(fault, directionFrom(otherHost(end)))};
        if (actsAtHost(fault.kind))
            addAtHost(experiment, fault, span, fault.host != end);
        else
            addOnTheWay(fault, span, sides, chance);
    }
    settle();
}

void FaultScript::addOnTheWay(const Fault& fault, const Span& span, const Sides& sides, Chance chance)
{
    constexpr double kMillisecond = 0.001;
    switch (fault.kind) {
    case FaultKind::Drop:
        addDrop(fault, span, sides, chance);
        break;
    case FaultKind::Delay:
        m_delays.push_back({span, sides.own ? fault.delayMs * kMillisecond : 0, sides.peers ? fault.delayMs * kMillisecond : 0});
        break;
    case FaultKind::Reset: // the direction in which the RST travels
        if (sides.peers)
            m_aborts.push_back({span.from, Abort::By::Router});
        if (sides.own)
            keepEarlier(m_peerForgets, span.from);
        break;
    case FaultKind::Reject:
        addReject(fault, span, sides);
        break;
    case FaultKind::NatForget: // forget(): it takes both ends' rhythm to know when
    case FaultKind::CableOut:
    case FaultKind::InterfaceDown:
    case FaultKind::RouteRemoved:
    case FaultKind::AddressRemoved:
    case FaultKind::NeighbourLost:
    case FaultKind::LocalDrop:
    case FaultKind::Kill:
    case FaultKind::Freeze:
    case FaultKind::PowerOff:
    case FaultKind::Reboot:
    case FaultKind::Destroy:
        break;
    }
}

void FaultScript::addDrop(const Fault& fault, const Span& span, const Sides& sides, Chance chance)
{
    const bool any = fault.only == PacketChoice::Any;
    if (fault.nth) {
        m_singles.push_back({span, *fault.nth, sides.own && (any || fault.only == PacketChoice::KeepaliveProbe),
                             sides.peers && (any || fault.only == PacketChoice::Ack)});
        return;
    }
    if (fault.percent < 100) {
        if (fault.percent <= 0)
            return;
        m_chances.push_back(span);
        if (chance == Chance::NoneLost)
            return;
    }
    switch (fault.only) {
    case PacketChoice::Any:
        m_noAck.push_back(span);
        m_noAnswer.push_back(span);
        if (sides.peers && fault.percent >= 100) // else a FIN or RST may arrive
            m_deaf.push_back(span);
        break;
    case PacketChoice::Data:
        if (sides.own)
            m_noData.push_back(span);
        if (sides.peers)
            m_deafToData.push_back(span);
        break;
    case PacketChoice::Ack: // an answer to a probe is one as well
        if (sides.peers) {
            m_noBareAck.push_back(span);
            m_noAnswer.push_back(span);
        }
        break;
    case PacketChoice::KeepaliveProbe:
        if (sides.own)
            m_noAnswer.push_back(span);
        break;
    }
}

void FaultScript::addReject(const Fault& fault, const Span& span, const Sides& sides)
{
    if (sides.own && fault.with == RouterAnswer::Rst) {
        m_routerResets.push_back(span);
    } else {
        addSilence(span);
        if (sides.own && fault.with != RouterAnswer::Silent)
            m_icmp.push_back({span, fault.with});
    }
    if (sides.peers)
        m_deaf.push_back(span);
}

void FaultScript::addSilence(const Span& span)
{
    m_noAck.push_back(span);
    m_noAnswer.push_back(span);
}

void FaultScript::addAtHost(const Experiment& experiment, const Fault& fault, const Span& span, bool atPeer)
{
    switch (siteOf(fault.kind)) {
    case FaultSite::Program:
        addAtProgram(fault, span, atPeer);
        break;
    case FaultSite::Power: {
        const double back = fault.kind == FaultKind::Reboot ? span.from + fault.backAfterSeconds : kForever;
        m_deaf.push_back({span.from, back});
        if (!atPeer) {
            addSilence({span.from, back});
            m_ownProgramGone = true;
            break;
        }
        m_peerSilent.push_back({span.from, back});
        keepEarlier(m_peerPoweredOff, span.from);
        if (back != kForever)
            keepEarlier(m_peerForgets, back);
        break;
    }
    case FaultSite::Sockets:
        m_aborts.push_back({span.from, atPeer ? Abort::By::PeersHost : Abort::By::OwnHost});
        if (atPeer)
            keepEarlier(m_peerForgets, span.from);
        break;
    case FaultSite::Network:
        if (atPeer) {
            m_peerSilent.push_back(span);
            if (fault.kind == FaultKind::NeighbourLost)
                m_peerQueues.push_back(span);
            if (!sendsWithoutAddress(fault, experiment))
                m_deaf.push_back(span); // whatever keeps the peer's host from sending: nothing of it arrives here
        } else {
            addSilence(span);
            addOwnNetworkFault(fault, span, experiment);
        }
        break;
    case FaultSite::Router:
        break;
    }
}

void FaultScript::addAtProgram(const Fault& fault, const Span& span, bool atPeer)
{
    if (fault.kind == FaultKind::Freeze)
        (atPeer ? m_peerStops : m_ownStops).push_back(span);
    if (!atPeer) {
        m_ownProgramGone = true;
    } else if (fault.kind == FaultKind::Kill) {
        keepEarlier(m_peerKilled, span.from);
    } else {
        if (!m_peerFrozen || span.from < *m_peerFrozen)
            m_peerThawed = span.to;
        keepEarlier(m_peerFrozen, span.from);
    }
}

/// Without a route, a neighbour or room in its queue a host cannot send, but still hears.
void FaultScript::addOwnNetworkFault(const Fault& fault, const Span& span, const Experiment& experiment)
{
    const bool sendsOn = sendsWithoutAddress(fault, experiment);
    if (fault.kind == FaultKind::LocalDrop)
        m_congested.push_back(span);
    else if (fault.kind == FaultKind::NeighbourLost || (fault.kind == FaultKind::CableOut && experiment.neighbours == Neighbours::Real))
        m_noNeighbour.push_back(span); // carrier loss empties the neighbour table: arp_evict_nocarrier, since 5.16
    else if (fault.kind == FaultKind::CableOut)
        m_noCarrier.push_back(span); // noop_qdisc swallows what is sent, and says that it was
    else if (!sendsOn)
        m_noRoute.push_back(span);
    if (fault.kind == FaultKind::CableOut || fault.kind == FaultKind::InterfaceDown || fault.kind == FaultKind::AddressRemoved)
        m_deaf.push_back(span);
}

void FaultScript::forget(const Span& span, bool saysReset)
{
    if (saysReset)
        m_routerResets.push_back(span);
    else
        addSilence(span);
    m_deaf.push_back(span);
    settle();
}

void FaultScript::beforeTheConnection()
{
    for (const Abort& abort : m_aborts) {
        if (abort.by == Abort::By::PeersHost && abort.at <= 0)
            m_listenerGone = abort.at;
    }
    m_noBareAck.clear(); // a SYN and its answer are neither data nor bare
    m_noData.clear();
    const auto forgets = m_peerPoweredOff ? std::nullopt : std::exchange(m_peerForgets, std::nullopt);
    std::vector<Abort> later = std::exchange(m_aborts, {});
    std::erase_if(later, [](const Abort& abort) { return abort.at <= 0; });
    const Answer first = answerTo(Segment::Data, 0);
    if (!m_listenerGone && first.kind == Answer::Kind::Ack && first.at <= kSoon) { // what comes later meets the connection
        m_aborts = std::move(later);
        if (forgets && *forgets > 0)
            m_peerForgets = forgets;
    }
    settle();
}

void FaultScript::peerCloses(double seconds) { keepEarlier(m_peerKilled, seconds); }

void FaultScript::peerGoneFrom(double seconds, bool takesLossAlong)
{
    keepEarlier(m_peerForgets, seconds);
    if (takesLossAlong && hearsPeer(seconds)) {
        for (std::vector<Span>* const spans : {&m_noAck, &m_noData, &m_noAnswer}) {
            std::erase_if(*spans, [seconds](const Span& span) { return span.from >= seconds; });
            for (Span& span : *spans)
                span.to = std::min(span.to, seconds);
        }
    }
    settle();
}

void FaultScript::acknowledgedByData()
{
    m_dataAcknowledges = true;
    settle();
}

void FaultScript::settle()
{
    const auto together = [this](const std::vector<Span>& silences) {
        std::vector<Span> spans = silences;
        spans.insert(spans.end(), m_routerResets.begin(), m_routerResets.end());
        if (m_peerForgets)
            spans.push_back({*m_peerForgets, kForever});
        return merged(std::move(spans));
    };
    std::vector<Span> unacknowledged = m_noAck;
    unacknowledged.insert(unacknowledged.end(), m_noData.begin(), m_noData.end());
    unacknowledged.insert(unacknowledged.end(), m_peerSilent.begin(), m_peerSilent.end());
    std::vector<Span> unanswered = m_noAnswer;
    unanswered.insert(unanswered.end(), m_peerSilent.begin(), m_peerSilent.end());
    if (!m_dataAcknowledges)
        unacknowledged.insert(unacknowledged.end(), m_noBareAck.begin(), m_noBareAck.end());
    m_outages = together(unacknowledged);
    m_probeOutages = together(unanswered);
    m_deaf = merged(std::move(m_deaf));
    m_settled = 0;
    const auto settleAfter = [this](const Span& span) {
        m_settled = std::max(m_settled, span.from);
        if (span.to != kForever)
            m_settled = std::max(m_settled, span.to);
    };
    for (const auto* spans : {&m_noAck, &m_noData, &m_noBareAck, &m_noAnswer, &m_peerSilent, &m_routerResets, &m_outages})
        std::ranges::for_each(*spans, settleAfter);
    for (const Delay& delay : m_delays)
        settleAfter(delay.span);
    std::ranges::sort(m_aborts, {}, &Abort::at);
}

Answer FaultScript::answerTo(Segment segment, double seconds) const
{
    if (segment == Segment::Probe && covers(m_noNeighbour, seconds)) { // it waits for the neighbour, and is sent then: neigh_update()
        const double found = neighbourFoundAfter(seconds);
        if (found - seconds < kQueueHolds)
            return answerTo(segment, found + kFlushed);
    }
    if (covers(segment == Segment::Data ? m_noAck : m_noAnswer, seconds) || (segment == Segment::Data && covers(m_noData, seconds)))
        return {};
    if (segment == Segment::Data && !m_dataAcknowledges && covers(m_noBareAck, seconds))
        return {};
    if (covers(m_routerResets, seconds))
        return {Answer::Kind::Reset, seconds};
    if (const Span* queue = find(m_peerQueues, seconds); queue && queue->to - seconds < kQueueHolds) // its answer waits there
        return {Answer::Kind::Ack, queue->to + kFlushed};
    if (covers(m_peerSilent, seconds)) // it lies behind the router
        return {};
    double arrives = seconds;
    for (const Delay& delay : m_delays)
        arrives += covers(delay.span, seconds) ? delay.own : 0;
    const bool reset = m_peerForgets && arrives >= *m_peerForgets;
    return {reset ? Answer::Kind::Reset : Answer::Kind::Ack, arrives + peerDelay(arrives)};
}

bool FaultScript::isSilentTo(Segment segment, double from, double to) const
{
    const bool lost = std::ranges::any_of(segment == Segment::Data ? m_noAck : m_noAnswer, [&](const Span& span) { return covers(span, from) && to < span.to; });
    const bool waits = segment == Segment::Probe && overlaps(m_noNeighbour, from, std::nextafter(to, kForever)); // … and may be answered
    return lost && !waits && !overlaps(m_congested, from, std::nextafter(to, kForever));
}

bool FaultScript::hearsPeer(double seconds) const { return !covers(m_deaf, seconds); }

bool FaultScript::hearsData(double seconds) const { return hearsPeer(seconds) && !covers(m_deafToData, seconds); }

double FaultScript::peerDelay(double seconds) const
{
    double later = 0;
    for (const Delay& delay : m_delays)
        later += covers(delay.span, seconds) ? delay.peers : 0;
    return later;
}

bool FaultScript::isCutOffForEver() const
{
    return !m_deaf.empty() && !m_outages.empty() && m_deaf.front().from <= m_outages.front().from && m_deaf.front().to == kForever;
}

std::vector<FaultScript::Span> FaultScript::delays() const
{
    std::vector<Span> spans;
    for (const Delay& delay : m_delays)
        spans.push_back(delay.span);
    return spans;
}

OwnHost FaultScript::ownHost(double seconds) const
{
    if (covers(m_noRoute, seconds))
        return OwnHost::HasNoRoute;
    if (covers(m_noNeighbour, seconds))
        return OwnHost::WaitsForNeighbour;
    return covers(m_congested, seconds) && !covers(m_noCarrier, seconds) ? OwnHost::Congested : OwnHost::Sends;
}

double FaultScript::ownAwakeFrom(double seconds) const { return awakeFrom(m_ownStops, seconds); }

double FaultScript::peerAwakeFrom(double seconds) const { return awakeFrom(m_peerStops, seconds); }

double FaultScript::neighbourFoundAfter(double seconds) const
{
    return awakeFrom(m_noNeighbour, seconds);
}

RouterAnswer FaultScript::icmp(double seconds) const
{
    if (ownHost(seconds) != OwnHost::Sends)
        return RouterAnswer::Silent;
    const auto found = std::ranges::find_if(m_icmp, [seconds](const Icmp& each) { return covers(each.span, seconds); });
    return found == m_icmp.end() ? RouterAnswer::Silent : found->with;
}

RouterAnswer FaultScript::icmpBetween(double from, double to) const
{
    const auto found = std::ranges::find_if(m_icmp, [&](const Icmp& each) { return overlaps(each.span, from, to); });
    return found == m_icmp.end() ? RouterAnswer::Silent : found->with;
}

bool FaultScript::lacksRouteBetween(double from, double to) const { return overlaps(m_noRoute, from, to); }

bool FaultScript::waitsForNeighbourBetween(double from, double to) const { return overlaps(m_noNeighbour, from, to); }

} // namespace halfopen
