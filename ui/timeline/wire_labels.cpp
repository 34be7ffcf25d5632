// SPDX-License-Identifier: GPL-3.0-or-later
// The names below the packets.
#include "ui/timeline/wire_labels.h"

#include "ui/theme/line_height.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace halfopen {

namespace {

constexpr double kNameGap = 7; // px between two names
constexpr int kLoud = 5; // rank from which on a name is not to be pushed out by a longer one
constexpr int kDispensable = 1; // rank up to which a packet may go without its name

/// Below its packet, but beside the line of a fault and of now.
double leftOf(const LanePen& pen, const QRectF& lane, const WireLabel& label, double width)
{
    double left = label.x - width / 2;
    const auto stepAside = [&](double line) {
        if (line > left - 2 && line < left + width + 2)
            left = label.x >= line - 1 ? line + 4 : line - 4 - width;
    };
    std::ranges::for_each(pen.lines, stepAside);
    if (pen.facts.live)
        stepAside(pen.x(pen.facts.now));
    return std::clamp(left, lane.left(), std::max(lane.right() - width, lane.left()));
}

/// At the lane's edge there may be no place beside the line.
bool isCrossed(const LanePen& pen, double left, double width)
{
    return std::ranges::any_of(pen.lines, [&](double line) { return line > left && line < left + width; });
}

void paintWireLabel(const LanePen& pen, const QRectF& box, const WireLabel& label, const QString& text)
{
    fillBox(pen.painter, box.adjusted(-1, 0, 2, 0), pen.ground(label.x), 2); // the predicted band may be there
    pen.painter.setPen(label.colour);
    pen.painter.drawText(box.adjusted(0, 0, 1, 0), Qt::AlignCenter | Qt::TextSingleLine, text);
}

using LabelPlace = std::vector<WireLabel>::const_iterator;

QString wordingOf(const WireLabel& label, qsizetype wording)
{
    return label.wordings.value(std::min(wording, label.wordings.size() - 1));
}

/// Which label of a row of numbers tells what they are, and where its words begin.
struct Told final
{
    LabelPlace label;
    double left = 0;
};

/// The last one that has room for it beside its neighbours; else the first, whose words may stand before its number. The
/// end where there is none, or where they are no numbers.
Told numbersTold(const LanePen& pen, const QRectF& lane, const LabelStrip& strip, LabelPlace group, LabelPlace groupEnd, qsizetype wording, qsizetype longest)
{
    const bool numbers = std::any_of(group, groupEnd, [&](const WireLabel& label) { // not all of the group need be some
        bool isNumber = false;
        (void)label.wordings.last().toInt(&isNumber);
        return isNumber && label.wordings.size() == longest;
    });
    if (wording == 0 || wording != longest - 1 || !numbers)
        return {groupEnd};
    const auto spanOf = [&](const WireLabel& each, qsizetype which) {
        const double width = pen.width(wordingOf(each, which), pen.small);
        const double left = leftOf(pen, lane, each, width);
        return std::pair{left, left + width};
    };
    // A name that finds no place takes none from its neighbour.
    const auto endsBefore = [&](double right, LabelPlace next) {
        const auto [from, to] = spanOf(*next, wording);
        return right + kNameGap < from || !strip.isFree(from, to);
    };
    for (LabelPlace label = groupEnd; label != group;) {
        --label;
        if (label->wordings.size() < longest) // it has no number
            continue;
        const auto [left, right] = spanOf(*label, wording - 1);
        const bool afterLast = label == group || spanOf(*(label - 1), wording).second + kNameGap < left;
        const bool beforeNext = label + 1 == groupEnd || endsBefore(right, label + 1);
        if (afterLast && beforeNext && strip.isFree(left, right))
            return {label, left};
    }
    if (group->wordings.size() == longest) {
        const double right = spanOf(*group, wording).second;
        const double left = right - pen.width(wordingOf(*group, wording - 1), pen.small);
        const bool crossed = std::ranges::any_of(pen.lines, [&](double line) { return line > left - 3 && line < right; });
        if (left > lane.left() && !crossed && strip.isFree(left, right))
            return {group, left};
    }
    return {groupEnd};
}

/// Whether the loud names after that group keep room for their shortest wordings.
bool leavesRoom(const LanePen& pen, const QRectF& lane, LabelStrip strip, LabelPlace rest, LabelPlace end)
{
    return std::all_of(rest, end, [&](const WireLabel& label) {
        const double width = pen.width(label.wordings.last(), pen.small);
        const double left = leftOf(pen, lane, label, width);
        return label.rank < kLoud || strip.take(left, left + width);
    });
}

} // namespace

int wireLabelRank(const Packet& packet)
{
    switch (packet.kind) {
    case PacketKind::Rst:
    case PacketKind::Fin:
    case PacketKind::Icmp:
        return 6;
    case PacketKind::Probe:
    case PacketKind::Retransmission:
        return packet.fate == PacketFate::Delivered ? 3 : 5;
    case PacketKind::Data:
        return packet.fate == PacketFate::Delivered ? 2 : 5;
    case PacketKind::Syn:
    case PacketKind::SynAck:
    case PacketKind::Answer:
        return 1;
    case PacketKind::Arp:
    case PacketKind::Ndp:
        return packet.fate == PacketFate::Delivered ? 0 : 5;
    case PacketKind::Ack:
    case PacketKind::Other:
        break;
    }
    return packet.fate == PacketFate::Delivered ? 0 : 2;
}

void paintWireLabels(const LanePen& pen, const QRectF& lane, double cableBottom, std::vector<WireLabel> labels)
{
    const QFontMetricsF metrics(pen.small);
    const double rowTop = lane.bottom() - lineHeight(pen.small) - 1;
    const double room = lane.bottom() - cableBottom;
    if (room < lineHeight(pen.small) * 0.9)
        return;
    LabelStrip strip(kNameGap);
    pen.painter.setFont(pen.small);
    // The wording is the longest with which all of one rank still fit: a row that reads "probe 1 lost, 2, 3" looks
    // broken.
    std::ranges::stable_sort(labels, std::greater{}, &WireLabel::rank);
    for (auto group = labels.begin(); group != labels.end();) {
        const auto groupEnd =
            std::find_if(group, labels.end(), [&](const WireLabel& label) { return label.rank != group->rank; });
        qsizetype wording = 0;
        std::optional<qsizetype> fitting; // the first with which they do, whatever that leaves to others
        qsizetype longest = 0;
        for (auto label = group; label != groupEnd; ++label)
            longest = std::max(longest, label->wordings.size());
        for (; wording < longest - 1; ++wording) {
            LabelStrip attempt = strip;
            const bool allFit = std::all_of(group, groupEnd, [&](const WireLabel& label) {
                const double width =
                    metrics.horizontalAdvance(label.wordings.value(std::min(wording, label.wordings.size() - 1)));
                const double left = leftOf(pen, lane, label, width);
                return !(label.rank <= kDispensable && isCrossed(pen, left, width)) && attempt.take(left, left + width);
            });
            if (!allFit)
                continue;
            if (!fitting)
                fitting = wording;
            if (leavesRoom(pen, lane, attempt, groupEnd, labels.end()))
                break;
        }
        if (wording == longest - 1 && fitting) { // the shortest must be worth it
            LabelStrip attempt = strip;
            for (auto label = group; label != groupEnd; ++label) {
                const double width = metrics.horizontalAdvance(label->wordings.last());
                const double left = leftOf(pen, lane, *label, width);
                (void)attempt.take(left, left + width);
            }
            if (!leavesRoom(pen, lane, attempt, groupEnd, labels.end()))
                wording = *fitting;
        }
        const Told told = numbersTold(pen, lane, strip, group, groupEnd, wording, longest);
        for (LabelPlace label = group; label != groupEnd; ++label) {
            const QString text = wordingOf(*label, label == told.label ? wording - 1 : wording);
            const double width = metrics.horizontalAdvance(text);
            const double left = label == told.label ? told.left : leftOf(pen, lane, *label, width);
            if (!(label->rank <= kDispensable && isCrossed(pen, left, width)) && strip.take(left, left + width))
                paintWireLabel(pen, {left, rowTop, width, lineHeight(pen.small)}, *label, text);
        }
        group = groupEnd;
    }
}

} // namespace halfopen
