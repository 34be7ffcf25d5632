// SPDX-License-Identifier: GPL-3.0-or-later
// An end that asks the peer's program now and then, and gives up by itself.
#include "agent/host/endpoint_activities.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <poll.h>

#include "agent/host/receive_room.h"

namespace halfopen {

namespace {

class Heartbeat final
{
public:
    explicit Heartbeat(EndpointRun& run)
        : m_run(run), m_interval(fromSeconds(run.plan.heartbeatIntervalSeconds)),
          m_patience(fromSeconds(run.plan.heartbeatTimeoutSeconds)), m_next(run.now())
    {
        m_question.fill(kQuestionByte);
    }

    void beat();

private:
    [[nodiscard]] bool ask();
    [[nodiscard]] bool listen(RunTime until);
    void giveUp(RunTime now);

    EndpointRun& m_run;
    RunTime m_interval;
    RunTime m_patience;
    RunTime m_next; // when the next question is due
    ReceiveRoom m_room;
    std::array<char, kHeartbeatBytes> m_question{};
    MessageCount m_answers{kAnswerByte};
    std::deque<RunTime> m_unanswered; // questions, the oldest first
};

void Heartbeat::beat()
{
    while (true) {
        const RunTime now = m_run.now();
        if (!m_unanswered.empty() && now >= m_unanswered.front() + m_patience)
            return giveUp(now);
        if (now >= m_next) {
            if (!ask())
                return;
            continue;
        }
        const RunTime verdict = m_unanswered.empty() ? RunTime::max() : m_unanswered.front() + m_patience;
        if (!listen(std::min(m_next, verdict)))
            return;
    }
}

/// A full send buffer takes no further question; those before it wait for their answers.
bool Heartbeat::ask()
{
    const RunTime asked = m_run.now();
    m_next = std::max(m_next + m_interval, asked); // a program that was frozen does not make up for what it has missed
    if (!m_run.sendOnce(m_question, Blocking::No))
        return false;
    if (m_run.last.result > 0)
        m_unanswered.push_back(asked);
    return true;
}

bool Heartbeat::listen(RunTime until)
{
    const int ready = m_run.waitFor(POLLIN | POLLRDHUP, until - m_run.now());
    if (ready < 0)
        return m_run.last.errorNumber == EINTR;
    if (ready == 0)
        return true;
    if (!m_run.receive(m_room.bytes()))
        return false;
    const auto received = m_room.bytes().first(static_cast<std::size_t>(m_run.received));
    for (std::int64_t answers = m_answers.add(received); answers > 0 && !m_unanswered.empty();
         --answers)
        m_unanswered.pop_front();
    return true;
}

void Heartbeat::giveUp(RunTime now)
{
    m_run.teller.report(Call::Heartbeat, m_unanswered.front(), now, {.result = -1});
}

} // namespace

void heartbeat(EndpointRun& run)
{
    Heartbeat{run}.beat();
}

} // namespace halfopen
