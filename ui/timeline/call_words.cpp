// SPDX-License-Identifier: GPL-3.0-or-later
// What calls returned, to the last bit: poll's bits, SO_ERROR, short counts, and what is said when asked again.
#include "ui/timeline/call_words.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

#include "core/timeline_log.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

constexpr auto kAtOnce = std::chrono::milliseconds{5}; // a waking and the call it led to
constexpr std::ptrdiff_t kLast = 16;                   // calls in which the end and what belongs to it are looked for

QString nameOf(const CallSpan& call)
{
    return callText(QString::fromStdString(call.call));
}

QString bitsOf(const CallSpan& call)
{
    return QString::fromStdString(readinessText(call.readiness));
}

bool isShort(const CallSpan& call, int asked)
{
    return call.call == "send" && call.count <= 1 && call.result > 0 && call.result < asked;
}

QString shortText(const CallSpan& call, int asked)
{
    const QLocale locale;
    return LaneText::tr("%1 returns %2 of %3 bytes: a short count", "call, number, number")
        .arg(nameOf(call), locale.toString(static_cast<qlonglong>(call.result)), locale.toString(asked));
}

/// "recv() = 0", "send() EPIPE", "poll() IN|HUP"
QString briefly(const CallSpan& call)
{
    if (call.readiness != 0)
        return LaneText::tr("%1 %2", "call, what it returned").arg(nameOf(call), bitsOf(call));
    if (call.result < 0)
        return LaneText::tr("%1 %2", "call, what it returned").arg(nameOf(call), errnoText(call.errorNumber));
    return LaneText::tr("%1 = %2", "call, number").arg(nameOf(call)).arg(call.result);
}

auto indexOf(const EndTrack& track, const CallSpan& ending)
{
    const auto from = track.calls.end() - std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(track.calls.size()), kLast);
    return std::find_if(from, track.calls.end(), [&](const CallSpan& call) { return &call == &ending; });
}

} // namespace

QString returnText(const CallSpan& call, int asked)
{
    const QString name = nameOf(call);
    if (call.readiness != 0)
        return LaneText::tr("%1 returns %2", "call, number").arg(name, bitsOf(call));
    if (isShort(call, asked))
        return shortText(call, asked);
    if (call.call == detectingCall(Activity::Heartbeat) || call.call == detectingCall(Activity::Qt))
        return callResultText(call.call, call.result, call.errorNumber);
    // What close() returned does not tell of the orphan that it left behind.
    if (call.result > 0 || (call.result == 0 && call.call == detectingCall(Activity::Close)))
        return LaneText::tr("%1 returns %2", "call, number").arg(name).arg(call.result);
    const QString told = endingText(QString::fromStdString(call.call), call.result, call.errorNumber);
    if (call.socketError != 0)
        return LaneText::tr("%1 returns: %2; SO_ERROR was %3", "call, errno, errno").arg(name, told, errnoText(call.socketError));
    return LaneText::tr("%1 returns: %2", "call, errno").arg(name, told);
}

QString wakingBits(const EndTrack& track, const CallSpan& ending)
{
    const auto here = indexOf(track, ending);
    if (here == track.calls.end())
        return {};
    for (auto call = here; call != track.calls.begin();) {
        --call;
        if (!call->ended || ending.began - *call->ended > kAtOnce)
            break;
        if (call->readiness != 0)
            return bitsOf(*call);
    }
    return {};
}

QStringList endingFacts(const EndTrack& track, const CallSpan& ending, RunTime until, int asked)
{
    QStringList lines;
    if (const QString bits = wakingBits(track, ending); !bits.isEmpty())
        lines << LaneText::tr("woken with %1", "poll's bits").arg(bits);
    const auto here = indexOf(track, ending);
    if (here == track.calls.end())
        return lines;
    // Asked for before the questions that follow, and told with the first of them.
    const auto asker = std::find_if(here, track.calls.end(), [](const CallSpan& call) { return call.socketError != 0; });
    if (asker != track.calls.end() && asker->began <= until)
        lines << LaneText::tr("SO_ERROR was %1", "errno").arg(errnoText(asker->socketError));
    if (here != track.calls.begin() && isShort(*std::prev(here), asked))
        lines << LaneText::tr("before it %1", "what a call returned").arg(shortText(*std::prev(here), asked));
    QStringList again;
    for (auto call = std::next(here); call != track.calls.end() && call->ended && *call->ended <= until; ++call) {
        const QString said = briefly(*call);
        if (!again.contains(said))
            again << said;
    }
    if (!again.isEmpty())
        lines << LaneText::tr("asked again: %1", "what calls returned").arg(again.join(LaneText::tr(", ", "between what calls returned")));
    return lines;
}

} // namespace halfopen
