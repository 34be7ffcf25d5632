// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the agent's program through its pipes, as a window would.
#include "agent_driver.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>

#include "core/event_codec.h"

namespace halfopen::testing_live {

namespace {

constexpr std::string_view kMarkName = "HALFOPEN_TEST_MARK";

struct PipeEnds final
{
    Fd reading;
    Fd writing;
};

PipeEnds makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        std::abort();
    return PipeEnds{Fd{ends[0]}, Fd{ends[1]}};
}

std::string newMark()
{
    static std::atomic<int> next{0};
    return fmt::format("{}={}-{}", kMarkName, ::getpid(), next++);
}

int statusOf(int waitStatus)
{
    return WIFSIGNALED(waitStatus) ? 128 + WTERMSIG(waitStatus) : WEXITSTATUS(waitStatus);
}

} // namespace

AgentDriver::AgentDriver(std::vector<std::string> arguments, bool underParent)
    : m_mark(newMark()), m_splitter(kMaxEventLineBytes)
{
    start(arguments, underParent);
}

AgentDriver::~AgentDriver()
{
    if (m_child > 0 && !m_status) {
        kill(SIGKILL);
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
    }
}

void AgentDriver::start(const std::vector<std::string>& arguments, bool underParent)
{
    PipeEnds input = makePipe();
    PipeEnds output = makePipe();
    PipeEnds pidPipe = makePipe();
    std::vector<std::string> words{HALFOPEN_AGENT};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<char*> environment;
    for (char** entry = environ; *entry != nullptr; ++entry)
        environment.push_back(*entry);
    environment.push_back(m_mark.data());
    environment.push_back(nullptr);
    m_child = ::fork();
    if (m_child == 0) {
        // Not marked: only the agent's own processes are looked for.
        const pid_t agent = underParent ? ::fork() : 0;
        if (agent > 0) {
            ::close(input.writing.get());
            ::close(output.writing.get());
            if (::write(pidPipe.writing.get(), &agent, sizeof agent) != sizeof agent)
                ::_exit(1);
            ::waitpid(agent, nullptr, 0);
            ::_exit(0);
        }
        ::dup2(input.reading.get(), STDIN_FILENO);
        ::dup2(output.writing.get(), STDOUT_FILENO);
        ::execve(argv[0], argv.data(), environment.data());
        ::_exit(127);
    }
    m_agentPid = m_child;
    if (underParent && ::read(pidPipe.reading.get(), &m_agentPid, sizeof m_agentPid) != sizeof m_agentPid)
        ADD_FAILURE() << "the process in between did not start the agent";
    m_input = std::move(input.writing);
    m_output = std::move(output.reading);
}

void AgentDriver::send(std::string_view line)
{
    std::string text{line};
    text += '\n';
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t written = ::write(m_input.get(), text.data() + done, text.size() - done);
        if (written <= 0)
            return; // the agent has ended; its output tells why
        done += static_cast<std::size_t>(written);
    }
}

void AgentDriver::run(std::string_view experiment)
{
    send(fmt::format(R"({{"command":"run","experiment":{{"format":"halfopen-experiment/1",{}}}}})", experiment));
}

bool AgentDriver::readMore(std::chrono::steady_clock::time_point deadline)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    pollfd wait{m_output.get(), POLLIN, 0};
    if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) != 1)
        return false;
    std::array<char, 65536> bytes{};
    const ssize_t got = ::read(m_output.get(), bytes.data(), bytes.size());
    if (got <= 0)
        return false;
    std::vector<std::string> lines;
    EXPECT_TRUE(m_splitter.feed({bytes.data(), static_cast<std::size_t>(got)}, lines));
    for (const std::string& line : lines) {
        Result<Event> event = parseEvent(line);
        if (event)
            m_events.push_back(std::move(*event));
        else
            ADD_FAILURE() << event.error().message << "\n" << line;
    }
    return true;
}

std::optional<Event> AgentDriver::await(const std::function<bool(const Event&)>& condition, std::chrono::seconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    std::size_t next = 0;
    do {
        for (; next < m_events.size(); ++next) {
            if (condition(m_events[next]))
                return m_events[next];
        }
    } while (readMore(deadline));
    return std::nullopt;
}

std::optional<FinishedEvent> AgentDriver::awaitFinished(std::chrono::seconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (readMore(deadline)) {
    }
    if (m_events.empty())
        return std::nullopt;
    const FinishedEvent* finished = std::get_if<FinishedEvent>(&m_events.back().body);
    return finished != nullptr ? std::optional{*finished} : std::nullopt;
}

int AgentDriver::exitStatus()
{
    if (!m_status) {
        int status = 0;
        ::waitpid(m_child, &status, 0);
        m_status = statusOf(status);
    }
    return *m_status;
}

void AgentDriver::kill(int signal)
{
    ::kill(m_agentPid, signal);
}

void AgentDriver::killParent()
{
    ::kill(m_child, SIGKILL);
}

std::vector<pid_t> AgentDriver::processes() const
{
    std::vector<pid_t> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator{"/proc", ignored}) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        std::ifstream file{entry.path() / "environ", std::ios::binary}; // empty for zombies
        const std::string environment{std::istreambuf_iterator<char>{file}, {}};
        if (environment.find(m_mark + '\0') != std::string::npos)
            found.push_back(static_cast<pid_t>(std::stol(name)));
    }
    return found;
}

bool eventually(const std::function<bool()>& state, std::chrono::milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!state()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return true;
}

std::string keepaliveEnd(std::string_view activity, int idle, int interval, int count)
{
    return fmt::format(R"({{"activity":"{}","SO_KEEPALIVE":1,"TCP_KEEPIDLE":{},"TCP_KEEPINTVL":{},"TCP_KEEPCNT":{}}})",
                       activity, idle, interval, count);
}

} // namespace halfopen::testing_live
