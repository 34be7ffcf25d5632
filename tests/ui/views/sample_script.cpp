// SPDX-License-Identifier: GPL-3.0-or-later
// Writes sample runs, event by event.
#include "sample_script.h"

namespace halfopen::samples {

Experiment experimentWith(Endpoint client, Fault fault, const char* title)
{
    Experiment experiment;
    experiment.title = title;
    experiment.timeLimitSeconds = 60;
    experiment.pairs.push_back({"reader", std::move(client), Endpoint{}});
    experiment.faults.push_back(fault);
    return experiment;
}

Endpoint reader(bool keepalive)
{
    Endpoint end;
    end.activity = Activity::Recv;
    if (keepalive) {
        end.options.keepAlive = true;
        end.options.keepIdleSeconds = 5;
        end.options.keepIntervalSeconds = 3;
        end.options.keepCount = 3;
    }
    return end;
}

void armReader(Script& script)
{
    script.begin(0, Host::Client, "recv");
    script.row(0.02, Host::Client, KernelTimer::Keepalive, 4.93);
    script.row(0.02, Host::Server, KernelTimer::None);
}

} // namespace halfopen::samples
