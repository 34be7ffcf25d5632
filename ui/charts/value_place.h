// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a row's value stand, so that nothing runs through them.
#pragma once

#include <QFontMetricsF>

#include <optional>
#include <vector>

#include "ui/charts/row_overlay.h"

namespace halfopen {

struct ValuePlace final
{
    double left = 0;
    QString words; // the row's, or the short ones where only these have room
};

/// Whether the words belong to a mark or a band, and not into the middle of an empty plot.
[[nodiscard]] bool isBeside(const ChartRow& row, ResultChart::Kind kind);

/// Beside mark, band and the line of zero, or within the band, but upon none of their edges. Empty: there is no such place.
[[nodiscard]] std::optional<ValuePlace> valuePlace(const ChartRow& row, const OverlayGeometry& geometry, ResultChart::Kind kind, const QFontMetricsF& metrics);

/// How wide a column to the right of the plot has to be for those that have no place; 0: all have one.
[[nodiscard]] double valueColumn(const ChartRows& rows, const OverlayGeometry& geometry, ResultChart::Kind kind, const QFontMetricsF& metrics);

struct AxisNumber final
{
    double left = 0;
    QString words;
};

/// Below the plot, evenly spaced: where not all have room it is every other, and zero is among them.
[[nodiscard]] std::vector<AxisNumber> axisNumbers(const OverlayGeometry& geometry, ResultChart::Kind kind, const QFontMetricsF& metrics);

} // namespace halfopen
