// SPDX-License-Identifier: GPL-3.0-or-later
// What one event of a run says, in a few words.
#include "ui/replay/event_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <variant>

#include "core/timeline_log.h"
#include "ui/text/core_words.h"
#include "ui/text/format.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

struct EventText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::EventText)
};

/// Of an end: "reader, client".
QString whoText(const Experiment& experiment, int pair, Host end)
{
    const auto index = static_cast<std::size_t>(pair);
    if (experiment.pairs.size() < 2 || pair < 0 || index >= experiment.pairs.size() || experiment.pairs[index].name.empty())
        return endTitle(end);
    return EventText::tr("“%1”, %2", "a pair's name, client or server").arg(fromCore(experiment.pairs[index].name), hostText(end));
}

struct EventSentence final
{
    const Experiment& experiment;

    [[nodiscard]] QString of(int pair, Host end, const QString& what) const
    {
        return EventText::tr("%1: %2", "an end, what was told of it").arg(whoText(experiment, pair, end), what);
    }
    QString operator()(const SysctlEvent&) const { return EventText::tr("the hosts' sysctls were read back"); }
    QString operator()(const SocketEvent& event) const { return of(event.pair, event.end, EventText::tr("has a socket")); }
    QString operator()(const OptionEvent& event) const
    {
        return of(event.pair, event.end, QStringLiteral("%1 = %2").arg(verbatim(event.name)).arg(event.value));
    }
    QString operator()(const ArmedEvent& event) const { return of(event.pair, event.end, EventText::tr("armed")); }
    QString operator()(const CallEvent& event) const
    {
        const QString call = callText(event.call);
        switch (event.what) {
        case CallEvent::What::Begin:
            return of(event.pair, event.end, EventText::tr("%1 begins", "a call").arg(call));
        case CallEvent::What::End:
            return of(event.pair, event.end, EventText::tr("%1 returns %2", "a call, a number").arg(call, QString::number(event.result)));
        case CallEvent::What::Burst:
            break;
        }
        return of(event.pair, event.end, EventText::tr("%1 returned %2 times", "a call, a number").arg(call, QLocale().toString(static_cast<qlonglong>(event.count))));
    }
    QString operator()(const RowEvent& event) const
    {
        const QString row = QStringLiteral("%1, %2").arg(stateText(event.row.state), timerText(event.row.timer));
        if (event.pair < 0)
            return EventText::tr("%1: a row that is no pair's", "client or server").arg(endTitle(event.host));
        return of(event.pair, event.host, EventText::tr("row of the socket table: %1", "state, timer").arg(row));
    }
    QString operator()(const TcpInfoEvent& event) const { return of(event.pair, event.end, EventText::tr("TCP_INFO was read")); }
    QString operator()(const PacketEvent& event) const { return of(event.packet.pair, event.packet.from, EventText::tr("sends %1", "kind of packet").arg(packetText(event.packet.kind))); }
    QString operator()(const FlowEvent& event) const
    {
        return of(event.pair, event.from, EventText::tr("packets sent: %1").arg(QLocale().toString(static_cast<qlonglong>(event.packets))));
    }
    QString operator()(const CountersEvent& event) const
    {
        return EventText::tr("%1: the kernel's counters were read", "client or server").arg(endTitle(event.host));
    }
    /// All others have a line in the log, or would have if they said anything.
    template<class Other> QString operator()(const Other&) const { return EventText::tr("nothing to be seen"); }
};

} // namespace

QString eventWords(const Event& event, const Experiment& experiment)
{
    const std::string line = logText(event, experiment);
    return line.empty() ? std::visit(EventSentence{experiment}, event.body) : fromCore(line);
}

} // namespace halfopen
