// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that every process of the agent does to itself.
#include "agent/base/process.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <vector>

#include "agent/base/fd.h"

namespace halfopen {

namespace {

constexpr unsigned kHighestDescriptor = ~0U;

void closeRange(unsigned first, unsigned last)
{
    if (first > last || ::close_range(first, last, 0) == 0)
        return;
    rlimit limit{}; // close_range() came with Linux 5.9
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const unsigned end = static_cast<unsigned>(std::min<rlim_t>(limit.rlim_cur, last));
    for (unsigned number = first; number <= end; ++number)
        ::close(static_cast<int>(number));
}

} // namespace

bool dieWithParent(pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    return ::getppid() == parent; // it may have ended before the line above
}

void ignoreTerminalSignals()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE})
        std::signal(signal, SIG_IGN);
    sigset_t none{};
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

void setProcessName(const char* name)
{
    ::prctl(PR_SET_NAME, name);
}

void leaveStandardStreams()
{
    const Fd nothing{::open("/dev/null", O_RDWR | O_CLOEXEC)};
    if (!nothing.isOpen())
        return;
    ::dup2(nothing.get(), STDIN_FILENO);
    ::dup2(nothing.get(), STDOUT_FILENO);
}

void closeDescriptorsBut(std::span<const int> kept)
{
    std::vector<int> sorted{kept.begin(), kept.end()};
    std::ranges::sort(sorted);
    unsigned first = STDERR_FILENO + 1;
    for (const int number : sorted) {
        if (number <= STDERR_FILENO)
            continue;
        const auto here = static_cast<unsigned>(number);
        if (here > first)
            closeRange(first, here - 1);
        first = here + 1;
    }
    closeRange(first, kHighestDescriptor);
}

rlim_t raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

} // namespace halfopen
