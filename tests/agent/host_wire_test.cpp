// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and descriptors between the agent's processes.
#include "agent/base/host_wire.h"

#include <array>
#include <atomic>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace halfopen {

namespace {

TEST(HostWire, carriesNumberTextAndDescriptors)
{
    Result<WirePair> wire = makeWire();
    ASSERT_TRUE(wire.ok());
    const Fd file{::open("/dev/null", O_RDWR | O_CLOEXEC)};
    const std::array copies{file.get(), file.get()};
    ASSERT_TRUE(sendWire(wire->here.get(), WireKind::Sockets, -7, "text", copies));
    WireMessage message;
    ASSERT_EQ(receiveWire(wire->there.get(), message), WireRead::Got);
    EXPECT_EQ(message.kind, WireKind::Sockets);
    EXPECT_EQ(message.number, -7);
    EXPECT_EQ(message.text, "text");
    ASSERT_EQ(message.descriptors.size(), 2U);
    struct stat sent
    {};
    struct stat received
    {};
    ASSERT_EQ(::fstat(file.get(), &sent), 0);
    ASSERT_EQ(::fstat(message.descriptors[1].get(), &received), 0);
    EXPECT_EQ(sent.st_rdev, received.st_rdev);
    EXPECT_NE(::fcntl(message.descriptors[1].get(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(HostWire, carriesTheLongestTextAndKeepsMessagesApart)
{
    Result<WirePair> wire = makeWire();
    ASSERT_TRUE(wire.ok());
    const std::string longest(kMaxWireText, 'l');
    ASSERT_TRUE(sendWire(wire->here.get(), WireKind::Lines, 0, longest));
    ASSERT_TRUE(sendWire(wire->here.get(), WireKind::Arm));
    WireMessage message;
    ASSERT_EQ(receiveWire(wire->there.get(), message), WireRead::Got);
    EXPECT_EQ(message.text, longest);
    ASSERT_EQ(receiveWire(wire->there.get(), message), WireRead::Got);
    EXPECT_EQ(message.kind, WireKind::Arm);
    EXPECT_TRUE(message.text.empty());
    EXPECT_EQ(receiveWire(wire->there.get(), message), WireRead::Empty);
}

/// In a child with room for 64 descriptors and without privileges: sends 4 messages of 40, reads when 2 are on their way.
/// Returns how many descriptors came.
int descriptorsThatArrive()
{
    const rlimit few{64, 64};
    if (::setrlimit(RLIMIT_NOFILE, &few) != 0 || (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0))
        return -1;
    Result<WirePair> wire = makeWire();
    const Fd file{::open("/dev/null", O_RDWR | O_CLOEXEC)};
    if (!wire || !file.isOpen())
        return -1;
    const std::vector<int> copies(40, file.get());
    std::atomic<int> sent{0};
    std::thread writer{[&] {
        for (int i = 0; i < 4 && sendWire(wire->here.get(), WireKind::Sockets, i, {}, copies); ++i)
            ++sent;
        wire->here.reset();
    }};
    while (sent < 2)
        std::this_thread::yield();
    WireMessage message;
    int arrived = 0;
    pollfd wait{wire->there.get(), POLLIN, 0};
    while (::poll(&wait, 1, 20'000) == 1 && receiveWire(wire->there.get(), message) == WireRead::Got)
        arrived += static_cast<int>(message.descriptors.size());
    writer.join();
    return arrived;
}

TEST(HostWire, waitsWhileTooManyDescriptorsAreOnTheirWay)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(descriptorsThatArrive() == 160 ? 0 : 1);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
}

TEST(HostWire, tellsThatTheOtherEndIsClosed)
{
    Result<WirePair> wire = makeWire();
    ASSERT_TRUE(wire.ok());
    wire->there.reset();
    EXPECT_FALSE(sendWire(wire->here.get(), WireKind::Arm));
    WireMessage message;
    EXPECT_EQ(receiveWire(wire->here.get(), message), WireRead::Closed);
}

} // namespace

} // namespace halfopen
