// SPDX-License-Identifier: GPL-3.0-or-later
// The check of places, here and where the kernel really refuses.
#include "lab_bench.h"

#include "agent/lab/namespaces.h"

#include <gtest/gtest.h>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

namespace halfopen::test {

namespace {

const CheckEvent* find(const std::vector<CheckEvent>& events, const std::string& stage)
{
    const auto found = std::ranges::find(events, stage, &CheckEvent::stage);
    return found == events.end() ? nullptr : &*found;
}

std::string asText(const std::vector<CheckEvent>& events)
{
    std::string text;
    for (const CheckEvent& event : events)
        text += std::string{name(event.place)} + " " + event.stage + (event.passed ? " passed\n" : " failed\n");
    return text;
}

/// From now on unshare() is refused with EPERM, as by a container's filter. For this process and its children.
void refuseUnshare()
{
    std::array program{
        sock_filter{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
        sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_unshare},
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM},
        sock_filter{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
    };
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    ASSERT_EQ(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
    ASSERT_EQ(::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter), 0);
}

} // namespace

TEST(CheckLive, EveryStageIsTriedAndTold)
{
    inOwnProcess([] {
        const std::vector<CheckEvent> events = checkPlaces();
        EXPECT_EQ(asText(events), "namespaces user namespace passed\n"
                                  "namespaces id map passed\n"
                                  "namespaces network namespace passed\n"
                                  "namespaces veth passed\n"
                                  "namespaces packet socket passed\n"
                                  "namespaces host stack passed\n"
                                  "loopback loopback connection passed\n"
                                  "loopback IP_MINTTL cut passed\n");
        for (const CheckEvent& event : events) {
            EXPECT_FALSE(event.why.empty()) << event.stage;
            EXPECT_EQ(event.remedy, "") << event.stage;
        }
    });
}

TEST(CheckLive, FilteredUnshareIsToldWithItsErrnoAndTheLoopbackPlaceStays)
{
    inOwnProcess([] {
        refuseUnshare();
        const std::vector<CheckEvent> events = checkPlaces();
        const CheckEvent* const refused = find(events, "user namespace");
        ASSERT_TRUE(refused);
        EXPECT_FALSE(refused->passed);
        EXPECT_NE(refused->why.find("EPERM"), std::string::npos) << refused->why;
        EXPECT_NE(refused->why.find("Seccomp = 2"), std::string::npos) << refused->why;
        EXPECT_FALSE(refused->remedy.empty());
        EXPECT_FALSE(find(events, "packet socket")->passed);
        EXPECT_TRUE(find(events, "IP_MINTTL cut")->passed);
        const Result<Lab> lab = Lab::build({});
        ASSERT_FALSE(lab.ok());
        EXPECT_EQ(lab.error().code, EPERM) << lab.error().message;
    });
}

TEST(CheckLive, ExhaustedNetworkNamespacesAreToldAtTheirStage)
{
    inOwnProcess([] {
        const unsigned uid = ::geteuid();
        const unsigned gid = ::getegid();
        ASSERT_TRUE(unshareUser());
        ASSERT_TRUE(mapIds(uid, gid));
        {
            std::ofstream limit{"/proc/sys/user/max_net_namespaces"};
            limit << 0 << std::flush;
            ASSERT_TRUE(limit.good());
        }
        const std::vector<CheckEvent> events = checkPlaces();
        EXPECT_TRUE(find(events, "id map")->passed);
        const CheckEvent* const refused = find(events, "network namespace");
        ASSERT_TRUE(refused);
        EXPECT_FALSE(refused->passed);
        EXPECT_NE(refused->why.find("ENOSPC"), std::string::npos) << refused->why;
        EXPECT_NE(refused->remedy.find("max_net_namespaces"), std::string::npos) << refused->remedy;
    });
}

TEST(CheckLive, UnreachableLoopbackIsTold)
{
    inOwnProcess([] {
        const unsigned uid = ::geteuid();
        const unsigned gid = ::getegid();
        ASSERT_TRUE(unshareUser());
        ASSERT_TRUE(mapIds(uid, gid));
        ASSERT_TRUE(unshareNetwork()); // its loopback interface is down
        const std::vector<CheckEvent> events = checkPlaces();
        const CheckEvent* const refused = find(events, "loopback connection");
        ASSERT_TRUE(refused);
        EXPECT_FALSE(refused->passed) << refused->why;
        EXPECT_NE(refused->remedy.find("lo up"), std::string::npos) << refused->remedy;
        EXPECT_FALSE(find(events, "IP_MINTTL cut")->passed);
    });
}

} // namespace halfopen::test
