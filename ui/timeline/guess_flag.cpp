// SPDX-License-Identifier: GPL-3.0-or-later
// The learner's guess on the time line.
#include "ui/timeline/guess_flag.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"

namespace halfopen {

std::optional<double> guessX(const TimeAxis& axis, const RunFacts& facts, const std::optional<Guess>& guess, bool guessing)
{
    if (!guess && !guessing)
        return std::nullopt;
    double x = (std::clamp(axis.x(facts.countedFrom), axis.left(), axis.right()) + axis.right()) / 2;
    if (guess)
        x = guess->sinceFault ? axis.x(facts.countedFrom + toSeconds(*guess->sinceFault)) : axis.right();
    return std::isfinite(x) ? std::optional{x} : std::nullopt;
}

void paintGuess(const LanePen& pen, const QRectF& plot, const std::optional<Guess>& guess, bool guessing)
{
    const auto at = guessX(pen.axis, pen.facts, guess, guessing);
    if (!at)
        return;
    const bool beyond = *at > plot.right() || *at < plot.left();
    const double x = std::clamp(*at, plot.left(), plot.right());
    const QColor colour = pen.colours.purple;
    if (!beyond) {
        pen.painter.setPen(QPen(colour, 2, Qt::DashDotLine));
        pen.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    const double grip = QFontMetricsF(pen.bold).height() / 2;
    if (guessing) {
        pen.painter.setPen(Qt::NoPen);
        pen.painter.setBrush(colour);
        pen.painter.drawPolygon(QPolygonF{{x - grip, plot.top()}, {x + grip, plot.top()}, {x, plot.top() + grip * 1.6}});
    }
}

QString guessText(const std::optional<Guess>& guess, bool brief)
{
    if (!guess)
        return brief ? LaneText::tr("drag me", "the flag of the guess") : LaneText::tr("your guess: drag me");
    if (!guess->sinceFault)
        return LaneText::tr("your guess: never");
    return LaneText::tr("your guess %1", "time").arg(durationText(toSeconds(*guess->sinceFault)));
}

} // namespace halfopen
