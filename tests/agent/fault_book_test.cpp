// SPDX-License-Identifier: GPL-3.0-or-later
// When which fault is made and healed, and what really has to be switched.
#include "agent/director/fault_book.h"

#include <gtest/gtest.h>

namespace halfopen {

namespace {

using namespace std::chrono_literals;
using Due = FaultBook::Due;

Fault drop(Direction direction, double at = 1.0, std::optional<double> heal = {})
{
    return Fault{.kind = FaultKind::Drop, .atSeconds = at, .healAfterSeconds = heal, .direction = direction};
}

Fault atHost(FaultKind kind, Host host)
{
    return Fault{.kind = kind, .healAfterSeconds = {}, .host = host};
}

int apply(FaultBook& book, const Fault& fault)
{
    const int id = book.add(fault);
    book.applied(id, 0ms);
    return id;
}

TEST(FaultBook, knowsNoDueTimeBeforeTheStart)
{
    FaultBook book{{drop(Direction::Both)}};
    EXPECT_FALSE(book.isStarted());
    EXPECT_EQ(book.nextDue(), std::nullopt);
    EXPECT_TRUE(book.takeDue(1h).empty());
}

TEST(FaultBook, countsFromTheStartAndHealsFromTheMaking)
{
    FaultBook book{{drop(Direction::Both, 1.0, 0.5)}};
    book.start(10s);
    EXPECT_EQ(book.nextDue(), RunTime{11s});
    EXPECT_TRUE(book.takeDue(10999ms).empty());
    EXPECT_EQ(book.takeDue(11s), (std::vector{Due{0, false, 11s}}));
    EXPECT_EQ(book.nextDue(), std::nullopt);
    book.applied(0, 11020ms);
    EXPECT_TRUE(book.isAnyInForce());
    EXPECT_EQ(book.nextDue(), RunTime{11520ms});
    EXPECT_EQ(book.takeDue(12s), (std::vector{Due{0, true, 11520ms}}));
    book.healed(0);
    EXPECT_FALSE(book.isAnyInForce());
}

TEST(FaultBook, givesWhatIsDueInOrderOfTime)
{
    FaultBook book{{drop(Direction::Both, 3.0), drop(Direction::Both, 1.0), drop(Direction::Both, 2.0)}};
    book.start(0s);
    EXPECT_EQ(book.takeDue(5s), (std::vector{Due{1, false, 1s}, Due{2, false, 2s}, Due{0, false, 3s}}));
}

TEST(FaultBook, switchesADirectionOnlyOnce)
{
    FaultBook book;
    const int first = apply(book, drop(Direction::ToServer));
    const int second = book.add(drop(Direction::Both));
    const auto plan = book.planApply(second);
    ASSERT_TRUE(plan.ok());
    EXPECT_FALSE(plan->toServer);
    EXPECT_TRUE(plan->toClient);
    book.applied(second, 0ms);
    const auto healFirst = book.planHeal(first);
    ASSERT_TRUE(healFirst.ok());
    EXPECT_FALSE(healFirst->toServer); // the second still drops there
    book.healed(first);
    const auto healSecond = book.planHeal(second);
    ASSERT_TRUE(healSecond.ok());
    EXPECT_TRUE(healSecond->toServer);
    EXPECT_TRUE(healSecond->toClient);
    EXPECT_FALSE(healSecond->on);
}

TEST(FaultBook, countsFaultsAtEachHost)
{
    FaultBook book;
    const int first = apply(book, atHost(FaultKind::CableOut, Host::Client));
    const int same = book.add(atHost(FaultKind::CableOut, Host::Client));
    const int other = book.add(atHost(FaultKind::CableOut, Host::Server));
    EXPECT_FALSE(book.planApply(same)->atHost);
    EXPECT_TRUE(book.planApply(other)->atHost);
    book.applied(same, 0ms);
    EXPECT_FALSE(book.planHeal(first)->atHost);
    book.healed(first);
    EXPECT_TRUE(book.planHeal(same)->atHost);
}

TEST(FaultBook, refusesWhatCannotBe)
{
    FaultBook book;
    const int kill = apply(book, atHost(FaultKind::Kill, Host::Server));
    EXPECT_TRUE(book.isKilled(Host::Server));
    EXPECT_FALSE(book.isKilled(Host::Client));
    EXPECT_FALSE(book.planHeal(kill).ok());
    EXPECT_FALSE(book.planApply(kill).ok());
    EXPECT_FALSE(book.planApply(book.add(atHost(FaultKind::Freeze, Host::Server))).ok());
    EXPECT_FALSE(book.planApply(book.add(atHost(FaultKind::Kill, Host::Server))).ok());
    EXPECT_TRUE(book.planApply(book.add(atHost(FaultKind::Freeze, Host::Client))).ok());
    EXPECT_FALSE(book.planApply(99).ok());
    EXPECT_FALSE(book.planHeal(-1).ok());
    EXPECT_EQ(book.fault(99), std::nullopt);
}

TEST(FaultBook, refusesToHealTwiceOrWhatNeverWas)
{
    FaultBook book;
    const int planned = book.add(drop(Direction::Both));
    EXPECT_FALSE(book.planHeal(planned).ok());
    book.applied(planned, 0ms);
    book.healed(planned);
    EXPECT_FALSE(book.planHeal(planned).ok());
}

TEST(FaultBook, aKilledProgramIsNeverHealedByTime)
{
    Fault kill = atHost(FaultKind::Kill, Host::Server);
    kill.healAfterSeconds = 1.0;
    FaultBook book{{kill}};
    book.start(0s);
    static_cast<void>(book.takeDue(1s));
    book.applied(0, 1s);
    EXPECT_EQ(book.nextDue(), std::nullopt);
}

TEST(FaultBook, aFrozenProgramThatIsKilledIsNotThawedByTime)
{
    Fault freeze = atHost(FaultKind::Freeze, Host::Server);
    freeze.healAfterSeconds = 5.0;
    FaultBook book{{freeze, drop(Direction::Both, 9.0)}};
    book.start(0s);
    static_cast<void>(book.takeDue(1s));
    book.applied(0, 1s);
    EXPECT_EQ(book.nextDue(), RunTime{6s});
    apply(book, atHost(FaultKind::Kill, Host::Client));
    EXPECT_EQ(book.nextDue(), RunTime{6s});
    apply(book, atHost(FaultKind::Kill, Host::Server));
    EXPECT_EQ(book.nextDue(), RunTime{9s});
}

TEST(FaultBook, onlyWhatActsOnADeadProgramIsMoot)
{
    FaultBook book;
    const int drops = book.add(drop(Direction::Both));
    const int kill = book.add(atHost(FaultKind::Kill, Host::Server));
    const int other = book.add(atHost(FaultKind::Freeze, Host::Client));
    EXPECT_FALSE(book.isMoot(kill));
    apply(book, atHost(FaultKind::Kill, Host::Server));
    EXPECT_TRUE(book.isMoot(kill));
    EXPECT_FALSE(book.isMoot(other));
    EXPECT_FALSE(book.isMoot(drops));
    EXPECT_FALSE(book.isMoot(99));
}

TEST(FaultBook, aRebootEndsByItselfAndLeavesTheProgramDead)
{
    Fault reboot = atHost(FaultKind::Reboot, Host::Server);
    reboot.backAfterSeconds = 0.5;
    FaultBook book{{reboot}};
    book.start(0s);
    static_cast<void>(book.takeDue(1s));
    EXPECT_TRUE(book.planApply(0)->atHost);
    book.applied(0, 1010ms);
    EXPECT_TRUE(book.isKilled(Host::Server));
    EXPECT_FALSE(book.planHeal(0).ok()) << "a hand cannot hasten it";
    EXPECT_EQ(book.takeDue(2s), (std::vector{Due{0, true, 1510ms}}));
    const auto back = book.planHeal(0, false);
    ASSERT_TRUE(back.ok());
    EXPECT_TRUE(back->atHost);
    EXPECT_FALSE(back->on);
    book.healed(0);
    EXPECT_FALSE(book.isAnyInForce());
    EXPECT_TRUE(book.isKilled(Host::Server));
    EXPECT_FALSE(book.isKilled(Host::Client));
    EXPECT_TRUE(book.isMoot(book.add(atHost(FaultKind::Kill, Host::Server))));
}

TEST(FaultBook, aHostWithoutPowerDoesNotComeBackFromItsReboot)
{
    FaultBook book;
    const int reboot = apply(book, atHost(FaultKind::Reboot, Host::Client));
    const int off = book.add(atHost(FaultKind::PowerOff, Host::Client));
    EXPECT_FALSE(book.planApply(off)->atHost); // it is cut off already
    book.applied(off, 0ms);
    EXPECT_FALSE(book.planHeal(reboot, false)->atHost);
    EXPECT_FALSE(book.planHeal(off).ok());
    EXPECT_TRUE(book.planApply(book.add(atHost(FaultKind::PowerOff, Host::Server)))->atHost);
}

TEST(FaultBook, aHostThatIsOffForGoodDoesNotReboot)
{
    FaultBook book;
    apply(book, atHost(FaultKind::PowerOff, Host::Server));
    const int reboot = book.add(atHost(FaultKind::Reboot, Host::Server));
    EXPECT_TRUE(book.isMoot(reboot)); // it would be told as back while nothing comes back
    EXPECT_FALSE(book.planApply(reboot).ok());
    const int other = book.add(atHost(FaultKind::Reboot, Host::Client));
    EXPECT_FALSE(book.isMoot(other));
    EXPECT_TRUE(book.planApply(other).ok());
}

TEST(FaultBook, everyDestroyHitsAndNoneIsUndone)
{
    FaultBook book;
    const int first = apply(book, atHost(FaultKind::Destroy, Host::Client));
    EXPECT_FALSE(book.planHeal(first).ok());
    EXPECT_TRUE(book.planApply(book.add(atHost(FaultKind::Destroy, Host::Client)))->atHost);
    EXPECT_FALSE(book.isKilled(Host::Client));
}

TEST(FaultBook, everyPartOfAHostsNetworkIsCountedForItself)
{
    for (const FaultKind kind : {FaultKind::InterfaceDown, FaultKind::RouteRemoved, FaultKind::AddressRemoved,
                                 FaultKind::NeighbourLost, FaultKind::LocalDrop}) {
        FaultBook book;
        static_cast<void>(apply(book, atHost(FaultKind::CableOut, Host::Client)));
        const int first = book.add(atHost(kind, Host::Client));
        EXPECT_TRUE(book.planApply(first)->atHost) << name(kind);
        book.applied(first, 0ms);
        const int second = book.add(atHost(kind, Host::Client));
        EXPECT_FALSE(book.planApply(second)->atHost) << name(kind);
        book.applied(second, 0ms);
        EXPECT_FALSE(book.planHeal(first)->atHost) << name(kind);
        book.healed(first);
        EXPECT_TRUE(book.planHeal(second)->atHost) << name(kind);
    }
}

TEST(FaultBook, aFaultThatFailedCountsForNothing)
{
    FaultBook book{{drop(Direction::Both, 1.0, 1.0)}};
    book.start(0s);
    book.failed(0);
    EXPECT_EQ(book.nextDue(), std::nullopt);
    EXPECT_FALSE(book.isAnyInForce());
    EXPECT_TRUE(book.planApply(book.add(drop(Direction::Both)))->toServer);
}

} // namespace

} // namespace halfopen
