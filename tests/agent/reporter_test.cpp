// SPDX-License-Identifier: GPL-3.0-or-later
// Facts reach a slow reader, samples give way and are counted.
#include "agent/director/reporter.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "agent/base/fd.h"
#include "agent/base/line_splitter.h"
#include "core/event_codec.h"

namespace halfopen {

namespace {

struct Pipe final
{
    Pipe()
    {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
        reading = Fd{ends[0]};
        writing = Fd{ends[1]};
    }

    Fd reading;
    Fd writing;
};

/// Writes and reads by turns until nothing waits, and returns what arrived.
std::vector<Event> drain(Reporter& reporter, const Pipe& pipe)
{
    std::vector<std::string> lines;
    LineSplitter splitter{kMaxEventLineBytes};
    ::fcntl(pipe.reading.get(), F_SETFL, O_NONBLOCK);
    std::array<char, 65536> bytes{};
    ssize_t got = 0;
    do {
        reporter.writeSome();
        got = ::read(pipe.reading.get(), bytes.data(), bytes.size());
        if (got > 0) {
            EXPECT_TRUE(splitter.feed({bytes.data(), static_cast<std::size_t>(got)}, lines));
        }
    } while (got > 0 || reporter.hasWaiting());
    std::vector<Event> events;
    for (const std::string& line : lines) {
        const Result<Event> event = parseEvent(line);
        EXPECT_TRUE(event.ok()) << line;
        if (event)
            events.push_back(*event);
    }
    return events;
}

TEST(Reporter, neverWaitsForItsReaderAndLosesNoFact)
{
    const Pipe pipe;
    const RunClock clock;
    Reporter reporter{pipe.writing.get(), clock};
    constexpr std::size_t kFacts = 5000; // about 0.5 MB, a pipe holds 64 KiB
    for (std::size_t i = 0; i < kFacts; ++i) {
        reporter.fact(NoteEvent{std::string(60, 'x') + std::to_string(i)});
        reporter.writeSome();
    }
    EXPECT_TRUE(reporter.hasWaiting());
    const std::vector<Event> events = drain(reporter, pipe);
    ASSERT_EQ(events.size(), kFacts);
    EXPECT_EQ(std::get<NoteEvent>(events.back().body).text, std::string(60, 'x') + "4999");
}

TEST(Reporter, leavesSamplesOutAndCountsThem)
{
    const Pipe pipe;
    const RunClock clock;
    Reporter reporter{pipe.writing.get(), clock};
    while (reporter.sample(Event{RunTime{0}, NoteEvent{std::string(50'000, 'x')}})) {
    }
    EXPECT_FALSE(reporter.sample(Event{RunTime{0}, NoteEvent{"another"}}));
    reporter.fact(StartedEvent{});
    static_cast<void>(drain(reporter, pipe));
    EXPECT_TRUE(reporter.sample(Event{RunTime{0}, NoteEvent{"room again"}}));
    const std::vector<Event> events = drain(reporter, pipe);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(std::get<SkippedEvent>(events[0].body).samples, 2);
    EXPECT_EQ(std::get<NoteEvent>(events[1].body).text, "room again");
}

TEST(Reporter, noticesThatNobodyReads)
{
    Pipe pipe;
    const RunClock clock;
    Reporter reporter{pipe.writing.get(), clock};
    pipe.reading.reset();
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    reporter.fact(StartedEvent{});
    reporter.writeSome();
    std::signal(SIGPIPE, before);
    EXPECT_TRUE(reporter.isBroken());
    EXPECT_FALSE(reporter.hasWaiting());
}

} // namespace

} // namespace halfopen
