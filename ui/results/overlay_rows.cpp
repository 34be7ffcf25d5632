// SPDX-License-Identifier: GPL-3.0-or-later
// Runs laid over each other: which lane stands under which.
#include "ui/results/overlay_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

struct OverlayText final
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

using LaneKey = std::pair<QString, Host>;

} // namespace

std::vector<OverlayRow> overlayRows(const std::vector<RunResult>& runs, std::size_t mostRows)
{
    std::vector<LaneKey> order;
    std::vector<std::map<LaneKey, std::size_t>> lanes(runs.size());
    std::map<LaneKey, bool> seen;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        for (std::size_t number = 0; number < runs[run].lanes.size(); ++number) {
            const auto& lane = runs[run].lanes[number];
            const LaneKey key{lane.pair, lane.end};
            lanes[run].emplace(key, number);
            if (seen.emplace(key, true).second)
                order.push_back(key);
        }
    }
    std::vector<OverlayRow> rows;
    for (const auto& key : order) {
        if (rows.size() + runs.size() + 1 > mostRows)
            break;
        rows.push_back({OverlayText::tr("%1 · %2").arg(fromCore(key.first.toStdString()), endTitle(key.second).toLower()), 0, std::nullopt});
        for (std::size_t run = 0; run < runs.size(); ++run) {
            if (const auto found = lanes[run].find(key); found != lanes[run].end())
                rows.push_back({{}, run, found->second});
        }
    }
    return rows;
}

QString laneWords(const RunResult& run, const EndLane& lane)
{
    QStringList lines{OverlayText::tr("%1, %2 of %3").arg(runName(run), endTitle(lane.end).toLower(), fromCore(lane.pair.toStdString()))};
    if (lane.ended)
        lines << OverlayText::tr("%1 after %2").arg(lane.told, secondsText(*lane.ended));
    else if (run.runId.isEmpty())
        lines << OverlayText::tr("Not run yet.");
    else
        lines << OverlayText::tr("still waiting after %1").arg(secondsText(run.secondsSinceOrigin));
    lines << (lane.predictedFrom ? OverlayText::tr("predicted: %1").arg(intervalText({fromSeconds(*lane.predictedFrom), fromSeconds(*lane.predictedTo)}))
                                 : OverlayText::tr("predicted: never"));
    return lines.join(u'\n');
}

} // namespace halfopen
