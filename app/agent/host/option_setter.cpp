// SPDX-License-Identifier: GPL-3.0-or-later
// Sets options of sockets while their connections live.
#include "agent/host/option_setter.h"

#include <algorithm>

#include "agent/host/socket_setup.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

void OptionSetter::start(RunTime zero)
{
    for (const std::unique_ptr<EndpointRun>& run : m_runs) {
        for (const OptionChange& change : run->plan.changes)
            m_due.push_back({zero + fromSeconds(change.atSeconds), run.get(), &change.options});
    }
    std::ranges::stable_sort(m_due, {}, &Due::at);
    std::ranges::reverse(m_due);
}

std::optional<RunTime> OptionSetter::nextDue() const
{
    return m_due.empty() ? std::nullopt : std::optional{m_due.back().at};
}

void OptionSetter::setDue(RunTime now)
{
    while (!m_due.empty() && m_due.back().at <= now) {
        const Due due = m_due.back();
        m_due.pop_back();
        set(*due.run, *due.options, false);
    }
}

void OptionSetter::obey(const SetOptionCommand& command)
{
    if (command.pair >= 0 && static_cast<std::size_t>(command.pair) < m_runs.size())
        set(*m_runs[static_cast<std::size_t>(command.pair)], command.options, true);
}

void OptionSetter::set(EndpointRun& run, const SocketOptions& options, bool byHand)
{
    std::vector<Event> told;
    {
        const std::lock_guard lock{run.socketMutex};
        const int socket = run.socket.isOpen() ? run.socket.get() : run.listener.get();
        const RunTime now = run.now();
        const Result<void> done =
            socket >= 0 ? setOptions(socket, options)
                        : Result<void>{Error{0, words("core", "The program has closed its socket already.")}};
        if (!done)
            told.push_back(Event{now, NoteEvent{fmt::format(
                                          words("core", "The options of pair number {} could not be changed: {}"),
                                          run.pair + 1, done.error().message)}});
        for (const auto& [name, value] :
             done ? optionsInForce(socket, options) : std::vector<std::pair<std::string_view, double>>{}) {
            if (optionValue(options, name))
                told.push_back(Event{now, OptionEvent{.pair = run.pair,
                                                      .end = run.context.host,
                                                      .name = std::string{name},
                                                      .value = value,
                                                      .isChange = true,
                                                      .byHand = byHand}});
        }
    }
    run.context.queue.push(told);
}

} // namespace halfopen
