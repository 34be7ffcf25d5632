// SPDX-License-Identifier: GPL-3.0-or-later
// Who knows what: a program or a kernel, and what it thinks of its peer.
#include "ui/topology/knower.h"

#include <algorithm>

#include "core/outcome.h"
#include "ui/text/core_words.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

QStringList trust(bool hasLost)
{
    if (hasLost)
        return {LaneText::tr("knows nothing", "a program of its peer's end")};
    return {LaneText::tr("believes in the peer"), LaneText::tr("believes")};
}

/// Before a run what it will do; where the run broke off before, that it came to nothing.
Knower plannedProgram(const RunFacts& facts, const Pair& plan, Host host)
{
    if (facts.hasRun && !facts.live)
        return {Knowing::Nothing, {LaneText::tr("was never connected"), LaneText::tr("never connected")}, {}};
    const std::string_view call = detectingCall(plan.end(host).activity);
    if (call.empty())
        return {Knowing::Nothing, {LaneText::tr("will hold the socket"), LaneText::tr("holds")}, {}};
    switch (plan.end(host).activity) { // it does not begin with that call
    case Activity::Request:
        return {Knowing::Nothing, {LaneText::tr("will send once, then %1", "call").arg(callText(call)), LaneText::tr("sends once")}, {}};
    case Activity::Close:
        return {Knowing::Nothing, {LaneText::tr("will send once, then close()"), LaneText::tr("sends once")}, {}};
    case Activity::Heartbeat:
        return {Knowing::Nothing, {LaneText::tr("will send heartbeats"), LaneText::tr("heartbeats")}, {}};
    case Activity::Hold:
    case Activity::Recv:
    case Activity::Send:
    case Activity::Select:
    case Activity::Poll:
    case Activity::Epoll:
    case Activity::NonblockingSend:
    case Activity::NoRead:
    case Activity::Connect:
    case Activity::Qt:
        break;
    }
    return {Knowing::Nothing, {LaneText::tr("will call %1", "call").arg(callText(call)), callText(call)}, {}};
}

/// The call told of the end, or of its own limit: then nothing is known of the peer.
Knower toldProgram(const RunFacts& facts, const Ending& ending)
{
    Knower knower;
    const bool ownVerdict = ending.result < 0 && ending.errorNumber == 0; // a heartbeat's
    const QString name = callText(ending.call);
    const double after = facts.since(ending.at) - facts.countedFrom;
    // How long the call itself took is another number, where it began before the fault or after it.
    if (after >= 0 && facts.faultMade) {
        const QString time = measuredText(after);
        knower.doing << (ownVerdict ? withoutHanSpaces(LaneText::tr("%1 told %2 after the fault", "heartbeat or QTcpSocket, time").arg(name, time))
                                    : LaneText::tr("%1 returned %2 after the fault", "call, time").arg(name, time))
                     << LaneText::tr("%1 after the fault").arg(time);
    }
    if (!ownVerdict)
        knower.doing << LaneText::tr("%1 returned", "call").arg(name);
    knower.doing << name;
    if (ending.result >= 0) {
        knower.knowing = Knowing::Knows;
        knower.knows << LaneText::tr("knows: end of stream") << LaneText::tr("knows: end");
        return knower;
    }
    const QString error = endingText(ending);
    const bool ownLimit = isOwnLimit(ending.result, ending.errorNumber);
    knower.knowing = ownLimit ? Knowing::Doubts : Knowing::Knows;
    if (ownLimit)
        knower.knows << LaneText::tr("gave up waiting: %1", "errno").arg(error);
    else
        knower.knows << LaneText::tr("knows: %1", "errno").arg(error);
    knower.knows << error;
    return knower;
}

bool hasClosed(const EndTrack& track, RunTime at)
{
    return !track.calls.empty() && track.calls.back().call == detectingCall(Activity::Close) && track.calls.back().ended.value_or(at) <= at;
}

QStringList againAndAgain(const QString& name)
{
    return {LaneText::tr("%1 again and again", "call").arg(name), name};
}

Knower busyProgram(const RunFacts& facts, const EndTrack& track, bool isToSend, bool hasLost, double seconds)
{
    Knower knower{Knowing::Believes, {}, trust(hasLost)};
    const RunTime at = facts.sinceHello(seconds);
    if (const CallSpan* const call = track.callAt(at)) {
        const QString name = callText(call->call);
        const double since = seconds - facts.since(call->began);
        if (call->count <= 1 && since > 0.05)
            knower.doing = QStringList{LaneText::tr("%1 blocked %2", "call, time").arg(name, clockText(since)),
                                       LaneText::tr("%1 blocked", "call").arg(name), name};
        else
            knower.doing = call->count <= 1 ? QStringList{name} : againAndAgain(name);
        return knower;
    }
    // Short calls are told in bursts, afterwards: just now it was still at them.
    const auto next = std::ranges::upper_bound(track.calls, at, {}, &CallSpan::began);
    const CallSpan* const last = next == track.calls.begin() ? nullptr : &*std::prev(next);
    if (last && seconds - facts.since(last->ended.value_or(at)) < 1)
        knower.doing = againAndAgain(callText(last->call));
    else if (track.calls.empty() && isToSend)
        knower.doing = QStringList{LaneText::tr("is to send once later"), LaneText::tr("sends later")};
    else if (track.calls.empty())
        knower.doing = QStringList{LaneText::tr("holds the socket"), LaneText::tr("holds")};
    else
        knower.doing = QStringList{LaneText::tr("between two calls"), LaneText::tr("busy")};
    return knower;
}

/// ESTABLISHED: the lamp follows the questions that nobody has answered.
void judgeEstablished(Knower& knower, const SocketRow& row, int keepCount, bool hasLost)
{
    if (row.retransmits > 0) {
        knower.knowing = Knowing::Doubts;
        knower.knows << LaneText::tr("doubts: sent again %1 ×, no answer").arg(row.retransmits)
                     << LaneText::tr("doubts: sent again %1 ×").arg(row.retransmits)
                     << LaneText::tr("sent again %1 ×").arg(row.retransmits);
        return;
    }
    if (row.probesOut > 0) {
        knower.knowing = Knowing::Doubts;
        if (row.timer != KernelTimer::WindowProbe && keepCount >= row.probesOut)
            knower.knows
                << LaneText::tr("doubts: probe %1 of %2 unanswered").arg(row.probesOut).arg(keepCount)
                << LaneText::tr("probe %1 of %2 unanswered").arg(row.probesOut).arg(keepCount)
                << LaneText::tr("%1 of %2 unanswered", "probes").arg(row.probesOut).arg(keepCount)
                << LaneText::tr("doubts: %1 of %2", "probes").arg(row.probesOut).arg(keepCount);
        else
            knower.knows << LaneText::tr("doubts: probe %1 unanswered").arg(row.probesOut)
                         << LaneText::tr("unanswered: %1", "probes").arg(row.probesOut);
        return;
    }
    knower.knowing = Knowing::Believes;
    if (hasLost)
        knower.knows << LaneText::tr("still believes in the peer");
    knower.knows << LaneText::tr("believes in the peer") << LaneText::tr("believes");
}

Knower kernelWithRow(const SocketRow& row, int keepCount, bool hasLost)
{
    Knower knower;
    knower.doing << stateText(row.state);
    switch (row.state) {
    case TcpState::Established:
        knower.doing << LaneText::tr("ESTAB", "ESTABLISHED, where there is little room");
        judgeEstablished(knower, row, keepCount, hasLost);
        break;
    case TcpState::CloseWait:
        knower.knowing = Knowing::Knows;
        knower.knows << LaneText::tr("knows: the peer has closed") << LaneText::tr("knows: closed");
        break;
    case TcpState::FinWait1:
    case TcpState::LastAck:
    case TcpState::Closing:
        knower.knowing = row.retransmits > 0 ? Knowing::Doubts : Knowing::Believes;
        if (row.retransmits > 0)
            knower.knows << LaneText::tr("doubts: FIN sent again %1 ×").arg(row.retransmits);
        knower.knows << LaneText::tr("closes: waits for the peer") << LaneText::tr("closes");
        break;
    case TcpState::FinWait2:
        knower.knowing = Knowing::Believes;
        knower.knows << LaneText::tr("closed, waits for the peer's FIN") << LaneText::tr("waits for FIN");
        break;
    case TcpState::SynSent:
    case TcpState::SynRecv:
    case TcpState::NewSynRecv:
    case TcpState::Listen:
        knower.knows << LaneText::tr("is connecting");
        break;
    case TcpState::TimeWait:
    case TcpState::Close:
        knower.knowing = Knowing::Gone;
        knower.knows << LaneText::tr("the connection is closed") << LaneText::tr("closed");
        break;
    }
    return knower;
}

Knower kernelWithoutRow(const RunFacts& facts, int pair, Host host, const HostFate& fate, double seconds)
{
    Knower knower{Knowing::Knows, {LaneText::tr("no socket any more"), LaneText::tr("no socket")}, {}};
    const auto ending = facts.ending(pair, host);
    const bool told = ending && facts.since(ending->at) <= seconds && ending->result < 0;
    if (fate.killed) {
        knower.knowing = Knowing::Gone;
        knower.knows << LaneText::tr("the connection is closed") << LaneText::tr("closed");
    } else if (told && (ending->errorNumber == ECONNRESET || ending->errorNumber == EPIPE)) {
        knower.knows << LaneText::tr("knows: a RST came") << LaneText::tr("knows: RST");
    } else if (told && ending->errorNumber == 0) {
        knower.knowing = Knowing::Gone;
        knower.knows << LaneText::tr("its program has closed it") << LaneText::tr("closed");
    } else {
        knower.knows << LaneText::tr("has given up the peer") << LaneText::tr("gave up");
    }
    return knower;
}

} // namespace

QString Knower::statement() const
{
    if (knows.isEmpty())
        return doing.value(0);
    return LaneText::tr("%1: %2", "what it does, what it knows").arg(doing.value(0), knows.value(0));
}

Knower programAt(const RunFacts& facts, int pair, Host host, const HostFate& fate, double seconds)
{
    const PairTrack* const track = facts.track(pair);
    if (!track) {
        const Pair* const plan = facts.plan(pair);
        return plan ? plannedProgram(facts, *plan, host) : Knower{};
    }
    if (fate.off)
        return {Knowing::Gone, {LaneText::tr("no power"), LaneText::tr("off", "a host")}, {LaneText::tr("gone")}};
    if (fate.rebooted)
        return {Knowing::Gone, {LaneText::tr("not started again"), LaneText::tr("not running")}, {LaneText::tr("gone")}};
    if (fate.killed)
        return {Knowing::Gone, {LaneText::tr("process killed"), LaneText::tr("killed")}, {LaneText::tr("gone")}};
    if (fate.frozen)
        return {Knowing::Stopped,
                {LaneText::tr("process stopped"), LaneText::tr("stopped")},
                {LaneText::tr("frozen: sees nothing"), LaneText::tr("frozen")}};
    if (facts.activity(pair, host) == Activity::Close && hasClosed(track->end(host), facts.sinceHello(seconds)))
        return {Knowing::Gone,
                {LaneText::tr("has closed its socket"), LaneText::tr("has closed")},
                {LaneText::tr("will never know what became of it"), LaneText::tr("will never know")}};
    if (const auto ending = facts.ending(pair, host); ending && facts.since(ending->at) <= seconds)
        return toldProgram(facts, *ending);
    const bool seen = track->end(host).rowAt(facts.sinceHello(seconds)) != nullptr;
    if (!seen && (track->end(host).calls.empty() || !facts.live)) {
        const Pair* const plan = facts.plan(pair);
        return plan ? plannedProgram(facts, *plan, host) : Knower{};
    }
    const bool isToSend = facts.activity(pair, host) == Activity::Request;
    if (!seen) // it calls, but no connection of its has been seen: there is nothing to believe in
        return {Knowing::Nothing, busyProgram(facts, track->end(host), isToSend, fate.hasLost, seconds).doing, {}};
    return busyProgram(facts, track->end(host), isToSend, fate.hasLost, seconds);
}

Knower kernelAt(const RunFacts& facts, int pair, Host host, const HostFate& fate, double seconds)
{
    const PairTrack* const track = facts.track(pair);
    const RowSample* const sample = track ? track->end(host).rowAt(facts.sinceHello(seconds)) : nullptr;
    if (fate.off)
        return {Knowing::Gone, {LaneText::tr("no power"), LaneText::tr("off", "a host")}, {LaneText::tr("gone, and all it knew"), LaneText::tr("gone")}};
    if (fate.rebooted)
        return {Knowing::Nothing,
                {LaneText::tr("booted anew"), LaneText::tr("new")},
                {LaneText::tr("remembers no connection"), LaneText::tr("remembers nothing"), LaneText::tr("new")}};
    if (!sample)
        return facts.hasRun && !facts.live ? Knower{Knowing::Nothing, {LaneText::tr("was never connected"), LaneText::tr("no socket")}, {}}
                                           : Knower{Knowing::Nothing, {LaneText::tr("not connected yet"), LaneText::tr("no socket")}, {}};
    if (!sample->row)
        return kernelWithoutRow(facts, pair, host, fate, seconds);
    return kernelWithRow(*sample->row, track->end(host).inForce.keepCount.value_or(0), fate.hasLost);
}

QString knowingText(Knowing knowing)
{
    switch (knowing) {
    case Knowing::Nothing:
        return LaneText::tr("Dashed ring: there is no connection yet.");
    case Knowing::Believes:
        return LaneText::tr("Blue tick: it takes the peer for alive, because nothing has told it otherwise.");
    case Knowing::Doubts:
        return LaneText::tr("Yellow question mark: it has asked the peer and got no answer so far.");
    case Knowing::Knows:
        return LaneText::tr("Orange warning sign: it was told of the end, or has given the peer up.");
    case Knowing::Stopped:
        return LaneText::tr("Stopped: it is frozen and learns nothing.");
    case Knowing::Gone:
        return LaneText::tr("Gone: it is not there any more.");
    }
    return {};
}

} // namespace halfopen
