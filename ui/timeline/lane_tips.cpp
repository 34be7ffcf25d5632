// SPDX-License-Identifier: GPL-3.0-or-later
// What a lane shows, for who points at its name.
#include "ui/timeline/lanes.h"

#include "ui/faults/fault_text.h"
#include "ui/glossary/glossary.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

QString callTerm(const RunFacts& facts, int pair, Host end)
{
    const Pair* const plan = facts.plan(pair);
    const std::string_view call = plan ? detectingCall(plan->end(end).activity) : std::string_view{};
    return QString::fromUtf8(call.data(), static_cast<qsizetype>(call.size()));
}

QString timerTerm(const TrackDigest& digest)
{
    for (auto tooth = digest.teeth().rbegin(); tooth != digest.teeth().rend(); ++tooth) {
        if (tooth->timer != KernelTimer::None) {
            const std::string_view term = name(tooth->timer);
            return QString::fromUtf8(term.data(), static_cast<qsizetype>(term.size()));
        }
    }
    return QStringLiteral("timer");
}

} // namespace

QString leftOutToolTip(const TimelineLayout& layout)
{
    QStringList names;
    for (const LaneBox& box : layout.leftOut) {
        const bool ofEnd = box.kind == LaneKind::Call || box.kind == LaneKind::State;
        names << (ofEnd ? LaneText::tr("%1 · %2", "lane, host").arg(laneName(box.kind), hostText(box.end)) : laneName(box.kind));
    }
    return LaneText::tr("Left out, because the time line is too low for it: %1. Make it higher with the grip above it, or close a panel below.", "rows' names")
        .arg(names.join(LaneText::tr(", ", "between names")));
}

QString laneToolTip(const RunFacts& facts, const TrackDigest& digest, LaneKind kind, int pair, Host end,
                    InfoField info)
{
    switch (kind) {
    case LaneKind::Call:
        return glossaryToolTip(callTerm(facts, pair, end), LaneText::tr("The call that the program is in. A bar is waiting; what ends it is what the program is told."));
    case LaneKind::State:
        return glossaryToolTip(QStringLiteral("/proc/net/tcp"), LaneText::tr("The state of the socket: what the kernel believes of the peer."));
    case LaneKind::Timer:
        return glossaryToolTip(timerTerm(digest), LaneText::tr("The kernel's timer: the height is the time it has left; at the bottom it fires."));
    case LaneKind::Wire:
        return glossaryToolTip(QStringLiteral("probe"), LaneText::tr("The packets as the %1 sees them, the client's line on top. A cross is a packet that was lost there, with a bar before it one that the %1 rejected. An arrow that begins with a square was made by the %1 itself; one that leans was held back.", "router or switch").arg(middleText(pathOf(*facts.experiment, facts.timeline))));
    case LaneKind::Queues:
        return glossaryToolTip(QStringLiteral("Send-Q"), LaneText::tr("Bytes that wait in the kernel: sent and not acknowledged, received and not read."));
    case LaneKind::Info: {
        const QString name = infoName(info);
        return glossaryToolTip(glossary(name) ? name : QStringLiteral("TCP_INFO"),
                               LaneText::tr("%1 of getsockopt(TCP_INFO): %2. The scale is linear and begins at 0.", "a value's name, its meaning").arg(name, infoMeaning(info)));
    }
    }
    return {};
}

} // namespace halfopen
