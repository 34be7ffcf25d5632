// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the counters of both hosts' kernels and tells them.
#include "agent/director/counter_watch.h"

#include <algorithm>
#include <array>
#include <unistd.h>

#include "core/event_codec.h"
#include "core/outcome.h"

namespace halfopen {

CounterWatch::CounterWatch(Reporter& reporter, const RunClock& clock, const Lab& lab)
    : m_reporter(reporter), m_clock(clock), m_lab(lab)
{}

void CounterWatch::tell(CountersEvent::At at)
{
    for (const Host host : {Host::Client, Host::Server})
        tell(at, host);
}

void CounterWatch::tell(CountersEvent::At at, Host host)
{
    const RunTime now = m_clock.now();
    m_reporter.fact(Event{now, CountersEvent{.host = host, .at = at, .values = read(m_lab.host(host))}});
}

void CounterWatch::lookForOutcome(Host host, Activity activity, std::string_view lines)
{
    bool& isTold = m_outcomes[slotOf(host)];
    while (!isTold && !lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const Result<Event> event = parseEvent(line);
        const auto* const call = event ? std::get_if<CallEvent>(&event->body) : nullptr;
        if (call == nullptr || !tellsOfTheEnd(*call, activity))
            continue;
        isTold = true;
        tell(CountersEvent::At::Outcome, host);
    }
}

KernelCounters CounterWatch::read(const LabHost& host)
{
    KernelCounters counters;
    std::array<char, 16 * 1024> text{}; // both files are 2 to 5 KiB
    for (const Fd* file : {&host.procNetStat, &host.procNetSnmp}) {
        const ssize_t got = ::pread(file->get(), text.data(), text.size(), 0);
        addCounters({text.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))}, counters);
    }
    return counters;
}

} // namespace halfopen
