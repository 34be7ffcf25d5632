// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the counters of both hosts' kernels and tells them.
#include "agent/director/counter_watch.h"

#include <algorithm>
#include <array>
#include <unistd.h>

namespace halfopen {

CounterWatch::CounterWatch(Reporter& reporter, const RunClock& clock, const Lab& lab)
    : m_reporter(reporter), m_clock(clock), m_lab(lab)
{}

void CounterWatch::tell(CountersEvent::At at)
{
    for (const Host host : {Host::Client, Host::Server}) {
        const RunTime now = m_clock.now();
        m_reporter.fact(Event{now, CountersEvent{.host = host, .at = at, .values = read(m_lab.host(host))}});
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
