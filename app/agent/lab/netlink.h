// SPDX-License-Identifier: GPL-3.0-or-later
// The little of netlink that the lab needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agent/base/fd.h"
#include "core/result.h"

namespace halfopen {

/// One netlink request under construction: header, fixed part, attributes (nested where asked).
/// Not a parser: replies are only errors and dumps.
class NetlinkMessage final
{
public:
    NetlinkMessage(std::uint16_t type, std::uint16_t flags);

    /// The family's fixed part (ifinfomsg, ifaddrmsg …), copied as it lies in memory.
    template<class Fixed>
    void append(const Fixed& fixed) { appendBytes(std::as_bytes(std::span{&fixed, 1})); }

    template<class Value>
    void attribute(std::uint16_t type, const Value& value) { attributeBytes(type, std::as_bytes(std::span{&value, 1})); }
    void attributeText(std::uint16_t type, std::string_view text); // zero-terminated on the wire
    void attributeBytes(std::uint16_t type, std::span<const std::byte> value);

    /// Opens an attribute that holds others; returns what endNest() needs.
    [[nodiscard]] std::size_t beginNest(std::uint16_t type);
    void endNest(std::size_t nest);

    /// The bytes to send, with the length and that sequence number filled in.
    [[nodiscard]] std::span<const std::byte> finish(std::uint32_t sequence);

private:
    void appendBytes(std::span<const std::byte> bytes); // padded to 4

    std::vector<std::byte> m_bytes;
};

/// A netlink socket of the network namespace it was opened in: it stays bound to that namespace whoever uses it.
class NetlinkSocket final
{
public:
    NetlinkSocket() = default; // not open
    /// `protocol`: NETLINK_ROUTE, NETLINK_SOCK_DIAG.
    [[nodiscard]] static Result<NetlinkSocket> open(int protocol);

    [[nodiscard]] bool isOpen() const { return m_socket.isOpen(); }

    /// Sends and waits for the kernel's acknowledgement. `what` completes "Could not …"; the kernel's own text
    /// (NLMSGERR_ATTR_MSG) is in the error.
    [[nodiscard]] Result<void> request(NetlinkMessage message, const std::string& what) const;
    /// Sends a dump request and hands every reply's payload over.
    [[nodiscard]] Result<void> dump(NetlinkMessage message, const std::string& what,
                                    const std::function<void(std::span<const std::byte>)>& each) const;

private:
    [[nodiscard]] Result<void> exchange(NetlinkMessage& message, const std::string& what,
                                        const std::function<void(std::span<const std::byte>)>& each) const;

    Fd m_socket;
    mutable std::uint32_t m_sequence = 0;
};

} // namespace halfopen
