// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the experiment file, the wire and the CSV for every enumeration.
#include "core/activity.h"
#include "core/experiment.h"
#include "core/fault.h"
#include "core/host.h"
#include "core/outcome.h"
#include "core/packet.h"
#include "core/prediction.h"
#include "core/socket_row.h"
#include "core/words.h"

#include <algorithm>
#include <array>

namespace halfopen {

namespace {

template<class Enum>
struct Word
{
    Enum value;
    std::string_view text;
};
// Clang before 17 does not deduce the arguments of an aggregate by itself.
template<class Enum>
Word(Enum, std::string_view) -> Word<Enum>;

template<class Enum, std::size_t N> std::string_view wordOf(const std::array<Word<Enum>, N>& table, Enum value)
{
    const auto found = std::ranges::find(table, value, &Word<Enum>::value);
    return found == table.end() ? std::string_view{"unknown"} : found->text;
}

template<class Enum, std::size_t N> constexpr std::array<Enum, N> valuesOf(const std::array<Word<Enum>, N>& table)
{
    std::array<Enum, N> values{};
    std::ranges::transform(table, values.begin(), &Word<Enum>::value);
    return values;
}

template<class Enum, std::size_t N>
std::optional<Enum> valueOf(const std::array<Word<Enum>, N>& table, std::string_view text)
{
    const auto found = std::ranges::find(table, text, &Word<Enum>::text);
    return found == table.end() ? std::nullopt : std::optional{found->value};
}

constexpr std::array kHosts{Word{Host::Client, std::string_view{words("core", "client")}},
                            Word{Host::Server, std::string_view{words("core", "server")}}};

constexpr std::array kDirections{Word{Direction::Both, std::string_view{words("core", "both")}},
                                 Word{Direction::ToServer, std::string_view{words("core", "to-server")}},
                                 Word{Direction::ToClient, std::string_view{words("core", "to-client")}}};

constexpr std::array kActivities{
    Word{Activity::Hold, std::string_view{"hold"}},
    Word{Activity::NoRead, std::string_view{"no-read"}},
    Word{Activity::Recv, std::string_view{"recv"}},
    Word{Activity::Send, std::string_view{"send"}},
    Word{Activity::NonblockingSend, std::string_view{"nonblocking-send"}},
    Word{Activity::Request, std::string_view{"request"}},
    Word{Activity::Select, std::string_view{"select"}},
    Word{Activity::Poll, std::string_view{"poll"}},
    Word{Activity::Epoll, std::string_view{"epoll"}},
    Word{Activity::Heartbeat, std::string_view{"heartbeat"}},
    Word{Activity::Connect, std::string_view{"connect"}},
    Word{Activity::Close, std::string_view{"close"}},
    Word{Activity::Qt, std::string_view{"qt"}},
};
constexpr auto kActivityList = valuesOf(kActivities);

constexpr std::array kFaults{
    Word{FaultKind::Drop, std::string_view{words("core", "drop")}},
    Word{FaultKind::Delay, std::string_view{words("core", "delay")}},
    Word{FaultKind::Reset, std::string_view{words("core", "reset")}},
    Word{FaultKind::Reject, std::string_view{words("core", "reject")}},
    Word{FaultKind::NatForget, std::string_view{words("core", "nat-forget")}},
    Word{FaultKind::CableOut, std::string_view{words("core", "cable-out")}},
    Word{FaultKind::InterfaceDown, std::string_view{words("core", "interface-down")}},
    Word{FaultKind::RouteRemoved, std::string_view{words("core", "route-removed")}},
    Word{FaultKind::AddressRemoved, std::string_view{words("core", "address-removed")}},
    Word{FaultKind::NeighbourLost, std::string_view{words("core", "neighbour-lost")}},
    Word{FaultKind::LocalDrop, std::string_view{words("core", "local-drop")}},
    Word{FaultKind::Kill, std::string_view{words("core", "kill")}},
    Word{FaultKind::Freeze, std::string_view{words("core", "freeze")}},
    Word{FaultKind::PowerOff, std::string_view{words("core", "power-off")}},
    Word{FaultKind::Reboot, std::string_view{words("core", "reboot")}},
    Word{FaultKind::Destroy, std::string_view{words("core", "destroy")}},
};
constexpr auto kFaultList = valuesOf(kFaults);
static_assert(kFaultList == [] {
    std::array<FaultKind, kFaultNatures.size()> kinds{};
    std::ranges::transform(kFaultNatures, kinds.begin(), &FaultNature::kind);
    return kinds;
}());

constexpr std::array kPacketChoices{Word{PacketChoice::Any, std::string_view{"any"}},
                                    Word{PacketChoice::Data, std::string_view{"data"}},
                                    Word{PacketChoice::Ack, std::string_view{"ack"}},
                                    Word{PacketChoice::KeepaliveProbe, std::string_view{"keepalive-probe"}}};
constexpr std::array kRouterAnswers{
    Word{RouterAnswer::Silent, std::string_view{"silent"}},       Word{RouterAnswer::Rst, std::string_view{"rst"}},
    Word{RouterAnswer::IcmpHost, std::string_view{"icmp-host"}},  Word{RouterAnswer::IcmpNet, std::string_view{"icmp-net"}},
    Word{RouterAnswer::IcmpPort, std::string_view{"icmp-port"}},  Word{RouterAnswer::IcmpAdmin, std::string_view{"icmp-admin"}},
};

constexpr std::array kPlaces{Word{PlaceKind::Auto, std::string_view{"auto"}},
                             Word{PlaceKind::Namespaces, std::string_view{words("core", "namespaces")}},
                             Word{PlaceKind::Loopback, std::string_view{words("core", "loopback")}}};
constexpr std::array kPaths{Word{PathKind::Routed, std::string_view{"routed"}},
                            Word{PathKind::Direct, std::string_view{"direct"}},
                            Word{PathKind::Loopback, std::string_view{words("core", "loopback")}}};
constexpr std::array kFamilies{Word{Family::Ipv4, std::string_view{"ipv4"}}, Word{Family::Ipv6, std::string_view{"ipv6"}}};

constexpr std::array kNeighbours{Word{Neighbours::Pinned, std::string_view{"pinned"}}, Word{Neighbours::Real, std::string_view{"real"}}};

constexpr std::array kPacketKinds{
    Word{PacketKind::Syn, std::string_view{"SYN"}},
    Word{PacketKind::SynAck, std::string_view{"SYN-ACK"}},
    Word{PacketKind::Data, std::string_view{words("core", "data")}},
    Word{PacketKind::Retransmission, std::string_view{words("core", "retransmission")}},
    Word{PacketKind::Ack, std::string_view{"ACK"}},
    Word{PacketKind::Probe, std::string_view{words("core", "probe")}},
    Word{PacketKind::Answer, std::string_view{words("core", "answer")}},
    Word{PacketKind::Fin, std::string_view{"FIN"}},
    Word{PacketKind::Rst, std::string_view{"RST"}},
    Word{PacketKind::Icmp, std::string_view{"ICMP"}},
    Word{PacketKind::Arp, std::string_view{"ARP"}},
    Word{PacketKind::Ndp, std::string_view{"NDP"}},
    Word{PacketKind::Other, std::string_view{words("core", "other")}},
};
constexpr std::array kPacketFates{Word{PacketFate::Delivered, std::string_view{"delivered"}},
                                  Word{PacketFate::Dropped, std::string_view{"dropped"}},
                                  Word{PacketFate::Rejected, std::string_view{"rejected"}},
                                  Word{PacketFate::Lost, std::string_view{"lost"}}};

constexpr std::array kStates{
    Word{TcpState::Established, std::string_view{"ESTABLISHED"}}, Word{TcpState::SynSent, std::string_view{"SYN-SENT"}},
    Word{TcpState::SynRecv, std::string_view{"SYN-RECV"}},        Word{TcpState::FinWait1, std::string_view{"FIN-WAIT-1"}},
    Word{TcpState::FinWait2, std::string_view{"FIN-WAIT-2"}},     Word{TcpState::TimeWait, std::string_view{"TIME-WAIT"}},
    Word{TcpState::Close, std::string_view{"CLOSE"}},             Word{TcpState::CloseWait, std::string_view{"CLOSE-WAIT"}},
    Word{TcpState::LastAck, std::string_view{"LAST-ACK"}},        Word{TcpState::Listen, std::string_view{"LISTEN"}},
    Word{TcpState::Closing, std::string_view{"CLOSING"}},         Word{TcpState::NewSynRecv, std::string_view{"NEW-SYN-RECV"}},
};
constexpr std::array kTimers{Word{KernelTimer::None, std::string_view{words("core", "none")}},
                             Word{KernelTimer::Retransmit, std::string_view{words("core", "retransmit")}},
                             Word{KernelTimer::Keepalive, std::string_view{words("core", "keepalive")}},
                             Word{KernelTimer::TimeWait, std::string_view{"time-wait"}},
                             Word{KernelTimer::WindowProbe, std::string_view{words("core", "window-probe")}}};

constexpr std::array kDecidedBy{
    Word{DecidedBy::Nobody, std::string_view{"nobody"}},
    Word{DecidedBy::KeepaliveCount, std::string_view{"keepalive-count"}},
    Word{DecidedBy::UserTimeout, std::string_view{"user-timeout"}},
    Word{DecidedBy::RetransmissionLimit, std::string_view{"retransmission-limit"}},
    Word{DecidedBy::WindowProbes, std::string_view{"window-probes"}},
    Word{DecidedBy::SynRetries, std::string_view{"syn-retries"}},
    Word{DecidedBy::OrphanLimit, std::string_view{"orphan-limit"}},
    Word{DecidedBy::CallTimeout, std::string_view{"call-timeout"}},
    Word{DecidedBy::PeerRst, std::string_view{"peer-rst"}},
    Word{DecidedBy::PeerFin, std::string_view{"peer-fin"}},
    Word{DecidedBy::Local, std::string_view{"local"}},
};
constexpr std::array kVerdicts{
    Word{Verdict::Inside, std::string_view{"inside"}},
    Word{Verdict::Early, std::string_view{"early"}},
    Word{Verdict::Late, std::string_view{"late"}},
    Word{Verdict::WrongErrno, std::string_view{"wrong-errno"}},
    Word{Verdict::NeverAsPredicted, std::string_view{"never-as-predicted"}},
    Word{Verdict::Unexpected, std::string_view{"unexpected"}},
    Word{Verdict::Missing, std::string_view{"missing"}},
    Word{Verdict::NotApplicable, std::string_view{"not-applicable"}},
};

} // namespace

std::string_view name(Host host) { return wordOf(kHosts, host); }
std::string_view name(Direction direction) { return wordOf(kDirections, direction); }
std::optional<Host> hostFromName(std::string_view text) { return valueOf(kHosts, text); }
std::optional<Direction> directionFromName(std::string_view text) { return valueOf(kDirections, text); }

std::string_view name(Activity activity) { return wordOf(kActivities, activity); }
std::optional<Activity> activityFromName(std::string_view text) { return valueOf(kActivities, text); }
std::span<const Activity> allActivities() { return kActivityList; }

std::string_view detectingCall(Activity activity)
{
    switch (activity) {
    case Activity::Hold:
    case Activity::NoRead:
        return "";
    case Activity::Send:
    case Activity::NonblockingSend:
        return "send";
    case Activity::Heartbeat:
        return "heartbeat";
    case Activity::Close:
        return "close";
    case Activity::Connect:
        return "connect";
    case Activity::Qt:
        return "QTcpSocket";
    case Activity::Select:
        return "select";
    case Activity::Poll:
        return "poll";
    case Activity::Epoll:
        return "epoll_wait";
    case Activity::Recv:
    case Activity::Request:
        break;
    }
    return "recv";
}

std::string_view name(FaultKind kind) { return wordOf(kFaults, kind); }
std::optional<FaultKind> faultKindFromName(std::string_view text) { return valueOf(kFaults, text); }
std::span<const FaultKind> allFaultKinds() { return kFaultList; }
std::string_view name(PacketChoice choice) { return wordOf(kPacketChoices, choice); }
std::optional<PacketChoice> packetChoiceFromName(std::string_view text) { return valueOf(kPacketChoices, text); }
std::string_view name(RouterAnswer answer) { return wordOf(kRouterAnswers, answer); }
std::optional<RouterAnswer> routerAnswerFromName(std::string_view text) { return valueOf(kRouterAnswers, text); }

std::string_view name(PlaceKind place) { return wordOf(kPlaces, place); }
std::string_view name(PathKind path) { return wordOf(kPaths, path); }
std::string_view name(Family family) { return wordOf(kFamilies, family); }
std::string_view name(Neighbours neighbours) { return wordOf(kNeighbours, neighbours); }

std::string_view name(PacketKind kind) { return wordOf(kPacketKinds, kind); }
std::string_view name(PacketFate fate) { return wordOf(kPacketFates, fate); }
std::optional<PacketKind> packetKindFromName(std::string_view text) { return valueOf(kPacketKinds, text); }
std::optional<PacketFate> packetFateFromName(std::string_view text) { return valueOf(kPacketFates, text); }

std::string_view name(TcpState state) { return wordOf(kStates, state); }
std::string_view name(KernelTimer timer) { return wordOf(kTimers, timer); }

std::optional<TcpState> tcpStateFromName(std::string_view text) { return valueOf(kStates, text); }
std::optional<KernelTimer> kernelTimerFromName(std::string_view text) { return valueOf(kTimers, text); }

std::string_view name(DecidedBy decidedBy) { return wordOf(kDecidedBy, decidedBy); }
std::string_view name(Verdict verdict) { return wordOf(kVerdicts, verdict); }

} // namespace halfopen
