// SPDX-License-Identifier: GPL-3.0-or-later
// What this machine shows about why a place cannot run here, and what would make it run.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace halfopen {

/// What has to work, in this order, for the namespaces place (up to HostStack) and the loopback place.
enum class CheckStage {
    UserNamespace,
    IdMap,
    NetworkNamespace,
    Veth,
    PacketSocket,
    HostStack,
    LoopbackConnection,
    LoopbackCut,
};

[[nodiscard]] std::string_view name(CheckStage stage); // user namespace, id map, network namespace …

/// Signs of what may stand in the way. Observations, not conclusions, and nothing taken from the distribution's name.
struct PlaceEvidence final
{
    std::optional<long> unprivilegedUsernsClone; // kernel.unprivileged_userns_clone (Debian's own), 0: only root
    std::optional<long> maxUserNamespaces;       // user.max_user_namespaces
    std::optional<long> maxNetNamespaces;        // user.max_net_namespaces
    std::optional<long> apparmorRestricts;       // kernel.apparmor_restrict_unprivileged_userns, 1: only with a profile
    bool inDocker = false;                       // /.dockerenv
    bool inPodman = false;                       // /run/.containerenv
    bool inFlatpak = false;                      // /.flatpak-info
    bool inSnap = false;                         // $SNAP
    bool inChroot = false;                       // no mount of ours is the root directory
    int seccomp = 0;                             // Seccomp of /proc/self/status: 2 is a filter
    bool noNewPrivileges = false;                // harmless, but tells of a sandbox

    bool operator==(const PlaceEvidence&) const = default;
};

[[nodiscard]] PlaceEvidence gatherEvidence();

/// The signs that bear on a refusal, as the end of a sentence: "kernel.unprivileged_userns_clone = 0, Seccomp = 2".
[[nodiscard]] std::string evidenceText(const PlaceEvidence& evidence);
/// What to do when that stage was refused with that errno: a full sentence.
[[nodiscard]] std::string remedyFor(CheckStage stage, int code, const PlaceEvidence& evidence);

} // namespace halfopen
