// SPDX-License-Identifier: GPL-3.0-or-later
// The drop column of /proc/net/dev.
#include "agent/director/drop_watch.h"

#include <gtest/gtest.h>

namespace halfopen {

namespace {

TEST(ReceiveDrops, readsTheFourthColumnOfEachInterface)
{
    const std::string_view text = "Inter-|   Receive                                                |  Transmit\n"
                                  " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets "
                                  "errs drop fifo colls carrier compressed\n"
                                  "    lo: 1234567    8901    2   37    0     0          0         0  1234567    8901  "
                                  "  0    5    0     0       0          0\n"
                                  "  eth0:18446744073709551615 1 0 4 0 0 0 0 0 0 0 0 0 0 0 0\n";
    const std::map<std::string, std::int64_t> expected{{"lo", 37}, {"eth0", 4}};
    EXPECT_EQ(receiveDrops(text), expected);
}

TEST(ReceiveDrops, leavesOutWhatItCannotRead)
{
    EXPECT_TRUE(receiveDrops("").empty());
    EXPECT_TRUE(receiveDrops("lo: 1 2 3\n").empty());
    EXPECT_TRUE(receiveDrops("lo: 1 2 3 x\n:\n").empty());
}

} // namespace

} // namespace halfopen
