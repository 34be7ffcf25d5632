// SPDX-License-Identifier: GPL-3.0-or-later
// Stored lines back into a run: the same decoder and the same fold as live.
#include "session/replay.h"

#include <utility>

#include "core/predictor.h"
#include "session/event_lines.h"

namespace halfopen {

std::vector<Prediction> predictRun(const Timeline& timeline)
{
    const std::vector<EndAtFault> measured = timeline.endsAtFault();
    return predict(timeline.asExecuted(), timeline.kernel(), measured);
}

ReplayedRun judgedRun(Timeline timeline)
{
    ReplayedRun run{std::move(timeline), {}, {}};
    run.predictions = predictRun(run.timeline);
    run.outcomes = judge(run.timeline, run.predictions);
    return run;
}

Result<ReplayedRun> replay(const Experiment& experiment, const QByteArray& lines)
{
    Timeline timeline{experiment};
    EventLines decoder([&](const Event& event) { timeline.append(event); });
    if (const auto taken = decoder.take({lines.constData(), static_cast<std::size_t>(lines.size())}); !taken)
        return taken.error();
    if (const auto ended = decoder.finish(); !ended)
        return ended.error();
    return judgedRun(std::move(timeline));
}

} // namespace halfopen
