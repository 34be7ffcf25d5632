// SPDX-License-Identifier: GPL-3.0-or-later
// The little of netlink that the lab needs.
#include "agent/lab/netlink.h"

#include "agent/base/system_error.h"
#include "core/words.h"

#include <fmt/format.h>

#include <linux/netlink.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

namespace halfopen {

namespace {

constexpr std::size_t padded(std::size_t length) { return (length + 3U) & ~std::size_t{3}; }

template<class Value>
Value valueAt(std::span<const std::byte> bytes, std::size_t offset)
{
    Value value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

/// The text that the kernel attached to a refusal (since Linux 4.12), empty where there is none.
std::string extendedAck(const nlmsghdr& header, std::span<const std::byte> message)
{
    if ((header.nlmsg_flags & NLM_F_ACK_TLVS) == 0)
        return {};
    // NETLINK_CAP_ACK is set: of the request only its header comes back.
    std::size_t at = sizeof(nlmsghdr) + sizeof(nlmsgerr);
    while (at + sizeof(nlattr) <= message.size()) {
        const auto attribute = valueAt<nlattr>(message, at);
        if (attribute.nla_len < sizeof(nlattr) || at + attribute.nla_len > message.size())
            return {};
        if (attribute.nla_type == NLMSGERR_ATTR_MSG) {
            const auto* const text = reinterpret_cast<const char*>(message.data() + at + sizeof(nlattr));
            return std::string{text, ::strnlen(text, attribute.nla_len - sizeof(nlattr))};
        }
        at += padded(attribute.nla_len);
    }
    return {};
}

} // namespace

NetlinkMessage::NetlinkMessage(std::uint16_t type, std::uint16_t flags)
{
    nlmsghdr header{};
    header.nlmsg_type = type;
    header.nlmsg_flags = flags;
    append(header);
}

void NetlinkMessage::appendBytes(std::span<const std::byte> bytes)
{
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    m_bytes.resize(padded(m_bytes.size()));
}

void NetlinkMessage::attributeBytes(std::uint16_t type, std::span<const std::byte> value)
{
    nlattr attribute{};
    attribute.nla_type = type;
    attribute.nla_len = static_cast<std::uint16_t>(sizeof attribute + value.size());
    append(attribute);
    appendBytes(value);
}

void NetlinkMessage::attributeText(std::uint16_t type, std::string_view text)
{
    std::string terminated{text};
    terminated.push_back('\0');
    attributeBytes(type, std::as_bytes(std::span{terminated}));
}

std::size_t NetlinkMessage::beginNest(std::uint16_t type)
{
    const std::size_t nest = m_bytes.size();
    attributeBytes(type, {});
    return nest;
}

void NetlinkMessage::endNest(std::size_t nest)
{
    const auto length = static_cast<std::uint16_t>(m_bytes.size() - nest);
    std::memcpy(m_bytes.data() + nest, &length, sizeof length);
}

std::span<const std::byte> NetlinkMessage::finish(std::uint32_t sequence)
{
    auto header = valueAt<nlmsghdr>(m_bytes, 0);
    header.nlmsg_len = static_cast<std::uint32_t>(m_bytes.size());
    header.nlmsg_seq = sequence;
    std::memcpy(m_bytes.data(), &header, sizeof header);
    return m_bytes;
}

Result<NetlinkSocket> NetlinkSocket::open(int protocol)
{
    NetlinkSocket opened;
    opened.m_socket = Fd{::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol)};
    if (!opened.m_socket.isOpen())
        return systemError(errno, words("core", "open a netlink socket"));
    const int on = 1;
    // Without them refusals are bare numbers; both are best effort.
    (void)::setsockopt(opened.m_socket.get(), SOL_NETLINK, NETLINK_EXT_ACK, &on, sizeof on);
    (void)::setsockopt(opened.m_socket.get(), SOL_NETLINK, NETLINK_CAP_ACK, &on, sizeof on);
    const timeval limit{5, 0}; // the kernel answers at once; a lost answer must not hang the agent
    (void)::setsockopt(opened.m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_nl self{};
    self.nl_family = AF_NETLINK;
    if (::bind(opened.m_socket.get(), reinterpret_cast<const sockaddr*>(&self), sizeof self) != 0)
        return systemError(errno, words("core", "bind a netlink socket"));
    return opened;
}

Result<void> NetlinkSocket::request(NetlinkMessage message, const std::string& what) const
{
    return exchange(message, what, [](std::span<const std::byte>) {});
}

Result<void> NetlinkSocket::dump(NetlinkMessage message, const std::string& what,
                                 const std::function<void(std::span<const std::byte>)>& each) const
{
    return exchange(message, what, each);
}

Result<void> NetlinkSocket::exchange(NetlinkMessage& message, const std::string& what,
                                     const std::function<void(std::span<const std::byte>)>& each) const
{
    const std::uint32_t sequence = ++m_sequence;
    const std::span<const std::byte> request = message.finish(sequence);
    if (::send(m_socket.get(), request.data(), request.size(), 0) < 0)
        return systemError(errno, what);
    alignas(nlmsghdr) std::array<std::byte, 32768> buffer;
    for (;;) {
        const ssize_t got = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(errno, what);
        std::span<const std::byte> rest{buffer.data(), static_cast<std::size_t>(got)};
        while (rest.size() >= sizeof(nlmsghdr)) {
            const auto header = valueAt<nlmsghdr>(rest, 0);
            if (header.nlmsg_len < sizeof(nlmsghdr) || header.nlmsg_len > rest.size())
                return Error{
                    EBADMSG,
                    fmt::format(words("core", "Could not {}: the kernel's netlink answer is malformed."), what)};
            const std::span<const std::byte> one = rest.first(header.nlmsg_len);
            rest = rest.subspan(std::min(padded(header.nlmsg_len), rest.size()));
            if (header.nlmsg_seq != sequence)
                continue; // the answer to a request that was given up
            if (header.nlmsg_type == NLMSG_DONE)
                return {};
            if (header.nlmsg_type != NLMSG_ERROR) {
                each(one.subspan(sizeof(nlmsghdr)));
                continue;
            }
            if (one.size() < sizeof(nlmsghdr) + sizeof(int))
                return Error{
                    EBADMSG,
                    fmt::format(words("core", "Could not {}: the kernel's netlink answer is malformed."), what)};
            const int refused = -valueAt<int>(one, sizeof(nlmsghdr));
            if (refused != 0)
                return systemError(refused, what, extendedAck(header, one));
            return {};
        }
    }
}

} // namespace halfopen
