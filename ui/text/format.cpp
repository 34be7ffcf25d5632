// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and enumerations as words for people, by locale. Never for files.
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

#include "core/outcome_csv.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

QString words(const char* text) { return QCoreApplication::translate("Format", text); }

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

QString secondsText(double seconds) { return words("%1 s").arg(number(seconds, decimalsFor(seconds))); }

QString secondsText(RunTime time) { return secondsText(toSeconds(time)); }

QString residualText(double milliseconds)
{
    const double size = std::abs(milliseconds);
    const QString sign = milliseconds < 0 ? QStringLiteral("−") : QStringLiteral("+");
    if (size >= 10'000)
        return words("%1 s").arg(sign + number(size / 1000, 1));
    return words("%1 ms").arg(sign + number(size, size < 10 ? 1 : 0));
}

QString predictionText(const Prediction& prediction)
{
    if (!prediction.applicable)
        return words("nobody looks");
    if (prediction.never())
        return words("never");
    const auto hull = prediction.hull();
    if (hull.latest < std::chrono::milliseconds{100})
        return words("at once");
    return intervalText(hull);
}

QString endTitle(Host host) { return host == Host::Client ? words("Client") : words("Server"); }

QString activityText(Activity activity)
{
    switch (activity) {
    case Activity::Hold:
        return words("holds the socket");
    case Activity::Recv:
        return words("blocks in recv()");
    case Activity::Send:
        return words("loops over send()");
    case Activity::Select:
        return words("waits in select()");
    case Activity::Poll:
        return words("waits in poll()");
    case Activity::Epoll:
        return words("waits in epoll_wait()");
    case Activity::Request:
        break;
    }
    return words("sends a request, then recv()");
}

QString faultText(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Drop:
        return words("packets dropped");
    case FaultKind::CableOut:
        return words("cable out");
    case FaultKind::Kill:
        return words("program killed");
    case FaultKind::Freeze:
        break;
    }
    return words("program frozen");
}

QString faultText(const Fault& fault)
{
    if (actsAtHost(fault.kind))
        return words("%1 (%2)").arg(faultText(fault.kind), endTitle(fault.host).toLower());
    switch (fault.direction) {
    case Direction::Both:
        return faultText(fault.kind);
    case Direction::ToServer:
        return words("%1 (to the server)").arg(faultText(fault.kind));
    case Direction::ToClient:
        break;
    }
    return words("%1 (to the client)").arg(faultText(fault.kind));
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Inside:
        return words("inside the prediction");
    case Verdict::Early:
        return words("earlier than predicted");
    case Verdict::Late:
        return words("later than predicted");
    case Verdict::WrongErrno:
        return words("another errno than predicted");
    case Verdict::NeverAsPredicted:
        return words("never, as predicted");
    case Verdict::Unexpected:
        return words("ended though never was predicted");
    case Verdict::Missing:
        return words("not ended, though predicted");
    case Verdict::NotApplicable:
        break;
    }
    return words("nobody looks");
}

QString callResultText(const std::string& call, int result, int errorNumber)
{
    if (result >= 0)
        return QStringLiteral("%1() %2").arg(fromCore(call)).arg(result);
    return QStringLiteral("%1() −1 %2").arg(fromCore(call), fromCore(errnoName(errorNumber)));
}

} // namespace halfopen
