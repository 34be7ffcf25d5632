// SPDX-License-Identifier: GPL-3.0-or-later
// Aborts sockets from outside their program (SOCK_DESTROY).
#include "agent/lab/socket_destroy.h"

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

#include "core/words.h"

namespace halfopen {

DestroyedSockets destroyTcpSockets(const NetlinkSocket& sockDiag)
{
    std::vector<inet_diag_msg> found;
    for (const int family : {AF_INET, AF_INET6}) {
        inet_diag_req_v2 all{};
        all.sdiag_family = static_cast<std::uint8_t>(family);
        all.sdiag_protocol = IPPROTO_TCP;
        all.idiag_states = ~0U;
        NetlinkMessage message{SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST | NLM_F_DUMP};
        message.append(all);
        (void)sockDiag
            .dump(std::move(message), words("core", "list sockets"),
                  [&found](std::span<const std::byte> payload) {
                      if (inet_diag_msg one{}; payload.size() >= sizeof one) {
                          std::memcpy(&one, payload.data(), sizeof one);
                          found.push_back(one);
                      }
                  })
            .ok();
    }
    DestroyedSockets sum{.found = static_cast<int>(found.size())};
    for (const inet_diag_msg& one : found) {
        inet_diag_req_v2 request{};
        request.sdiag_family = one.idiag_family;
        request.sdiag_protocol = IPPROTO_TCP;
        request.idiag_states = ~0U;
        request.id = one.id;
        NetlinkMessage message{SOCK_DESTROY, NLM_F_REQUEST | NLM_F_ACK};
        message.append(request);
        if (sockDiag.request(std::move(message), words("core", "abort a socket")).ok())
            ++sum.destroyed;
    }
    return sum;
}

} // namespace halfopen
