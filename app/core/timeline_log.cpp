// SPDX-License-Identifier: GPL-3.0-or-later
// One event in the words of the log.
#include "core/timeline_log.h"

#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

#include "core/outcome_csv.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// "reader, client"
std::string who(const Experiment& experiment, int pair, Host end)
{
    if (pair >= 0 && static_cast<std::size_t>(pair) < experiment.pairs.size())
        return fmt::format(words("core", "{}, {}"), pairName(experiment, pair), name(end));
    return std::string{name(end)};
}

/// Bits of poll(2), include/uapi/asm-generic/poll.h: core knows no header of the system.
constexpr std::array<std::pair<int, std::string_view>, 7> kReadiness{
    {{0x1, "IN"}, {0x2, "PRI"}, {0x4, "OUT"}, {0x8, "ERR"}, {0x10, "HUP"}, {0x20, "NVAL"}, {0x2000, "RDHUP"}}};
constexpr int kTroubleBits = 0x8 | 0x10 | 0x2000;

/// EAGAIN of a call that is not to block, and of a program whose calls never do.
bool isToComeAgain(const Experiment& experiment, const CallEvent& event)
{
    if (event.errorNumber != EAGAIN || event.pair < 0 || static_cast<std::size_t>(event.pair) >= experiment.pairs.size())
        return false;
    return neverBlocks(experiment.pairs[static_cast<std::size_t>(event.pair)].end(event.end).activity);
}

std::string describeFault(const Fault& fault)
{
    return actsAtHost(fault.kind) ? fmt::format(words("core", "{} at the {}"), name(fault.kind), name(fault.host))
                                  : fmt::format(words("core", "{}, {}"), name(fault.kind), name(fault.direction));
}

/// Of ARP and NDP, which belong to no pair.
std::string neighbourText(const Packet& packet)
{
    if (packet.isMade)
        return fmt::format(words("core", "The router answers the {}'s {}"), name(otherHost(packet.from)), name(packet.kind));
    if (packet.fate == PacketFate::Delivered)
        return fmt::format(words("core", "The {}'s {} goes out"), name(packet.from), name(packet.kind));
    return fmt::format(words("core", "The {}'s {} is lost: nobody answers"), name(packet.from), name(packet.kind));
}

struct Words
{
    const Experiment& experiment;

    std::string operator()(const HelloEvent& event) const
    {
        return fmt::format(words("core", "Halfopen {} on Linux {}, HZ {}"), event.programVersion, event.kernelRelease,
                           event.hz);
    }
    std::string operator()(const PlaceEvent& event) const
    {
        return event.why.empty() ? fmt::format(words("core", "Place: {}"), name(event.place))
                                 : fmt::format(words("core", "Place: {}. {}"), name(event.place), event.why);
    }
    std::string operator()(const CheckEvent& event) const
    {
        return event.passed
                   ? fmt::format(words("core", "{}: {} works. {}"), name(event.place), event.stage, event.why)
                   : fmt::format(words("core", "{}: {} does not work. {}"), name(event.place), event.stage, event.why);
    }
    std::string operator()(const SysctlEvent& event) const
    {
        return event.congestionControl.empty()
                   ? std::string{}
                   : fmt::format(words("core", "Congestion control: {}"), event.congestionControl);
    }
    std::string operator()(const ProcessEvent& event) const
    {
        switch (event.what) {
        case ProcessEvent::What::Started:
            return fmt::format(words("core", "The {}'s program runs (process {}, {})"), name(event.host), event.pid,
                               event.address);
        case ProcessEvent::What::Ended:
            return event.signal ? fmt::format(words("core", "The {}'s program was ended by signal {}"),
                                              name(event.host), event.signal)
                                : fmt::format(words("core", "The {}'s program has ended"), name(event.host));
        case ProcessEvent::What::Stopped:
            return fmt::format(words("core", "The {}'s program is stopped"), name(event.host));
        case ProcessEvent::What::Continued:
            return fmt::format(words("core", "The {}'s program goes on"), name(event.host));
        }
        return {};
    }
    std::string operator()(const SocketEvent&) const { return {}; }
    std::string operator()(const OptionEvent& event) const
    {
        return event.isChange ? fmt::format(words("core", "{}: {} is {:g} from now on"),
                                            who(experiment, event.pair, event.end), event.name, event.value)
                              : std::string{};
    }
    std::string operator()(const ArmedEvent&) const { return {}; }
    std::string operator()(const StartedEvent&) const { return words("core", "All pairs are armed: t = 0"); }
    std::string operator()(const FaultEvent& event) const
    {
        switch (event.what) {
        case FaultEvent::What::Applied:
            return fmt::format(words("core", "Fault: {}"), describeFault(event.fault));
        case FaultEvent::What::Healed:
            return fmt::format(words("core", "Healed: {}"), describeFault(event.fault));
        case FaultEvent::What::Failed:
            return fmt::format(words("core", "Fault {} could not be made: {}"), describeFault(event.fault), event.why);
        }
        return {};
    }
    std::string operator()(const CallEvent& event) const
    {
        if (event.what != CallEvent::What::End || isToComeAgain(experiment, event))
            return {};
        if (event.call == detectingCall(Activity::Heartbeat))
            return fmt::format(words("core", "{}: no answer came in time, the heartbeat gives up"),
                               who(experiment, event.pair, event.end));
        if (event.result < 0 && event.socketError != 0)
            return fmt::format(words("core", "{}: {}() failed with {}; SO_ERROR was {}"), who(experiment, event.pair, event.end),
                               event.call, errnoName(event.errorNumber), errnoName(event.socketError));
        if ((event.readiness & kTroubleBits) != 0)
            return fmt::format(words("core", "{}: {}() returned {}"), who(experiment, event.pair, event.end), event.call,
                               readinessText(event.readiness));
        if (event.result < 0 && event.errorNumber != 0)
            return fmt::format(words("core", "{}: {}() failed with {}"), who(experiment, event.pair, event.end),
                               event.call, errnoName(event.errorNumber));
        if (event.result == 0 && event.call == "recv")
            return fmt::format(words("core", "{}: recv() returned 0"), who(experiment, event.pair, event.end));
        return {};
    }
    std::string operator()(const RowEvent&) const { return {}; }
    std::string operator()(const RowGoneEvent& event) const
    {
        return event.pair < 0 ? std::string{}
                              : fmt::format(words("core", "{}: the row is gone from the socket table"),
                                            who(experiment, event.pair, event.host));
    }
    std::string operator()(const TcpInfoEvent&) const { return {}; }
    std::string operator()(const PacketEvent& event) const
    {
        const Packet& packet = event.packet;
        if (isNeighbourTalk(packet.kind))
            return neighbourText(packet);
        const bool plain = packet.kind == PacketKind::Data || packet.kind == PacketKind::Ack || packet.kind == PacketKind::Other;
        if (packet.pair < 0 || (plain && packet.fate == PacketFate::Delivered))
            return {};
        const auto sender = who(experiment, packet.pair, packet.from);
        switch (packet.fate) {
        case PacketFate::Delivered:
            break;
        case PacketFate::Dropped:
            return fmt::format(words("core", "{}: {} dropped"), sender, name(packet.kind));
        case PacketFate::Rejected:
            return fmt::format(words("core", "{}: {} rejected on the way"), sender, name(packet.kind));
        case PacketFate::Lost:
            return fmt::format(words("core", "{}: {} lost"), sender, name(packet.kind));
        }
        if (packet.isMade)
            return fmt::format(words("core", "{}: {} made on the way in this end's name"), sender, name(packet.kind));
        return fmt::format(words("core", "{}: {} sent"), sender, name(packet.kind));
    }
    std::string operator()(const FlowEvent&) const { return {}; }
    std::string operator()(const CountersEvent&) const { return {}; } // their difference is told at the end
    std::string operator()(const LossEvent& event) const
    {
        return fmt::format(words("core", "{} frames were lost that no fault took ({})"), event.frames, event.where);
    }
    std::string operator()(const LateEvent&) const { return {}; } // the timeline knows whether it was after the fault
    std::string operator()(const SkippedEvent& event) const
    {
        return fmt::format(words("core", "{} samples were left out"), event.samples);
    }
    std::string operator()(const NoteEvent& event) const { return event.text; }
    std::string operator()(const FinishedEvent& event) const
    {
        switch (event.why) {
        case FinishedEvent::Why::Asked:
            return words("core", "The run is over: everything expected has been seen");
        case FinishedEvent::Why::TimeLimit:
            return words("core", "The run is over: its time limit has come");
        case FinishedEvent::Why::Cancelled:
            return words("core", "The run was broken off");
        case FinishedEvent::Why::Failed:
        case FinishedEvent::Why::Refused:
            return fmt::format("{} {}", event.message, event.remedy);
        }
        return {};
    }
    std::string operator()(const UnknownEvent& event) const
    {
        return fmt::format(words("core", "Unknown event: {}"), event.line.substr(0, 200));
    }
};

struct Subject
{
    LogSubject operator()(const CheckEvent& event) const { return {event.passed ? LogKind::Run : LogKind::Trouble}; }
    LogSubject operator()(const FaultEvent&) const { return {LogKind::Fault}; }
    LogSubject operator()(const SocketEvent& event) const { return {LogKind::Socket, event.pair, event.end}; }
    LogSubject operator()(const OptionEvent& event) const { return {LogKind::Socket, event.pair, event.end}; }
    LogSubject operator()(const ArmedEvent& event) const { return {LogKind::Call, event.pair, event.end}; }
    LogSubject operator()(const CallEvent& event) const { return {LogKind::Call, event.pair, event.end}; }
    LogSubject operator()(const RowEvent& event) const { return {LogKind::Socket, event.pair, event.host}; }
    LogSubject operator()(const RowGoneEvent& event) const { return {LogKind::Socket, event.pair, event.host}; }
    LogSubject operator()(const TcpInfoEvent& event) const { return {LogKind::Socket, event.pair, event.end}; }
    LogSubject operator()(const PacketEvent& event) const { return {LogKind::Packet, event.packet.pair, event.packet.from}; }
    LogSubject operator()(const FlowEvent& event) const { return {LogKind::Packet, event.pair, event.from}; }
    LogSubject operator()(const LossEvent&) const { return {LogKind::Trouble}; }
    LogSubject operator()(const LateEvent&) const { return {LogKind::Trouble}; }
    LogSubject operator()(const SkippedEvent&) const { return {LogKind::Trouble}; }
    LogSubject operator()(const UnknownEvent&) const { return {LogKind::Trouble}; }
    LogSubject operator()(const FinishedEvent& event) const
    {
        const bool failed = event.why == FinishedEvent::Why::Failed || event.why == FinishedEvent::Why::Refused;
        return {failed ? LogKind::Trouble : LogKind::Run};
    }
    template<class Other>
    LogSubject operator()(const Other&) const { return {}; }
};

} // namespace

std::string heldBackText(const Packet& packet, const Experiment& experiment)
{
    return packet.pair < 0 ? std::string{}
                           : fmt::format(words("core", "{}: {} kept off the cable: a host without power says nothing"), who(experiment, packet.pair, packet.from),
                                         name(packet.kind));
}

std::string readinessText(int bits)
{
    std::string text;
    for (const auto& [bit, name] : kReadiness) {
        if ((bits & bit) != 0)
            text += (text.empty() ? "" : "|") + std::string{name};
    }
    return text;
}

LogSubject logSubject(const Event& event) { return std::visit(Subject{}, event.body); }

std::string countedText(Host host, const KernelCounters& counted)
{
    return fmt::format(words("core", "The {}'s kernel counted since the fault: {}"), name(host), counterText(counted));
}

std::string countedAtOutcomeText(Host host, const KernelCounters& counted)
{
    return fmt::format(words("core", "From the fault to this end the {}'s kernel counted: {}"), name(host), counterText(counted));
}

std::string logText(const Event& event, const Experiment& experiment) { return std::visit(Words{experiment}, event.body); }

} // namespace halfopen
