// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernels counted since the fault, and whom that names.
#include "ui/why/why_counters.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include "ui/text/format.h"
#include "ui/why/explanation.h"

namespace halfopen {

namespace {

std::int64_t countOf(const KernelCounters& counted, const char* name)
{
    const auto found = counted.find(name);
    return found == counted.end() ? 0 : found->second;
}

QString plus(std::int64_t count)
{
    return QString::asprintf("%+lld", static_cast<long long>(count));
}

struct Counter final
{
    const char* name;
    const char* meaning; // %1: its count
};

/// Those whose count says something about the end of a connection, and what they count, in net/ipv4: tcp_timer.c,
/// tcp_output.c, tcp_ipv4.c, route.c.
constexpr std::array kSpeaking{
    Counter{"TCPKeepAlive", QT_TRANSLATE_NOOP("WhyText", "TCPKeepAlive %1: keepalive probes sent.")},
    Counter{"TCPTimeouts", QT_TRANSLATE_NOOP("WhyText", "TCPTimeouts %1: times the retransmission timer fired with something in flight, the last one included.")},
    Counter{"TCPLossProbes", QT_TRANSLATE_NOOP("WhyText", "TCPLossProbes %1: segments sent again before the first timeout.")},
    Counter{"TCPWinProbe", QT_TRANSLATE_NOOP("WhyText", "TCPWinProbe %1: window probes sent.")},
    Counter{"TCPSynRetrans", QT_TRANSLATE_NOOP("WhyText", "TCPSynRetrans %1: SYNs sent again.")},
    Counter{"OutOfWindowIcmps", QT_TRANSLATE_NOOP("WhyText", "OutOfWindowIcmps %1: ICMP errors thrown away, because what they quote was not in flight, as a keepalive probe never is.")},
    Counter{"LockDroppedIcmps", QT_TRANSLATE_NOOP("WhyText", "LockDroppedIcmps %1: ICMP errors that came while the socket was in use and changed nothing.")},
    Counter{"OutNoRoutes", QT_TRANSLATE_NOOP("WhyText", "OutNoRoutes %1: packets for which there was no route.")},
    Counter{"TCPSpuriousRtxHostQueues", QT_TRANSLATE_NOOP("WhyText", "TCPSpuriousRtxHostQueues %1: retransmissions left out, because the segment was still in this host's queue.")},
};

/// A timer of that kernel has given up: which of them fired tells which one it was.
QString gaveUp(const KernelCounters& own, const QString& aborts, const Prediction& prediction)
{
    if (countOf(own, "TCPSynRetrans") > 0 && prediction.decidedBy == DecidedBy::SynRetries)
        return WhyText::tr("TCPAbortOnTimeout %1: a timer gave up, that of the SYN.").arg(aborts);
    if (countOf(own, "TCPTimeouts") > 0)
        return WhyText::tr("TCPAbortOnTimeout %1: a timer gave up. TCPTimeouts says that it was the retransmission timer.").arg(aborts);
    if (countOf(own, "TCPWinProbe") > 0)
        return WhyText::tr("TCPAbortOnTimeout %1: a timer gave up. TCPWinProbe says that it was the window probe timer, and TCPTimeouts +0 that it was no retransmission.").arg(aborts);
    if (countOf(own, "TCPKeepAlive") > 0)
        return WhyText::tr("TCPAbortOnTimeout %1: a timer gave up. TCPKeepAlive says that it was the keepalive timer, and TCPTimeouts +0 that it was no retransmission.").arg(aborts);
    return WhyText::tr("TCPAbortOnTimeout %1: a timer gave up.").arg(aborts);
}

/// No timer has: then it was told, or it goes on believing.
QString wasTold(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome)
{
    if (!outcome || !outcome->detection)
        return WhyText::tr("TCPAbortOnTimeout +0: no timer gave up.");
    const Host across = otherHost(prediction.end);
    const std::int64_t resets = countOf(timeline.countedSinceFault(across), "OutRsts");
    const bool byReset = outcome->detection->errorNumber == ECONNRESET || outcome->detection->errorNumber == EPIPE;
    if (byReset && resets > 0)
        return WhyText::tr("TCPAbortOnTimeout +0: no timer gave up. OutRsts %1 on the other side: the RST came from the kernel of the %2.", "count, host")
            .arg(plus(resets), endTitle(across).toLower());
    if (byReset)
        return WhyText::tr("TCPAbortOnTimeout +0: no timer gave up. OutRsts +0 on the other side: the RST was made on the way, not by the peer.");
    return WhyText::tr("TCPAbortOnTimeout +0: no timer of the kernel gave up.");
}

} // namespace

QStringList countedOf(const Timeline& timeline, const Prediction& prediction, const Outcome* outcome)
{
    const KernelCounters own = timeline.countedSinceFault(prediction.end);
    if (own.empty() || !prediction.applicable)
        return {};
    QStringList told;
    const std::int64_t aborts = countOf(own, "TCPAbortOnTimeout");
    told << (aborts > 0 ? gaveUp(own, plus(aborts), prediction) : wasTold(timeline, prediction, outcome));
    for (const Counter& counter : kSpeaking) {
        if (const std::int64_t count = countOf(own, counter.name); count != 0)
            told << WhyText::tr(counter.meaning).arg(plus(count));
    }
    if (const std::size_t pairs = timeline.pairs().size(); pairs > 1)
        told << WhyText::tr("The counters are the host's: its %n connections have counted together.", nullptr, static_cast<int>(pairs));
    return told;
}

} // namespace halfopen
