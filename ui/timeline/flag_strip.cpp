// SPDX-License-Identifier: GPL-3.0-or-later
// The words above the plot, each at its line.
#include "ui/timeline/flag_strip.h"

#include "ui/timeline/lane_text.h"

#include <QLocale>

#include <algorithm>

namespace halfopen {

namespace {

constexpr double kFlagGap = 7;            // px between two words
constexpr double kFlagBeside = 2;         // px between a word and another's line, at least
constexpr int kFlagTries = 60; // a flapping cable has more faults than a strip has places

} // namespace

FlagStrip::FlagStrip(const LanePen& pen, const QRectF& strip, double rowHeight)
    : m_pen(pen), m_strip(strip), m_rowHeight(rowHeight),
      m_rows(static_cast<std::size_t>(std::max(1.0, strip.height() / rowHeight)))
{
}

/// Only the lowest row has all lines in it.
bool FlagStrip::isCrossed(double left, double right) const
{
    const auto line = std::ranges::lower_bound(m_pen.lines, left - kFlagBeside);
    return line != m_pen.lines.end() && *line < right + kFlagBeside;
}

bool FlagStrip::isFree(const Place& place, bool hasLeader) const
{
    if (place.left < m_strip.left() || place.right > m_strip.right() || (place.row == 0 && isCrossed(place.left, place.right)))
        return false;
    const auto meets = [](const Place& words, double x) { return x > words.left - kFlagBeside && x < words.right + kFlagBeside; };
    return std::ranges::none_of(m_places, [&](const Place& other) {
        if (other.flag == place.flag)
            return false;
        if (other.row == place.row)
            return place.left < other.right + kFlagGap && place.right > other.left - kFlagGap;
        return other.row > place.row ? meets(place, m_flags[other.flag].x) : hasLeader && meets(other, m_flags[place.flag].x);
    });
}

std::optional<FlagStrip::Place> FlagStrip::find(std::size_t flag, const QString& text) const
{
    const Flag& own = m_flags[flag];
    const double width = m_pen.width(text, own.bold ? m_pen.bold : m_pen.font);
    const double after = own.x + 5;
    const double before = own.x - 4 - width;
    const double over = own.x - width / 2;
    for (std::size_t step = 0; step < m_rows; ++step) {
        const std::size_t row = m_fromTop ? m_rows - 1 - step : step;
        for (const double left : {own.centred ? over : own.leftwards ? before : after, own.leftwards ? before : after,
                                  own.leftwards ? after : before}) {
            Place place{flag, row, left, left + width, text};
            if (isFree(place, row > 0))
                return place;
        }
    }
    return std::nullopt;
}

void FlagStrip::placeShortest(bool fromTop)
{
    m_fromTop = fromTop;
    m_places.clear();
    m_without = 0;
    m_missed = 0;
    for (std::size_t flag = 0; flag < m_flags.size(); ++flag) {
        if (m_without < kFlagTries) {
            if (auto place = find(flag, m_flags[flag].wordings.last())) {
                m_places.push_back(std::move(*place));
                continue;
            }
        }
        m_without += m_flags[flag].weight > 0 ? 1 : 0;
        m_missed += m_flags[flag].weight;
    }
}

void FlagStrip::lengthen()
{
    for (Place& place : m_places) {
        const QStringList& wordings = m_flags[place.flag].wordings;
        for (qsizetype wording = 0; wording + 1 < wordings.size(); ++wording) {
            if (auto longer = find(place.flag, wordings[wording])) {
                place = std::move(*longer);
                break;
            }
        }
    }
}

void FlagStrip::paintPlace(const Place& place) const
{
    const Flag& flag = m_flags[place.flag];
    QPainter& painter = m_pen.painter;
    const double top = m_strip.bottom() - static_cast<double>(place.row + 1) * m_rowHeight;
    if (place.row > 0) { // a leader line up to the row
        painter.setPen(QPen(flag.colour, 1));
        painter.drawLine(QPointF(flag.x, top + 2), QPointF(flag.x, m_strip.bottom()));
    }
    fillBox(painter, {place.left - 2, top, place.right - place.left + 4, m_rowHeight - 1}, withAlpha(m_pen.colours.panel, 0.9), 0);
    painter.setFont(flag.bold ? m_pen.bold : m_pen.font);
    painter.setPen(m_pen.colours.ink(flag.colour));
    painter.drawText(QRectF(place.left, top, place.right - place.left + 1, m_rowHeight),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, place.text);
}

/// The names that have no place are in the strip's tool tip.
void FlagStrip::paintMore() const
{
    const QString text = LaneText::tr("+%1 more", "faults and heals without room for their names")
                             .arg(QLocale().toString(m_without));
    const double width = m_pen.width(text, m_pen.small);
    for (std::size_t row = m_rows; row-- > 0;) {
        const Place place{m_flags.size(), row, m_strip.right() - 2 - width, m_strip.right() - 2, text};
        if (!isFree(place, false))
            continue;
        const double top = m_strip.bottom() - static_cast<double>(row + 1) * m_rowHeight;
        m_pen.text({place.left, top, width + 1, m_rowHeight}, {text}, m_pen.small, m_pen.colours.mutedText);
        return;
    }
}

void FlagStrip::place()
{
    placeShortest(false);
    // A word reaches over the lines to its right: from the top row on the leaders of those end below it.
    if (const int missed = m_missed; missed > 0) {
        placeShortest(true);
        if (m_missed >= missed)
            placeShortest(false);
    }
    lengthen();
}

void FlagStrip::paint() const
{
    for (const Place& place : m_places)
        paintPlace(place);
    if (m_without > 0)
        paintMore();
}

} // namespace halfopen
