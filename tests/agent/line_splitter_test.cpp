// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a pipe become lines, whole and bounded.
#include "agent/base/line_splitter.h"

#include <gtest/gtest.h>

namespace halfopen {

namespace {

using Lines = std::vector<std::string>;

TEST(LineSplitter, joinsPartsAndCutsAtLineFeeds)
{
    LineSplitter splitter{100};
    Lines lines;
    EXPECT_TRUE(splitter.feed("on", lines));
    EXPECT_EQ(lines, Lines{});
    EXPECT_TRUE(splitter.feed("e\ntwo\nth", lines));
    EXPECT_EQ(lines, (Lines{"one", "two"}));
    EXPECT_EQ(splitter.pending(), 2U);
    EXPECT_TRUE(splitter.feed("ree\n", lines));
    EXPECT_EQ(lines, (Lines{"one", "two", "three"}));
}

TEST(LineSplitter, leavesEmptyLinesOut)
{
    LineSplitter splitter{100};
    Lines lines;
    EXPECT_TRUE(splitter.feed("\n\na\n\n", lines));
    EXPECT_EQ(lines, Lines{"a"});
}

TEST(LineSplitter, takesALineOfExactlyTheLimit)
{
    LineSplitter splitter{4};
    Lines lines;
    EXPECT_TRUE(splitter.feed("abcd\n", lines));
    EXPECT_EQ(lines, Lines{"abcd"});
}

TEST(LineSplitter, refusesEverythingAfterALineThatIsTooLong)
{
    LineSplitter splitter{4};
    Lines lines;
    EXPECT_TRUE(splitter.feed("abc", lines));
    EXPECT_FALSE(splitter.feed("de", lines));
    EXPECT_FALSE(splitter.feed("\nok\n", lines));
    EXPECT_EQ(lines, Lines{});
    EXPECT_EQ(splitter.pending(), 0U);
}

TEST(LineSplitter, keepsTheLinesBeforeTheOneThatIsTooLong)
{
    LineSplitter splitter{4};
    Lines lines;
    EXPECT_FALSE(splitter.feed("ok\nabcdefgh\nlate\n", lines));
    EXPECT_EQ(lines, Lines{"ok"});
}

} // namespace

} // namespace halfopen
