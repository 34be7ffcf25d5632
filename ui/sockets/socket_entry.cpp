// SPDX-License-Identifier: GPL-3.0-or-later
// What the table knows of one end's socket.
#include "ui/sockets/socket_entry.h"

#include <algorithm>
#include <iterator>

namespace halfopen {

namespace {

// As many as a sparkline can show apart.
constexpr std::size_t kMostSteps = 512;

/// Halves the steps; of two neighbours the higher count and queue stay.
void thinSteps(std::vector<SocketStep>& steps)
{
    std::vector<SocketStep> kept;
    kept.reserve(steps.size() / 2 + 1);
    for (std::size_t number = 0; number < steps.size(); number += 2) {
        SocketStep step = steps[number];
        if (number + 1 < steps.size()) {
            const auto& next = steps[number + 1];
            step.sendQueue = std::max(step.sendQueue, next.sendQueue);
            if (next.count >= step.count) {
                step.count = next.count;
                step.timer = next.timer;
            }
            step.gone = next.gone;
        }
        kept.push_back(step);
    }
    steps = std::move(kept);
}

void addStep(SocketEntry& entry, const RowSample& sample)
{
    SocketStep step;
    step.at = sample.time;
    step.gone = !sample.row;
    if (sample.row) {
        step.sendQueue = sample.row->sendQueue;
        step.count = std::max(sample.row->probesOut, sample.row->retransmits);
        step.timer = sample.row->timer;
    }
    if (entry.steps.size() >= kMostSteps)
        thinSteps(entry.steps);
    entry.steps.push_back(step);
}

class ChangedColumns final
{
public:
    void note(int column, bool differs)
    {
        if (differs)
            m_set |= columnBit(column);
    }
    [[nodiscard]] ColumnSet set() const { return m_set; }

private:
    ColumnSet m_set = 0;
};

ColumnSet changedBetween(const SocketRow& before, const SocketRow& after)
{
    ChangedColumns changed;
    changed.note(SocketColumns::Local, before.local != after.local);
    changed.note(SocketColumns::Remote, before.remote != after.remote);
    changed.note(SocketColumns::State, before.state != after.state);
    changed.note(SocketColumns::Timer, before.timer != after.timer);
    changed.note(SocketColumns::Unanswered, before.probesOut != after.probesOut);
    changed.note(SocketColumns::Retransmits, before.retransmits != after.retransmits);
    changed.note(SocketColumns::SendQueue, before.sendQueue != after.sendQueue);
    changed.note(SocketColumns::ReceiveQueue, before.receiveQueue != after.receiveQueue);
    changed.note(SocketColumns::Rto, before.rto != after.rto);
    changed.note(SocketColumns::Window, before.congestionWindow != after.congestionWindow);
    changed.note(SocketColumns::Threshold, before.slowStartThreshold != after.slowStartThreshold);
    changed.note(SocketColumns::DelayedAck, before.ato != after.ato);
    changed.note(SocketColumns::Inode, before.inode != after.inode);
    changed.note(SocketColumns::Uid, before.uid != after.uid);
    changed.note(SocketColumns::References, before.references != after.references);
    return changed.set();
}

ColumnSet changedBetween(const TcpInfo& before, const TcpInfo& after)
{
    ChangedColumns changed;
    changed.note(SocketColumns::Rto, before.rto != after.rto);
    changed.note(SocketColumns::Backoff, before.backoff != after.backoff);
    changed.note(SocketColumns::Unacked, before.unacked != after.unacked);
    changed.note(SocketColumns::Lost, before.lost != after.lost);
    changed.note(SocketColumns::Resent, before.retransmitted != after.retransmitted);
    changed.note(SocketColumns::TotalRetransmits, before.totalRetransmits != after.totalRetransmits);
    changed.note(SocketColumns::RoundTrip, before.rtt != after.rtt);
    changed.note(SocketColumns::RoundTripVariance, before.rttVariance != after.rttVariance);
    changed.note(SocketColumns::SendWindow, before.sendWindow != after.sendWindow);
    changed.note(SocketColumns::NotSent, before.notSentBytes != after.notSentBytes);
    changed.note(SocketColumns::SinceSent, before.sinceDataSent != after.sinceDataSent);
    changed.note(SocketColumns::SinceReceived, before.sinceDataReceived != after.sinceDataReceived);
    changed.note(SocketColumns::SinceAck, before.sinceAckReceived != after.sinceAckReceived);
    changed.note(SocketColumns::TotalRto, before.totalRto != after.totalRto);
    changed.note(SocketColumns::TotalRtoTime, before.totalRtoTime != after.totalRtoTime);
    changed.note(SocketColumns::CongestionState, before.congestionState != after.congestionState);
    return changed.set();
}

ColumnSet columnsFrom(SocketColumn::From from)
{
    ColumnSet set = 0;
    for (int column = 0; column < SocketColumns::ColumnCount; ++column)
        set |= socketColumn(column).from == from ? columnBit(column) : 0;
    return set;
}

ColumnSet takeRows(SocketEntry& entry, const EndTrack& track)
{
    entry.seenRows = track.rows.size();
    const auto& last = track.rows.back();
    const bool wasGone = entry.gone;
    entry.gone = !last.row.has_value();
    entry.sampled = last.time;
    // A row that is gone keeps showing what it was.
    const auto known = std::find_if(track.rows.rbegin(), track.rows.rend(), [](const RowSample& sample) { return sample.row.has_value(); });
    if (known == track.rows.rend())
        return 0;
    ColumnSet changed = entry.row ? changedBetween(*entry.row, *known->row) : columnsFrom(SocketColumn::From::Table);
    if (entry.gone != wasGone)
        changed |= columnsFrom(SocketColumn::From::Table) | columnsFrom(SocketColumn::From::Info);
    entry.row = known->row;
    return changed;
}

/// By the samples from `first` on: many may have come at once, as when a replay has jumped.
ColumnSet freshRows(const EndTrack& track, std::size_t first, RunTime since)
{
    ColumnSet fresh = 0;
    for (std::size_t number = track.rows.size(); number > std::max<std::size_t>(first, 1) && track.rows[number - 1].time >= since; --number) {
        const auto& before = track.rows[number - 2].row;
        const auto& after = track.rows[number - 1].row;
        if (before && after)
            fresh |= changedBetween(*before, *after);
        else if (before.has_value() != after.has_value()) // the others keep showing what they were
            fresh |= columnBit(SocketColumns::State) | columnBit(SocketColumns::Timer) | columnBit(SocketColumns::Left);
    }
    return fresh;
}

ColumnSet freshInfos(const EndTrack& track, std::size_t first, RunTime since)
{
    ColumnSet fresh = 0;
    for (std::size_t number = track.infos.size(); number > std::max<std::size_t>(first, 1) && track.infos[number - 1].time >= since; --number)
        fresh |= changedBetween(track.infos[number - 2].info, track.infos[number - 1].info);
    return fresh;
}

} // namespace

SocketNews takeNews(SocketEntry& entry, const Timeline& timeline, RunTime freshSince)
{
    const auto& track = timeline.pairs()[static_cast<std::size_t>(entry.pair)].end(entry.end);
    SocketNews news{.changed = 0, .fresh = freshRows(track, entry.seenRows, freshSince) | freshInfos(track, entry.seenInfos, freshSince)};
    ColumnSet& changed = news.changed;
    if (track.rows.size() != entry.seenRows)
        changed |= takeRows(entry, track);
    if (track.infos.size() != entry.seenInfos) {
        const auto& last = track.infos.back();
        changed |= entry.info ? changedBetween(*entry.info, last.info) : columnsFrom(SocketColumn::From::Info);
        entry.info = last.info;
        entry.infoAt = last.time;
        entry.seenInfos = track.infos.size();
    }
    // The call that tells of the end may return before or after the row has gone.
    if (entry.gone && !entry.detection && (track.calls.size() != entry.seenCalls || changed != 0)) {
        entry.detection = detectionOf(timeline, entry.pair, entry.end);
        entry.gaveUpBefore = entry.detection && isOwnLimit(entry.detection->result, entry.detection->errorNumber);
        if (entry.gaveUpBefore)
            entry.detection.reset(); // nobody told the program what became of the socket
        entry.ownProgramEnded = timeline.host(entry.end).ended.has_value();
        if (const FaultSpan* const loss = timeline.powerLoss(entry.end, entry.sampled))
            entry.lostPower = loss->fault.kind;
        changed |= columnBit(SocketColumns::State);
    }
    entry.seenCalls = track.calls.size();
    return news;
}

bool takeSteps(SocketEntry& entry, const Timeline& timeline, std::size_t& room)
{
    const auto& rows = timeline.pairs()[static_cast<std::size_t>(entry.pair)].end(entry.end).rows;
    for (; entry.steppedRows < rows.size() && room > 0; ++entry.steppedRows, --room)
        addStep(entry, rows[entry.steppedRows]);
    return entry.steppedRows == rows.size();
}

SocketEntry entryAt(const SocketEntry& latest, const Timeline& timeline, RunTime at)
{
    SocketEntry then = latest;
    then.lit = 0;
    then.runOver = false;
    const auto& track = timeline.pairs()[static_cast<std::size_t>(latest.pair)].end(latest.end);
    const auto after = std::ranges::upper_bound(track.rows, at, {}, &RowSample::time);
    // A row that is gone keeps showing what it was.
    const auto known = std::find_if(std::make_reverse_iterator(after), track.rows.rend(), [](const RowSample& sample) { return sample.row.has_value(); });
    then.row = known == track.rows.rend() ? std::nullopt : known->row;
    then.gone = after != track.rows.begin() && !std::prev(after)->row;
    then.sampled = after == track.rows.begin() ? RunTime{0} : std::prev(after)->time;
    const auto info = std::ranges::upper_bound(track.infos, at, {}, &InfoSample::time);
    then.info = info == track.infos.begin() ? std::nullopt : std::optional(std::prev(info)->info);
    then.infoAt = info == track.infos.begin() ? RunTime{0} : std::prev(info)->time;
    const auto& ended = timeline.host(latest.end).ended;
    then.ownProgramEnded = latest.ownProgramEnded && ended && *ended <= at;
    if (!then.gone)
        then.detection.reset();
    return then;
}

} // namespace halfopen
