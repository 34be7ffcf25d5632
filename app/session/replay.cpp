// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/replay.h"

#include <string>
#include <string_view>

#include "core/event_codec.h"
#include "core/predictor.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

std::vector<Prediction> predictRun(const Timeline& timeline)
{
    const std::vector<EndAtFault> measured = timeline.endsAtFault();
    return predict(timeline.asExecuted(), timeline.kernel(), measured);
}

Result<ReplayedRun> replay(const Experiment& experiment, const QByteArray& lines)
{
    ReplayedRun run{Timeline{experiment}, {}, {}};
    std::string_view rest{lines.constData(), static_cast<std::size_t>(lines.size())};
    for (int number = 1; !rest.empty(); ++number) {
        const std::size_t feed = rest.find('\n');
        const std::string_view line = rest.substr(0, feed);
        rest.remove_prefix(feed == std::string_view::npos ? rest.size() : feed + 1);
        const Result<Event> event = parseEvent(line);
        if (!event)
            return Error{event.error().code, fmt::format(words("core", "Line {} of the run cannot be read: {}"), number,
                                                         event.error().message)};
        run.timeline.append(*event);
    }
    run.predictions = predictRun(run.timeline);
    run.outcomes = judge(run.timeline, run.predictions);
    return run;
}

} // namespace halfopen
