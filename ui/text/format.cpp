// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and enumerations as words for people, by locale. Never for files.
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

#include "core/outcome_csv.h"
#include "ui/faults/fault_text.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

struct FormatText final
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

int decimalsFor(double seconds)
{
    const double size = std::abs(seconds);
    if (size >= 200)
        return 0;
    if (size >= 100)
        return 1;
    return size >= 1 ? 2 : 3;
}

} // namespace

QString secondsText(double seconds) { return FormatText::tr("%1 s").arg(number(seconds, decimalsFor(seconds))); }

QString momentText(const QDateTime& local)
{
    const auto clock = QLocale().toString(local.time(), QStringLiteral("HH:mm:ss"));
    if (local.date() == QDate::currentDate())
        return clock;
    return FormatText::tr("%1 %2", "day, time of day").arg(QLocale().toString(local.date(), QLocale::ShortFormat), clock);
}

QString secondsText(RunTime time) { return secondsText(toSeconds(time)); }

QString residualText(double milliseconds)
{
    const double size = std::abs(milliseconds);
    const QString sign = milliseconds < 0 ? QStringLiteral("−") : QStringLiteral("+");
    if (size >= 10'000)
        return FormatText::tr("%1 s").arg(sign + number(size / 1000, 1));
    return FormatText::tr("%1 ms").arg(sign + number(size, size < 10 ? 1 : 0));
}

QString predictionText(const Prediction& prediction)
{
    if (!prediction.applicable)
        return FormatText::tr("nobody looks");
    if (prediction.livesOn())
        return FormatText::tr("lives on", "a connection, instead of the time of its end");
    if (prediction.never())
        return FormatText::tr("never");
    const auto hull = prediction.hull();
    if (hull.latest < std::chrono::milliseconds{100})
        return FormatText::tr("at once");
    return intervalText(hull);
}

QString listText(const QStringList& parts) { return parts.join(FormatText::tr(", ", "between the parts of a list")); }

QString endTitle(Host host) { return host == Host::Client ? FormatText::tr("Client") : FormatText::tr("Server"); }

QString activityText(Activity activity)
{
    switch (activity) {
    case Activity::Hold:
        return FormatText::tr("holds the socket");
    case Activity::Recv:
        return FormatText::tr("blocks in recv()");
    case Activity::Send:
        return FormatText::tr("loops over send()");
    case Activity::Select:
        return FormatText::tr("waits in select()");
    case Activity::Poll:
        return FormatText::tr("waits in poll()");
    case Activity::Epoll:
        return FormatText::tr("waits in epoll_wait()");
    case Activity::NonblockingSend:
        return FormatText::tr("loops over send(), poll()");
    case Activity::Heartbeat:
        return FormatText::tr("sends heartbeats");
    case Activity::NoRead:
        return FormatText::tr("never reads");
    case Activity::Close:
        return FormatText::tr("sends, then close()");
    case Activity::Connect:
        return FormatText::tr("connect() in the fault");
    case Activity::Qt:
        return FormatText::tr("listens to a QTcpSocket");
    case Activity::Request:
        break;
    }
    return FormatText::tr("sends once, then recv()");
}

QString faultText(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Drop:
        return FormatText::tr("packets dropped");
    case FaultKind::CableOut:
        return FormatText::tr("cable out");
    case FaultKind::Kill:
        return FormatText::tr("program killed");
    case FaultKind::Delay:
        return FormatText::tr("packets delayed");
    case FaultKind::Reset:
        return FormatText::tr("connection reset on the way");
    case FaultKind::Reject:
        return FormatText::tr("packets rejected");
    case FaultKind::NatForget:
        return FormatText::tr("NAT forgets idle connections");
    case FaultKind::InterfaceDown:
        return FormatText::tr("interface down");
    case FaultKind::RouteRemoved:
        return FormatText::tr("route removed");
    case FaultKind::AddressRemoved:
        return FormatText::tr("address removed");
    case FaultKind::NeighbourLost:
        return FormatText::tr("neighbour lost");
    case FaultKind::LocalDrop:
        return FormatText::tr("packets dropped in the own queue");
    case FaultKind::PowerOff:
        return FormatText::tr("power off");
    case FaultKind::Reboot:
        return FormatText::tr("reboot");
    case FaultKind::Destroy:
        return FormatText::tr("socket destroyed");
    case FaultKind::Freeze:
        break;
    }
    return FormatText::tr("program frozen");
}

namespace {

QString withValue(const Fault& fault, const QString& value)
{
    return FormatText::tr("%1: %2", "what happens, its value").arg(faultText(fault.kind), value);
}

/// With what makes it other than all faults of its kind.
QString valuedText(const Fault& fault)
{
    switch (fault.kind) {
    case FaultKind::Drop: {
        if (dropsAll(fault))
            break;
        const QString which = choiceText(fault.only);
        if (fault.nth)
            return withValue(fault, FormatText::tr("no. %1 of %2", "a number, which packets").arg(*fault.nth).arg(which));
        if (fault.percent >= 100)
            return withValue(fault, which);
        return withValue(fault, FormatText::tr("%1 % of %2", "a share, which packets")
                                    .arg(QLocale().toString(fault.percent, 'g', 4), which));
    }
    case FaultKind::Delay:
        return withValue(fault, FormatText::tr("+%1 ms").arg(QLocale().toString(fault.delayMs)));
    case FaultKind::Reject:
        return withValue(fault, answerText(fault.with));
    case FaultKind::NatForget:
        return withValue(fault, FormatText::tr("after %1, %2", "a time, a router's answer")
                                    .arg(durationText(fault.idleSeconds), answerText(fault.with)));
    case FaultKind::Reboot:
        return withValue(fault, FormatText::tr("back after %1").arg(durationText(fault.backAfterSeconds)));
    case FaultKind::Reset:
    case FaultKind::CableOut:
    case FaultKind::InterfaceDown:
    case FaultKind::RouteRemoved:
    case FaultKind::AddressRemoved:
    case FaultKind::NeighbourLost:
    case FaultKind::LocalDrop:
    case FaultKind::Kill:
    case FaultKind::Freeze:
    case FaultKind::PowerOff:
    case FaultKind::Destroy:
        break;
    }
    return faultText(fault.kind);
}

} // namespace

QString faultText(const Fault& fault)
{
    if (actsAtHost(fault.kind))
        return FormatText::tr("%1 (%2)").arg(valuedText(fault), endTitle(fault.host).toLower());
    const QString what = valuedText(fault);
    switch (fault.direction) {
    case Direction::Both:
        return what;
    case Direction::ToServer:
        return FormatText::tr("%1 (to the server)").arg(what);
    case Direction::ToClient:
        break;
    }
    return FormatText::tr("%1 (to the client)").arg(what);
}

QString verdictText(Verdict verdict, bool livesOn)
{
    switch (verdict) {
    case Verdict::Inside:
        return FormatText::tr("inside the prediction");
    case Verdict::Early:
        return FormatText::tr("earlier than predicted");
    case Verdict::Late:
        return FormatText::tr("later than predicted");
    case Verdict::WrongErrno:
        return FormatText::tr("another errno than predicted");
    case Verdict::NeverAsPredicted:
        return livesOn ? FormatText::tr("lives on, as predicted") : FormatText::tr("never, as predicted");
    case Verdict::Unexpected:
        return FormatText::tr("ended though never was predicted");
    case Verdict::Missing:
        return FormatText::tr("not ended, though predicted");
    case Verdict::NotApplicable:
        break;
    }
    return FormatText::tr("nobody looks");
}

QString stillWaitingText() { return FormatText::tr("still waiting when the run ended"); }

} // namespace halfopen
