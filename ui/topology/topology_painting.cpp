// SPDX-License-Identifier: GPL-3.0-or-later
// How the hosts and their cable are drawn.
#include "ui/topology/topology_painting.h"

#include <QFontMetricsF>

#include <algorithm>

#include "ui/timeline/lane_text.h"
#include "ui/timeline/timeline_picture.h"
#include "ui/topology/topology_pen.h"

namespace halfopen {

QColor TopologyPen::ink(const QColor& colour) const
{
    return colours.ink(colour);
}

void TopologyPen::stroke(const QPointF& from, const QPointF& to, const QColor& colour, double width,
                         Qt::PenCapStyle cap) const
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, cap));
    painter.drawLine(from, to);
}

void TopologyPen::cross(const QPointF& centre, double arm, const QColor& colour, double width) const
{
    stroke(centre - QPointF(arm, arm), centre + QPointF(arm, arm), colour, width, Qt::RoundCap);
    stroke(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm), colour, width, Qt::RoundCap);
}

double TopologyPen::text(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour,
                         Qt::Alignment alignment) const
{
    // Fewer words first, then smaller letters: an errno in a narrow box is the word that matters most.
    QFont lettering = textFont;
    auto fits = wordings.end();
    for (const double scale : {1.0, 0.9, 0.8, 0.7}) {
        if (textFont.pointSizeF() > 0)
            lettering.setPointSizeF(textFont.pointSizeF() * scale);
        const QFontMetricsF scaled(lettering);
        fits = std::ranges::find_if(wordings, [&](const QString& wording) { return scaled.horizontalAdvance(wording) <= area.width(); });
        if (fits != wordings.end())
            break;
    }
    if (fits == wordings.end()) {
        if (!wordings.isEmpty())
            told.push_back({area, {}, wordings.first()});
        return 0;
    }
    const QFontMetricsF metrics(lettering);
    const double width = metrics.horizontalAdvance(*fits);
    if (fits->isEmpty())
        return 0;
    QRectF ink(0, 0, width, metrics.tightBoundingRect(*fits).height());
    ink.moveTop(area.center().y() - ink.height() / 2);
    ink.moveLeft(alignment & Qt::AlignLeft    ? area.left()
                 : alignment & Qt::AlignRight ? area.right() - width
                                              : area.center().x() - width / 2);
    told.push_back({ink, *fits, {}});
    painter.setFont(lettering);
    painter.setPen(colour);
    // Half a pixel more: metrics and ink differ by rounding, and nothing may be cut.
    painter.drawText(area.adjusted(-0.5, -1, 0.5, 1), static_cast<int>(alignment | Qt::TextSingleLine | Qt::TextDontClip),
                     *fits);
    return width;
}

void TopologyPen::strip(const QRectF& area, const std::vector<StripWords>& words) const
{
    if (words.empty())
        return;
    const double gap = line() * 0.5;
    qsizetype most = 0;
    for (const StripWords& each : words)
        most = std::max(most, each.wordings.size());
    // All of them grow shorter together until there is room.
    std::vector<double> widths(words.size());
    qsizetype level = 0;
    double taken = 0;
    for (; level < most; ++level) {
        taken = gap * static_cast<double>(words.size() - 1);
        for (std::size_t index = 0; index < words.size(); ++index) {
            const StripWords& each = words[index];
            const QString& wording = each.wordings[std::min(level, each.wordings.size() - 1)];
            widths[index] = QFontMetricsF(each.font).horizontalAdvance(wording);
            taken += widths[index];
        }
        if (taken <= area.width())
            break;
    }
    // Each to its side, the middle one as near to the middle as the others let it.
    double left = area.left();
    double right = area.right();
    for (const Qt::Alignment side : {Qt::AlignLeft, Qt::AlignRight, Qt::AlignHCenter}) {
        for (std::size_t index = 0; index < words.size(); ++index) {
            const StripWords& each = words[index];
            if (each.side != side)
                continue;
            const double width = std::min(widths[index] + 0.5, std::max(right - left, 0.0));
            double x = side == Qt::AlignRight ? right - width : left;
            if (side == Qt::AlignHCenter)
                x = std::clamp(area.center().x() - width / 2, left, std::max(left, right - width));
            text({x, area.top(), width, area.height()}, each.wordings.mid(std::min(level, each.wordings.size() - 1)),
                 each.font, each.colour);
            if (side == Qt::AlignLeft)
                left = x + width + gap;
            else if (side == Qt::AlignRight)
                right = x - gap;
        }
    }
}

void TopologyPen::paintMachine() const
{
    if (layout.machine.isEmpty())
        return;
    painter.setPen(QPen(colours.border, 1, Qt::DashLine));
    painter.setBrush(colours.lane);
    painter.drawRoundedRect(layout.machine, 8, 8);
}

void TopologyPen::paintFoot() const
{
    QRectF area = layout.foot;
    QStringList clocks;
    if (!scene.countdown.isEmpty())
        clocks << LaneText::tr("%1 · %2", "clock, countdown").arg(scene.clock, scene.countdown) << scene.countdown;
    clocks << scene.clock;
    const QFontMetricsF metrics(bold);
    // The clock has the first word, but leaves room for a hint.
    const double least = scene.hint.isEmpty() ? 0 : QFontMetricsF(small).horizontalAdvance(scene.hint.last()) + line() + 2;
    const auto fits = std::ranges::find_if(clocks, [&](const QString& wording) {
        return metrics.horizontalAdvance(wording) <= area.width() - least;
    });
    if (fits != clocks.end() && !fits->isEmpty()) {
        const double width = metrics.horizontalAdvance(*fits) + 1;
        text({area.right() - width, area.top(), width, area.height()}, {*fits}, bold, colours.text,
             Qt::AlignRight | Qt::AlignVCenter);
        area.setRight(area.right() - width - line());
    }
    text(area, scene.hint, small, colours.mutedText, Qt::AlignLeft | Qt::AlignVCenter);
}

namespace {

void paintMark(QPainter& painter, const QRectF& box, const Colours& colours, bool focused)
{
    painter.setBrush(focused ? Qt::NoBrush : QBrush(withAlpha(colours.focus, 0.07)));
    painter.setPen(focused ? QPen(colours.focus, 2) : QPen(withAlpha(colours.focus, 0.45), 1));
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 9, 9);
}

} // namespace

std::vector<PaintedWords> paintTopology(QPainter& painter, const QRectF& area, const TopologyScene& scene,
                                        const TopologyLook& look)
{
    const Colours colours = Colours::from(look.palette);
    const TopologyLayout layout = TopologyLayout::of(area, look.font, scene.isOnLoopback());
    const QFont small = smallFont(look.font);
    QFont large = boldFont(look.font);
    if (look.font.pointSizeF() > 0)
        large.setPointSizeF(look.font.pointSizeF() * 1.1);
    std::vector<PaintedWords> told;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(area, colours.panel);
    const TopologyPen pen{painter, scene, layout,          colours, look.font, boldFont(look.font),
                          small,   boldFont(small), large, told};
    pen.paintMachine();
    if (look.hovered != TopologyPart::None && scene.canAct)
        paintMark(painter, layout.rectOf(look.hovered), colours, false);
    pen.paintCable();
    pen.paintPackets();
    pen.paintRouter();
    pen.paintHost(Host::Client);
    pen.paintHost(Host::Server);
    pen.paintWireWords();
    pen.paintFoot();
    if (look.focused != TopologyPart::None)
        paintMark(painter, layout.rectOf(look.focused), colours, true);
    painter.restore();
    return told;
}

} // namespace halfopen
