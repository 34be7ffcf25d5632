// SPDX-License-Identifier: GPL-3.0-or-later
// The code that is copied out: the C compiles and sets what it says, so does the Python; the Go and the command are read.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <unistd.h>

#include "core/experiment_code.h"
#include "core/experiment_codec.h"

namespace halfopen {
namespace {

SocketOptions manyOptions()
{
    SocketOptions options;
    options.keepAlive = true;
    options.keepIdleSeconds = 5;
    options.keepIntervalSeconds = 3;
    options.keepCount = 4;
    options.userTimeoutMs = 20000;
    options.receiveTimeoutSeconds = 2.5;
    options.sendBufferBytes = 65536;
    options.noDelay = true;
    return options;
}

class ExperimentCode : public testing::Test
{
protected:
    std::filesystem::path m_folder;

    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "halfopen-code-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string write(const std::string& name, const std::string& content) const
    {
        const auto path = m_folder / name;
        std::ofstream(path) << content;
        return path.string();
    }

    /// What it wrote, with its exit status in the last line.
    static std::string outputOf(const std::string& command)
    {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(("{ " + command + "\n} 2>&1; echo status $?").c_str(), "r"), ::pclose);
        std::string text;
        std::array<char, 512> part{};
        while (pipe && std::fgets(part.data(), static_cast<int>(part.size()), pipe.get()) != nullptr)
            text += part.data();
        return text;
    }
};

constexpr auto kReadBackInC = R"(
#include <stdio.h>
#include <unistd.h>
static int number(int fd, int level, int option) { int value = -1; socklen_t size = sizeof value; getsockopt(fd, level, option, &value, &size); return value; }
int main(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (set_socket_options(fd) == -1) { perror("setsockopt"); return 1; }
    struct timeval wait = {0, 0};
    socklen_t size = sizeof wait;
    getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &wait, &size);
    printf("%d %d %d %d %d %ld.%06ld %d\n", number(fd, SOL_SOCKET, SO_KEEPALIVE), number(fd, IPPROTO_TCP, TCP_KEEPIDLE),
           number(fd, IPPROTO_TCP, TCP_KEEPINTVL), number(fd, IPPROTO_TCP, TCP_KEEPCNT), number(fd, IPPROTO_TCP, TCP_USER_TIMEOUT),
           (long)wait.tv_sec, (long)wait.tv_usec, number(fd, IPPROTO_TCP, TCP_NODELAY));
    return close(fd);
}
)";

constexpr auto kReadBackInPython = R"(
with socket.socket() as sock:
    set_socket_options(sock)
    wait = struct.unpack("@ll", sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, 16))
    tcp = [sock.getsockopt(socket.IPPROTO_TCP, each) for each in
           (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT, socket.TCP_USER_TIMEOUT)]
    print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE), *tcp, "%d.%06d" % wait,
          sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
)";

// The kernel keeps SO_RCVTIMEO in ticks; 2.5 s is a whole number of them at every HZ.
constexpr auto kReadBack = "1 5 3 4 20000 2.500000 1\nstatus 0\n";

TEST_F(ExperimentCode, CCompilesAndSetsTheOptions)
{
    const auto source = write("options.c", socketOptionsCode(manyOptions(), CodeLanguage::C) + kReadBackInC);
    const auto program = (m_folder / "options").string();
    EXPECT_EQ(outputOf("cc -std=gnu99 -Wall -Wextra -Werror -o " + program + ' ' + source + " && " + program), kReadBack);
}

TEST_F(ExperimentCode, PythonSetsTheOptions)
{
    const auto script = write("options.py", socketOptionsCode(manyOptions(), CodeLanguage::Python) + kReadBackInPython);
    EXPECT_EQ(outputOf("python3 " + script), kReadBack);
}

TEST_F(ExperimentCode, WithoutOptionsAllStillCompile)
{
    const auto c = write("none.c", socketOptionsCode({}, CodeLanguage::C));
    EXPECT_EQ(outputOf("cc -std=gnu99 -Wall -Wextra -Werror -c -o " + c + ".o " + c), "status 0\n");
    const auto python = write("none.py", socketOptionsCode({}, CodeLanguage::Python) + "\n\nset_socket_options(socket.socket())\n");
    EXPECT_EQ(outputOf("python3 " + python), "status 0\n");
}

TEST_F(ExperimentCode, LingerAndReceivedErrorsAreSetAsTheKernelWantsThem)
{
    SocketOptions options;
    options.lingerSeconds = 3;
    options.receiveErrors = true;
    options.synCount = 2;
    const auto c = write("linger.c", socketOptionsCode(options, CodeLanguage::C) + R"(
#include <stdio.h>
int main(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0), errors = 0, count = 0;
    struct linger linger;
    socklen_t length = sizeof linger, one = sizeof errors;
    if (set_socket_options(fd) == -1)
        return 1;
    getsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, &length);
    getsockopt(fd, IPPROTO_IP, IP_RECVERR, &errors, &one);
    getsockopt(fd, IPPROTO_TCP, TCP_SYNCNT, &count, &one);
    printf("%d %d %d %d\n", linger.l_onoff, linger.l_linger, errors, count);
    return 0;
}
)");
    const auto program = (m_folder / "linger").string();
    EXPECT_EQ(outputOf("cc -std=gnu99 -Wall -Wextra -Werror -o " + program + ' ' + c + " && " + program), "1 3 1 2\nstatus 0\n");
    const auto python = write("linger.py", socketOptionsCode(options, CodeLanguage::Python) + R"(
with socket.socket() as sock:
    set_socket_options(sock)
    print(*struct.unpack("@ii", sock.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)), sock.getsockopt(socket.IPPROTO_IP, IP_RECVERR),
          sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_SYNCNT))
)");
    EXPECT_EQ(outputOf("python3 " + python), "1 3 1 2\nstatus 0\n");
}

TEST_F(ExperimentCode, NewestOptionNeedsNoNewHeader)
{
    SocketOptions options;
    options.rtoMaxMs = 3000;
    const auto c = write("rto.c", socketOptionsCode(options, CodeLanguage::C));
    EXPECT_EQ(outputOf("cc -std=gnu99 -Wall -Wextra -Werror -c -o " + c + ".o " + c), "status 0\n");
    const auto python = write("rto.py", socketOptionsCode(options, CodeLanguage::Python));
    EXPECT_EQ(outputOf("python3 " + python), "status 0\n");
}

TEST_F(ExperimentCode, GoIsAsGofmtWritesIt)
{
    SocketOptions options;
    options.keepAlive = true;
    options.keepIdleSeconds = 5;
    options.receiveTimeoutSeconds = 2.5;
    EXPECT_EQ(socketOptionsCode(options, CodeLanguage::Go), R"(package main

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// Control sets the options before connect or listen:
//
//	dialer := net.Dialer{Control: Control, KeepAlive: -1}
//
// Without KeepAlive: -1 Go sets keepalive values of its own after connecting.
func Control(network, address string, conn syscall.RawConn) error {
	var failed error
	err := conn.Control(func(fd uintptr) { failed = setSocketOptions(int(fd)) })
	if err != nil {
		return err
	}
	return failed
}

func setSocketOptions(fd int) error {
	// TCP_KEEPIDLE: seconds
	if err := unix.SetsockoptInt(fd, unix.IPPROTO_TCP, unix.TCP_KEEPIDLE, 5); err != nil {
		return err
	}
	// SO_RCVTIMEO 2.5 s: Go's sockets never wait in the kernel; call
	// conn.SetReadDeadline(time.Now().Add(2500000 * time.Microsecond)) before each call.
	// SO_KEEPALIVE: on or off
	if err := unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_KEEPALIVE, 1); err != nil {
		return err
	}
	return nil
}
)");
    EXPECT_EQ(socketOptionsCode({}, CodeLanguage::Go).find("x/sys/unix"), std::string::npos) << "an unused import does not compile in Go";
}

TEST_F(ExperimentCode, CommandHandsTheExperimentOver)
{
    Experiment experiment;
    experiment.title = "it's $HOME `date` \"and\" \\";
    Pair pair;
    pair.name = "EXPERIMENT";
    pair.client.activity = Activity::Recv;
    experiment.pairs.push_back(pair);
    // A stand-in for halfopen-cli with a name that needs quotes: it shows what it was given.
    const auto standIn = write("a 'stand-in'", "#!/bin/sh\n[ \"$1\" = run ] && cat \"$2\"\n");
    std::filesystem::permissions(standIn, std::filesystem::perms::owner_all);
    const auto script = write("command.sh", runCommand(experiment, standIn));
    auto given = outputOf("sh " + script);
    ASSERT_TRUE(given.ends_with("status 0\n")) << given;
    const auto read = parseExperiment(given.substr(0, given.size() - std::string("status 0\n").size()));
    ASSERT_TRUE(read.ok()) << given;
    EXPECT_EQ(read.value(), experiment);
}

} // namespace
} // namespace halfopen
