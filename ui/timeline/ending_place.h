// SPDX-License-Identifier: GPL-3.0-or-later
// Where a call's answer stands in its lane: never before it was given.
#pragma once

#include <QFont>
#include <QRectF>

#include "ui/timeline/lane_painting.h"

namespace halfopen {

struct TimelineLook;

struct EndingPlace final
{
    QRectF block;        // from the instant on
    QRectF words;        // in the block, or before it where the block has no room for them
    bool before = false; // they stand before it, as a plain label

    [[nodiscard]] double left() const { return before ? words.left() : block.left(); }
};

/// The block begins at `x` and reaches to `until` and as far as its words need, which are `width` wide. Where the lane
/// ends before that they end at `wordsEnd`.
[[nodiscard]] EndingPlace placeEnding(const QRectF& lane, double x, double until, double width, double wordsEnd);

/// Plain words on `ground` and a head that points from them to their instant.
void paintBefore(const LanePen& pen, const EndingPlace& place, const QString& text, const QColor& colour, const QColor& ground);

/// How many px the words of the ends that are looked at need behind the last instant; 0 where none is told or expected.
[[nodiscard]] double roomForEndings(const RunFacts& facts, const TimelineLook& look, const QFont& font);

} // namespace halfopen
