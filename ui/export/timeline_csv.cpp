// SPDX-License-Identifier: GPL-3.0-or-later
// The facts in the visible piece of a time line as CSV.
#include "ui/export/timeline_csv.h"

#include <algorithm>

#include "core/outcome_csv.h"
#include "ui/export/csv_text.h"

namespace halfopen {

namespace {

struct CsvFact final
{
    QString pair; // empty: of all pairs
    double from = 0; // s since t = 0
    std::optional<double> to;
    QString lane;
    QString where; // client, server or both
    QString what;
    QString detail;
};

QString csvWords(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

class FactList final
{
public:
    FactList(const RunFacts& facts, double from, double to) : m_facts(facts), m_from(from), m_to(to) {}

    void add(CsvFact fact)
    {
        if (fact.from <= m_to && fact.to.value_or(fact.from) >= m_from)
            m_rows.push_back(std::move(fact));
    }
    void addFaults(const QString& pair);
    void addCalls(const QString& pair, const EndTrack& track, Host end);
    void addSocket(const QString& pair, const EndTrack& track, Host end);
    void addWire(const QString& pair, const PairTrack& track);
    [[nodiscard]] QByteArray csv();

private:
    const RunFacts& m_facts;
    double m_from;
    double m_to;
    std::vector<CsvFact> m_rows;
};

void FactList::addFaults(const QString& pair)
{
    for (const auto& flag : m_facts.faults()) {
        if (flag.planned)
            continue;
        const auto healed = flag.healPlanned ? std::nullopt : flag.healed;
        const QString where = actsAtHost(flag.fault.kind) ? csvWords(name(flag.fault.host)) : QStringLiteral("cable");
        add({pair, flag.at, healed, QStringLiteral("fault"), where, csvWords(name(flag.fault.kind)),
             actsAtHost(flag.fault.kind) ? QString{} : csvWords(name(flag.fault.direction))});
    }
}

void FactList::addCalls(const QString& pair, const EndTrack& track, Host end)
{
    const QString where = csvWords(name(end));
    for (const auto& call : track.calls) {
        QString detail;
        if (call.ended)
            detail = call.result < 0 ? csvWords(errnoName(call.errorNumber)) : QString::number(call.result);
        if (call.count > 1)
            detail = QStringLiteral("%1 calls, %2 bytes").arg(call.count).arg(call.bytes);
        add({pair, m_facts.since(call.began), call.ended ? std::optional(m_facts.since(*call.ended)) : std::nullopt, QStringLiteral("call"), where,
             QString::fromStdString(call.call), detail});
    }
}

void FactList::addSocket(const QString& pair, const EndTrack& track, Host end)
{
    const QString where = csvWords(name(end));
    const RowSample* last = nullptr;
    for (const auto& sample : track.rows) {
        const bool same = last != nullptr && last->row.has_value() == sample.row.has_value()
                       && (!sample.row || (last->row->state == sample.row->state && last->row->timer == sample.row->timer && last->row->probesOut == sample.row->probesOut));
        last = &sample;
        if (same)
            continue;
        const QString state = sample.row ? csvWords(name(sample.row->state)) : QStringLiteral("gone");
        const QString timer = sample.row ? QStringLiteral("timer %1, unanswered %2").arg(csvWords(name(sample.row->timer))).arg(sample.row->probesOut) : QString{};
        add({pair, m_facts.since(sample.time), std::nullopt, QStringLiteral("socket"), where, state, timer});
    }
}

void FactList::addWire(const QString& pair, const PairTrack& track)
{
    for (const auto& mark : track.packets)
        add({pair, m_facts.since(mark.time), std::nullopt, QStringLiteral("wire"), csvWords(name(mark.packet.from)), csvWords(name(mark.packet.kind)),
             csvWords(name(mark.packet.fate))});
    for (const auto& flow : track.flows)
        add({pair, m_facts.since(flow.first), m_facts.since(flow.last), QStringLiteral("wire"), csvWords(name(flow.from)), QStringLiteral("flow"),
             QStringLiteral("%1 packets, %2 bytes").arg(flow.packets).arg(flow.bytes)});
}

QByteArray FactList::csv()
{
    CsvText text({QStringLiteral("title"), QStringLiteral("pair"), QStringLiteral("time_s"), QStringLiteral("until_s"), QStringLiteral("since_fault_s"),
                  QStringLiteral("lane"), QStringLiteral("where"), QStringLiteral("what"), QStringLiteral("detail"), QStringLiteral("started_at"),
                  QStringLiteral("kernel"), QStringLiteral("hz"), QStringLiteral("program_version")});
    std::ranges::stable_sort(m_rows, {}, &CsvFact::from);
    const auto& hello = m_facts.timeline->hello();
    for (const auto& fact : m_rows) {
        text.add({QString::fromStdString(m_facts.experiment->title), fact.pair, CsvText::number(fact.from), CsvText::number(fact.to),
                  CsvText::number(fact.from - m_facts.countedFrom), fact.lane, fact.where, fact.what, fact.detail,
                  hello ? QString::fromStdString(hello->startedAt) : QString{}, hello ? QString::fromStdString(hello->kernelRelease) : QString{},
                  hello ? QString::number(hello->hz) : QString{}, QStringLiteral(HALFOPEN_VERSION)});
    }
    return text.bytes();
}

QString csvPairName(const RunFacts& facts, int pair)
{
    const auto* plan = facts.plan(pair);
    return plan == nullptr || plan->name.empty() ? QString::number(pair + 1) : QString::fromStdString(plan->name);
}

/// All lanes of the selected pair.
void addPair(FactList& list, const RunFacts& facts, const TimelineLook& look)
{
    const auto* track = facts.track(look.pair);
    const QString pair = csvPairName(facts, look.pair);
    list.addFaults(pair);
    for (const Host end : {Host::Client, Host::Server}) {
        if (!look.bothEnds && look.end != end)
            continue;
        list.addCalls(pair, track->end(end), end);
        list.addSocket(pair, track->end(end), end);
    }
    list.addWire(pair, *track);
}

/// The compared lane of all pairs.
void addRows(FactList& list, const RunFacts& facts, const TimelineLook& look)
{
    list.addFaults({});
    for (int number = 0; number < static_cast<int>(facts.timeline->pairs().size()); ++number) {
        const auto* track = facts.track(number);
        if (track == nullptr)
            continue;
        const QString pair = csvPairName(facts, number);
        switch (*look.compared) {
        case LaneKind::Call:
            list.addCalls(pair, track->end(look.end), look.end);
            break;
        case LaneKind::State:
        case LaneKind::Timer:
        case LaneKind::Queues:
            list.addSocket(pair, track->end(look.end), look.end);
            break;
        case LaneKind::Wire:
            list.addWire(pair, *track);
            break;
        }
    }
}

} // namespace

QByteArray timelineCsv(const RunFacts& facts, const TimelineLook& look, double from, double to)
{
    if (facts.track(look.pair) == nullptr)
        return {};
    FactList list(facts, from, to);
    if (look.compared)
        addRows(list, facts, look);
    else
        addPair(list, facts, look);
    return list.csv();
}

} // namespace halfopen
