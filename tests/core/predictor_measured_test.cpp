// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that were measured on a real kernel (6.18, HZ 250) where two ends, or two faults, have to be seen together.
#include "core/predictor.h"
#include "core/timer_chain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

#include <fmt/format.h>

namespace halfopen::measured {
namespace {

struct Case
{
    const char* name;
    Experiment experiment;
    Host end;
    int result;
    int errorNumber;
    std::vector<double> measured; // seconds since the first fault
};

std::ostream& operator<<(std::ostream& out, const Case& tested) { return out << tested.name; }

using A = Activity;
using F = FaultKind;

Endpoint does(Activity activity, SocketOptions options = {})
{
    return {.activity = activity, .options = options};
}

Endpoint sends(double pause, SocketOptions options = {})
{
    Endpoint end = does(A::Send, options);
    end.sendIntervalSeconds = pause;
    return end;
}

Endpoint requestAt(double seconds, SocketOptions options = {})
{
    Endpoint end = does(A::Request, options);
    end.requestAtSeconds = seconds;
    return end;
}

Endpoint asks(double interval, double timeout, SocketOptions options = {})
{
    Endpoint end = does(A::Heartbeat, options);
    end.heartbeatIntervalSeconds = interval;
    end.heartbeatTimeoutSeconds = timeout;
    return end;
}

SocketOptions kept(int idle, int interval, int count)
{
    return {.keepAlive = true, .keepIdleSeconds = idle, .keepIntervalSeconds = interval, .keepCount = count};
}

Experiment between(Endpoint client, Endpoint server, std::vector<Fault> faults, std::map<std::string, std::int64_t> sysctl = {})
{
    Experiment experiment;
    experiment.pairs.push_back({"p", std::move(client), std::move(server)});
    experiment.faults = std::move(faults);
    experiment.sysctl = std::move(sysctl);
    return experiment;
}

Experiment killedInHole(Endpoint client, Direction direction, double heal, double kill)
{
    return between(std::move(client), does(A::Recv),
                   {{.kind = F::Drop, .atSeconds = 1, .healAfterSeconds = heal, .direction = direction}, {.kind = F::Kill, .atSeconds = 1 + kill}});
}

Experiment over(Family family, PathKind path, Experiment experiment)
{
    experiment.family = family;
    experiment.path = path;
    return experiment;
}

std::string shown(const Prediction& prediction)
{
    std::string text{name(prediction.decidedBy)};
    for (const PredictionMode& mode : prediction.modes)
        text += fmt::format(" {:.3f}-{:.3f} {}/{}", toSeconds(mode.at.earliest), toSeconds(mode.at.latest), mode.result, mode.errorNumber);
    return text + (prediction.mayBeNever ? " or never: " : ": ") + prediction.why;
}

class Measured : public testing::TestWithParam<Case>
{};

TEST_P(Measured, LiesInsideAMode)
{
    const Case& tested = GetParam();
    KernelProfile kernel;
    kernel.hz = 250;
    kernel.major = 6;
    kernel.minor = 18;
    const auto predictions = predict(tested.experiment, kernel);
    const Prediction& prediction = *findPrediction(predictions, 0, tested.end);
    ASSERT_FALSE(prediction.never()) << shown(prediction);
    for (const double measured : tested.measured) {
        EXPECT_TRUE(std::ranges::any_of(prediction.modes, [&](const PredictionMode& mode) {
            return mode.result == tested.result && mode.errorNumber == tested.errorNumber && toSeconds(mode.at.earliest) - 0.03 <= measured &&
                   measured <= toSeconds(mode.at.latest) + 0.06;
        })) << measured << ": " << shown(prediction);
    }
}

constexpr Direction kToClient = Direction::ToClient;
constexpr Direction kToServer = Direction::ToServer;

// A program dies while one way is broken. Its FIN is lost: data meets the orphan, which answers with a RST that is lost as well,
// and what is repeated after the heal finds no socket. Or the FIN arrives, and data meets the RST only after the heal.
INSTANTIATE_TEST_SUITE_P(
    Goodbye, Measured,
    testing::Values(Case{"finLostSenderRepeats", killedInHole(sends(0.1), kToClient, 0.3, 0.1), Host::Client, -1, ECONNRESET, {0.388}},
                    Case{"finRepeatedBeforeData", killedInHole(sends(0.4), kToClient, 0.3, 0.25), Host::Client, -1, EPIPE, {0.999}},
                    Case{"finRepeatedBeforeData1s", killedInHole(sends(0.4), kToClient, 1, 0.1), Host::Client, -1, ECONNRESET, {1.409}},
                    Case{"finLostLongHole", killedInHole(sends(0.1), kToClient, 3, 0.1), Host::Client, -1, ECONNRESET, {3.598}},
                    Case{"finLostFullSpeed", killedInHole(does(A::Send), kToClient, 0.3, 0.1), Host::Client, -1, EPIPE, {0.341}},
                    Case{"finLostRequest", killedInHole(requestAt(0.5), kToClient, 1, 0.1), Host::Client, -1, ECONNRESET, {1.351}},
                    Case{"finHeardDataLost", killedInHole(sends(0.1), kToServer, 0.3, 0.1), Host::Client, -1, EPIPE, {0.587}},
                    Case{"finHeardDataLostLater", killedInHole(sends(0.4), kToServer, 0.3, 0.25), Host::Client, -1, EPIPE, {0.615}},
                    // SO_LINGER 0: close() says RST
                    Case{"closeSaysReset", between(does(A::Close, {.lingerSeconds = 0}), does(A::Epoll), {{.kind = F::Delay, .delayMs = 150}}), Host::Server, -1,
                         ECONNRESET, {0.1513}},
                    // what waited for its neighbour leaves as soon as that answers
                    Case{"finAtTheNeighboursReturn", between(does(A::Close), does(A::Recv), {{.kind = F::NeighbourLost, .healAfterSeconds = 0.858, .host = Host::Client}}),
                         Host::Server, 0, 0, {0.8623}}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// What an orphan meets: data that nobody will read ends it at once.
INSTANTIATE_TEST_SUITE_P(
    Orphan, Measured,
    testing::Values(Case{"unreadData", between(does(A::Close), sends(0.1), {{.kind = F::Drop}}), Host::Client, 0, 0, {0.003, 0.014}},
                    Case{"dataAfterwards", between(requestAt(0.05), does(A::Close), {{.kind = F::RouteRemoved, .atSeconds = 2.15}}), Host::Server, 0, 0, {0.0561}},
                    Case{"killedPeer", between(does(A::Close), does(A::Recv), {{.kind = F::Kill}}, {{"tcp_fin_timeout", 4}}), Host::Client, 0, 0, {0.0082, 0.0093}},
                    // close() waits 3 s, late by up to 0.26 s: the timeout after 3.1 s may still find a program
                    Case{"lingers", between(does(A::Hold), does(A::Close, {.lingerSeconds = 3}), {{.kind = F::CableOut}}, {{"tcp_orphan_retries", 1}}), Host::Server, 0, 0,
                         {6.515, 6.527, 6.552}}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// The peer's segments count as well: they put keepalive off, set probe counts back, and are answered.
INSTANTIATE_TEST_SUITE_P(
    HeardFromThePeer, Measured,
    testing::Values(Case{"aRequestPutsKeepaliveOff",
                         between(requestAt(0.3), does(A::Poll, kept(3, 1, 1)), {{.kind = F::Drop, .atSeconds = 1.298, .only = PacketChoice::KeepaliveProbe}}), Host::Server, -1,
                         ETIMEDOUT, {4.325}},
                    Case{"aRequestBeginsTheWaitAnew",
                         between(does(A::Recv, {.receiveTimeoutSeconds = 2.5}), requestAt(0.05), {{.kind = F::Delay, .direction = kToClient, .delayMs = 400}}), Host::Client, -1,
                         EAGAIN, {3.0075}},
                    Case{"anAcknowledgementIsRejected",
                         between(requestAt(3.961), does(A::Epoll), {{.kind = F::Reject, .direction = kToClient, .with = RouterAnswer::Rst}}), Host::Server, -1, ECONNRESET,
                         {3.9616}},
                    Case{"nobodyAnswersBeforeItsOwnRequest", between(requestAt(0.05), asks(0.2, 1.039), {{.kind = F::RouteRemoved, .atSeconds = 1.12}}), Host::Server, -1, 0,
                         {-0.081}}),
    [](const auto& tested) { return std::string{tested.param.name}; });

INSTANTIATE_TEST_SUITE_P(
    OwnHost, Measured,
    testing::Values(Case{"theNetworkGoesWithTheAddress",
                         over(Family::Ipv6, PathKind::Direct, between(does(A::Poll), requestAt(0.05), {{.kind = F::AddressRemoved}}, {{"tcp_retries2", 3}})), Host::Server, -1,
                         ENETUNREACH, {3.1909, 3.191}},
                    // Nagle's algorithm leaves one small segment out: a thin stream, however quick the program
                    Case{"naglesStreamIsThin", between(sends(0.1), does(A::Recv), {{.kind = F::AddressRemoved}}, {{"tcp_retries2", 1}, {"tcp_thin_linear_timeouts", 1}}),
                         Host::Client, -1, ETIMEDOUT, {1.15}}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// A frozen program does nothing before it goes on, a dead one nothing any more.
INSTANTIATE_TEST_SUITE_P(
    Programs, Measured,
    testing::Values(Case{"closesWhenThawed", between(does(A::Recv), does(A::Close, {.lingerSeconds = 0}), {{.kind = F::Freeze, .atSeconds = 0.923, .healAfterSeconds = 3.847}}),
                         Host::Client, -1, ECONNRESET, {3.8495}},
                    Case{"saysGoodbyeWhenThawed", between(does(A::Select), does(A::Close), {{.kind = F::Freeze, .atSeconds = 1.802, .healAfterSeconds = 5.093}}), Host::Client, 0,
                         0, {5.0937}},
                    Case{"noRequestAfterAReboot",
                         between(does(A::Epoll, kept(5, 3, 3)), requestAt(0.05), {{.kind = F::Reboot, .atSeconds = 1.477, .backAfterSeconds = 2}}), Host::Client, -1, ECONNRESET,
                         {3.6821}},
                    Case{"neverReadBeforeItsOwnRequest",
                         over(Family::Ipv6, PathKind::Routed,
                              between(does(A::Send), requestAt(0.05), {{.kind = F::Reject, .atSeconds = 0.559, .direction = kToClient, .with = RouterAnswer::Rst}},
                                      {{"tcp_retries2", 1}})),
                         Host::Client, -1, ETIMEDOUT, {0.6501}},
                    Case{"answersAfterItsOwnRequest",
                         between(requestAt(0.21, {.userTimeoutMs = 100}), asks(2.643, 3), {{.kind = F::Drop, .atSeconds = 0.994, .direction = kToServer}}), Host::Server, -1, 0,
                         {2.0059}},
                    Case{"naglesAnswerWaits", between(requestAt(0.393), asks(1, 3), {{.kind = F::Drop, .atSeconds = 2.493, .direction = kToClient}}), Host::Server, -1, 0,
                         {0.5066}},
                    Case{"listensNoMore", between(does(A::Connect), does(A::Poll), {{.kind = F::Destroy, .atSeconds = 0.549}}), Host::Client, -1, ECONNREFUSED, {0.0031, 0.0033}}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// What ends a connection before its one request is found by that.
INSTANTIATE_TEST_SUITE_P(
    BeforeARequest, Measured,
    testing::Values(Case{"keepalive", between(requestAt(2.895, kept(1, 1, 2)), does(A::NoRead), {{.kind = F::Drop, .atSeconds = 1.842, .healAfterSeconds = 3.405, .direction = kToClient}}),
                         Host::Client, -1, ETIMEDOUT, {2.8951}},
                    Case{"aRejectedAnswer",
                         between(requestAt(1.987), does(A::Select, kept(2, 1, 9)), {{.kind = F::Reject, .atSeconds = 0.805, .direction = kToServer, .with = RouterAnswer::Rst}}),
                         Host::Client, -1, ECONNRESET, {1.9871}},
                    Case{"aResetAfterTheEnd", // in CLOSE_WAIT
                         between(requestAt(0.3), does(A::Close), {{.kind = F::Reject, .atSeconds = 0.805, .direction = kToServer, .with = RouterAnswer::Rst}}), Host::Client, -1,
                         EPIPE, {0.3003}}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// Of a peer that has given up nothing tells but the RST to the next probe.
INSTANTIATE_TEST_SUITE_P(
    PeerGone, Measured,
    testing::Values(Case{"asAnOrphan",
                         over(Family::Ipv6, PathKind::Routed,
                              between(does(A::Close), does(A::Select, kept(5, 1, 2)), {{.kind = F::InterfaceDown, .atSeconds = 1.228, .healAfterSeconds = 2.601}},
                                      {{"tcp_orphan_retries", 1}, {"tcp_rto_min_us", 20'000}})),
                         Host::Server, -1, ECONNRESET, {3.9528}},
                    Case{"rejected",
                         over(Family::Ipv6, PathKind::Direct,
                              between(requestAt(0.3), does(A::Select), {{.kind = F::Reject, .atSeconds = 2.481, .healAfterSeconds = 3.089, .direction = kToClient, .with = RouterAnswer::Rst}},
                                      {{"tcp_retries2", 4}, {"tcp_early_retrans", 0}})),
                         Host::Client, -1, ECONNRESET, {3.4325, 3.4328}}),
    [](const auto& tested) { return std::string{tested.param.name}; });

// Nothing is lost: FIN_WAIT2 begins at once. Measured 2.0676 s.
TEST(OrphanMeasured, ItsLastWordsArrive)
{
    KernelProfile kernel;
    kernel.hz = 250;
    const Experiment experiment = between(requestAt(2.754), does(A::Close), {{.kind = F::Drop, .atSeconds = 0.368, .only = PacketChoice::KeepaliveProbe}}, {{"tcp_fin_timeout", 2}});
    const auto predictions = predict(experiment, kernel);
    EXPECT_LE(toSeconds(predictions.back().hull().earliest), 2.0676) << shown(predictions.back());
    EXPECT_GE(toSeconds(predictions.back().hull().latest), 2.0676) << shown(predictions.back());
}

// Acknowledgements of its data have waited for the neighbour in vain, and say why.
TEST(KeepaliveMeasured, SaysWhyNobodyAnswers)
{
    const auto errnoWith = [](const Endpoint& client) {
        const auto predictions = predict(between(client, does(A::Recv, kept(1, 1, 4)), {{.kind = F::NeighbourLost, .atSeconds = 2.485, .host = Host::Server}}, {{"tcp_retries2", 4}}), {});
        return predictions.back().never() ? 0 : predictions.back().modes.back().errorNumber;
    };
    EXPECT_EQ(errnoWith(sends(0.429)), EHOSTUNREACH);
    EXPECT_EQ(errnoWith(does(A::Hold)), ETIMEDOUT) << "a probe's number is too old to be believed";
}

// IP_RECVERR tells of the neighbour that does not answer as soon as the host knows. Measured 3.491 s.
TEST(NeighbourMeasured, IsToldAtOnceWhereErrorsAreAskedFor)
{
    const Experiment experiment =
        between(does(A::Epoll), sends(0.5, {.receiveErrors = true}), {{.kind = F::NeighbourLost, .atSeconds = 1.509, .healAfterSeconds = 6.386, .host = Host::Server}}, {{"tcp_retries2", 5}});
    const auto predictions = predict(experiment, KernelProfile{});
    ASSERT_FALSE(predictions.back().never());
    EXPECT_EQ(predictions.back().modes.front().errorNumber, EHOSTUNREACH) << shown(predictions.back());
    EXPECT_LE(toSeconds(predictions.back().hull().earliest), 3.491) << shown(predictions.back());
    EXPECT_GE(toSeconds(predictions.back().hull().latest), 3.491) << shown(predictions.back());
    EXPECT_LT(toSeconds(predictions.back().hull().latest), 4.2) << shown(predictions.back());
}

// The last answer arrives after the cut that takes all later probes: it is no sign that all is well for ever.
TEST(KeepaliveMeasured, ALateAnswerIsNotTheEndOfTheStory)
{
    const Experiment experiment =
        between(does(A::Recv, kept(1, 1, 2)), does(A::NoRead),
                {{.kind = F::Delay, .atSeconds = 2.046, .delayMs = 400}, {.kind = F::Drop, .atSeconds = 5.921, .direction = kToServer, .only = PacketChoice::KeepaliveProbe}});
    const auto predictions = predict(experiment, KernelProfile{});
    ASSERT_FALSE(predictions.front().never());
    EXPECT_FALSE(predictions.front().mayBeNever) << shown(predictions.front());
    EXPECT_EQ(predictions.front().modes.front().errorNumber, ETIMEDOUT);
}

// tcp_ack_probe() ends the timer, and what still cannot leave begins it anew, user timeout and all.
TEST(UnsentMeasured, ASegmentOfThePeerBeginsProbingAnew)
{
    const Experiment experiment = between(requestAt(0.3), does(A::Recv), {{.kind = F::LocalDrop, .atSeconds = 1, .host = Host::Client}});
    const FaultScript script{experiment, Host::Client};
    WindowProbeChain chain{.closedAt = 0.3, .userTimeoutMs = 2500, .segment = Segment::Data};
    const auto died = [&] { return chain.run({250, 0}, script).diedAt.value_or(-1); };
    EXPECT_NEAR(died(), 0.3 + 0.2 + 2.5, 0.1);
    chain.heard = {0.8, 3.3};
    EXPECT_NEAR(died(), 3.3 + 0.2 + 2.5, 0.1);
    chain.heard = {0.8, 6.5};
    EXPECT_NEAR(died(), 0.8 + 0.2 + 2.5, 0.1) << "too late";
}

// Its acknowledgements are lost, its data arrives: what the sender repeats lies before what has been acknowledged, and counts for
// nothing (tcp_sequence()). Measured 5.136 s after a full-speed sender's last new data.
TEST(KeepaliveMeasured, TakesNoNoticeOfOldSegments)
{
    KernelProfile kernel;
    kernel.hz = 250;
    TcpInfo info;
    info.rto = std::chrono::milliseconds{204};
    info.sinceDataSent = info.sinceAckReceived = info.sinceDataReceived = std::chrono::milliseconds{0};
    const std::vector<EndAtFault> measured{{0, Host::Client, info}, {0, Host::Server, info}};
    const Experiment experiment = between(does(A::Send, {.userTimeoutMs = 100}), does(A::Epoll, kept(2, 1, 3)),
                                          {{.kind = F::Drop, .atSeconds = 2.499, .healAfterSeconds = 4.163, .direction = kToClient}}, {{"tcp_retries2", 3}});
    const auto predictions = predict(experiment, kernel, measured);
    ASSERT_FALSE(predictions.back().never());
    const auto& modes = predictions.back().modes;
    EXPECT_TRUE(std::ranges::any_of(modes, [](const PredictionMode& mode) {
        return mode.errorNumber == ETIMEDOUT && toSeconds(mode.at.earliest) <= 5.136 && toSeconds(mode.at.latest) >= 5.1;
    })) << shown(predictions.back());
}

// All of them lived on.
TEST(LivesOnMeasured, WhereThePeersSegmentsArrive)
{
    const auto expectNever = [](const Experiment& experiment, Host end, const std::string& why) {
        KernelProfile kernel;
        kernel.hz = 250;
        const auto predictions = predict(experiment, kernel);
        EXPECT_TRUE(findPrediction(predictions, 0, end)->never()) << why << ": " << shown(*findPrediction(predictions, 0, end));
    };
    expectNever(between(requestAt(1.729, kept(1, 3, 3)), sends(2), {{.kind = F::Drop, .atSeconds = 0.368, .only = PacketChoice::KeepaliveProbe}}), Host::Client,
                "a message every 2 s sets the count of probes back");
    expectNever(between(does(A::Epoll), does(A::Select, {.keepAlive = true, .keepIdleSeconds = 1, .keepIntervalSeconds = 1, .keepCount = 3, .userTimeoutMs = 500}),
                        {{.kind = F::NeighbourLost, .atSeconds = 1.438, .healAfterSeconds = 1.185, .host = Host::Server}}),
                Host::Client, "a probe waits for its neighbour");
    expectNever(over(Family::Ipv6, PathKind::Direct,
                     between(does(A::Select), asks(1.115, 4.889), {{.kind = F::Drop, .atSeconds = 1.589, .healAfterSeconds = 4.869, .direction = kToClient, .only = PacketChoice::Ack}},
                             {{"tcp_retries2", 3}})),
                Host::Client, "the next question acknowledges the last answer");
    expectNever(over(Family::Ipv6, PathKind::Routed,
                     between(requestAt(2.658), asks(0.2, 1, {.userTimeoutMs = 2500}), {{.kind = F::Drop, .atSeconds = 1.842, .healAfterSeconds = 3.405, .direction = kToClient}})),
                Host::Client, "a heartbeat that has come to its verdict asks no more");
}

// SO_KEEPALIVE is switched on 1.5 s before the fault, and a probe was answered since: the next one comes 2 s later.
TEST(KeepaliveMeasured, KnowsWhatWasSetBeforeTheFault)
{
    Endpoint server = does(A::Select, {.userTimeoutMs = 1000});
    server.changes = {{1.459, {.keepAlive = true, .keepCount = 3}}};
    TcpInfo info;
    info.rto = std::chrono::milliseconds{204};
    info.sinceDataSent = info.sinceDataReceived = std::chrono::milliseconds{3000};
    info.sinceAckReceived = std::chrono::milliseconds{516};
    const std::vector<EndAtFault> measured{{0, Host::Server, info}};
    KernelProfile kernel;
    kernel.hz = 250;
    const Experiment experiment = between(does(A::Hold), server, {{.kind = F::Drop, .atSeconds = 2.999}}, {{"tcp_keepalive_time", 1}, {"tcp_keepalive_intvl", 2}});
    const auto predictions = predict(experiment, kernel, measured);
    const Prediction& prediction = predictions.back();
    ASSERT_FALSE(prediction.never());
    EXPECT_LE(toSeconds(prediction.hull().earliest), 3.53) << shown(prediction);
    EXPECT_GE(toSeconds(prediction.hull().latest), 3.518) << shown(prediction);
    EXPECT_LT(toSeconds(prediction.hull().latest), 3.8) << shown(prediction);
}

// 20 kB a second into a buffer of 16 kB: the call waits, and hears of the end at once.
TEST(SenderMeasured, HearsAtOnceWithAFullBuffer)
{
    Endpoint client = sends(0.1, {.sendBufferBytes = 8192});
    client.sendBytes = 2000;
    TcpInfo info;
    info.rto = std::chrono::milliseconds{204};
    info.sinceDataSent = info.sinceAckReceived = info.sinceDataReceived = std::chrono::milliseconds{31};
    const std::vector<EndAtFault> measured{{0, Host::Client, info}};
    KernelProfile kernel;
    kernel.hz = 250;
    const Experiment experiment =
        over(Family::Ipv6, PathKind::Routed, between(client, does(A::Poll), {{.kind = F::RouteRemoved, .atSeconds = 1.725, .host = Host::Client}}, {{"tcp_retries2", 3}}));
    const auto predictions = predict(experiment, kernel, measured);
    EXPECT_LE(toSeconds(predictions.front().hull().earliest), 3.23) << shown(predictions.front());
    EXPECT_LT(toSeconds(predictions.front().hull().latest - predictions.front().hull().earliest), 0.1) << shown(predictions.front());
}

// On loopback a filter of the receiving socket loses the packets: it goes with the socket, and the next probe gets a RST. Measured
// 2.911 s.
TEST(LoopbackMeasured, ADeadSocketFiltersNothing)
{
    Experiment experiment = between(does(A::Select, kept(2, 2, 3)), requestAt(0.05, {.userTimeoutMs = 1000}), {{.kind = F::Drop, .atSeconds = 2.87, .direction = kToServer}});
    experiment.place = PlaceKind::Loopback;
    experiment.family = Family::Ipv6;
    KernelProfile kernel;
    kernel.hz = 250;
    const auto predictions = predict(experiment, kernel);
    ASSERT_EQ(predictions.front().modes.size(), 1U) << shown(predictions.front());
    EXPECT_EQ(predictions.front().modes[0].errorNumber, ECONNRESET);
    EXPECT_NEAR(toSeconds(predictions.front().modes[0].at.latest), 2.911, 0.15) << shown(predictions.front());
}

// Only acknowledgements without data are lost, and the handshake's first two packets are none.
TEST(ConnectMeasured, ASynIsNoBareAcknowledgement)
{
    const auto predictions = predict(between(does(A::Connect), does(A::Epoll), {{.kind = F::Drop, .only = PacketChoice::Ack}}), KernelProfile{});
    EXPECT_TRUE(predictions.front().never()) << shown(predictions.front());
}

// Its cable is out before the queue of its host is: what is sent counts as sent.
TEST(OwnHostMeasured, NoCarrierHidesAFullQueue)
{
    const Experiment experiment = between(does(A::Recv), does(A::Select, kept(2, 1, 3)),
                                          {{.kind = F::LocalDrop, .atSeconds = 1, .host = Host::Server}, {.kind = F::CableOut, .atSeconds = 1.2, .host = Host::Server}});
    const auto predictions = predict(experiment, KernelProfile{});
    EXPECT_NEAR(toSeconds(predictions.back().hull().latest), 4.1, 0.15) << shown(predictions.back());
}

// Sent 1 ms before the kill: unread, and the next call says RST; or read, and the second one says EPIPE. Measured 0.197 to 0.201 s
// and 0.399 s.
TEST(KillMeasured, AMessageInTheSameMomentHasTwoWays)
{
    TcpInfo info;
    info.rto = std::chrono::milliseconds{204};
    info.sinceDataSent = info.sinceAckReceived = info.sinceDataReceived = std::chrono::milliseconds{1};
    const std::vector<EndAtFault> measured{{0, Host::Client, info}};
    const Experiment experiment = between(sends(0.2), does(A::Recv), {{.kind = F::Kill}});
    const Prediction prediction = predict(experiment, KernelProfile{}, measured).front();
    ASSERT_EQ(prediction.modes.size(), 2U) << shown(prediction);
    EXPECT_EQ(prediction.modes[0].errorNumber, ECONNRESET);
    EXPECT_NEAR(toSeconds(prediction.modes[0].at.earliest), 0.199, 0.005) << shown(prediction);
    EXPECT_EQ(prediction.modes[1].errorNumber, EPIPE);
    EXPECT_NEAR(toSeconds(prediction.modes[1].at.latest), 0.404, 0.006) << shown(prediction);
}

} // namespace
} // namespace halfopen::measured
