// SPDX-License-Identifier: GPL-3.0-or-later
// Experiment files: what is read, what is refused and in which words.
#include "core/experiment_codec.h"

#include <gtest/gtest.h>

#include <string>

namespace halfopen {
namespace {

constexpr const char* kExample = R"({
  "format": "halfopen-experiment/1",
  "title": "Idle reader, keepalive 5/3/3",
  "place": "auto",
  "path": "routed",
  "family": "ipv4",
  "time_limit_s": 60,
  "sysctl": { "tcp_retries2": 5 },
  "pairs": [
    { "name": "reader",
      "client": { "activity": "recv", "SO_KEEPALIVE": 1, "TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 3, "TCP_KEEPCNT": 3 },
      "server": { "activity": "hold" } }
  ],
  "faults": [ { "kind": "drop", "at_s": 1.0, "direction": "both", "heal_after_s": 30 } ]
})";

TEST(ExperimentCodec, ReadsTheDocumentedExample)
{
    const auto read = parseExperiment(kExample);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->title, "Idle reader, keepalive 5/3/3");
    EXPECT_EQ(read->sysctl.at("tcp_retries2"), 5);
    ASSERT_EQ(read->pairs.size(), 1U);
    const Endpoint& client = read->pairs[0].client;
    EXPECT_EQ(client.activity, Activity::Recv);
    EXPECT_EQ(client.options.keepAlive, true);
    EXPECT_EQ(client.options.keepIdleSeconds, 5);
    EXPECT_EQ(client.options.keepIntervalSeconds, 3);
    EXPECT_EQ(client.options.keepCount, 3);
    EXPECT_EQ(client.options.userTimeoutMs, std::nullopt);
    ASSERT_EQ(read->faults.size(), 1U);
    EXPECT_EQ(read->faults[0].healAfterSeconds, 30.0);
}

TEST(ExperimentCodec, FillsDefaults)
{
    const auto read = parseExperiment(R"({"format":"halfopen-experiment/1","pairs":[{"client":{}}],"faults":[{"kind":"kill"}]})");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->place, PlaceKind::Auto);
    EXPECT_EQ(read->timeLimitSeconds, 60.0);
    EXPECT_EQ(read->pairs[0].name, "pair 1");
    EXPECT_EQ(read->pairs[0].server.activity, Activity::Hold);
    EXPECT_EQ(read->faults[0].atSeconds, 1.0);
    EXPECT_EQ(read->faults[0].host, Host::Server);
    EXPECT_FALSE(read->title.empty());
}

TEST(ExperimentCodec, WrittenTextReadsBackEqual)
{
    const auto first = parseExperiment(kExample);
    ASSERT_TRUE(first);
    Experiment full = *first;
    full.family = Family::Ipv6;
    full.pairs[0].server.activity = Activity::Send;
    full.pairs[0].server.sendIntervalSeconds = 0.25;
    full.pairs[0].server.sendBytes = 100;
    full.pairs[0].server.options.sendTimeoutSeconds = 1.5;
    full.pairs[0].server.options.noDelay = true;
    full.pairs.push_back({"full", {.activity = Activity::NonblockingSend, .sendBytes = 9}, {.activity = Activity::NoRead}});
    full.pairs.push_back({"beats",
                          {.activity = Activity::Heartbeat, .heartbeatIntervalSeconds = 0.5, .heartbeatTimeoutSeconds = 2},
                          {.activity = Activity::Close, .sendBytes = 9}});
    OptionChange change{.atSeconds = 4.5};
    change.options.userTimeoutMs = 2000;
    change.options.keepAlive = false;
    full.pairs.push_back({"late", {.activity = Activity::Connect, .changes = {change, change}}, {}});
    full.pairs.push_back({"toolkit", {.activity = Activity::Qt, .sendIntervalSeconds = 0.5}, {}});
    full.pairs.push_back({"asks", {.activity = Activity::Request, .requestAtSeconds = 0.5}, {.activity = Activity::Recv}});
    full.faults.push_back({.kind = FaultKind::CableOut, .atSeconds = 2.25, .healAfterSeconds = 0.5, .host = Host::Client});
    const auto again = parseExperiment(writeExperiment(full));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, full);
    const auto line = parseExperiment(writeExperimentLine(full));
    ASSERT_TRUE(line);
    EXPECT_EQ(*line, full);
    EXPECT_EQ(writeExperimentLine(full).find('\n'), std::string::npos);
}

TEST(ExperimentCodec, LoopbackPlaceHasOnlyItsPath)
{
    const auto read = parseExperiment(R"({"format":"halfopen-experiment/1","place":"loopback","pairs":[{"client":{}}]})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->path, PathKind::Loopback);
    const auto byPath = parseExperiment(R"({"format":"halfopen-experiment/1","path":"loopback","pairs":[{"client":{}}]})");
    ASSERT_TRUE(byPath);
    EXPECT_EQ(byPath->place, PlaceKind::Loopback);
}

TEST(ExperimentCodec, AnotherPlaceIsReadAsIfItWereWritten)
{
    const auto text = [](std::string_view keys) {
        return std::string(R"({"format":"halfopen-experiment/1",)").append(keys).append(R"("pairs":[{"client":{}}]})");
    };
    const auto moved = parseExperiment(text(R"("place":"loopback",)"), PlaceKind::Namespaces);
    ASSERT_TRUE(moved) << "no path is written, so it is the new place's";
    EXPECT_EQ(moved->place, PlaceKind::Namespaces);
    EXPECT_EQ(moved->path, PathKind::Routed);
    const auto refused = parseExperiment(text(R"("path":"routed",)"), PlaceKind::Loopback);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("path is 'routed'"), std::string::npos) << refused.error().message;
    EXPECT_FALSE(parseExperiment(text(R"("path":"loopback",)"), PlaceKind::Namespaces));
    const auto only = parseExperiment(text(R"("path":"loopback",)"), PlaceKind::Auto);
    ASSERT_TRUE(only);
    EXPECT_EQ(only->place, PlaceKind::Loopback);
}

struct Refusal
{
    const char* name;
    std::string text;
    const char* sentence;
};

std::string withClient(const std::string& client)
{
    return R"({"format":"halfopen-experiment/1","pairs":[{"client":)" + client + "}]}";
}

std::string withFault(const std::string& fault)
{
    return R"({"format":"halfopen-experiment/1","pairs":[{"client":{}}],"faults":[)" + fault + "]}";
}

class ExperimentRefusal : public testing::TestWithParam<Refusal>
{};

TEST_P(ExperimentRefusal, SaysWhatAndWhere)
{
    const auto read = parseExperiment(GetParam().text);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().message, GetParam().sentence);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, ExperimentRefusal,
    testing::Values(
        Refusal{"noFormat", R"({"pairs":[{"client":{}}]})", "format is missing."},
        Refusal{"otherFormat", R"({"format":"halfopen-experiment/2","pairs":[{"client":{}}]})",
                "format is 'halfopen-experiment/2', but this version reads 'halfopen-experiment/1'."},
        Refusal{"noPairs", R"({"format":"halfopen-experiment/1"})", "pairs is missing."},
        Refusal{"emptyPairs", R"({"format":"halfopen-experiment/1","pairs":[]})",
                "pairs is empty, but an experiment needs at least one pair."},
        Refusal{"noClient", R"({"format":"halfopen-experiment/1","pairs":[{}]})", "pairs[0].client is missing."},
        Refusal{"array", "[1]", "The experiment has to be an object {…}, not array."},
        Refusal{"unknownTop", R"({"format":"halfopen-experiment/1","pairs":[{"client":{}}],"tiem_limit_s":5})",
                "tiem_limit_s is not a known key."},
        Refusal{"unknownOption", withClient(R"({"TCP_KEEPIDEL":5})"), "pairs[0].client.TCP_KEEPIDEL is not a known key."},
        Refusal{"range", withClient(R"({"TCP_KEEPIDLE":0})"), "pairs[0].client.TCP_KEEPIDLE is 0, but has to be 1 to 32767 s."},
        Refusal{"flag", withClient(R"({"SO_KEEPALIVE":2})"), "pairs[0].client.SO_KEEPALIVE is 2, but has to be 0 or 1."},
        Refusal{"whole", withClient(R"({"TCP_KEEPCNT":2.5})"), "pairs[0].client.TCP_KEEPCNT is 2.5, but has to be a whole number."},
        Refusal{"type", withClient(R"({"TCP_KEEPIDLE":"5"})"),
                "pairs[0].client.TCP_KEEPIDLE has to be a number (1 to 32767 s), not string."},
        Refusal{"activity", withClient(R"({"activity":"read"})"), "pairs[0].client.activity is 'read', which is not a known activity."},
        Refusal{"serverConnects", R"({"format":"halfopen-experiment/1","pairs":[{"client":{},"server":{"activity":"connect"}}]})",
                "pairs[0].server has the activity connect, but only a client connects."},
        Refusal{"noHeartbeat", withClient(R"({"heartbeat_interval_s":1})"),
                "pairs[0].client.heartbeat_interval_s belongs to the activity heartbeat."},
        Refusal{"heartbeatRange", withClient(R"({"activity":"heartbeat","heartbeat_timeout_s":0})"),
                "pairs[0].client.heartbeat_timeout_s is 0, but has to be 0.001 to 1000000 s."},
        Refusal{"setRange", withClient(R"({"set":[{"at_s":1,"TCP_KEEPCNT":0}]})"),
                "pairs[0].client.set[0].TCP_KEEPCNT is 0, but has to be 1 to 127."},
        Refusal{"setWhen", withClient(R"({"set":[{"TCP_KEEPCNT":1}]})"), "pairs[0].client.set[0].at_s is missing."},
        Refusal{"setWhat", withClient(R"({"set":[{"at_s":1}]})"),
                "pairs[0].client.set[0].at_s stands alone: name at least one option that changes then."},
        Refusal{"setList", withClient(R"({"set":{"at_s":1}})"), "pairs[0].client.set has to be a list […], not object."},
        Refusal{"linger", withClient(R"({"SO_LINGER":-1})"), "pairs[0].client.SO_LINGER is -1, but has to be 0 to 32767 s."},
        Refusal{"fault", withFault(R"({"kind":"explode"})"), "faults[0].kind is 'explode', which is not a known fault."},
        Refusal{"percent", withFault(R"({"kind":"drop","percent":130})"), "faults[0].percent is 130, but has to be 0 to 100 %."},
        Refusal{"healKill", withFault(R"({"kind":"kill","heal_after_s":1})"),
                "faults[0].heal_after_s cannot be given: a killed program stays dead."},
        Refusal{"dropHost", withFault(R"({"kind":"drop","host":"client"})"),
                "faults[0].host does not belong to fault 'drop', which acts in the router."},
        Refusal{"place", R"({"format":"halfopen-experiment/1","place":"virtual-time","pairs":[{"client":{}}]})",
                "place 'virtual-time' is not available in this version."},
        Refusal{"loopbackPath", R"({"format":"halfopen-experiment/1","place":"loopback","path":"routed","pairs":[{"client":{}}]})",
                "path is 'routed', but place 'loopback' has only the path 'loopback'."},
        Refusal{"directLoopback", R"({"format":"halfopen-experiment/1","place":"loopback","path":"direct","pairs":[{"client":{}}]})",
                "path is 'direct', but place 'loopback' has only the path 'loopback'."},
        Refusal{"pathWord", R"({"format":"halfopen-experiment/1","path":"scenic","pairs":[{"client":{}}]})",
                "path is 'scenic', but has to be routed, direct or loopback."},
        Refusal{"neighbours", R"({"format":"halfopen-experiment/1","neighbours":"nice","pairs":[{"client":{}}]})",
                "neighbours is 'nice', but has to be pinned or real."},
        Refusal{"neighboursLoopback", R"({"format":"halfopen-experiment/1","place":"loopback","neighbours":"real","pairs":[{"client":{}}]})",
                "neighbours does not belong to place 'loopback', which has no neighbours."},
        Refusal{"sysctl", R"({"format":"halfopen-experiment/1","sysctl":{"tcp_retries3":1},"pairs":[{"client":{}}]})",
                "sysctl.tcp_retries3 is not a known key."},
        Refusal{"thin", R"({"format":"halfopen-experiment/1","sysctl":{"tcp_thin_linear_timeouts":2},"pairs":[{"client":{}}]})",
                "sysctl.tcp_thin_linear_timeouts is 2, but has to be 0 or 1."},
        Refusal{"congestion", R"({"format":"halfopen-experiment/1","sysctl":{"tcp_congestion_control":"New Reno"},"pairs":[{"client":{}}]})",
                "sysctl.tcp_congestion_control is 'New Reno', but has to be the name of a congestion control, as cubic or reno."},
        Refusal{"longCongestion",
                R"({"format":"halfopen-experiment/1","sysctl":{"tcp_congestion_control":"sixteen_letters_"},"pairs":[{"client":{}}]})",
                "sysctl.tcp_congestion_control is 'sixteen_letters_', but has to be the name of a congestion control, as cubic or "
                "reno."},
        Refusal{"twice", R"({"format":"halfopen-experiment/1","format":"x","pairs":[{"client":{}}]})",
                "format is given twice in one object."},
        Refusal{"timeLimit", R"({"format":"halfopen-experiment/1","time_limit_s":1e9,"pairs":[{"client":{}}]})",
                "time_limit_s is 1000000000, but has to be 0.1 to 1000000 s."}),
    [](const auto& tested) { return std::string{tested.param.name}; });

TEST(ExperimentCodec, PathAndNeighboursAreReadAndWritten)
{
    const std::string text = R"({"format":"halfopen-experiment/1","path":"direct","neighbours":"real","pairs":[{"client":{}}]})";
    const auto read = parseExperiment(text);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->path, PathKind::Direct);
    EXPECT_EQ(read->neighbours, Neighbours::Real);
    const auto again = parseExperiment(writeExperiment(*read));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *read);
    EXPECT_FALSE(parseExperiment(text, PlaceKind::Loopback));
    Experiment plain = *read;
    plain.path = PathKind::Routed;
    plain.neighbours = Neighbours::Pinned;
    EXPECT_EQ(writeExperiment(plain).find("neighbours"), std::string::npos);
    EXPECT_EQ(writeExperiment(plain).find("path"), std::string::npos);
}

TEST(ExperimentCodec, AHostThatIsOffForGoodDoesNotReboot)
{
    const auto read = [](const std::string& faults) {
        return parseExperiment(R"({"format":"halfopen-experiment/1","pairs":[{"client":{}}],"faults":[)" + faults + "]}");
    };
    const std::string off = R"({"kind":"power-off","at_s":1,"host":"server"})";
    const auto refused = read(off + R"(,{"kind":"reboot","at_s":6,"host":"server"})");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("let the server reboot after its power-off"), std::string::npos) << refused.error().message;
    EXPECT_FALSE(read(R"({"kind":"reboot","at_s":1,"host":"server"},)" + off)) << "at the same time it is off as well";
    EXPECT_TRUE(read(off + R"(,{"kind":"reboot","at_s":6,"host":"client"})"));
    EXPECT_TRUE(read(R"({"kind":"reboot","at_s":0.5,"host":"server"},)" + off)) << "it dies while it is away, or later";
}

TEST(ExperimentCodec, CongestionControlIsASysctlToo)
{
    const auto read = parseExperiment(
        R"({"format":"halfopen-experiment/1","sysctl":{"tcp_congestion_control":"reno","tcp_thin_linear_timeouts":1},"pairs":[{"client":{}}]})");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->congestionControl, "reno");
    EXPECT_EQ(read->sysctl, (std::map<std::string, std::int64_t>{{"tcp_thin_linear_timeouts", 1}}));
    EXPECT_EQ(*parseExperiment(writeExperiment(*read)), *read);
    EXPECT_TRUE(parseExperiment(
        R"({"format":"halfopen-experiment/1","sysctl":{"tcp_congestion_control":"no_such_one"},"pairs":[{"client":{}}]})"))
        << "the kernel decides what there is";
    Experiment alone;
    alone.pairs.resize(1);
    EXPECT_TRUE(fitsLoopback(alone));
    alone.congestionControl = "cubic";
    ASSERT_FALSE(fitsLoopback(alone));
    EXPECT_NE(fitsLoopback(alone).error().message.find("tcp_congestion_control"), std::string::npos);
}

TEST(ExperimentCodec, TruncatedTextIsRefusedAtEveryLength)
{
    const std::string whole = kExample;
    for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
        const auto read = parseExperiment(std::string_view{whole}.substr(0, length));
        ASSERT_FALSE(read) << length;
        EXPECT_EQ(read.error().message.rfind("This is no valid JSON", 0), 0U) << read.error().message;
    }
}

TEST(ExperimentCodec, HugeAndDeepTextsAreRefused)
{
    EXPECT_FALSE(parseExperiment(std::string(kMaxExperimentBytes + 1, ' ')));
    EXPECT_FALSE(parseExperiment(std::string(100'000, '[')));
    EXPECT_FALSE(parseExperiment(std::string(1000, '[') + std::string(1000, ']')));
}

TEST(ExperimentCodec, LoopbackCannotDoEverything)
{
    Experiment experiment;
    experiment.pairs.resize(1);
    EXPECT_TRUE(fitsLoopback(experiment));
    experiment.sysctl["tcp_retries2"] = 5;
    ASSERT_FALSE(fitsLoopback(experiment));
    experiment.sysctl.clear();
    experiment.path = PathKind::Direct;
    EXPECT_FALSE(fitsLoopback(experiment));
    experiment.path = PathKind::Routed;
    experiment.neighbours = Neighbours::Real;
    EXPECT_FALSE(fitsLoopback(experiment));
    experiment.neighbours = Neighbours::Pinned;
    experiment.faults.push_back({.kind = FaultKind::CableOut});
    EXPECT_NE(fitsLoopback(experiment).error().message.find("cable-out"), std::string::npos);
}

std::string refusal(std::string_view text)
{
    const auto read = parseExperiment(text);
    return read ? std::string{} : read.error().message;
}

TEST(ExperimentCodec, AKeyGivenTwiceIsNamedWithItsPlace)
{
    EXPECT_EQ(refusal(R"({"format":"halfopen-experiment/1","pairs":[{"client":{}},{"name":"x","client":{"TCP_KEEPIDLE":1,"TCP_KEEPIDLE":2}}]})"),
              "pairs[1].client.TCP_KEEPIDLE is given twice in one object.");
    EXPECT_EQ(refusal(R"({"title":"a","faults":[[],{"kind":"drop"},{"kind":"drop","kind":"drop"}],"pairs":[]})"),
              "faults[2].kind is given twice in one object.");
    EXPECT_EQ(refusal(R"({"title":"a","title":"a"})"), "title is given twice in one object.");
}

TEST(ExperimentCodec, AKeyInAMessageIsBoundedAndCannotSteerATerminal)
{
    const std::string escaped = refusal("{\"format\":\"halfopen-experiment/1\",\"pairs\":[{\"client\":{}}],\"\\u001b[2J\":1}");
    EXPECT_EQ(escaped, "?[2J is not a known key.");
    std::string longKey(99, 'k');
    longKey += "\u00e4\u00e4";
    EXPECT_EQ(refusal("{\"format\":\"halfopen-experiment/1\",\"pairs\":[{\"client\":{}}],\"" + longKey + "\":1}"),
              std::string(99, 'k') + " is not a known key.");
    const std::string twice = "\"" + std::string(100'000, 'k') + "\":1";
    EXPECT_LT(refusal("{" + twice + "," + twice + "}").size(), 200U);
}

} // namespace
} // namespace halfopen
