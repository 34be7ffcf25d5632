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
    void addFaults();
    void addEnd(const EndTrack& track, Host end);
    void addWire(const PairTrack& track);
    [[nodiscard]] QByteArray csv(const TimelineLook& look);

private:
    const RunFacts& m_facts;
    double m_from;
    double m_to;
    std::vector<CsvFact> m_rows;
};

void FactList::addFaults()
{
    for (const auto& flag : m_facts.faults()) {
        if (flag.planned)
            continue;
        const auto healed = flag.healPlanned ? std::nullopt : flag.healed;
        const QString where = actsAtHost(flag.fault.kind) ? csvWords(name(flag.fault.host)) : QStringLiteral("cable");
        add({flag.at, healed, QStringLiteral("fault"), where, csvWords(name(flag.fault.kind)),
             actsAtHost(flag.fault.kind) ? QString{} : csvWords(name(flag.fault.direction))});
    }
}

void FactList::addEnd(const EndTrack& track, Host end)
{
    const QString where = csvWords(name(end));
    for (const auto& call : track.calls) {
        QString detail;
        if (call.ended)
            detail = call.result < 0 ? csvWords(errnoName(call.errorNumber)) : QString::number(call.result);
        if (call.count > 1)
            detail = QStringLiteral("%1 calls, %2 bytes").arg(call.count).arg(call.bytes);
        add({m_facts.since(call.began), call.ended ? std::optional(m_facts.since(*call.ended)) : std::nullopt, QStringLiteral("call"), where,
             QString::fromStdString(call.call), detail});
    }
    const RowSample* last = nullptr;
    for (const auto& sample : track.rows) {
        const bool same = last != nullptr && last->row.has_value() == sample.row.has_value()
                       && (!sample.row || (last->row->state == sample.row->state && last->row->timer == sample.row->timer && last->row->probesOut == sample.row->probesOut));
        last = &sample;
        if (same)
            continue;
        const QString state = sample.row ? csvWords(name(sample.row->state)) : QStringLiteral("gone");
        const QString timer = sample.row ? QStringLiteral("timer %1, unanswered %2").arg(csvWords(name(sample.row->timer))).arg(sample.row->probesOut) : QString{};
        add({m_facts.since(sample.time), std::nullopt, QStringLiteral("socket"), where, state, timer});
    }
}

void FactList::addWire(const PairTrack& track)
{
    for (const auto& mark : track.packets)
        add({m_facts.since(mark.time), std::nullopt, QStringLiteral("wire"), csvWords(name(mark.packet.from)), csvWords(name(mark.packet.kind)),
             csvWords(name(mark.packet.fate))});
    for (const auto& flow : track.flows)
        add({m_facts.since(flow.first), m_facts.since(flow.last), QStringLiteral("wire"), csvWords(name(flow.from)), QStringLiteral("flow"),
             QStringLiteral("%1 packets, %2 bytes").arg(flow.packets).arg(flow.bytes)});
}

QByteArray FactList::csv(const TimelineLook& look)
{
    CsvText text({QStringLiteral("title"), QStringLiteral("pair"), QStringLiteral("time_s"), QStringLiteral("until_s"), QStringLiteral("since_fault_s"),
                  QStringLiteral("lane"), QStringLiteral("where"), QStringLiteral("what"), QStringLiteral("detail"), QStringLiteral("started_at"),
                  QStringLiteral("kernel"), QStringLiteral("hz"), QStringLiteral("program_version")});
    std::ranges::stable_sort(m_rows, {}, &CsvFact::from);
    const auto* plan = m_facts.plan(look.pair);
    const QString pair = plan == nullptr || plan->name.empty() ? QString::number(look.pair + 1) : QString::fromStdString(plan->name);
    const auto& hello = m_facts.timeline->hello();
    for (const auto& fact : m_rows) {
        text.add({QString::fromStdString(m_facts.experiment->title), pair, CsvText::number(fact.from), CsvText::number(fact.to),
                  CsvText::number(fact.from - m_facts.countedFrom), fact.lane, fact.where, fact.what, fact.detail,
                  hello ? QString::fromStdString(hello->startedAt) : QString{}, hello ? QString::fromStdString(hello->kernelRelease) : QString{},
                  hello ? QString::number(hello->hz) : QString{}, QStringLiteral(HALFOPEN_VERSION)});
    }
    return text.bytes();
}

} // namespace

QByteArray timelineCsv(const RunFacts& facts, const TimelineLook& look, double from, double to)
{
    const auto* track = facts.track(look.pair);
    if (track == nullptr)
        return {};
    FactList list(facts, from, to);
    list.addFaults();
    if (look.bothEnds || look.end == Host::Client)
        list.addEnd(track->client, Host::Client);
    if (look.bothEnds || look.end == Host::Server)
        list.addEnd(track->server, Host::Server);
    list.addWire(*track);
    return list.csv(look);
}

} // namespace halfopen
