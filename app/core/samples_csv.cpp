// SPDX-License-Identifier: GPL-3.0-or-later
// What the sockets said over time as CSV: one row a sample of an end.
#include "core/samples_csv.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>

#include <fmt/format.h>

#include "core/csv_field.h"

namespace halfopen {

namespace {

constexpr std::array<std::string_view, 32> kColumns{
    "run_id",      "t_s",        "since_fault_s", "pair",     "end",           "state",
    "timer",       "timer_left_s", "retransmits", "probes",   "backoff",       "rto_ms",
    "rtt_ms",      "rttvar_ms",  "unacked",       "notsent_bytes", "send_queue", "receive_queue",
    "snd_wnd",     "last_data_recv_ms", "last_ack_recv_ms", "total_retrans", "total_rto", "total_rto_recoveries",
    "total_rto_time_ms", "cwnd", "ssthresh",      "ato_ms",   "lost",          "ca_state",
    "last_data_sent_ms", "source"};

/// What both sources said last of one end.
struct Latest final
{
    const TcpInfo* info = nullptr;
    const SocketRow* row = nullptr;
    RunTime rowTime{0};
    bool fromInfo = false; // which of them this row is about
};

/// The fields that are the same in every row of one end.
struct Whose final
{
    std::string run;  // quoted
    std::string pair; // quoted
    Host end = Host::Client;
    RunTime start{0};
    std::optional<RunTime> fault;
};

class RowText final
{
public:
    explicit RowText(std::string& out) : m_out(out) {}
    ~RowText() { m_out += "\r\n"; }
    RowText(const RowText&) = delete;
    RowText& operator=(const RowText&) = delete;

    void text(std::string_view value)
    {
        if (!m_first)
            m_out += ',';
        m_first = false;
        m_out += value;
    }
    void empty() { text(""); }
    template<class Number>
    void number(Number value)
    {
        empty();
        fmt::format_to(std::back_inserter(m_out), "{}", value);
    }
    /// Empty below 0: the kernel has none.
    template<class Number>
    void known(Number value)
    {
        empty();
        if (value >= 0)
            fmt::format_to(std::back_inserter(m_out), "{}", value);
    }
    void seconds(RunTime value)
    {
        empty();
        fmt::format_to(std::back_inserter(m_out), "{:.6f}", toSeconds(value));
    }
    void milliseconds(RunTime value)
    {
        empty();
        fmt::format_to(std::back_inserter(m_out), "{:.15g}", toSeconds(value) * 1000);
    }
    void empties(int count)
    {
        for (int i = 0; i < count; ++i)
            empty();
    }

private:
    std::string& m_out;
    bool m_first = true;
};

void addTimer(RowText& row, const Latest& latest, RunTime now)
{
    row.text(latest.row ? name(latest.row->timer) : "");
    if (!latest.row || latest.row->timer == KernelTimer::None)
        row.empty();
    else // it counts on between two readings, and stands at 0 while it is late
        row.seconds(std::max(latest.row->timerLeft - std::max(now - latest.rowTime, RunTime{0}), RunTime{0}));
}

/// Of the source that spoke last: both have these two.
void addCounts(RowText& row, const Latest& latest)
{
    if (latest.info && (latest.fromInfo || !latest.row)) {
        row.number(latest.info->retransmits);
        row.number(latest.info->probes);
    } else if (latest.row) {
        row.number(latest.row->retransmits);
        row.number(latest.row->probesOut);
    } else {
        row.empties(2);
    }
}

void addEstimates(RowText& row, const TcpInfo* info)
{
    if (!info)
        return row.empties(6);
    row.number(info->backoff);
    row.milliseconds(info->rto);
    row.milliseconds(info->rtt);
    row.milliseconds(info->rttVariance);
    row.number(info->unacked);
    row.number(info->notSentBytes);
}

void addQueues(RowText& row, const SocketRow* queues)
{
    if (!queues)
        return row.empties(2);
    row.number(queues->sendQueue);
    row.number(queues->receiveQueue);
}

/// An age is told by the sample that has it and by no other: it would be wrong a moment later.
void addAge(RowText& row, const Latest& latest, RunTime TcpInfo::* age)
{
    if (latest.fromInfo && latest.info->*age >= RunTime{0})
        row.milliseconds(latest.info->*age);
    else
        row.empty();
}

std::string_view stateOf(const Latest& latest)
{
    if (latest.fromInfo)
        return name(latest.info->state);
    return latest.row ? name(latest.row->state) : "";
}

void addRow(std::string& out, const Whose& whose, const Latest& latest, RunTime now)
{
    RowText row{out};
    const TcpInfo* const info = latest.info;
    row.text(whose.run);
    row.seconds(now - whose.start);
    whose.fault ? row.seconds(now - *whose.fault) : row.empty();
    row.text(whose.pair);
    row.text(name(whose.end));
    row.text(stateOf(latest));
    addTimer(row, latest, now);
    addCounts(row, latest);
    addEstimates(row, info);
    addQueues(row, latest.row);
    row.known(info ? info->sendWindow : -1);
    addAge(row, latest, &TcpInfo::sinceDataReceived);
    addAge(row, latest, &TcpInfo::sinceAckReceived);
    row.known(info ? info->totalRetransmits : -1);
    row.known(info ? info->totalRto : -1);
    row.known(info ? info->totalRtoRecoveries : -1);
    addAge(row, latest, &TcpInfo::totalRtoTime);
    row.known(info ? info->congestionWindow : -1);
    row.known(info ? info->slowStartThreshold : -1);
    info ? row.milliseconds(info->ato) : row.empty();
    row.known(info ? info->lost : -1);
    row.known(info ? info->congestionState : -1);
    addAge(row, latest, &TcpInfo::sinceDataSent);
    row.text(latest.fromInfo ? "tcp_info" : "proc_net_tcp");
}

void addEnd(std::string& out, const Whose& whose, const EndTrack& track)
{
    Latest latest;
    auto info = track.infos.begin();
    auto row = track.rows.begin();
    while (info != track.infos.end() || row != track.rows.end()) {
        latest.fromInfo = row == track.rows.end() || (info != track.infos.end() && info->time < row->time);
        RunTime now{0};
        if (latest.fromInfo) {
            now = info->time;
            latest.info = &info->info;
            ++info;
        } else {
            now = row->time;
            latest.row = row->row ? &*row->row : nullptr;
            latest.rowTime = now;
            ++row;
        }
        addRow(out, whose, latest, now);
    }
}

} // namespace

std::string samplesCsvHeading()
{
    return fmt::format("{}\r\n", fmt::join(kColumns, ","));
}

std::string samplesCsvRows(std::string_view runId, const Timeline& timeline, std::size_t pair)
{
    std::string out;
    if (!timeline.startedAt())
        return out;
    Whose whose{.run = csvQuoted(runId),
                .pair = csvQuoted(timeline.experiment().pairs[pair].name),
                .start = *timeline.startedAt(),
                .fault = timeline.firstFaultAt()};
    for (const Host end : {Host::Client, Host::Server}) {
        whose.end = end;
        addEnd(out, whose, timeline.pairs()[pair].end(end));
    }
    return out;
}

} // namespace halfopen
