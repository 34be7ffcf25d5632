// SPDX-License-Identifier: GPL-3.0-or-later
// The facts in the visible piece of a time line as CSV.
#include "ui/export/timeline_csv.h"

#include <algorithm>
#include <utility>

#include "core/outcome_csv.h"
#include "ui/export/csv_text.h"

namespace halfopen {

namespace {

constexpr std::size_t kLookedAt = 5000; // samples

QString csvWords(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString csvPairName(const RunFacts& facts, int pair) { return QString::fromStdString(pairName(*facts.experiment, pair)); }

bool isSameSocket(const RowSample& before, const RowSample& sample)
{
    return before.row.has_value() == sample.row.has_value()
        && (!sample.row || (before.row->state == sample.row->state && before.row->timer == sample.row->timer && before.row->probesOut == sample.row->probesOut));
}

/// Of infoValue(), in a word of the file; counts have none.
QString infoUnit(InfoField field)
{
    switch (field) {
    case InfoField::Retransmits:
    case InfoField::Probes:
    case InfoField::Backoff:
    case InfoField::Unacked:
    case InfoField::TotalRetransmits:
    case InfoField::TotalRto:
        return {};
    case InfoField::NotSent:
    case InfoField::SendWindow:
        return QStringLiteral("bytes");
    case InfoField::Rto:
    case InfoField::SinceAck:
    case InfoField::SinceData:
    case InfoField::TotalRtoTime:
    case InfoField::RoundTrip:
        break;
    }
    return QStringLiteral("s");
}

} // namespace

TimelineCsv::TimelineCsv(const RunFacts& facts, const TimelineLook& look, double from, double to)
    : m_facts(facts), m_from(from), m_to(to), m_title(QString::fromStdString(facts.experiment->title))
{
    if (m_facts.track(look.pair) == nullptr)
        return;
    const auto& hello = m_facts.timeline->hello();
    m_origin = {hello ? QString::fromStdString(hello->startedAt) : QString{}, hello ? QString::fromStdString(hello->kernelRelease) : QString{},
                hello ? QString::number(hello->hz) : QString{}, QStringLiteral(HALFOPEN_VERSION)};
    if (look.compared)
        addRows(look);
    else
        addPair(look);
}

bool TimelineCsv::isVisible(const Fact& fact) const
{
    return fact.from <= m_to && fact.to.value_or(fact.lasts ? std::max(m_facts.now, fact.from) : fact.from) >= m_from;
}

void TimelineCsv::add(const QString& pair, const Next& next)
{
    m_sought.push_back(m_sources.size());
    m_sources.push_back({pair, next});
}

void TimelineCsv::seek()
{
    const std::size_t number = m_sought.back();
    auto& source = m_sources[number];
    switch (source.next(source.fact)) {
    case Found::NotYet:
        return;
    case Found::Fact:
        m_turns.emplace(source.fact.from, number);
        break;
    case Found::None:
        break;
    }
    m_sought.pop_back();
}

void TimelineCsv::addFaults(const QString& pair)
{
    std::vector<Fact> faults;
    for (const auto& flag : m_facts.faults()) {
        if (flag.planned)
            continue;
        const auto healed = flag.healPlanned ? std::nullopt : flag.healed;
        const QString where = actsAtHost(flag.fault.kind) ? csvWords(name(flag.fault.host)) : QStringLiteral("cable");
        Fact fact{flag.at, healed, !healed, QStringLiteral("fault"), where, csvWords(name(flag.fault.kind)),
                  actsAtHost(flag.fault.kind) ? QString{} : csvWords(name(flag.fault.direction))};
        if (isVisible(fact))
            faults.push_back(std::move(fact));
    }
    std::ranges::stable_sort(faults, {}, &Fact::from);
    add(pair, [faults, number = std::size_t{0}](Fact& fact) mutable {
        if (number == faults.size())
            return Found::None;
        fact = faults[number++];
        return Found::Fact;
    });
}

void TimelineCsv::addCalls(const QString& pair, const EndTrack& track, Host end)
{
    const QString where = csvWords(name(end));
    add(pair, [this, &calls = track.calls, where, number = std::size_t{0}](Fact& fact) mutable {
        for (const std::size_t until = std::min(calls.size(), number + kLookedAt); number < until;) {
            const auto& call = calls[number++];
            fact = {.from = m_facts.since(call.began), .to = call.ended ? std::optional(m_facts.since(*call.ended)) : std::nullopt, .lasts = !call.ended};
            if (!isVisible(fact))
                continue;
            fact.lane = QStringLiteral("call");
            fact.where = where;
            fact.what = QString::fromStdString(call.call);
            if (call.count > 1)
                fact.detail = QStringLiteral("%1 calls, %2 bytes").arg(call.count).arg(call.bytes);
            else if (call.ended)
                fact.detail = call.result < 0 ? csvWords(errnoName(call.errorNumber)) : QString::number(call.result);
            return Found::Fact;
        }
        return number < calls.size() ? Found::NotYet : Found::None;
    });
}

template<class Samples, class Changes, class Tell>
TimelineCsv::Next TimelineCsv::changesOf(const Samples& samples, Changes changes, Tell tell) const
{
    return [this, &samples, changes, tell, inForce = std::optional<std::size_t>{}, number = std::size_t{0}](Fact& fact) mutable {
        const auto take = [&](std::size_t index) {
            fact = {.from = m_facts.since(samples[index].time)};
            tell(index, fact);
            return Found::Fact;
        };
        for (const std::size_t until = std::min(samples.size(), number + kLookedAt); number < until; ++number) {
            const double at = m_facts.since(samples[number].time);
            if (at > m_to) {
                number = samples.size();
                break;
            }
            if (!changes(number))
                continue;
            if (at <= m_from)
                inForce = number;
            else
                return take(inForce ? *std::exchange(inForce, std::nullopt) : number++);
        }
        if (number < samples.size())
            return Found::NotYet;
        return inForce ? take(*std::exchange(inForce, std::nullopt)) : Found::None;
    };
}

void TimelineCsv::addSocket(const QString& pair, const EndTrack& track, Host end)
{
    const QString where = csvWords(name(end));
    const auto changes = [&rows = track.rows](std::size_t number) { return number == 0 || !isSameSocket(rows[number - 1], rows[number]); };
    add(pair, changesOf(track.rows, changes, [&rows = track.rows, where](std::size_t number, Fact& fact) {
        const auto& row = rows[number].row;
        fact.lane = QStringLiteral("socket");
        fact.where = where;
        fact.what = row ? csvWords(name(row->state)) : QStringLiteral("gone");
        if (row)
            fact.detail = QStringLiteral("timer %1, unanswered %2").arg(csvWords(name(row->timer))).arg(row->probesOut);
    }));
}

void TimelineCsv::addQueue(const QString& pair, const EndTrack& track, Host end, const QString& what, std::uint32_t SocketRow::* queue)
{
    const auto changes = [&rows = track.rows, queue](std::size_t number) {
        return rows[number].row && (number == 0 || !rows[number - 1].row || (*rows[number - 1].row).*queue != (*rows[number].row).*queue);
    };
    add(pair, changesOf(track.rows, changes, [&rows = track.rows, where = csvWords(name(end)), what, queue](std::size_t number, Fact& fact) {
        fact.lane = QStringLiteral("queues");
        fact.where = where;
        fact.what = what;
        fact.detail = QString::number((*rows[number].row).*queue);
        fact.unit = QStringLiteral("bytes");
    }));
}

void TimelineCsv::addQueues(const QString& pair, const EndTrack& track, Host end)
{
    addQueue(pair, track, end, QStringLiteral("Send-Q"), &SocketRow::sendQueue);
    addQueue(pair, track, end, QStringLiteral("Recv-Q"), &SocketRow::receiveQueue);
}

/// An age changes with every sample.
void TimelineCsv::addInfo(const QString& pair, const EndTrack& track, Host end, InfoField field)
{
    const auto changes = [&infos = track.infos, field](std::size_t number) {
        const auto value = infoValue(field, infos[number].info);
        return value && (number == 0 || isAge(field) || value != infoValue(field, infos[number - 1].info));
    };
    add(pair, changesOf(track.infos, changes, [&infos = track.infos, where = csvWords(name(end)), field](std::size_t number, Fact& fact) {
        fact.lane = QStringLiteral("tcp_info");
        fact.where = where;
        fact.what = infoName(field);
        fact.detail = CsvText::number(*infoValue(field, infos[number].info));
        fact.unit = infoUnit(field);
    }));
}

void TimelineCsv::addWire(const QString& pair, const PairTrack& track)
{
    add(pair, [this, &packets = track.packets, number = std::size_t{0}](Fact& fact) mutable {
        for (const std::size_t until = std::min(packets.size(), number + kLookedAt); number < until;) {
            const auto& mark = packets[number++];
            fact = {.from = m_facts.since(mark.time)};
            if (!isVisible(fact))
                continue;
            fact.lane = QStringLiteral("wire");
            fact.where = csvWords(name(mark.packet.from));
            fact.what = csvWords(name(mark.packet.kind));
            fact.detail = csvWords(name(mark.packet.fate));
            return Found::Fact;
        }
        return number < packets.size() ? Found::NotYet : Found::None;
    });
    // Flows are kept in order of their last packet.
    std::vector<std::size_t> order;
    for (std::size_t number = 0; number < track.flows.size(); ++number)
        order.push_back(number);
    std::ranges::stable_sort(order, {}, [&](std::size_t number) { return track.flows[number].first; });
    add(pair, [this, &flows = track.flows, order, number = std::size_t{0}](Fact& fact) mutable {
        for (const std::size_t until = std::min(order.size(), number + kLookedAt); number < until;) {
            const auto& flow = flows[order[number++]];
            fact = {.from = m_facts.since(flow.first), .to = m_facts.since(flow.last)};
            if (!isVisible(fact))
                continue;
            fact.lane = QStringLiteral("wire");
            fact.where = csvWords(name(flow.from));
            fact.what = QStringLiteral("flow");
            fact.detail = QStringLiteral("%1 packets, %2 bytes").arg(flow.packets).arg(flow.bytes);
            return Found::Fact;
        }
        return number < order.size() ? Found::NotYet : Found::None;
    });
}

/// All lanes of the selected pair.
void TimelineCsv::addPair(const TimelineLook& look)
{
    const auto* track = m_facts.track(look.pair);
    const QString pair = csvPairName(m_facts, look.pair);
    addFaults(pair);
    for (const Host end : {Host::Client, Host::Server}) {
        if (!look.bothEnds && look.end != end)
            continue;
        addCalls(pair, track->end(end), end);
        addSocket(pair, track->end(end), end);
        addQueues(pair, track->end(end), end);
        if (look.info && look.end == end)
            addInfo(pair, track->end(end), end, *look.info);
    }
    addWire(pair, *track);
}

/// The compared lane of all pairs.
void TimelineCsv::addRows(const TimelineLook& look)
{
    addFaults({});
    for (int number = 0; number < static_cast<int>(m_facts.timeline->pairs().size()); ++number) {
        const auto* track = m_facts.track(number);
        const QString pair = csvPairName(m_facts, number);
        switch (*look.compared) {
        case LaneKind::Call:
            addCalls(pair, track->end(look.end), look.end);
            break;
        case LaneKind::State:
        case LaneKind::Timer:
            addSocket(pair, track->end(look.end), look.end);
            break;
        case LaneKind::Queues:
            addSocket(pair, track->end(look.end), look.end);
            addQueues(pair, track->end(look.end), look.end);
            break;
        case LaneKind::Info:
            addSocket(pair, track->end(look.end), look.end);
            if (look.info)
                addInfo(pair, track->end(look.end), look.end, *look.info);
            break;
        case LaneKind::Wire:
            addWire(pair, *track);
            break;
        }
    }
}

void TimelineCsv::line(QByteArray& csv, const Source& source) const
{
    const Fact& fact = source.fact;
    csv += CsvText::line(QStringList{m_title, source.pair, CsvText::number(fact.from), CsvText::number(fact.to),
                                     CsvText::number(fact.from - m_facts.countedFrom), fact.lane, fact.where, fact.what, fact.detail} + m_origin + QStringList{fact.unit});
}

bool TimelineCsv::take(QByteArray& csv, int most)
{
    if (m_origin.isEmpty())
        return false; // no such pair
    if (!std::exchange(m_begun, true))
        csv += CsvText::line({QStringLiteral("title"), QStringLiteral("pair"), QStringLiteral("time_s"), QStringLiteral("until_s"),
                              QStringLiteral("since_fault_s"), QStringLiteral("lane"), QStringLiteral("where"), QStringLiteral("what"),
                              QStringLiteral("detail"), QStringLiteral("started_at"), QStringLiteral("kernel"), QStringLiteral("hz"),
                              QStringLiteral("program_version"), QStringLiteral("unit")});
    for (int done = 0; done < most && !(m_sought.empty() && m_turns.empty()); ++done) {
        // The first of all facts is known when the next one of each source is.
        if (!m_sought.empty()) {
            seek();
            if (!m_sought.empty())
                return true;
            continue;
        }
        const std::size_t number = m_turns.top().second;
        m_turns.pop();
        line(csv, m_sources[number]);
        m_sought.push_back(number);
    }
    return !(m_sought.empty() && m_turns.empty());
}

} // namespace halfopen
