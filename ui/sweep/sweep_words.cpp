// SPDX-License-Identifier: GPL-3.0-or-later
// What the sweep page says.
#include "ui/sweep/sweep_words.h"

#include <QLocale>

#include <algorithm>

#include "ui/glossary/glossary.h"
#include "ui/text/call_words.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

using TargetKind = AxisTarget::Kind;

bool isOfKernel(const AxisTarget& target) { return target.kind == TargetKind::Option || target.kind == TargetKind::Sysctl; }

QString unitText(std::string_view unit) { return unit == "bytes" ? SweepWords::tr("bytes") : fromCore(unit); }

/// Whose it is, where that has to be said.
QString ownerText(const AxisTarget& target)
{
    switch (target.kind) {
    case TargetKind::Option:
    case TargetKind::EndNumber:
        return endTitle(target.host);
    case TargetKind::Sysctl:
        return SweepWords::tr("both hosts", "whose sysctl");
    case TargetKind::FaultNumber:
        return SweepWords::tr("fault %1", "of a script, counted from 1").arg(target.fault + 1);
    case TargetKind::TimeLimit:
        break;
    }
    return SweepWords::tr("the run", "whose time limit");
}

QString numberExplanation(std::string_view name)
{
    if (name == "send_bytes")
        return SweepWords::tr("How much one send() hands over.");
    if (name == "send_interval_s")
        return SweepWords::tr("The pause between two calls of send().");
    if (name == "request_at_s")
        return SweepWords::tr("How long after the first fault the request is sent.");
    if (name == "heartbeat_interval_s")
        return SweepWords::tr("From one question of the program's heartbeat to the next.");
    if (name == "heartbeat_timeout_s")
        return SweepWords::tr("Silence of the peer after which the program's heartbeat gives up.");
    if (name == "at_s")
        return SweepWords::tr("When the fault comes, counted from the moment when all pairs are armed.");
    if (name == "heal_after_s")
        return SweepWords::tr("How long the fault lasts before it heals by itself.");
    if (name == "percent")
        return SweepWords::tr("The share of packets that is dropped, by chance.");
    if (name == "nth")
        return SweepWords::tr("Which of the packets is dropped, counted from 1.");
    if (name == "ms")
        return SweepWords::tr("How much later each packet is handed on.");
    if (name == "idle_s")
        return SweepWords::tr("How long a connection may be silent before the NAT forgets it.");
    if (name == "back_after_s")
        return SweepWords::tr("From the fault to the first answer of the host that is back.");
    return SweepWords::tr("When the run ends at the latest. No kernel looks at it, so it changes no prediction.");
}

QString endingsText(const Prediction& prediction)
{
    QStringList endings;
    for (const PredictionMode& mode : prediction.modes) {
        const QString text = callResultText(mode.call, mode.result, mode.errorNumber);
        if (!endings.contains(text))
            endings << text;
    }
    return endings.join(SweepWords::tr(" or ", "between two ways in which it may end"));
}

QString predictedWords(const Prediction& prediction)
{
    if (!prediction.applicable)
        return SweepWords::tr("Nobody looks: its program is gone, or holds the socket without a call.");
    if (prediction.livesOn())
        return SweepWords::tr("Predicted: the connection lives on.");
    if (prediction.never())
        return SweepWords::tr("Predicted: never noticed.");
    const QString when = predictionText(prediction);
    const QString words = prediction.mayBeNever ? SweepWords::tr("Predicted: %1, or never; %2; decided by: %3.", "time, call, limit")
                                                : SweepWords::tr("Predicted: %1; %2; decided by: %3.", "time, call, limit");
    return words.arg(when, endingsText(prediction), deciderText(prediction.decidedBy));
}

QString measuredWords(const MapMeasurement& measured)
{
    QString words = measured.detection ? SweepWords::tr("Measured: %1, %2: %3.", "time, call, verdict")
                                             .arg(secondsText(measured.detection->elapsed),
                                                  callResultText(measured.detection->call, measured.detection->result, measured.detection->errorNumber), verdictText(measured.verdict))
                                       : SweepWords::tr("Measured: noticed nothing: %1.", "verdict").arg(verdictText(measured.verdict));
    if (!measured.flagWhy.empty())
        words += u' ' + fromCore(measured.flagWhy);
    return words;
}

} // namespace

QString axisChoiceText(const AxisTarget& target) { return SweepWords::tr("%1 · %2", "kernel name, whose").arg(verbatim(target.name), ownerText(target)); }

QString axisTitle(const AxisTarget& target)
{
    // Most are the client's, or of both hosts: that is not said at every axis.
    const bool isPlain = isOfKernel(target) ? target.kind == TargetKind::Sysctl || target.host == Host::Client : target.kind == TargetKind::TimeLimit;
    const QString name = isPlain ? verbatim(target.name) : axisChoiceText(target);
    return target.unit.empty() ? name : SweepWords::tr("%1 [%2]", "kernel name, unit").arg(name, unitText(target.unit));
}

QString downTitleText(const SweepMap& map) { return SweepWords::tr("↑ %1", "title of the upright axis").arg(axisTitle(map.down.target)); }

QString acrossTitleText(const SweepMap& map) { return SweepWords::tr("%1 →", "title of the level axis").arg(axisTitle(map.across.target)); }

QStringList cellTexts(double seconds)
{
    QStringList texts{durationText(seconds)};
    if (seconds >= 9999.5) // hours and minutes until here
        texts << SweepWords::tr("%1 h", "hours").arg(QLocale().toString(seconds / 3600, 'f', 1));
    return texts;
}

QString axisExplanation(const AxisTarget& target)
{
    const QString known = isOfKernel(target) ? glossaryToolTip(verbatim(target.name)) : QString{};
    return known.isEmpty() ? (isOfKernel(target) ? verbatim(target.name) : numberExplanation(target.name)) : known;
}

QString axisNumberText(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    constexpr int kDigits = 7;
    return locale.toString(value, 'g', kDigits);
}

QString axisValueText(const AxisTarget& target, double value)
{
    const QString number = axisNumberText(value);
    return target.unit.empty() ? number : SweepWords::tr("%1 %2", "number, unit").arg(number, unitText(target.unit));
}

QString valuesText(const SweepMap& map, const MapPlace& place)
{
    QStringList parts;
    const auto add = [&](const AskedAxis& axis, std::size_t at) {
        parts << SweepWords::tr("%1 %2", "kernel name, value").arg(verbatim(axis.target.name), axisValueText(axis.target, axis.values[at]));
    };
    add(map.across, place.column);
    add(map.down, place.row);
    if (map.sheets)
        add(*map.sheets, place.sheet);
    return listText(parts);
}

QString deciderText(DecidedBy decidedBy)
{
    switch (decidedBy) {
    case DecidedBy::Nobody:
        return SweepWords::tr("nobody");
    case DecidedBy::KeepaliveCount:
        return SweepWords::tr("keepalive count");
    case DecidedBy::UserTimeout:
        return SweepWords::tr("user timeout");
    case DecidedBy::RetransmissionLimit:
        return SweepWords::tr("retransmission limit");
    case DecidedBy::WindowProbes:
        return SweepWords::tr("window probes");
    case DecidedBy::SynRetries:
        return SweepWords::tr("SYN retries");
    case DecidedBy::OrphanLimit:
        return SweepWords::tr("orphan limit");
    case DecidedBy::CallTimeout:
        return SweepWords::tr("the call's own limit");
    case DecidedBy::PeerRst:
        return SweepWords::tr("RST of the peer");
    case DecidedBy::PeerFin:
        return SweepWords::tr("FIN of the peer");
    case DecidedBy::Local:
        break;
    }
    return SweepWords::tr("this end itself");
}

QString deciderLetter(DecidedBy decidedBy)
{
    // As the list of curves has letters: the same in every language, so that a picture can be talked about.
    constexpr char16_t kLetters[] = u"–KURWSOCTFL";
    return QString(QChar(kLetters[static_cast<int>(decidedBy)]));
}

QString refusedWords(const SweepMap& map)
{
    const auto refuses = [](const AskedAxis& axis) { return std::ranges::find(axis.refused, true) != axis.refused.end(); };
    const bool byKernel = (refuses(map.across) && isOfKernel(map.across.target)) || (refuses(map.down) && isOfKernel(map.down.target))
                       || (map.sheets && refuses(*map.sheets) && isOfKernel(map.sheets->target));
    return byKernel ? SweepWords::tr("refused by the kernel: out of range") : SweepWords::tr("out of range");
}

QString cellWords(const SweepMap& map, const MapPlace& place)
{
    const QString values = valuesText(map, place);
    const Prediction* const prediction = map.prediction(place);
    if (prediction == nullptr) {
        for (const auto& [axis, at] : {std::pair{&map.down, place.row}, std::pair{&map.across, place.column}, std::pair{map.sheets ? &*map.sheets : &map.across, map.sheets ? place.sheet : place.column}}) {
            if (axis->refused[at])
                return SweepWords::tr("%1. Refused: %2", "values, a sentence").arg(values, fromCore(checkAxisValue(axis->target, axis->values[at]).error().message));
        }
        return values;
    }
    QString words = SweepWords::tr("%1. %2", "values, a sentence").arg(values, predictedWords(*prediction));
    if (const auto* measured = map.measurement(place)) {
        words += u' ' + measuredWords(*measured);
        if (const auto cell = map.gridCell(place)) // by which the other panels know it
            words += u' ' + SweepWords::tr("In its run the pair is called “cell %1”.").arg(*cell + 1);
    }
    return words;
}

} // namespace halfopen
