// SPDX-License-Identifier: GPL-3.0-or-later
// Calls and what they return, in words.
#include "ui/text/call_words.h"

#include <QCoreApplication>

#include "core/activity.h"
#include "ui/text/core_words.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

struct CallWords final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::CallWords)
};

bool isOf(const QString& call, Activity activity) { return call == verbatim(detectingCall(activity)); }

/// What is told by something else than a call's return; empty where a call has told.
QString toldOtherwise(const QString& call, std::int64_t result, int errorNumber)
{
    if (isOf(call, Activity::Heartbeat))
        return CallWords::tr("no answer", "a heartbeat's verdict on its peer");
    if (isOf(call, Activity::Close))
        return CallWords::tr("orphan gone", "the kernel has given up a socket that its program had closed");
    if (!isOf(call, Activity::Qt))
        return {};
    if (result >= 0)
        return CallWords::tr("disconnected", "what a QTcpSocket told");
    return errorNumber == 0 ? CallWords::tr("error", "what a QTcpSocket told") : QString{};
}

} // namespace

QString callText(const QString& call)
{
    const bool isCall = !isOf(call, Activity::Heartbeat) && !isOf(call, Activity::Qt);
    return isCall ? call + QStringLiteral("()") : isOf(call, Activity::Heartbeat) ? CallWords::tr("heartbeat") : call;
}

QString callText(std::string_view call) { return callText(verbatim(call)); }

QString endingText(const QString& call, std::int64_t result, int errorNumber)
{
    if (const QString told = toldOtherwise(call, result, errorNumber); !told.isEmpty())
        return told;
    if (result < 0)
        return errnoText(errorNumber);
    return CallWords::tr("%1 = 0", "call: the peer has closed").arg(callText(call));
}

QString callResultText(std::string_view call, std::int64_t result, int errorNumber)
{
    const QString name = callText(call);
    if (const QString told = toldOtherwise(verbatim(call), result, errorNumber); !told.isEmpty())
        return CallWords::tr("%1: %2", "what told of the end, what it said").arg(name, told);
    if (result >= 0)
        return QStringLiteral("%1 %2").arg(name).arg(result);
    return QStringLiteral("%1 −1 %2").arg(name, errnoText(errorNumber));
}

} // namespace halfopen
