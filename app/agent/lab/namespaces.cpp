// SPDX-License-Identifier: GPL-3.0-or-later
// User and network namespaces of our own.
#include "agent/lab/namespaces.h"

#include "agent/base/system_error.h"
#include "core/words.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

namespace halfopen {

namespace {

Result<void> writeOwnMap(const char* path, const std::string& text)
{
    const Fd file{::open(path, O_WRONLY | O_CLOEXEC)};
    if (!file.isOpen() || ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return systemError(errno, fmt::format(words("core", "write {}"), path));
    return {};
}

Result<void> enterNetwork(const Fd& there)
{
    if (::setns(there.get(), CLONE_NEWNET) != 0)
        return systemError(errno, words("core", "enter a network namespace"));
    return {};
}

} // namespace

Result<void> unshareUser()
{
    if (::unshare(CLONE_NEWUSER) != 0)
        return systemError(errno, words("core", "make a user namespace"));
    return {};
}

Result<void> mapIds(unsigned uid, unsigned gid)
{
    // Without "deny" the kernel refuses gid_map to ordinary users (Linux 3.19).
    if (const Result<void> denied = writeOwnMap("/proc/self/setgroups", "deny"); !denied)
        return denied;
    if (const Result<void> mapped = writeOwnMap("/proc/self/uid_map", "0 " + std::to_string(uid) + " 1"); !mapped)
        return mapped;
    return writeOwnMap("/proc/self/gid_map", "0 " + std::to_string(gid) + " 1");
}

Result<void> unshareNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0)
        return systemError(errno, words("core", "make a network namespace"));
    return {};
}

Result<void> enterOwnNamespaces()
{
    const unsigned uid = ::geteuid();
    const unsigned gid = ::getegid();
    if (const Result<void> user = unshareUser(); user) {
        if (const Result<void> mapped = mapIds(uid, gid); !mapped)
            return mapped;
    } else if (uid != 0) {
        return user;
    }
    return unshareNetwork();
}

Result<Fd> currentNetwork()
{
    Fd netns{::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC)};
    if (!netns.isOpen())
        return systemError(errno, words("core", "open the network namespace"));
    return netns;
}

Result<Fd> makeNetwork()
{
    const Result<Fd> home = currentNetwork();
    if (!home)
        return home.error();
    if (const Result<void> made = unshareNetwork(); !made)
        return made.error();
    Result<Fd> made = currentNetwork();
    if (const Result<void> back = enterNetwork(*home); !back)
        return back.error();
    return made;
}

NetworkVisit::NetworkVisit(const Fd& there, const Fd& home) : m_home(home), m_entered(enterNetwork(there)) {}

NetworkVisit::~NetworkVisit()
{
    // Going on in the wrong namespace would build the lab somewhere else: nothing sensible is left to do.
    if (m_entered.ok() && !enterNetwork(m_home).ok())
        std::abort();
}

} // namespace halfopen
