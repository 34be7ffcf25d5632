// SPDX-License-Identifier: GPL-3.0-or-later
// Predictions for the whole catalogue of faults and activities, against figures that were measured or worked out by hand.
#include "core/predictor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <functional>

#include <fmt/format.h>

namespace halfopen::catalogue {
namespace {

struct Case
{
    const char* name;
    Experiment experiment;
    int result;
    int errorNumber;
    double from; // the prediction lies within [from, to] and …
    double to;
    std::vector<double> measured; // … these figures within the prediction
    DecidedBy decidedBy;
    int hz = 250;
};

std::ostream& operator<<(std::ostream& out, const Case& tested) { return out << tested.name; }

Endpoint does(Activity activity, const std::function<void(Endpoint&)>& more = {})
{
    Endpoint endpoint{.activity = activity};
    if (more)
        more(endpoint);
    return endpoint;
}

Endpoint alive(int idle, int interval, int count, int userTimeoutMs = 0)
{
    return does(Activity::Recv, [&](Endpoint& end) {
        end.options = {.keepAlive = true, .keepIdleSeconds = idle, .keepIntervalSeconds = interval, .keepCount = count};
        if (userTimeoutMs)
            end.options.userTimeoutMs = userTimeoutMs;
    });
}

Endpoint withTimeout(Activity activity, int userTimeoutMs)
{
    return does(activity, [&](Endpoint& end) { end.options.userTimeoutMs = userTimeoutMs; });
}

Experiment with(Endpoint client, Fault fault, std::map<std::string, std::int64_t> sysctl = {}, Endpoint server = {.activity = Activity::Recv})
{
    Experiment experiment;
    experiment.pairs.push_back({"p", std::move(client), std::move(server)});
    experiment.faults.push_back(fault);
    experiment.sysctl = std::move(sysctl);
    experiment.timeLimitSeconds = 3000;
    return experiment;
}

Fault at(FaultKind kind, Host host = Host::Server) { return {.kind = kind, .host = host}; }

Fault rejecting(RouterAnswer with, Direction direction = Direction::Both) { return {.kind = FaultKind::Reject, .direction = direction, .with = with}; }

Experiment over(Family family, Experiment experiment)
{
    experiment.family = family;
    return experiment;
}

Endpoint paced(double interval)
{
    return does(Activity::Send, [&](Endpoint& end) { end.sendIntervalSeconds = interval; });
}

std::string shown(const Prediction& prediction)
{
    std::string text{name(prediction.decidedBy)};
    for (const PredictionMode& mode : prediction.modes)
        text += fmt::format(" {:.3f}-{:.3f} {}/{}", toSeconds(mode.at.earliest), toSeconds(mode.at.latest), mode.result, mode.errorNumber);
    return text + (prediction.mayBeNever ? " or never: " : ": ") + prediction.why;
}

Prediction ofClient(const Experiment& experiment, int hz = 250)
{
    KernelProfile kernel;
    kernel.hz = hz;
    kernel.major = 6;
    kernel.minor = 18;
    return predict(experiment, kernel).front();
}

class Catalogue : public testing::TestWithParam<Case>
{};

TEST_P(Catalogue, EndsAsWorkedOutByHand)
{
    const Case& tested = GetParam();
    const Prediction prediction = ofClient(tested.experiment, tested.hz);
    ASSERT_FALSE(prediction.never()) << shown(prediction);
    EXPECT_EQ(prediction.decidedBy, tested.decidedBy) << shown(prediction);
    EXPECT_FALSE(prediction.mayBeNever) << shown(prediction);
    EXPECT_GE(toSeconds(prediction.hull().earliest), tested.from - 1e-6) << shown(prediction);
    EXPECT_LE(toSeconds(prediction.hull().latest), tested.to + 1e-6) << shown(prediction);
    for (const PredictionMode& mode : prediction.modes) {
        EXPECT_EQ(mode.result, tested.result) << shown(prediction);
        EXPECT_EQ(mode.errorNumber, tested.errorNumber) << shown(prediction);
    }
    for (const double measured : tested.measured) {
        EXPECT_TRUE(std::ranges::any_of(prediction.modes, [measured](const PredictionMode& mode) {
            return toSeconds(mode.at.earliest) - 0.03 <= measured && measured <= toSeconds(mode.at.latest) + 0.06;
        })) << measured << " " << shown(prediction);
    }
    EXPECT_FALSE(prediction.why.empty());
}

using F = FaultKind;
using R = RouterAnswer;
using D = DecidedBy;
const Endpoint kRequest = does(Activity::Request);
const Endpoint kConnect = does(Activity::Connect);
const Endpoint kClose = does(Activity::Close);

// A SYN with nobody there: 1 s, then the linear ones (since 6.5), then doubling; measured on 6.18 at HZ 250.
INSTANTIATE_TEST_SUITE_P(
    Connect, Catalogue,
    testing::Values(Case{"retries1", with(kConnect, at(F::PowerOff), {{"tcp_syn_retries", 1}}), -1, ETIMEDOUT, 3.0, 3.15, {3.08}, D::SynRetries},
                    Case{"retries2", with(kConnect, at(F::PowerOff), {{"tcp_syn_retries", 2}}), -1, ETIMEDOUT, 7.0, 7.25, {7.13}, D::SynRetries},
                    Case{"retries3", with(kConnect, at(F::PowerOff), {{"tcp_syn_retries", 3}}), -1, ETIMEDOUT, 19.2, 19.8, {19.5}, D::SynRetries},
                    Case{"retries4", with(kConnect, at(F::PowerOff), {{"tcp_syn_retries", 4}}), -1, ETIMEDOUT, 35.0, 36.1, {35.6}, D::SynRetries},
                    Case{"retries6", with(kConnect, at(F::PowerOff)), -1, ETIMEDOUT, 131.0, 136.0, {133.5}, D::SynRetries},
                    Case{"linear0retries1", with(kConnect, at(F::PowerOff), {{"tcp_syn_retries", 1}, {"tcp_syn_linear_timeouts", 0}}), -1, ETIMEDOUT, 3.0, 3.1, {3.04}, D::SynRetries},
                    Case{"linear0retries2", with(kConnect, at(F::PowerOff), {{"tcp_syn_retries", 2}, {"tcp_syn_linear_timeouts", 0}}), -1, ETIMEDOUT, 7.0, 7.35, {7.15}, D::SynRetries},
                    Case{"linear0retries3", with(kConnect, at(F::PowerOff), {{"tcp_syn_retries", 3}, {"tcp_syn_linear_timeouts", 0}}), -1, ETIMEDOUT, 15.0, 15.6, {15.3, 15.5}, D::SynRetries},
                    Case{"linear0retries6", with(kConnect, at(F::PowerOff), {{"tcp_syn_linear_timeouts", 0}}), -1, ETIMEDOUT, 127.0, 131.5, {129.5}, D::SynRetries},
                    Case{"synCount1", with(does(Activity::Connect, [](Endpoint& end) { end.options.synCount = 1; }), at(F::PowerOff)), -1, ETIMEDOUT, 3.0, 3.15, {3.08}, D::SynRetries},
                    Case{"userTimeoutShort", with(withTimeout(Activity::Connect, 500), at(F::PowerOff)), -1, ETIMEDOUT, 1.0, 1.09, {1.02}, D::UserTimeout},
                    Case{"userTimeout5s", with(withTimeout(Activity::Connect, 5000), at(F::PowerOff)), -1, ETIMEDOUT, 5.0, 5.2, {}, D::UserTimeout},
                    Case{"sendTimeout", with(does(Activity::Connect, [](Endpoint& end) { end.options.sendTimeoutSeconds = 2; }), at(F::PowerOff)), -1, EINPROGRESS, 2.0, 2.07, {2.016}, D::CallTimeout},
                    Case{"refused", with(kConnect, rejecting(R::Rst)), -1, ECONNREFUSED, 0, 0.06, {0.001}, D::PeerRst},
                    Case{"noRoute", with(kConnect, at(F::RouteRemoved, Host::Client)), -1, ENETUNREACH, 0, 0.04, {0.001}, D::Local},
                    Case{"noNeighbour", with(kConnect, at(F::NeighbourLost, Host::Client)), -1, EHOSTUNREACH, 3.0, 3.15, {3.07}, D::Local},
                    Case{"icmpHost", with(kConnect, rejecting(R::IcmpHost)), -1, EHOSTUNREACH, 0, 1.1, {0.001, 1.01, 1.03}, D::Local},
                    Case{"icmpNet", with(kConnect, rejecting(R::IcmpNet)), -1, ENETUNREACH, 0, 1.1, {1.02}, D::Local},
                    Case{"icmpPort", with(kConnect, rejecting(R::IcmpPort)), -1, ECONNREFUSED, 0, 1.1, {1.02}, D::Local},
                    Case{"icmpAdmin", with(kConnect, rejecting(R::IcmpAdmin)), -1, EHOSTUNREACH, 0, 1.1, {1.02}, D::Local}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// close() with a message unacknowledged: FIN-WAIT-1 until the model of tcp_orphan_retries is over.
INSTANTIATE_TEST_SUITE_P(
    Close, Catalogue,
    testing::Values(Case{"retries0", with(kClose, at(F::PowerOff)), 0, 0, 103.0, 109.0, {106.9}, D::OrphanLimit},
                    Case{"retries1", with(kClose, at(F::PowerOff), {{"tcp_orphan_retries", 1}}), 0, 0, 1.4, 1.6, {1.5}, D::OrphanLimit},
                    Case{"retries2", with(kClose, at(F::PowerOff), {{"tcp_orphan_retries", 2}}), 0, 0, 3.0, 3.25, {3.1}, D::OrphanLimit},
                    Case{"retries3", with(kClose, at(F::PowerOff), {{"tcp_orphan_retries", 3}}), 0, 0, 6.3, 6.8, {6.6}, D::OrphanLimit},
                    Case{"retries4", with(kClose, at(F::PowerOff), {{"tcp_orphan_retries", 4}}), 0, 0, 6.3, 6.8, {6.6}, D::OrphanLimit},
                    Case{"retries5", with(kClose, at(F::PowerOff), {{"tcp_orphan_retries", 5}}), 0, 0, 12.9, 13.6, {13.2}, D::OrphanLimit},
                    Case{"userTimeout", with(withTimeout(Activity::Close, 5000), at(F::PowerOff)), 0, 0, 5.2, 5.6, {5.4}, D::UserTimeout},
                    Case{"rtoMax1s", with(kClose, at(F::PowerOff), {{"tcp_rto_max_ms", 1000}}), 0, 0, 2.4, 2.7, {2.6}, D::OrphanLimit}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// Keepalive 1/1/3 idle since up to 20 ms before t = 0, the fault 1 s after it: 3 × 1.024 s and 1.004 to 1.032 s before.
// Whatever a router says to a probe, and whatever keeps the own host from sending it, the time and the errno stay.
INSTANTIATE_TEST_SUITE_P(
    Keepalive, Catalogue,
    testing::Values(Case{"icmpHost", with(alive(1, 1, 3), rejecting(R::IcmpHost)), -1, ETIMEDOUT, 3.0, 4.14, {}, D::KeepaliveCount},
                    Case{"icmpPort", with(alive(2, 1, 3), rejecting(R::IcmpPort)), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"icmpHostWithRecverr", with([] { Endpoint end = alive(2, 1, 3); end.options.receiveErrors = true; return end; }(), rejecting(R::IcmpHost)), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"interfaceDown", with(alive(2, 1, 3), at(F::InterfaceDown, Host::Client)), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"routeRemoved", with(alive(2, 1, 3), at(F::RouteRemoved, Host::Client)), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"addressRemovedThere", with(alive(2, 1, 3), at(F::AddressRemoved)), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"neighbourLost", with(alive(2, 1, 3), at(F::NeighbourLost, Host::Client)), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"powerOff", with(alive(2, 1, 3), at(F::PowerOff)), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"probesDropped", with(alive(2, 1, 3), {.kind = F::Drop, .only = PacketChoice::KeepaliveProbe}), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"answersDropped", with(alive(2, 1, 3), {.kind = F::Drop, .direction = Direction::ToClient, .only = PacketChoice::Ack}), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"reboot", with(alive(2, 1, 3), {.kind = F::Reboot, .backAfterSeconds = 1.5}), -1, ECONNRESET, 1.97, 2.1, {}, D::PeerRst}, // by the second probe
                    Case{"rebootQuick", with(alive(2, 1, 3), {.kind = F::Reboot, .backAfterSeconds = 0.5}), -1, ECONNRESET, 0.97, 1.05, {}, D::PeerRst},
                    Case{"rejectedWithReset", with(alive(2, 1, 3), rejecting(R::Rst)), -1, ECONNRESET, 0.97, 1.05, {}, D::PeerRst},
                    Case{"natSilent", with(alive(3, 1, 3), {.kind = F::NatForget, .idleSeconds = 1.5}), -1, ETIMEDOUT, 5.0, 5.35, {}, D::KeepaliveCount},
                    Case{"natReset", with(alive(3, 1, 3), {.kind = F::NatForget, .with = R::Rst, .idleSeconds = 1.5}), -1, ECONNRESET, 1.97, 2.28, {}, D::PeerRst},
                    Case{"oneLostProbeOfOne", with(alive(2, 1, 1), {.kind = F::Drop, .only = PacketChoice::KeepaliveProbe, .nth = 1}), -1, ETIMEDOUT, 1.97, 2.1, {}, D::KeepaliveCount},
                    Case{"thirdLostProbeOfOne", with(alive(2, 1, 1), {.kind = F::Drop, .only = PacketChoice::KeepaliveProbe, .nth = 3}), -1, ETIMEDOUT, 6.0, 6.6, {}, D::KeepaliveCount},
                    Case{"countSetLate", with([] { Endpoint end = alive(2, 1, 9); end.changes = {{2.5, {.keepCount = 3}}}; return end; }(), at(F::PowerOff)), -1, ETIMEDOUT, 4.02, 4.13, {4.08}, D::KeepaliveCount},
                    Case{"idleSetLate", with([] { Endpoint end = alive(60, 1, 3); end.changes = {{2.0, {.keepIdleSeconds = 2}}}; return end; }(), at(F::PowerOff)), -1, ETIMEDOUT, 4.0, 4.16, {}, D::KeepaliveCount},
                    Case{"switchedOnLate", with([] { Endpoint end = alive(2, 1, 3); end.options.keepAlive = false; end.changes = {{5.0, {.keepAlive = true}}}; return end; }(), at(F::PowerOff)), -1, ETIMEDOUT, 9.05, 9.15, {}, D::KeepaliveCount}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// A request 0.05 s after the fault. tcp_retries2 = 3: 6.62 to 6.87 s after it where it is silent.
INSTANTIATE_TEST_SUITE_P(
    Request, Catalogue,
    testing::Values(Case{"icmpPort", with(kRequest, rejecting(R::IcmpPort), {{"tcp_retries2", 3}}), -1, ECONNREFUSED, 6.6, 7.0, {6.79}, D::RetransmissionLimit},
                    Case{"icmpAdmin", with(kRequest, rejecting(R::IcmpAdmin), {{"tcp_retries2", 3}}), -1, EHOSTUNREACH, 6.6, 7.0, {6.77}, D::RetransmissionLimit},
                    Case{"icmpAdminIpv6", over(Family::Ipv6, with(kRequest, rejecting(R::IcmpAdmin), {{"tcp_retries2", 3}})), -1, EACCES, 6.6, 7.0, {}, D::RetransmissionLimit},
                    Case{"icmpPortWithUserTimeout", with(withTimeout(Activity::Request, 4000), rejecting(R::IcmpPort)), -1, ECONNREFUSED, 4.4, 4.75, {4.52, 4.56}, D::UserTimeout},
                    Case{"icmpHost", with(kRequest, rejecting(R::IcmpHost), {{"tcp_retries2", 3}}), -1, EHOSTUNREACH, 3.45, 5.0, {}, D::RetransmissionLimit},
                    Case{"icmpHostOvershootsUserTimeout", with(withTimeout(Activity::Request, 4000), rejecting(R::IcmpHost)), -1, EHOSTUNREACH, 4.45, 6.0, {5.28, 5.30}, D::UserTimeout},
                    Case{"icmpHostDefault", with(kRequest, rejecting(R::IcmpHost)), -1, EHOSTUNREACH, 925.0, 928.0, {926.4}, D::RetransmissionLimit},
                    Case{"icmpHostRecverr", with(does(Activity::Request, [](Endpoint& end) { end.options.receiveErrors = true; }), rejecting(R::IcmpHost)), -1, EHOSTUNREACH, 0.05, 0.5, {0.051, 0.26}, D::Local},
                    Case{"interfaceDown", with(kRequest, at(F::InterfaceDown, Host::Client), {{"tcp_retries2", 3}}), -1, ETIMEDOUT, 3.1, 3.3, {3.17, 3.19}, D::WindowProbes},
                    Case{"routeRemovedUserTimeout", with(withTimeout(Activity::Request, 5000), at(F::RouteRemoved, Host::Client)), -1, ETIMEDOUT, 5.2, 5.6, {}, D::UserTimeout},
                    Case{"interfaceDownIpv6", over(Family::Ipv6, with(kRequest, at(F::InterfaceDown, Host::Client), {{"tcp_retries2", 3}})), -1, ENETUNREACH, 3.1, 3.3, {3.168, 3.179}, D::WindowProbes},
                    Case{"routeRemovedIpv6Keepalive", over(Family::Ipv6, with(alive(1, 1, 3), at(F::RouteRemoved, Host::Client))), -1, ENETUNREACH, 3.0, 4.2, {3.0727, 4.093}, D::KeepaliveCount},
                    Case{"routeRemovedKeepalive", with(alive(1, 1, 3), at(F::RouteRemoved, Host::Client)), -1, ETIMEDOUT, 3.0, 4.2, {}, D::KeepaliveCount},
                    Case{"interfaceDownThere", with(kRequest, at(F::InterfaceDown), {{"tcp_retries2", 3}}), -1, ETIMEDOUT, 6.6, 7.0, {6.81}, D::RetransmissionLimit},
                    Case{"localDrop", with(kRequest, at(F::LocalDrop, Host::Client), {{"tcp_retries2", 3}}), -1, ETIMEDOUT, 1.7, 1.95, {}, D::WindowProbes},
                    Case{"neighbourLostShort", with(withTimeout(Activity::Request, 1500), at(F::NeighbourLost, Host::Client)), -1, ETIMEDOUT, 1.5, 1.7, {}, D::UserTimeout},
                    // the loss probe finds the segment still waiting, so the first retransmission comes at once
                    Case{"neighbourLostTwice", with(kRequest, at(F::NeighbourLost, Host::Client), {{"tcp_retries2", 2}}), -1, ETIMEDOUT, 1.45, 1.56, {1.511, 1.5406}, D::RetransmissionLimit},
                    // IPv6: what waited is sent again at 3.1 s, and the timer begins anew
                    Case{"neighbourLostIpv6", over(Family::Ipv6, with(kRequest, at(F::NeighbourLost, Host::Client), {{"tcp_retries2", 3}})), -1, EHOSTUNREACH, 4.7, 4.85, {4.768, 4.791}, D::RetransmissionLimit},
                    Case{"neighbourLostIpv6Longer", over(Family::Ipv6, with(kRequest, at(F::NeighbourLost, Host::Client), {{"tcp_retries2", 4}})), -1, EHOSTUNREACH, 9.4, 9.8, {9.514, 9.548}, D::RetransmissionLimit},
                    Case{"neighbourLostIpv6UserTimeout", over(Family::Ipv6, with(withTimeout(Activity::Request, 8000), at(F::NeighbourLost, Host::Client))), -1, EHOSTUNREACH, 9.4, 9.8, {9.535, 9.659}, D::UserTimeout},
                    Case{"neighbourLostLong", with(kRequest, at(F::NeighbourLost, Host::Client), {{"tcp_retries2", 5}}), -1, EHOSTUNREACH, 12.6, 16.8, {}, D::RetransmissionLimit},
                    Case{"reset", with(kRequest, at(F::Reset)), -1, ECONNRESET, 0.05, 0.06, {0.0505}, D::PeerRst},
                    Case{"rejectedWithReset", with(kRequest, rejecting(R::Rst)), -1, ECONNRESET, 0.05, 0.06, {0.0505}, D::PeerRst},
                    Case{"rebootedBefore", with(kRequest, {.kind = F::Reboot, .backAfterSeconds = 0.02}), -1, ECONNRESET, 0.05, 0.06, {0.051}, D::PeerRst},
                    Case{"reboot", with(kRequest, {.kind = F::Reboot, .backAfterSeconds = 0.3}), -1, ECONNRESET, 0.45, 0.5, {}, D::PeerRst},
                    Case{"dataDropped", with(kRequest, {.kind = F::Drop, .only = PacketChoice::Data}, {{"tcp_retries2", 3}}), -1, ETIMEDOUT, 6.6, 7.0, {6.81}, D::RetransmissionLimit},
                    Case{"acksDropped", with(kRequest, {.kind = F::Drop, .only = PacketChoice::Ack}, {{"tcp_retries2", 3}}), -1, ETIMEDOUT, 6.6, 7.0, {6.81}, D::RetransmissionLimit},
                    // UT = 1 s set 2.5 s after the data: dead at the next expiry, 3.4 s after it; set after 8 s: 13.5 s
                    Case{"userTimeoutSetLate", with([] { Endpoint end = kRequest; end.changes = {{3.55, {.userTimeoutMs = 1000}}}; return end; }(), at(F::PowerOff)), -1, ETIMEDOUT, 3.2, 3.6, {3.45}, D::UserTimeout},
                    Case{"userTimeoutSetLater", with([] { Endpoint end = kRequest; end.changes = {{9.05, {.userTimeoutMs = 1000}}}; return end; }(), at(F::PowerOff)), -1, ETIMEDOUT, 13.2, 13.7, {13.55}, D::UserTimeout},
                    Case{"thinLinear4", with(kRequest, at(F::PowerOff), {{"tcp_retries2", 4}, {"tcp_thin_linear_timeouts", 1}}), -1, ETIMEDOUT, 7.8, 8.4, {8.15}, D::RetransmissionLimit},
                    Case{"thinLinear5", with(kRequest, at(F::PowerOff), {{"tcp_retries2", 5}, {"tcp_thin_linear_timeouts", 1}}), -1, ETIMEDOUT, 14.3, 15.1, {14.75}, D::RetransmissionLimit}),
    [](const auto& tested) { return std::string{tested.param.name}; });

INSTANTIATE_TEST_SUITE_P(
    Others, Catalogue,
    testing::Values(Case{"resetWakesReader", with(does(Activity::Epoll), at(F::Reset)), -1, ECONNRESET, 0, 0.01, {0.0005}, D::PeerRst},
                    Case{"destroyedHere", with(does(Activity::Recv), at(F::Destroy, Host::Client)), -1, ECONNABORTED, 0, 0.01, {0.0005}, D::Local},
                    Case{"destroyedThere", with(does(Activity::Poll), at(F::Destroy)), -1, ECONNRESET, 0, 0.01, {0.0005}, D::PeerRst},
                    Case{"senderReset", with(does(Activity::NonblockingSend), at(F::Reset)), -1, ECONNRESET, 0, 0.06, {0.001}, D::PeerRst},
                    // what was under way is acknowledged where the host still hears, the rest never leaves it
                    Case{"senderWithoutInterface", with(does(Activity::Send), at(F::InterfaceDown, Host::Client), {{"tcp_retries2", 3}}), -1, ENETUNREACH, 3.0, 3.7, {}, D::RetransmissionLimit},
                    Case{"senderWithoutRoute", with(does(Activity::Send), at(F::RouteRemoved, Host::Client), {{"tcp_retries2", 3}}), -1, ETIMEDOUT, 3.0, 3.8, {}, D::WindowProbes},
                    Case{"senderCongested", with(does(Activity::Send), at(F::LocalDrop, Host::Client), {{"tcp_retries2", 3}}), -1, ETIMEDOUT, 1.7, 2.0, {1.793, 1.7996, 1.819}, D::WindowProbes},
                    // the loss probe carries what Nagle's algorithm has held back, and nothing is sent again outside the timer
                    Case{"pacedNeighbourLostIpv6", over(Family::Ipv6, with(paced(0.1), at(F::NeighbourLost, Host::Client), {{"tcp_retries2", 3}})), -1, EHOSTUNREACH, 3.2, 3.9, {3.462, 3.5}, D::RetransmissionLimit},
                    Case{"pacedWithoutRoute", with(paced(0.5), at(F::RouteRemoved, Host::Client), {{"tcp_retries2", 3}}), -1, ETIMEDOUT, 3.1, 4.6, {}, D::WindowProbes},
                    Case{"nonblockingAsBlocking", with(does(Activity::NonblockingSend), at(F::PowerOff), {{"tcp_retries2", 5}}), -1, ETIMEDOUT, 13.0, 14.7, {13.4}, D::RetransmissionLimit},
                    Case{"neverReads", with(withTimeout(Activity::Send, 5000), at(F::Freeze), {}, does(Activity::NoRead)), -1, ETIMEDOUT, 4.1, 5.0, {}, D::UserTimeout},
                    Case{"heartbeat", with(does(Activity::Heartbeat), at(F::PowerOff)), -1, 0, 2.99, 4.03, {3.5}, D::CallTimeout},
                    Case{"heartbeatOfAFrozenPeer", with(does(Activity::Heartbeat), at(F::Freeze)), -1, 0, 2.98, 4.03, {3.5}, D::CallTimeout},
                    Case{"heartbeatDestroyed", with(does(Activity::Heartbeat), at(F::Destroy)), -1, ECONNRESET, 0, 0.01, {0.0005}, D::PeerRst},
                    Case{"qtAsRecv", with(does(Activity::Qt), at(F::Kill)), 0, 0, 0, 0.01, {0.001}, D::PeerFin}),
    [](const auto& tested) { return std::string{tested.param.name}; });

struct NeverCase
{
    const char* name;
    Experiment experiment;
};

class Survivor : public testing::TestWithParam<NeverCase>
{};

TEST_P(Survivor, NeverEnds)
{
    const Prediction prediction = ofClient(GetParam().experiment);
    EXPECT_TRUE(prediction.never()) << shown(prediction);
    EXPECT_FALSE(prediction.why.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Survivor,
    testing::Values(NeverCase{"delayedAnswers", with(alive(2, 1, 3), {.kind = F::Delay, .delayMs = 900})},
                    NeverCase{"delayedRequest", with(kRequest, {.kind = F::Delay, .delayMs = 900}, {{"tcp_retries2", 3}})},
                    NeverCase{"natKeptAlive", with(alive(1, 1, 3), {.kind = F::NatForget, .idleSeconds = 1.5})},
                    NeverCase{"natWithoutTraffic", with(does(Activity::Recv), {.kind = F::NatForget, .with = R::Rst, .idleSeconds = 1.5})},
                    NeverCase{"oneOfThreeProbesLost", with(alive(2, 1, 3), {.kind = F::Drop, .only = PacketChoice::KeepaliveProbe, .nth = 2})},
                    NeverCase{"theirProbesDropped", with(alive(2, 1, 3), {.kind = F::Drop, .direction = Direction::ToClient, .only = PacketChoice::KeepaliveProbe})},
                    NeverCase{"dataDroppedWhileIdle", with(alive(2, 1, 3), {.kind = F::Drop, .only = PacketChoice::Data})},
                    NeverCase{"probesDroppedDataNot", with(kRequest, {.kind = F::Drop, .only = PacketChoice::KeepaliveProbe})},
                    NeverCase{"ownQueueDropsProbes", with(alive(2, 1, 3), at(F::LocalDrop, Host::Client))},
                    NeverCase{"noPercent", with(alive(2, 1, 3), {.kind = F::Drop, .percent = 0})},
                    NeverCase{"reader", with(does(Activity::Recv), at(F::InterfaceDown, Host::Client))},
                    NeverCase{"connects", with(kConnect, at(F::Freeze))},
                    NeverCase{"connectsAfterReset", with(kConnect, at(F::Reset))},
                    NeverCase{"heartbeatWithoutBareAcks", with(does(Activity::Heartbeat), {.kind = F::Drop, .only = PacketChoice::Ack})},
                    NeverCase{"answersWithoutBareAcks", with(does(Activity::Recv), {.kind = F::Drop, .only = PacketChoice::Ack}, {}, does(Activity::Heartbeat))},
                    NeverCase{"requestOfATalkingPeer", with(kRequest, {.kind = F::Drop, .only = PacketChoice::Ack}, {{"tcp_retries2", 3}}, paced(0.5))},
                    NeverCase{"noProbeIsDueWhileThePeerTalks", with(alive(2, 1, 3), {.kind = F::Drop, .only = PacketChoice::KeepaliveProbe}, {}, paced(0.5))},
                    NeverCase{"heartbeatAnswered", with(does(Activity::Heartbeat), {.kind = F::Drop, .healAfterSeconds = 1})},
                    NeverCase{"keepaliveSwitchedOff", with([] { Endpoint end = alive(2, 1, 3); end.changes = {{1.5, {.keepAlive = false}}}; return end; }(), at(F::PowerOff))}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// By bad luck three probes in a row are lost, at the earliest the first three, or never.
TEST(ChancePrediction, KeepaliveMayDieAtAnyTimeOrNever)
{
    const Prediction prediction = ofClient(with(alive(2, 1, 3), {.kind = F::Drop, .percent = 50}));
    EXPECT_TRUE(prediction.mayBeNever);
    ASSERT_FALSE(prediction.never());
    EXPECT_NEAR(toSeconds(prediction.hull().earliest), 4.04, 0.05) << shown(prediction);
    EXPECT_GT(toSeconds(prediction.hull().latest), 2000) << shown(prediction);
}

// The last packet goes by at t = 0 or just before, a second before the fault.
TEST(ForgetfulMiddlebox, IsPredictedToForget)
{
    const Prediction silent = ofClient(with(does(Activity::Recv), {.kind = F::NatForget, .idleSeconds = 4}));
    ASSERT_EQ(silent.forgotten.size(), 1U);
    EXPECT_NEAR(toSeconds(silent.forgotten.front()), 3.0, 0.05);
    const Prediction impatient = ofClient(with(does(Activity::Recv), {.kind = F::NatForget, .idleSeconds = 0.5}));
    ASSERT_EQ(impatient.forgotten.size(), 1U);
    EXPECT_NEAR(toSeconds(impatient.forgotten.front()), 0.0, 1e-6) << "not before its rule is in force";
    EXPECT_TRUE(ofClient(with(alive(1, 1, 3), {.kind = F::NatForget, .idleSeconds = 1.5})).forgotten.empty());
    EXPECT_TRUE(ofClient(with(does(Activity::Recv), {.kind = F::NatForget, .healAfterSeconds = 2, .idleSeconds = 4})).forgotten.empty());
}

TEST(ClosePrediction, ItsPeerHearsOfItWhereTheWayIsOpen)
{
    const auto open = predict(with(kClose, at(F::Freeze, Host::Client)), KernelProfile{});
    EXPECT_FALSE(open[0].applicable);
    Experiment experiment = with(kClose, at(F::PowerOff));
    experiment.faults.clear();
    const Prediction heard = predict(experiment, KernelProfile{}).back();
    ASSERT_EQ(heard.modes.size(), 1U) << shown(heard);
    EXPECT_EQ(heard.modes[0].result, 0);
    const Prediction cut = predict(with(kClose, {.kind = F::Drop}), KernelProfile{}).back();
    EXPECT_TRUE(cut.never()) << shown(cut);
}

// Nothing is connected, so the server's keepalive has nothing to watch.
TEST(ConnectPrediction, TheServerWaitsForever)
{
    const Prediction prediction = predict(with(kConnect, {.kind = F::Drop}, {}, alive(1, 1, 3)), KernelProfile{}).back();
    EXPECT_TRUE(prediction.never()) << shown(prediction);
}

// Its RST may be lost as well, or not.
TEST(ChancePrediction, ThePeerMayHearOfThatDeath)
{
    const Prediction prediction = predict(with(alive(2, 1, 3), {.kind = F::Drop, .percent = 50}), KernelProfile{}).back();
    ASSERT_FALSE(prediction.never());
    EXPECT_TRUE(prediction.mayBeNever);
    EXPECT_EQ(prediction.modes[0].errorNumber, ECONNRESET);
}

// Measured: 0.028 and 0.033 s after the fault, at the reader of a full-speed sender.
TEST(RejectPrediction, AReaderIsResetForItsAcknowledgements)
{
    const Prediction prediction = predict(with(does(Activity::Send), rejecting(R::Rst)), KernelProfile{}).back();
    ASSERT_FALSE(prediction.never());
    EXPECT_EQ(prediction.modes[0].errorNumber, ECONNRESET);
    EXPECT_GT(toSeconds(prediction.hull().latest), 0.033);
}

// Probes and answers take 5 s a way: keepalive 1/1/2 gives up after 2 to 3 s, and its RST arrives 5 s later.
TEST(DelayPrediction, AVeryLateResetArrives)
{
    const Prediction prediction = predict(with(alive(1, 1, 2), {.kind = F::Delay, .delayMs = 5000}), KernelProfile{}).back();
    ASSERT_FALSE(prediction.never());
    EXPECT_GT(toSeconds(prediction.hull().earliest), 6.9);
}

// The request's segment is repeated at known times: it is lost each time, or acknowledged once.
TEST(ChancePrediction, ARequestDiesAtItsTimeOrNever)
{
    const Prediction prediction = ofClient(with(kRequest, {.kind = F::Drop, .percent = 30}, {{"tcp_retries2", 3}}));
    EXPECT_TRUE(prediction.mayBeNever);
    EXPECT_LT(toSeconds(prediction.hull().latest), 7.0) << shown(prediction);
}

TEST(ChancePrediction, ALaterCutIsCertain)
{
    Experiment experiment = with(alive(2, 1, 3), {.kind = F::Drop, .percent = 50});
    experiment.faults.push_back({.kind = F::PowerOff, .atSeconds = 20});
    const Prediction prediction = ofClient(experiment);
    EXPECT_FALSE(prediction.mayBeNever) << shown(prediction);
    EXPECT_LT(toSeconds(prediction.hull().latest), 25) << shown(prediction);
}

// Our own end is destroyed: the other one hears a RST, and its prediction says so.
TEST(DestroyPrediction, BothEnds)
{
    KernelProfile kernel;
    const auto both = predict(with(does(Activity::Recv), at(F::Destroy, Host::Client)), kernel);
    EXPECT_EQ(both[0].modes.at(0).errorNumber, ECONNABORTED);
    EXPECT_EQ(both[1].modes.at(0).errorNumber, ECONNRESET);
    const auto gone = predict(with(does(Activity::Recv), at(F::PowerOff)), kernel);
    EXPECT_FALSE(gone[1].applicable);
}

} // namespace
} // namespace halfopen::catalogue
