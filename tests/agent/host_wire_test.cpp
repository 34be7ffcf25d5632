// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and descriptors between the agent's processes.
#include "agent/base/host_wire.h"

#include <array>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

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
