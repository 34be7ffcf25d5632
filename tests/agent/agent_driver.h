// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the agent's program through its pipes, as a window would.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

#include "agent/base/fd.h"
#include "agent/base/line_splitter.h"
#include "core/event.h"

namespace halfopen::testing_live {

/// One started agent. Killed and reaped when it goes out of scope.
class AgentDriver final
{
public:
    /// `underParent`: started by a process of its own between this one and the agent, see killParent().
    explicit AgentDriver(std::vector<std::string> arguments = {"run"}, bool underParent = false);
    ~AgentDriver();
    AgentDriver(const AgentDriver&) = delete;
    AgentDriver& operator=(const AgentDriver&) = delete;

    void send(std::string_view line); // the line feed is added
    /// The experiment as JSON text without its `format`.
    void run(std::string_view experiment);
    void finish() { send(R"({"command":"finish","cancelled":false})"); }
    void closeInput() { m_input.reset(); }

    /// Reads until an event fulfils the condition; empty at the end of output or after the time.
    std::optional<Event> await(const std::function<bool(const Event&)>& condition,
                               std::chrono::seconds limit = std::chrono::seconds{30});
    /// Until the end of output. Returns the last event's body if it is the finished event.
    std::optional<FinishedEvent> awaitFinished(std::chrono::seconds limit = std::chrono::seconds{30});
    /// Exit status, or 128 + signal.
    int exitStatus();

    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
    /// Of the agent itself (the director).
    [[nodiscard]] pid_t pid() const { return m_agentPid; }
    void kill(int signal);
    /// Only with `underParent`.
    void killParent();
    /// Processes of this agent that live: all that carry this driver's mark in their environment.
    [[nodiscard]] std::vector<pid_t> processes() const;

    /// All bodies of a kind, with their times.
    template<class Body> [[nodiscard]] std::vector<std::pair<RunTime, Body>> all() const
    {
        std::vector<std::pair<RunTime, Body>> found;
        for (const Event& event : m_events) {
            if (const Body* body = std::get_if<Body>(&event.body))
                found.emplace_back(event.time, *body);
        }
        return found;
    }

private:
    void start(const std::vector<std::string>& arguments, bool underParent);
    bool readMore(std::chrono::steady_clock::time_point deadline);

    std::string m_mark;
    pid_t m_child = 0; // the agent, or the process that started it
    pid_t m_agentPid = 0;
    Fd m_input;
    Fd m_output;
    LineSplitter m_splitter;
    std::vector<Event> m_events;
    std::optional<int> m_status;
};

/// Waits for a state with a deadline.
[[nodiscard]] bool eventually(const std::function<bool()>& state, std::chrono::milliseconds limit);

/// "{…}" of an endpoint: activity and keepalive 1/1/3 or as given.
[[nodiscard]] std::string keepaliveEnd(std::string_view activity, int idle, int interval, int count);

} // namespace halfopen::testing_live
