// SPDX-License-Identifier: GPL-3.0-or-later
// What the user lays over the lanes: the picked event, a measured piece, the read-out at the cursor.
#include "ui/timeline/lanes.h"

#include "ui/theme/line_height.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

#include <QLocale>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

void paintArrow(const LanePen& pen, double tip, double y, double direction)
{
    const QPolygonF head{QPointF(tip, y), QPointF(tip - direction * 6, y - 3.5), QPointF(tip - direction * 6, y + 3.5)};
    pen.painter.drawPolygon(head);
}

constexpr double kReadOutSlack = 0.4; // rows that a read-out's box may be higher than its words, above and below

/// As many lines as there is height for; the instant and what happened then are the first.
void dropWhatDoesNotFit(QStringList& lines, double height, double row)
{
    const auto room = static_cast<qsizetype>(std::max(std::floor(height / row), 1.0));
    while (lines.size() > room)
        lines.removeLast();
}

} // namespace

QString preciseText(double seconds)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double shown = std::isfinite(seconds) ? std::clamp(seconds, -1e7, 1e7) : 0;
    QString number = locale.toString(shown, 'f', std::abs(shown) < 0.01 && shown != 0 ? 6 : 3);
    if (number.startsWith(QLatin1Char('-')))
        number[0] = QChar(0x2212);
    return LaneText::tr("%1 s", "seconds").arg(number);
}

QString trafficText(const RunFacts& facts, int pair, const TimeRange& range)
{
    const PairTrack* const track = facts.track(pair);
    if (!track)
        return {};
    const RunTime from = facts.sinceHello(toSeconds(range.from));
    const RunTime to = facts.sinceHello(toSeconds(range.to));
    const auto first = std::ranges::lower_bound(track->packets, from, {}, &PacketMark::time);
    const auto last = std::ranges::upper_bound(track->packets, to, {}, &PacketMark::time);
    std::int64_t packets = last - first;
    std::int64_t probes = 0;
    std::int64_t retransmissions = 0;
    for (auto mark = first; mark < last; ++mark) {
        probes += mark->packet.kind == PacketKind::Probe ? 1 : 0;
        retransmissions += mark->packet.kind == PacketKind::Retransmission ? 1 : 0;
    }
    auto flow = std::ranges::lower_bound(track->flows, from, {}, &FlowMark::last);
    for (; flow != track->flows.end() && flow->last <= to; ++flow)
        packets += flow->packets;
    const QLocale locale;
    QStringList parts{LaneText::tr("packets: %1").arg(locale.toString(static_cast<qlonglong>(packets)))};
    if (probes > 0)
        parts << LaneText::tr("probes: %1").arg(locale.toString(static_cast<qlonglong>(probes)));
    if (retransmissions > 0)
        parts << LaneText::tr("retransmissions: %1").arg(locale.toString(static_cast<qlonglong>(retransmissions)));
    return parts.join(QStringLiteral(" · "));
}

void paintPicked(const LanePen& pen, const TimelineLayout& layout, const std::vector<Moment>& moments, double x,
                 int pair)
{
    if (x < layout.plot.left() - 1 || x > layout.plot.right() + 1)
        return;
    const QColor colour = pen.colours.focus;
    pen.painter.setPen(QPen(withAlpha(colour, 0.8), 1.5, Qt::DotLine));
    pen.painter.drawLine(QPointF(x, layout.plot.top() - 2), QPointF(x, layout.plot.bottom() + 3));
    pen.painter.setClipRect(layout.plot.adjusted(-8, -3, 8, 3));
    for (const LaneBox& box : layout.lanes) {
        const bool other = box.pair >= 0 && box.pair != pair;
        const bool shown = std::ranges::any_of(moments, [&](const Moment& moment) {
            const auto lane = laneOf(moment.what);
            return lane && *lane == box.kind && (box.kind == LaneKind::Wire || moment.end == box.end);
        });
        if (other || !shown)
            continue;
        pen.painter.setPen(QPen(colour, 2));
        pen.painter.setBrush(withAlpha(colour, 0.16));
        pen.painter.drawRoundedRect(QRectF(x - 8, box.lane.top() + 1, 16, box.lane.height() - 2), 5, 5);
    }
    pen.painter.setClipping(false);
}

void paintMeasured(const LanePen& pen, const QRectF& plot, const TimeRange& range, int pair)
{
    const QRectF span = pen.span(toSeconds(range.from), toSeconds(range.to), plot);
    const QColor colour = pen.colours.focus;
    pen.painter.fillRect(span, withAlpha(colour, pen.colours.dark ? 0.20 : 0.14));
    pen.painter.setPen(QPen(colour, 1.2));
    for (const RunTime edge : {range.from, range.to}) {
        const double x = pen.x(toSeconds(edge));
        if (x >= plot.left() - 1 && x <= plot.right() + 1)
            pen.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    const QFontMetricsF metrics(pen.bold);
    const double y = plot.bottom() - metrics.height() * 0.75;
    if (span.width() > 16) {
        pen.painter.drawLine(QPointF(span.left() + 1, y), QPointF(span.right() - 1, y));
        pen.painter.setBrush(colour);
        paintArrow(pen, span.left(), y, -1);
        paintArrow(pen, span.right(), y, 1);
    }
    const QString length = preciseText(toSeconds(range.to - range.from));
    const QString traffic = trafficText(pen.facts, pair, range);
    const QString both = traffic.isEmpty() ? length : length + QStringLiteral(" · ") + traffic;
    const double width = std::min(metrics.horizontalAdvance(both) + 12, plot.width());
    QRectF box(0, y - metrics.height() / 2 - 1, width, metrics.height() + 2);
    if (width + 24 <= span.width())
        box.moveLeft(span.center().x() - width / 2);
    else { // no room inside: above the arrow, kept in the plot
        box.moveTop(box.top() - metrics.height() - 3);
        box.moveLeft(std::clamp(span.center().x() - width / 2, plot.left(), plot.right() - width));
    }
    fillBox(pen.painter, box, pen.colours.panel);
    pen.painter.setPen(QPen(colour, 1));
    pen.painter.setBrush(Qt::NoBrush);
    pen.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    pen.text(box.adjusted(6, 0, -5, 0), {both, length}, pen.bold, pen.colours.text);
}

void paintReadOut(const LanePen& pen, const TimelineLayout& layout, double x, double wantedTop, QStringList lines, int heads)
{
    const QRectF& plot = layout.plot;
    const QFontMetricsF bold(pen.bold);
    // In a low plot it would hide most of what it tells about: there the facts are small.
    const bool low = bold.height() * static_cast<double>(lines.size()) > plot.height() * 0.6;
    const QFont& factFont = low ? pen.small : pen.font;
    const QFontMetricsF plain(factFont);
    const double row = low ? std::max(plain.height(), bold.height() * 0.92) : std::max(plain.height(), bold.height());
    // A box that is wider than the place beside the line would cover the line itself.
    const double beside = std::max(plot.right() - x, x - plot.left()) - 10 - 18;
    for (qsizetype i = lines.size(); i-- > heads;) {
        if (lines.size() > heads + 2 && plain.horizontalAdvance(lines[i]) > beside)
            lines.removeAt(i);
    }
    dropWhatDoesNotFit(lines, plot.height() - 8, row);
    double width = 0;
    for (qsizetype i = 0; i < lines.size(); ++i)
        width = std::max(width, (i < heads ? bold : plain).horizontalAdvance(lines[i]));
    width = std::min(width + 18, plot.width());
    QRectF box(0, 0, width, row * static_cast<double>(lines.size()) + 8);
    box.moveTop(std::clamp(wantedTop, plot.top(), std::max(plot.bottom() - box.height(), plot.top())));
    // Lanes are covered whole: half a line of letters under its edge looks like a fault of the picture.
    for (const LaneBox& lane : layout.lanes) {
        const QRectF whole = lane.lane.adjusted(0, -1, 0, 1);
        // A box that is much too high for its words looks like one that has lost some.
        if (box.top() > whole.top() && box.top() < whole.bottom() && box.top() - whole.top() < row * kReadOutSlack)
            box.setTop(std::max(whole.top(), plot.top()));
        if (box.bottom() > whole.top() && box.bottom() < whole.bottom() && whole.bottom() - box.bottom() < row * kReadOutSlack)
            box.setBottom(std::min(whole.bottom(), plot.bottom()));
    }
    const double firstRow = box.center().y() - row * static_cast<double>(lines.size()) / 2;
    // Beside the line where there is room, else on the roomier side, never outside.
    const bool right = x + 10 + width <= plot.right() || x - plot.left() < plot.right() - x;
    box.moveLeft(std::clamp(right ? x + 10 : x - 10 - width, plot.left(), std::max(plot.right() - width, plot.left())));
    pen.painter.setPen(QPen(pen.colours.border, 1));
    pen.painter.setBrush(pen.colours.panel);
    pen.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRectF line(box.left() + 9, firstRow + row * static_cast<double>(i), box.width() - 16, row);
        pen.text(line, {lines[i]}, i < heads ? pen.bold : factFont, pen.colours.text);
    }
}

void paintReadOutOfNow(const LanePen& pen, const QRectF& lane, double x, double wordsEnd, const QStringList& wordings)
{
    constexpr double kGap = 8;
    constexpr double kPadding = 6;
    const auto widthOf = [&](const QString& words, const QFont& font) { return std::ceil(pen.width(words, font)) + 2 * kPadding; };
    const auto paint = [&](const QString& words, const QFont& font, double left) {
        const double height = std::min(lineHeight(font) + 6, lane.height());
        const QRectF box(left, lane.center().y() - height / 2, widthOf(words, font), height);
        pen.painter.setPen(QPen(pen.colours.border, 1));
        pen.painter.setBrush(withAlpha(pen.colours.panel, 0.95));
        pen.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        pen.text(box.adjusted(kPadding, 0, -kPadding + 1, 0), {words}, font, pen.colours.text);
    };
    // Ahead of now there is nothing yet; behind it the state's own words come first.
    const double ahead = lane.right() - x - kGap;
    for (const QString& words : wordings) {
        for (const QFont& font : {pen.bold, pen.small}) {
            if (widthOf(words, font) <= ahead)
                return paint(words, font, x + kGap);
        }
    }
    for (const QString& words : wordings) {
        if (const double width = widthOf(words, pen.bold); width <= x - 2 * kGap - wordsEnd)
            return paint(words, pen.bold, x - kGap - width);
    }
}

} // namespace halfopen
