// SPDX-License-Identifier: GPL-3.0-or-later
// Which remedy is named for which refusal.
#include "agent/lab/place_evidence.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <string>
#include <vector>

namespace halfopen::test {

struct RemedyCase
{
    std::string title;
    CheckStage stage;
    int code;
    PlaceEvidence evidence;
    std::string expected; // has to be part of the remedy
};

class RemedyTest : public ::testing::TestWithParam<RemedyCase>
{
};

namespace {

template<class Change>
PlaceEvidence with(Change change)
{
    PlaceEvidence evidence;
    evidence.maxUserNamespaces = 96365;
    evidence.maxNetNamespaces = 96365;
    change(evidence);
    return evidence;
}

const std::vector<RemedyCase> kCases{
    {"hardened Debian", CheckStage::UserNamespace, EPERM, with([](auto& e) { e.unprivilegedUsernsClone = 0; }),
     "sysctl -w kernel.unprivileged_userns_clone=1"},
    {"no user namespaces left", CheckStage::UserNamespace, ENOSPC, with([](auto& e) { e.maxUserNamespaces = 0; }),
     "sysctl -w user.max_user_namespaces"},
    {"limit of an outer namespace", CheckStage::UserNamespace, ENOSPC, with([](auto&) {}), "sysctl -w user.max_user_namespaces"},
    {"Ubuntu, no profile: unshare refused", CheckStage::UserNamespace, EACCES, with([](auto& e) { e.apparmorRestricts = 1; }),
     "AppArmor profile"},
    {"Ubuntu: unshare allowed, rights taken", CheckStage::IdMap, EPERM, with([](auto& e) { e.apparmorRestricts = 1; }),
     "AppArmor profile"},
    {"Ubuntu: seen at the network namespace", CheckStage::NetworkNamespace, EPERM, with([](auto& e) { e.apparmorRestricts = 1; }),
     "AppArmor profile"},
    {"Docker's filter", CheckStage::UserNamespace, EPERM,
     with([](auto& e) {
         e.inDocker = true;
         e.seccomp = 2;
     }),
     "--security-opt seccomp=unconfined"},
    {"Flatpak", CheckStage::UserNamespace, EPERM,
     with([](auto& e) {
         e.inFlatpak = true;
         e.seccomp = 2;
     }),
     "Flatpak"},
    {"snap", CheckStage::UserNamespace, EACCES, with([](auto& e) { e.inSnap = true; }), "snap"},
    {"chroot", CheckStage::UserNamespace, EPERM, with([](auto& e) { e.inChroot = true; }), "chroot"},
    {"old kernel configuration", CheckStage::UserNamespace, EINVAL, with([](auto&) {}), "CONFIG_USER_NS"},
    {"some sandbox", CheckStage::UserNamespace, EPERM, with([](auto& e) { e.seccomp = 2; }), "sandbox"},
    {"unknown security module", CheckStage::UserNamespace, EPERM, with([](auto&) {}), "security module"},
    {"no network namespaces left", CheckStage::NetworkNamespace, ENOSPC, with([](auto&) {}), "sysctl -w user.max_net_namespaces"},
    {"veth missing", CheckStage::Veth, EOPNOTSUPP, with([](auto&) {}), "modprobe veth"},
    {"packet sockets missing", CheckStage::PacketSocket, EAFNOSUPPORT, with([](auto&) {}), "modprobe af_packet"},
    {"no memory for the rings", CheckStage::PacketSocket, ENOMEM, with([](auto&) {}), "32 MiB"},
    {"read-only /proc/sys", CheckStage::HostStack, EROFS, with([](auto&) {}), "systempaths=unconfined"},
    {"loopback down", CheckStage::LoopbackConnection, ENETUNREACH, with([](auto&) {}), "ip link set lo up"},
    {"deafness ignored", CheckStage::LoopbackCut, 0, with([](auto&) {}), "IP_MINTTL"},
};

} // namespace

TEST_P(RemedyTest, IsNamed)
{
    const RemedyCase& given = GetParam();
    const std::string remedy = remedyFor(given.stage, given.code, given.evidence);
    EXPECT_NE(remedy.find(given.expected), std::string::npos) << given.title << ": " << remedy;
    EXPECT_EQ(remedy.back(), '.') << "a full sentence";
}

INSTANTIATE_TEST_SUITE_P(Refusals, RemedyTest, ::testing::ValuesIn(kCases));

TEST(PlaceEvidenceTest, SignsAreNamedWithTheirValues)
{
    PlaceEvidence evidence;
    evidence.unprivilegedUsernsClone = 0;
    evidence.inDocker = true;
    evidence.seccomp = 2;
    EXPECT_EQ(evidenceText(evidence), "kernel.unprivileged_userns_clone = 0, this is a Docker container, Seccomp = 2, NoNewPrivs = 0");
    EXPECT_EQ(evidenceText({}), "Seccomp = 0, NoNewPrivs = 0");
}

} // namespace halfopen::test
