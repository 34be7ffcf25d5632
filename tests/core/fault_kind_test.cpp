// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of fault takes hold of, how it ends and which values it has.
#include "core/fault.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace halfopen {
namespace {

using Names = std::vector<std::string_view>;

template<class Question> Names kindsThat(Question question)
{
    Names names;
    for (const FaultKind kind : allFaultKinds()) {
        if (question(kind))
            names.push_back(name(kind));
    }
    return names;
}

Names kindsAt(FaultSite site)
{
    return kindsThat([site](FaultKind kind) { return siteOf(kind) == site; });
}

TEST(FaultKind, EveryKindIsFoundInItsOwnPlace)
{
    ASSERT_EQ(allFaultKinds().size(), kFaultNatures.size());
    for (const FaultKind kind : allFaultKinds())
        EXPECT_EQ(natureOf(kind).kind, kind) << name(kind);
}

TEST(FaultKind, TakesHoldOfOneThing)
{
    EXPECT_EQ(kindsAt(FaultSite::Router), (Names{"drop", "delay", "reset", "reject", "nat-forget"}));
    EXPECT_EQ(kindsAt(FaultSite::Network), (Names{"cable-out", "interface-down", "route-removed", "address-removed", "neighbour-lost", "local-drop"}));
    EXPECT_EQ(kindsAt(FaultSite::Program), (Names{"kill", "freeze"}));
    EXPECT_EQ(kindsAt(FaultSite::Power), (Names{"power-off", "reboot"}));
    EXPECT_EQ(kindsAt(FaultSite::Sockets), (Names{"destroy"}));
}

TEST(FaultKind, EndsProgramsWithTheirHosts)
{
    EXPECT_EQ(kindsThat(actsOnProgram), (Names{"kill", "freeze", "power-off", "reboot"}));
    EXPECT_EQ(kindsThat(endsProgram), (Names{"kill", "power-off", "reboot"}));
}

TEST(FaultKind, HealsUnlessItIsOverOrFinal)
{
    EXPECT_EQ(kindsThat([](FaultKind kind) { return !canHeal(kind); }), (Names{"reset", "kill", "power-off", "reboot", "destroy"}));
    EXPECT_EQ(kindsThat(isMomentary), (Names{"reset", "destroy"}));
}

TEST(FaultKind, HasValuesOfItsOwn)
{
    const auto with = [](bool FaultNature::*value) {
        return kindsThat([value](FaultKind kind) { return natureOf(kind).*value; });
    };
    EXPECT_EQ(with(&FaultNature::direction), (Names{"drop", "delay", "reset", "reject"}));
    EXPECT_EQ(with(&FaultNature::choice), (Names{"drop"}));
    EXPECT_EQ(with(&FaultNature::delay), (Names{"delay"}));
    EXPECT_EQ(with(&FaultNature::idle), (Names{"nat-forget"}));
    EXPECT_EQ(with(&FaultNature::back), (Names{"reboot"}));
    EXPECT_EQ(kindsThat([](FaultKind kind) { return !answersOf(kind).empty(); }), (Names{"reject", "nat-forget"}));
}

TEST(FaultKind, SaysByItselfWhatIsOfferedFirst)
{
    EXPECT_EQ(defaultFault(FaultKind::Reject).with, RouterAnswer::Rst);
    EXPECT_EQ(defaultFault(FaultKind::NatForget).with, RouterAnswer::Silent);
    EXPECT_EQ(std::ranges::count(answersOf(FaultKind::Reject), RouterAnswer::Silent), 0);
    EXPECT_EQ(answersOf(FaultKind::NatForget).size(), 2U);
}

TEST(Fault, ActsOnTheWaysThatItsDirectionNames)
{
    Fault fault = defaultFault(FaultKind::Drop);
    for (const Host host : {Host::Client, Host::Server}) {
        fault.direction = Direction::Both;
        EXPECT_TRUE(actsOn(fault, directionFrom(host)));
        fault.direction = directionFrom(host);
        EXPECT_TRUE(actsOn(fault, directionFrom(host)));
        EXPECT_FALSE(actsOn(fault, directionFrom(otherHost(host))));
    }
    EXPECT_EQ(directionFrom(Host::Client), Direction::ToServer);
}

} // namespace
} // namespace halfopen
