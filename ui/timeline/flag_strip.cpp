// SPDX-License-Identifier: GPL-3.0-or-later
// The words above the plot, each at its line.
#include "ui/timeline/flag_strip.h"

#include "ui/timeline/lane_text.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace halfopen {

namespace {

constexpr double kFlagGap = 7;            // px between two words
constexpr double kFlagBeside = 2;         // px between a word and another's line, at least
constexpr double kNamesIt = 14;           // px behind a line within which words read as its name
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

/// Words before their line stand behind another's, which they seem to name: at any rate where that one has no name of its own.
bool FlagStrip::readsAsAnothers(const Place& place, bool alsoOfNamed) const
{
    const double own = m_flags[place.flag].x;
    if (place.right > own)
        return false;
    const auto isNamed = [&](std::size_t flag) { return std::ranges::any_of(m_places, [flag](const Place& each) { return each.flag == flag; }); };
    for (std::size_t flag = 0; flag < m_flags.size(); ++flag) {
        const double x = m_flags[flag].x;
        const bool seemsNamed = x < own - 1 && place.left - x > 0 && place.left - x < kNamesIt;
        if (seemsNamed && (alsoOfNamed || !isNamed(flag)))
            return true;
    }
    return false;
}

std::optional<FlagStrip::Place> FlagStrip::find(std::size_t flag, const QString& text) const
{
    auto place = findBeside(flag, text, true);
    return place ? place : findBeside(flag, text, false);
}

std::optional<FlagStrip::Place> FlagStrip::findBeside(std::size_t flag, const QString& text, bool clear) const
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
            if (isFree(place, row > 0) && !readsAsAnothers(place, clear))
                return place;
        }
    }
    return std::nullopt;
}

void FlagStrip::placeShortest(bool fromTop, bool lastFirst)
{
    m_fromTop = fromTop;
    m_places.clear();
    m_without = 0;
    m_missed = 0;
    for (std::size_t turn = 0; turn < m_flags.size(); ++turn) {
        const std::size_t flag = !lastFirst ? turn : turn == 0 ? m_flags.size() - 1 : turn - 1;
        if (m_without < kFlagTries) {
            if (auto place = find(flag, m_flags[flag].wordings.last())) {
                m_places.push_back(std::move(*place));
                continue;
            }
        }
        m_without += m_flags[flag].listed ? 1 : 0;
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
    // A word reaches over the lines to its right: from the top row on the leaders of those end below it.
    struct Way final
    {
        bool fromTop;
        bool lastFirst;
    };
    constexpr std::array kWays{Way{false, false}, Way{true, false}, Way{false, true}, Way{true, true}};
    const Way* best = nullptr;
    int least = 0;
    for (const Way& way : kWays) {
        placeShortest(way.fromTop, way.lastFirst);
        if (!best || m_missed < least) {
            best = &way;
            least = m_missed;
        }
        if (least == 0)
            break;
    }
    placeShortest(best->fromTop, best->lastFirst);
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
