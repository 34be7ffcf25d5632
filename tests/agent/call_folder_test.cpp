// SPDX-License-Identifier: GPL-3.0-or-later
// Slow calls are told one by one, quick ones together.
#include "agent/host/call_folder.h"

#include <algorithm>

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace halfopen {

namespace {

using namespace std::chrono_literals;

/// "begin recv @5", "end recv @9 from 5 = -1 errno 110", "burst send @3 from 1: 2 calls 128 bytes", times in ms.
std::string textOf(const Event& event)
{
    const auto& call = std::get<CallEvent>(event.body);
    const auto ms = [](RunTime time) { return std::chrono::duration_cast<std::chrono::milliseconds>(time).count(); };
    switch (call.what) {
    case CallEvent::What::Begin:
        return fmt::format("begin {} @{}", call.call, ms(event.time));
    case CallEvent::What::End:
        return fmt::format("end {} @{} from {} = {} errno {}", call.call, ms(event.time), ms(call.began), call.result,
                           call.errorNumber);
    case CallEvent::What::Burst:
        break;
    }
    return fmt::format("burst {} @{} from {}: {} calls {} bytes", call.call, ms(event.time), ms(call.began), call.count,
                       call.bytes);
}

std::vector<std::string> textsOf(const std::vector<Event>& events)
{
    std::vector<std::string> texts;
    for (const Event& event : events)
        texts.push_back(textOf(event));
    return texts;
}

class CallFolderTest : public testing::Test
{
protected:
    void call(Call which, RunTime from, RunTime to, std::int64_t result, int errorNumber = 0)
    {
        folder.enter(which, from, told);
        folder.leave(to,
                     {.result = result,
                      .errorNumber = errorNumber,
                      .bytes = which == Call::Select ? 0 : std::max<std::int64_t>(result, 0)},
                     told);
    }
    [[nodiscard]] std::vector<std::string> texts() const { return textsOf(told); }

    CallFolder folder{3, Host::Server};
    std::vector<Event> told;
};

using Texts = std::vector<std::string>;

TEST_F(CallFolderTest, foldsWhatBelongsToADaysWork)
{
    call(Call::Send, 1ms, 2ms, 10);
    folder.enter(Call::Send, 2ms, told);
    folder.leave(3ms, {.result = -1, .errorNumber = 11, .isOrdinary = true}, told);
    folder.report(Call::Recv, 4ms, 5ms, {.result = 0, .socketError = 113}, told);
    EXPECT_EQ(texts(), (Texts{"begin send @1", "end send @2 from 1 = 10 errno 0", "burst send @3 from 2: 1 calls 0 bytes",
                              "end recv @5 from 4 = 0 errno 0"}));
    EXPECT_EQ(std::get<CallEvent>(told.back().body).socketError, 113);
}

TEST_F(CallFolderTest, tellsASlowCallWhenItBeginsAndWhenItEnds)
{
    folder.enter(Call::Recv, 5ms, told);
    EXPECT_EQ(texts(), Texts{"begin recv @5"});
    folder.look(500ms, told);
    EXPECT_EQ(told.size(), 1U);
    folder.leave(900ms, {.result = -1, .errorNumber = 110}, told);
    EXPECT_EQ(texts(), (Texts{"begin recv @5", "end recv @900 from 5 = -1 errno 110"}));
    EXPECT_EQ(std::get<CallEvent>(told.back().body).pair, 3);
    EXPECT_EQ(std::get<CallEvent>(told.back().body).end, Host::Server);
}

TEST_F(CallFolderTest, foldsQuickCallsAfterTheFirst)
{
    call(Call::Send, 1ms, 2ms, 64);
    told.clear();
    call(Call::Send, 3ms, 4ms, 64);
    call(Call::Send, 5ms, 6ms, 64);
    EXPECT_EQ(texts(), Texts{});
    folder.look(102ms, told);
    EXPECT_EQ(texts(), Texts{});
    folder.look(103ms, told);
    EXPECT_EQ(texts(), Texts{"burst send @6 from 3: 2 calls 128 bytes"});
    folder.look(300ms, told);
    EXPECT_EQ(told.size(), 1U);
}

TEST_F(CallFolderTest, tellsABurstThatGoesOnEveryTenthOfASecond)
{
    call(Call::Send, 0ms, 1ms, 10);
    told.clear();
    for (RunTime at = 10ms; at < 230ms; at += 10ms)
        call(Call::Send, at, at + 1ms, 10);
    EXPECT_EQ(texts(),
              (Texts{"burst send @111 from 10: 11 calls 110 bytes", "burst send @221 from 120: 11 calls 110 bytes"}));
}

TEST_F(CallFolderTest, tellsTheBeginningOfACallThatBecomesSlow)
{
    call(Call::Send, 0ms, 1ms, 10);
    call(Call::Send, 2ms, 3ms, 10);
    told.clear();
    folder.enter(Call::Send, 4ms, told);
    folder.look(54ms, told);
    EXPECT_EQ(texts(), Texts{});
    folder.look(55ms, told);
    EXPECT_EQ(texts(), (Texts{"burst send @3 from 2: 1 calls 10 bytes", "begin send @4"}));
    folder.look(80ms, told);
    EXPECT_EQ(told.size(), 2U);
    folder.leave(90ms, {.result = 10, .bytes = 10}, told);
    EXPECT_EQ(texts().back(), "end send @90 from 4 = 10 errno 0");
}

TEST_F(CallFolderTest, tellsASlowCallThatNobodyLookedAt)
{
    call(Call::Recv, 0ms, 1ms, 10);
    told.clear();
    call(Call::Recv, 2ms, 200ms, 10);
    EXPECT_EQ(texts(), (Texts{"begin recv @2", "end recv @200 from 2 = 10 errno 0"}));
    told.clear();
    folder.enter(Call::Recv, 201ms, told); // the last one was slow: told at once
    EXPECT_EQ(texts(), Texts{"begin recv @201"});
}

TEST_F(CallFolderTest, tellsAQuickEndByItselfAndWhatWasFoldedBefore)
{
    call(Call::Select, 0ms, 1ms, 1);
    call(Call::Recv, 1ms, 2ms, 10);
    told.clear();
    call(Call::Select, 2ms, 3ms, 1);
    call(Call::Recv, 3ms, 4ms, 10);
    call(Call::Select, 4ms, 5ms, 1);
    call(Call::Recv, 5ms, 6ms, 0);
    EXPECT_EQ(texts(), (Texts{"burst recv @4 from 3: 1 calls 10 bytes", "burst select @5 from 2: 2 calls 0 bytes",
                              "begin recv @5", "end recv @6 from 5 = 0 errno 0"}));
}

} // namespace

} // namespace halfopen
