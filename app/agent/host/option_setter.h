// SPDX-License-Identifier: GPL-3.0-or-later
// Sets options of sockets while their connections live.
#pragma once

#include <optional>
#include <vector>

#include "agent/host/host_connector.h"
#include "core/agent_command.h"

namespace halfopen {

/// Belongs to a host's program, so that a stopped or dead program sets nothing. One thread.
class OptionSetter final
{
public:
    explicit OptionSetter(EndpointRuns& runs) : m_runs(runs) {}

    /// t = 0: the script's times count from here.
    void start(RunTime zero);
    [[nodiscard]] std::optional<RunTime> nextDue() const;
    /// Everything that is due by now.
    void setDue(RunTime now);
    /// By hand.
    void obey(const SetOptionCommand& command);

private:
    struct Due final
    {
        RunTime at{0};
        EndpointRun* run = nullptr;
        const SocketOptions* options = nullptr;
    };

    static void set(EndpointRun& run, const SocketOptions& options, bool byHand);

    EndpointRuns& m_runs;
    std::vector<Due> m_due; // the next one last
};

} // namespace halfopen
