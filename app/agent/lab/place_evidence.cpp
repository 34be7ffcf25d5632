// SPDX-License-Identifier: GPL-3.0-or-later
// What this machine shows about why a place cannot run here, and what would make it run.
#include "agent/lab/place_evidence.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/place_words.h"
#include "core/words.h"

namespace halfopen {

namespace {

const std::string kAlsoLoopback = std::string{" "} + kOrLoopback;

bool exists(const char* path) { return ::access(path, F_OK) == 0; }

std::optional<long> numberIn(const char* path)
{
    std::ifstream file{path};
    long value = 0;
    return file >> value ? std::optional{value} : std::nullopt;
}

long statusNumber(std::string_view key)
{
    std::ifstream status{"/proc/self/status"};
    std::string line;
    while (std::getline(status, line))
        if (line.starts_with(key))
            return std::strtol(line.c_str() + key.size(), nullptr, 10);
    return 0;
}

/// Inside a chroot no mount point is "/", unless the new root is a mount itself (as in a container, where the kernel
/// does not count it as a chroot either). The mount point is the fifth word of a line.
bool rootIsNoMount()
{
    std::ifstream mounts{"/proc/self/mountinfo"};
    std::string line;
    bool any = false;
    while (std::getline(mounts, line)) {
        std::istringstream words{line};
        std::string word;
        for (int i = 0; i < 5; ++i)
            words >> word;
        any = true;
        if (word == "/")
            return false;
    }
    return any;
}

/// A user namespace was refused, or the rights in it: who says no?
std::string userNamespaceRemedy(int code, const PlaceEvidence& evidence)
{
    if (code == ENOSPC || evidence.maxUserNamespaces == 0)
        return words("core",
                     "Let the system have more user namespaces: as root, sysctl -w user.max_user_namespaces=15000.") +
               kAlsoLoopback;
    if (evidence.inFlatpak)
        return words("core",
                     "A Flatpak sandbox has no namespaces of its own: install the .deb package or use the AppImage.") +
               kAlsoLoopback;
    if (evidence.inSnap)
        return words("core", "A strictly confined snap has no namespaces of its own: install the .deb package.") +
               kAlsoLoopback;
    if (evidence.unprivilegedUsernsClone == 0)
        return words(
                   "core",
                   "Let ordinary users make user namespaces: as root, sysctl -w kernel.unprivileged_userns_clone=1.") +
               kAlsoLoopback;
    if (evidence.inDocker)
        return words("core", "Start the container with --security-opt seccomp=unconfined.") + kAlsoLoopback;
    if (evidence.inPodman)
        return words("core",
                     "Start the container with --security-opt seccomp=unconfined --security-opt apparmor=unconfined.") +
               kAlsoLoopback;
    if (evidence.inChroot)
        return words("core", "Run it outside of the chroot: the kernel makes no user namespaces inside of one.") +
               kAlsoLoopback;
    if (evidence.apparmorRestricts.value_or(0) != 0)
        return words("core", "Install Halfopen's .deb package: it brings the AppArmor profile that lets its agent make "
                             "user namespaces.") +
               kAlsoLoopback;
    if (code == EINVAL || code == ENOSYS)
        return words("core", "Use a kernel with user namespaces (CONFIG_USER_NS).") + kAlsoLoopback;
    if (code == EUSERS)
        return words("core", "Run it outside of so many nested user namespaces.") + kAlsoLoopback;
    if (evidence.seccomp == 2)
        return words("core", "A system call filter surrounds this program: run it outside of that sandbox.") +
               kAlsoLoopback;
    return words("core",
                 "A security module of this machine refuses it (the kernel log tells which): ask its administrator.") +
           kAlsoLoopback;
}

std::string networkNamespaceRemedy(int code, const PlaceEvidence& evidence)
{
    if (code == ENOSPC)
        return words("core",
                     "Let the system have more network namespaces: as root, sysctl -w user.max_net_namespaces=15000.") +
               kAlsoLoopback;
    if (code == EINVAL)
        return words("core", "Use a kernel with network namespaces (CONFIG_NET_NS).") + kAlsoLoopback;
    return userNamespaceRemedy(code, evidence);
}

std::string vethRemedy(int code, const PlaceEvidence& evidence)
{
    if (code == EOPNOTSUPP)
        return words("core", "Load the kernel module for virtual cables: as root, modprobe veth.") + kAlsoLoopback;
    return userNamespaceRemedy(code, evidence);
}

std::string packetSocketRemedy(int code, const PlaceEvidence& evidence)
{
    if (code == EAFNOSUPPORT)
        return words("core", "Load the kernel module for packet sockets: as root, modprobe af_packet.") + kAlsoLoopback;
    if (code == ENOMEM)
        return words("core", "Free some memory: the cable needs 32 MiB for its packet rings.") + kAlsoLoopback;
    return userNamespaceRemedy(code, evidence);
}

std::string hostStackRemedy(int code, const PlaceEvidence& evidence)
{
    if (code == EROFS || (code == EACCES && (evidence.inDocker || evidence.inPodman)))
        return words("core",
                     "Start the container so that /proc/sys can be written (--security-opt systempaths=unconfined).") +
               kAlsoLoopback;
    return words("core",
                 "Run it on a kernel that lets a network namespace have its own TCP settings (Linux 4.15 or later).") +
           kAlsoLoopback;
}

} // namespace

std::string_view name(CheckStage stage)
{
    switch (stage) {
    case CheckStage::UserNamespace:
        return words("core", "user namespace");
    case CheckStage::IdMap:
        return words("core", "id map");
    case CheckStage::NetworkNamespace:
        return words("core", "network namespace");
    case CheckStage::Veth:
        return "veth";
    case CheckStage::PacketSocket:
        return words("core", "packet socket");
    case CheckStage::HostStack:
        return words("core", "host stack");
    case CheckStage::LoopbackConnection:
        return words("core", "loopback connection");
    case CheckStage::LoopbackCut:
        return words("core", "IP_MINTTL cut");
    }
    return "unknown";
}

PlaceEvidence gatherEvidence()
{
    PlaceEvidence evidence;
    evidence.unprivilegedUsernsClone = numberIn("/proc/sys/kernel/unprivileged_userns_clone");
    evidence.maxUserNamespaces = numberIn("/proc/sys/user/max_user_namespaces");
    evidence.maxNetNamespaces = numberIn("/proc/sys/user/max_net_namespaces");
    evidence.apparmorRestricts = numberIn("/proc/sys/kernel/apparmor_restrict_unprivileged_userns");
    evidence.inDocker = exists("/.dockerenv");
    evidence.inPodman = exists("/run/.containerenv");
    evidence.inFlatpak = exists("/.flatpak-info");
    evidence.inSnap = std::getenv("SNAP") != nullptr;
    evidence.inChroot = rootIsNoMount();
    evidence.seccomp = static_cast<int>(statusNumber("Seccomp:"));
    evidence.noNewPrivileges = statusNumber("NoNewPrivs:") == 1;
    return evidence;
}

std::string evidenceText(const PlaceEvidence& evidence)
{
    std::string text;
    const auto add = [&text](const std::string& sign) { text += (text.empty() ? "" : ", ") + sign; };
    if (evidence.unprivilegedUsernsClone == 0)
        add("kernel.unprivileged_userns_clone = 0");
    if (evidence.maxUserNamespaces == 0)
        add("user.max_user_namespaces = 0");
    if (evidence.maxNetNamespaces == 0)
        add("user.max_net_namespaces = 0");
    if (evidence.apparmorRestricts.value_or(0) != 0)
        add("kernel.apparmor_restrict_unprivileged_userns = " + std::to_string(*evidence.apparmorRestricts));
    if (evidence.inDocker)
        add(words("core", "this is a Docker container"));
    if (evidence.inPodman)
        add(words("core", "this is a Podman container"));
    if (evidence.inFlatpak)
        add(words("core", "this is a Flatpak"));
    if (evidence.inSnap)
        add(words("core", "this is a snap"));
    if (evidence.inChroot)
        add(words("core", "this is a chroot"));
    add("Seccomp = " + std::to_string(evidence.seccomp));
    add(std::string{"NoNewPrivs = "} + (evidence.noNewPrivileges ? "1" : "0"));
    return text;
}

std::string remedyFor(CheckStage stage, int code, const PlaceEvidence& evidence)
{
    switch (stage) {
    case CheckStage::UserNamespace:
    case CheckStage::IdMap:
        return userNamespaceRemedy(code, evidence);
    case CheckStage::NetworkNamespace:
        return networkNamespaceRemedy(code, evidence);
    case CheckStage::Veth:
        return vethRemedy(code, evidence);
    case CheckStage::PacketSocket:
        return packetSocketRemedy(code, evidence);
    case CheckStage::HostStack:
        return hostStackRemedy(code, evidence);
    case CheckStage::LoopbackConnection:
        return words("core", "Set the loopback interface up: as root, ip link set lo up.");
    case CheckStage::LoopbackCut:
        return words("core", "Run it on a Linux kernel (2.6.34 or later): IP_MINTTL does not hold packets back here.");
    }
    return {};
}

} // namespace halfopen
