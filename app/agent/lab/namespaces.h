// SPDX-License-Identifier: GPL-3.0-or-later
// User and network namespaces of our own.
#pragma once

#include "agent/base/fd.h"
#include "core/result.h"

namespace halfopen {

/// unshare(CLONE_NEWUSER). Fails (EINVAL) when the process has a second thread.
[[nodiscard]] Result<void> unshareUser();
/// Maps user and group 0 of the new user namespace to `uid` and `gid` outside it, supplementary groups being denied.
[[nodiscard]] Result<void> mapIds(unsigned uid, unsigned gid);
/// unshare(CLONE_NEWNET) for the calling thread.
[[nodiscard]] Result<void> unshareNetwork();

/// The three above. Where user namespaces are refused and the process is root, a network namespace alone.
[[nodiscard]] Result<void> enterOwnNamespaces();

/// A descriptor of the calling thread's network namespace.
[[nodiscard]] Result<Fd> currentNetwork();
/// A new network namespace, made without staying in it.
[[nodiscard]] Result<Fd> makeNetwork();

/// The calling thread is in that network namespace for the life of this object, then back in `home`.
/// Does not report: callers check `entered()` first.
class NetworkVisit final
{
public:
    NetworkVisit(const Fd& there, const Fd& home);
    ~NetworkVisit();
    NetworkVisit(const NetworkVisit&) = delete;
    NetworkVisit& operator=(const NetworkVisit&) = delete;

    [[nodiscard]] const Result<void>& entered() const { return m_entered; }

private:
    const Fd& m_home;
    Result<void> m_entered;
};

} // namespace halfopen
