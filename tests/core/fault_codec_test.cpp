// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of fault as JSON, both ways, and what is refused.
#include "core/fault_codec.h"

#include <gtest/gtest.h>

#include <ranges>

namespace halfopen {
namespace {

struct Read final
{
    Fault fault;
    std::string complaint; // empty: none
};

Read read(const char* text)
{
    const nlohmann::json object = nlohmann::json::parse(text);
    json::ObjectReader reader{object, "faults[0]"};
    Read result;
    result.fault = readFault(reader);
    if (!reader.ok())
        result.complaint = reader.error().message;
    return result;
}

/// A fault of that kind in which nothing is as a file without it would mean.
Fault unusual(FaultKind kind)
{
    Fault fault = defaultFault(kind);
    fault.atSeconds = 2.5;
    if (canHeal(kind))
        fault.healAfterSeconds = 7;
    if (actsAtHost(kind))
        fault.host = Host::Client;
    else if (kind != FaultKind::NatForget)
        fault.direction = Direction::ToClient;
    if (kind == FaultKind::Drop) {
        fault.percent = 30;
        fault.only = PacketChoice::KeepaliveProbe;
        fault.nth = 2;
    }
    if (kind == FaultKind::Delay)
        fault.delayMs = 250.5;
    if (kind == FaultKind::Reject)
        fault.with = RouterAnswer::IcmpPort;
    if (kind == FaultKind::NatForget) {
        fault.with = RouterAnswer::Rst;
        fault.idleSeconds = 350;
    }
    if (kind == FaultKind::Reboot)
        fault.backAfterSeconds = 12.5;
    return fault;
}

TEST(FaultCodec, EveryKindGoesThereAndBack)
{
    for (const FaultKind kind : allFaultKinds()) {
        const Fault fault = unusual(kind);
        const nlohmann::json object = nlohmann::json::parse(faultToJson(fault).dump());
        for (const auto& [key, value] : object.items())
            EXPECT_NE(std::ranges::find(faultKeys(), key), faultKeys().end()) << key;
        json::ObjectReader reader{object, ""};
        EXPECT_EQ(readFault(reader), fault) << name(kind);
        EXPECT_TRUE(reader.ok()) << name(kind) << ": " << reader.error().message;
    }
}

TEST(FaultCodec, AKindAloneMeansItsDefaults)
{
    for (const FaultKind kind : allFaultKinds()) {
        const Read got = read(fmt::format(R"({{"kind":"{}"}})", name(kind)).c_str());
        EXPECT_EQ(got.complaint, "");
        EXPECT_EQ(got.fault, defaultFault(kind)) << name(kind);
    }
}

TEST(FaultCodec, DropTakesAShareAChoiceOrOnePacket)
{
    const Read got = read(R"({"kind":"drop","percent":12.5,"only":"ack","nth":3})");
    EXPECT_EQ(got.complaint, "");
    EXPECT_EQ(got.fault.percent, 12.5);
    EXPECT_EQ(got.fault.only, PacketChoice::Ack);
    EXPECT_EQ(got.fault.nth, 3);
}

TEST(FaultCodec, RefusesWhatDoesNotBelong)
{
    const std::pair<const char*, const char*> cases[] = {
        {R"({"kind":"drop","percent":101})", "percent"},
        {R"({"kind":"drop","only":"syn"})", "only is 'syn'"},
        {R"({"kind":"drop","nth":0})", "nth"},
        {R"({"kind":"kill","percent":10})", "percent does not belong to fault 'kill'"},
        {R"({"kind":"freeze","ms":10})", "ms does not belong to fault 'freeze'"},
        {R"({"kind":"drop","back_after_s":1})", "back_after_s does not belong to fault 'drop'"},
        {R"({"kind":"drop","host":"client"})", "host does not belong"},
        {R"({"kind":"cable-out","direction":"both"})", "direction does not belong"},
        {R"({"kind":"kill","heal_after_s":1})", "stays dead"},
        {R"({"kind":"reset","heal_after_s":1})", "cannot be undone"},
        {R"({"kind":"reject","with":"silent"})", "with is 'silent', but has to be rst"},
        {R"({"kind":"nat-forget","with":"icmp-host"})", "has to be silent or rst"},
        {R"({"kind":"nat-forget","direction":"both"})", "forgets whole connections"},
        {R"({"kind":"delay","ms":-1})", "ms"},
        {R"({"kind":"lightning"})", "not a known fault"},
    };
    for (const auto& [text, complaint] : cases)
        EXPECT_NE(read(text).complaint.find(complaint), std::string::npos) << text << ": " << read(text).complaint;
}

TEST(FaultCodec, SaysWhyLoopbackCannotMakeIt)
{
    Fault drop = defaultFault(FaultKind::Drop);
    EXPECT_TRUE(worksOnLoopback(drop));
    drop.nth = 1;
    EXPECT_FALSE(worksOnLoopback(drop));
    const Result<void> cable = worksOnLoopback(defaultFault(FaultKind::CableOut));
    ASSERT_FALSE(cable);
    EXPECT_NE(cable.error().message.find("'cable-out' needs the place 'namespaces'"), std::string::npos);
    EXPECT_TRUE(worksOnLoopback(defaultFault(FaultKind::Freeze)));
}

} // namespace
} // namespace halfopen
