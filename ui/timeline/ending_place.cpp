// SPDX-License-Identifier: GPL-3.0-or-later
// Where a call's answer stands in its lane: never before it was given.
#include "ui/timeline/ending_place.h"

#include "ui/timeline/lane_text.h"
#include "ui/timeline/timeline_picture.h"

#include <QPolygonF>

#include <algorithm>

namespace halfopen {

namespace {

constexpr double kAnswerLeast = 3;    // px, of a block at the lane's very end
constexpr double kAnswerPointer = 9;  // px between words and their instant
constexpr double kAnswerPadding = 12; // px, on both sides of the words together

constexpr int kAnswerPairs = 200;   // thousands of pairs end in the same few words

} // namespace

EndingPlace placeEnding(const QRectF& lane, double x, double until, double width, double wordsEnd)
{
    EndingPlace place;
    const double left = std::clamp(x, lane.left(), std::max(lane.right() - kAnswerLeast, lane.left()));
    const double wanted = width + kAnswerPadding;
    if (lane.right() - left >= wanted) {
        place.block = QRectF(left, lane.top(), std::max(std::min(until, lane.right()) - left, wanted), lane.height());
        place.words = place.block.adjusted(6, 0, -4, 0);
        return place;
    }
    place.before = true;
    place.block = QRectF(left, lane.top(), std::max(std::min(until, lane.right()) - left, kAnswerLeast), lane.height());
    const double end = std::clamp(wordsEnd, lane.left(), left) - kAnswerPointer;
    const double begin = std::max(end - wanted, lane.left());
    place.words = QRectF(begin, lane.top(), std::max(end - begin, 0.0), lane.height());
    return place;
}

void paintBefore(const LanePen& pen, const EndingPlace& place, const QString& text, const QColor& colour, const QColor& ground)
{
    if (!pen.plate(place.words, {text}, pen.bold, colour, ground, Qt::AlignVCenter | Qt::AlignRight))
        return;
    const double tip = place.words.right() + kAnswerPointer - 1;
    const double y = place.words.center().y();
    pen.painter.setPen(Qt::NoPen);
    pen.painter.setBrush(colour);
    pen.painter.drawPolygon(QPolygonF{{tip, y}, {tip - 6, y - 4}, {tip - 6, y + 4}});
}

double roomForEndings(const RunFacts& facts, const TimelineLook& look, const QFont& font)
{
    QStringList texts;
    const auto add = [&](int pair, Host end) {
        QString text;
        const Prediction* const expected = facts.prediction(pair, end);
        if (const auto ending = facts.ending(pair, end))
            text = endingText(*ending);
        else if (expected && expected->applicable && !expected->never())
            text = endingText(expected->modes.front());
        if (!text.isEmpty() && !texts.contains(text))
            texts << text;
    };
    const int pairs = std::min(static_cast<int>(facts.experiment->pairs.size()), kAnswerPairs);
    for (int pair = look.compared ? 0 : look.pair; pair < (look.compared ? pairs : look.pair + 1); ++pair) {
        add(pair, look.end);
        if (look.bothEnds && !look.compared)
            add(pair, otherHost(look.end));
    }
    const QFontMetricsF metrics(boldFont(font));
    double room = 0;
    for (const QString& text : texts)
        room = std::max(room, metrics.horizontalAdvance(text) + kAnswerPadding + 2);
    return room;
}

} // namespace halfopen
