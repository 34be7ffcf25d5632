// SPDX-License-Identifier: GPL-3.0-or-later
// The paged sequence against std::vector.
#include "core/pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <vector>

using namespace halfopen;

static_assert(std::random_access_iterator<Pages<int>::iterator>);
static_assert(std::random_access_iterator<Pages<int>::const_iterator>);

TEST(Pages, HoldsNothingInTheBeginning)
{
    const Pages<int> pages;
    EXPECT_TRUE(pages.empty());
    EXPECT_EQ(pages.size(), 0U);
    EXPECT_TRUE(pages.begin() == pages.end());
    EXPECT_TRUE(pages.rbegin() == pages.rend());
}

// Across the edges of pages, appended and put between, it is what a vector is.
TEST(Pages, IsWhatAVectorIs)
{
    std::mt19937 random(7);
    Pages<int> pages;
    std::vector<int> expected;
    for (int number = 0; number < 5000; ++number) {
        const int value = static_cast<int>(random() % 1000);
        if (number % 7 == 0) {
            const auto place = static_cast<std::ptrdiff_t>(random() % (expected.size() + 1));
            EXPECT_EQ(*pages.insert(pages.begin() + place, value), value);
            expected.insert(expected.begin() + place, value);
        } else {
            EXPECT_EQ(pages.push_back(value), value);
            expected.push_back(value);
        }
    }
    ASSERT_EQ(pages.size(), expected.size());
    EXPECT_TRUE(std::ranges::equal(pages, expected));
    EXPECT_TRUE(std::equal(pages.rbegin(), pages.rend(), expected.rbegin(), expected.rend()));
    EXPECT_EQ(pages.front(), expected.front());
    EXPECT_EQ(pages.back(), expected.back());
    for (const std::size_t index : {std::size_t{0}, std::size_t{1023}, std::size_t{1024}, std::size_t{4999}})
        EXPECT_EQ(pages[index], expected[index]);
}

TEST(Pages, CanBeSearchedAndSorted)
{
    Pages<int> pages;
    for (int number = 3000; number > 0; --number)
        pages.push_back(number * 2);
    std::ranges::sort(pages);
    EXPECT_EQ(*std::ranges::lower_bound(pages, 2049), 2050);
    EXPECT_EQ(std::ranges::upper_bound(pages, 6000) - pages.begin(), 3000);
    const auto copy = pages;
    EXPECT_TRUE(copy == pages);
    pages.back() = 1;
    EXPECT_FALSE(copy == pages);
}
