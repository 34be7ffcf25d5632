// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that send again and again.
#include "agent/host/endpoint_activities.h"

#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <vector>

#include "agent/host/pause.h"

namespace halfopen {

namespace {

/// The rhythm of a sender, which does not drift.
class Pace final
{
public:
    explicit Pace(EndpointRun& run) : m_run(run), m_next(run.now()) {}

    /// Sleeps until the next message is due; returns at once where the end sends as fast as it goes.
    void wait()
    {
        if (!m_run.plan.sendIntervalSeconds)
            return;
        m_next += fromSeconds(*m_run.plan.sendIntervalSeconds);
        sleepUntil(m_run.context.clock, m_next);
    }

private:
    EndpointRun& m_run;
    RunTime m_next;
};

std::vector<char> messageOf(const Endpoint& plan)
{
    return std::vector<char>(static_cast<std::size_t>(effectiveSendBytes(plan)), 'h');
}

} // namespace

void sendAll(EndpointRun& run)
{
    const std::vector<char> message = messageOf(run.plan);
    Pace pace{run};
    while (run.sendOnce(message))
        pace.wait();
}

void sendWithoutBlocking(EndpointRun& run)
{
    const std::vector<char> message = messageOf(run.plan);
    ::fcntl(run.socket.get(), F_SETFL, ::fcntl(run.socket.get(), F_GETFL) | O_NONBLOCK);
    Pace pace{run};
    while (run.sendOnce(message, Blocking::No)) {
        if (run.last.errorNumber == EAGAIN)
            run.waitFor(POLLOUT); // whatever wakes it, the next send() says what it was
        else
            pace.wait();
    }
}

} // namespace halfopen
