// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing of a sample run's hosts, ready to be looked at and clicked.
#pragma once

#include <QtGlobal>

#include "sample_runs.h"
#include "ui/topology/topology_view.h"

namespace halfopen {

struct ShownHosts final
{
    explicit ShownHosts(samples::SampleRun run) : sample(std::move(run))
    {
        view.resize(760, 190);
        view.setTimeline(&sample.timeline);
        view.setPredictions(sample.predictions);
        view.setLive(sample.live);
    }
    [[nodiscard]] QPoint centre(TopologyPart part) const { return view.currentLayout().rectOf(part).center().toPoint(); }
    samples::SampleRun sample;
    ViewState state;
    TopologyView view{state};
};

inline samples::SampleRun run(const char* wanted)
{
    for (const auto& runs : {samples::all(), samples::hostStates()}) {
        for (const samples::SampleRun& each : runs) {
            if (each.name == wanted)
                return each;
        }
    }
    qFatal("no sample run %s", wanted);
}

} // namespace halfopen
