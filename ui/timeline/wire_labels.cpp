// SPDX-License-Identifier: GPL-3.0-or-later
// The names below the packets.
#include "ui/timeline/wire_labels.h"

#include "ui/theme/line_height.h"

#include <algorithm>
#include <functional>

namespace halfopen {

namespace {

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

} // namespace

int wireLabelRank(const Packet& packet)
{
    switch (packet.kind) {
    case PacketKind::Rst:
    case PacketKind::Fin:
    case PacketKind::Icmp:
        return 5;
    case PacketKind::Probe:
    case PacketKind::Retransmission:
        return packet.fate == PacketFate::Delivered ? 3 : 4;
    case PacketKind::Data:
        return packet.fate == PacketFate::Delivered ? 2 : 4;
    case PacketKind::Syn:
    case PacketKind::SynAck:
    case PacketKind::Answer:
        return 1;
    case PacketKind::Arp:
    case PacketKind::Ndp:
        return packet.fate == PacketFate::Delivered ? 0 : 4;
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
    LabelStrip strip(5);
    pen.painter.setFont(pen.small);
    // The wording is the longest with which all of one rank still fit: a row that reads "probe 1 lost, 2, 3" looks
    // broken.
    std::ranges::stable_sort(labels, std::greater{}, &WireLabel::rank);
    for (auto group = labels.begin(); group != labels.end();) {
        const auto groupEnd =
            std::find_if(group, labels.end(), [&](const WireLabel& label) { return label.rank != group->rank; });
        qsizetype wording = 0;
        qsizetype longest = 0;
        for (auto label = group; label != groupEnd; ++label)
            longest = std::max(longest, label->wordings.size());
        for (; wording < longest - 1; ++wording) {
            LabelStrip attempt = strip;
            const bool allFit = std::all_of(group, groupEnd, [&](const WireLabel& label) {
                const double width =
                    metrics.horizontalAdvance(label.wordings.value(std::min(wording, label.wordings.size() - 1)));
                const double left = leftOf(pen, lane, label, width);
                return attempt.take(left, left + width);
            });
            if (allFit)
                break;
        }
        for (auto label = group; label != groupEnd; ++label) {
            QString text = label->wordings.value(std::min(wording, label->wordings.size() - 1));
            double width = metrics.horizontalAdvance(text);
            double left = leftOf(pen, lane, *label, width);
            // The last of a row of numbers tells what they are.
            if (label + 1 == groupEnd && wording > 0 && wording == longest - 1) {
                const QString full = label->wordings.value(wording - 1);
                const double fullWidth = metrics.horizontalAdvance(full);
                const double fullLeft = leftOf(pen, lane, *label, fullWidth);
                if (strip.isFree(fullLeft, fullLeft + fullWidth)) {
                    text = full;
                    width = fullWidth;
                    left = fullLeft;
                }
            }
            if ((label->rank <= kDispensable && isCrossed(pen, left, width)) || !strip.take(left, left + width))
                continue;
            fillBox(pen.painter, {left - 1, rowTop, width + 3, lineHeight(pen.small)}, withAlpha(pen.ground(label->x), 0.85),
                    2);
            pen.painter.setPen(label->colour);
            pen.painter.drawText(QRectF(left, rowTop, width + 1, lineHeight(pen.small)),
                                 Qt::AlignCenter | Qt::TextSingleLine, text);
        }
        group = groupEnd;
    }
}

} // namespace halfopen
