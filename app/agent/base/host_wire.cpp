// SPDX-License-Identifier: GPL-3.0-or-later
// What the director and its children say to each other over a SOCK_SEQPACKET pair.
#include "agent/base/host_wire.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <sys/socket.h>
#include <sys/uio.h>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

struct WireHeader final
{
    std::int64_t number = 0;
    char kind = 0;
    std::array<char, 7> padding{};
};

/// For descriptors on their way to arrive: the receiver only has to read them.
constexpr int kMostTries = 10'000;
constexpr timespec kBetweenTries{0, 1'000'000};

using DescriptorRoom = std::array<char, CMSG_SPACE(kMaxWireDescriptors * sizeof(int))>;

void takeDescriptors(msghdr& header, std::vector<Fd>& descriptors)
{
    for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        std::vector<int> numbers(count);
        std::memcpy(numbers.data(), CMSG_DATA(part), count * sizeof(int));
        for (const int number : numbers)
            descriptors.emplace_back(number);
    }
}

} // namespace

Result<WirePair> makeWire()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        const int code = errno;
        return Error{code,
                     fmt::format(words("core", "The processes of the agent cannot be joined by a socket pair: {}."),
                                 std::strerror(code))};
    }
    return WirePair{Fd{ends[0]}, Fd{ends[1]}};
}

bool sendWire(int channel, WireKind kind, std::int64_t number, std::string_view text, std::span<const int> descriptors)
{
    WireHeader head{.number = number, .kind = static_cast<char>(kind)};
    std::string body{text};
    std::array<iovec, 2> parts{iovec{&head, sizeof head}, iovec{body.data(), body.size()}};
    alignas(cmsghdr) DescriptorRoom room{};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    if (!descriptors.empty()) {
        message.msg_control = room.data();
        message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
        cmsghdr* rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(descriptors.size_bytes());
        std::memcpy(CMSG_DATA(rights), descriptors.data(), descriptors.size_bytes());
    }
    for (int tries = 0; tries < kMostTries;) {
        if (::sendmsg(channel, &message, MSG_NOSIGNAL) >= 0)
            return true;
        if (errno == ETOOMANYREFS) { // RLIMIT_NOFILE bounds them for all processes of the user together, unix(7)
            ::nanosleep(&kBetweenTries, nullptr);
            ++tries;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return false;
}

WireRead receiveWire(int channel, WireMessage& message)
{
    WireHeader head;
    alignas(cmsghdr) DescriptorRoom room{};
    message.text.resize(kMaxWireText);
    message.descriptors.clear();
    std::array<iovec, 2> parts{iovec{&head, sizeof head}, iovec{message.text.data(), message.text.size()}};
    msghdr header{};
    header.msg_iov = parts.data();
    header.msg_iovlen = parts.size();
    header.msg_control = room.data();
    header.msg_controllen = room.size();
    ssize_t got = 0;
    do {
        got = ::recvmsg(channel, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return errno == EAGAIN ? WireRead::Empty : WireRead::Closed;
    if (got < static_cast<ssize_t>(sizeof head))
        return WireRead::Closed;
    takeDescriptors(header, message.descriptors);
    message.kind = static_cast<WireKind>(head.kind);
    message.number = head.number;
    message.text.resize(static_cast<std::size_t>(got) - sizeof head);
    return WireRead::Got;
}

} // namespace halfopen
