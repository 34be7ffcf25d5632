// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a row's value stand, so that nothing runs through them.
#include "ui/charts/value_place.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace halfopen {

namespace {

constexpr double kAir = 2; // pixels between words and a line

constexpr double kNumberGap = 8; // pixels between the numbers of an axis
constexpr double kLeastGap = 0.8; // of a character: what is nearer reads as one number

double gapBeside(ResultChart::Kind kind) { return kind == ResultChart::Kind::Residual ? 9 : 6; }

struct Around final
{
    std::vector<double> lines; // none of them may run through the words
    double first = 0;          // of everything that is painted of the row
    double last = 0;
    double mark = 0; // left and right end of what was measured
    double markEnd = 0;
};

Around aroundOf(const ChartRow& row, const OverlayGeometry& geometry, ResultChart::Kind kind)
{
    const auto at = [&](double value) { return std::clamp(geometry.x(value), geometry.plot.left(), geometry.plot.right()); };
    const bool residual = kind == ResultChart::Kind::Residual;
    Around around;
    const double start = residual ? geometry.x(0) : geometry.plot.left();
    around.lines.push_back(start);
    for (const auto& edge : {row.bandFrom, row.bandTo, row.value, row.minimum, row.maximum}) {
        if (edge)
            around.lines.push_back(at(*edge));
    }
    const auto [first, last] = std::ranges::minmax(around.lines);
    around.first = first;
    around.last = last;
    around.mark = row.value ? at(row.minimum.value_or(*row.value)) : start;
    around.markEnd = row.value ? at(row.maximum.value_or(*row.value)) : start;
    return around;
}

} // namespace

bool isBeside(const ChartRow& row, ResultChart::Kind kind)
{
    if (row.text.isEmpty())
        return false;
    // What ended although never was predicted has no difference, and says so in the middle.
    return row.state == ChartRow::State::Unseen || (row.state == ChartRow::State::Measured && (kind == ResultChart::Kind::Elapsed || row.value));
}

std::optional<ValuePlace> valuePlace(const ChartRow& row, const OverlayGeometry& geometry, ResultChart::Kind kind, const QFontMetricsF& metrics)
{
    const auto around = aroundOf(row, geometry, kind);
    const double gap = gapBeside(kind);
    const bool bar = kind == ResultChart::Kind::Elapsed;
    const double least = bar ? geometry.plot.left() : geometry.labelWidth > 0 ? geometry.plot.left() - 4 : kAir;
    // Words have no place on a bar, nor within its bracket.
    const double free = bar && row.bandFrom ? geometry.x(*row.bandFrom) : geometry.width;
    for (const QString& words : {row.text, row.shortText}) {
        if (words.isEmpty())
            continue;
        const double width = metrics.horizontalAdvance(words);
        const auto fits = [&](double left) {
            return left >= least && left + width <= geometry.width - kAir
                && std::ranges::none_of(around.lines, [&](double line) { return line > left - kAir && line < left + width + kAir; });
        };
        if (fits(around.last + gap))
            return ValuePlace{around.last + gap, words};
        const bool hasMark = bar || row.value; // else the band's middle, where nothing was measured, would be named
        if (hasMark && around.markEnd + gap < free && fits(around.markEnd + gap))
            return ValuePlace{around.markEnd + gap, words};
        for (const double left : {around.mark - gap - width, around.first - gap - width}) {
            if (!bar && (hasMark || left < around.first - width) && fits(left))
                return ValuePlace{left, words};
        }
    }
    return std::nullopt;
}

std::vector<AxisNumber> axisNumbers(const OverlayGeometry& geometry, ResultChart::Kind kind, const QFontMetricsF& metrics)
{
    const bool residual = kind == ResultChart::Kind::Residual;
    const int last = std::clamp(static_cast<int>(std::lround((geometry.to - geometry.from) / geometry.step)), 0, 50);
    const int zero = std::clamp(static_cast<int>(std::lround(-geometry.from / geometry.step)), 0, last);
    const int decimals = geometry.step >= 1 ? 0 : geometry.step >= 0.1 ? 1 : 2;
    const auto numberAt = [&](int tick) {
        const double value = geometry.from + tick * geometry.step;
        QString words = QLocale().toString(std::abs(value), 'f', decimals);
        if (residual && tick != zero)
            words.prepend(value < 0 ? QChar(u'−') : QChar(u'+'));
        // The chart's edge would take the sign off the first one.
        const double width = metrics.horizontalAdvance(words);
        return AxisNumber{std::max(kAir, std::min(geometry.x(value) - width / 2, geometry.width - width - kAir)), words};
    };
    const auto every = [&](int stride, double gap) {
        std::vector<AxisNumber> numbers;
        double free = -1e9;
        for (int tick = zero % stride; tick <= last; tick += stride) {
            auto number = numberAt(tick);
            if (number.left < free)
                return std::vector<AxisNumber>{};
            free = number.left + metrics.horizontalAdvance(number.words) + gap;
            numbers.push_back(std::move(number));
        }
        return numbers;
    };
    const double least = metrics.averageCharWidth() * kLeastGap;
    for (const auto& [stride, gap] : {std::pair{1, kNumberGap}, {2, kNumberGap}, {1, least}, {2, least}, {4, least}}) {
        if (auto numbers = every(stride, gap); numbers.size() > 1)
            return numbers;
    }
    // Zero has its line; how far the axis reaches is told by its ends.
    if (const AxisNumber first = numberAt(0), end = numberAt(last); first.left + metrics.horizontalAdvance(first.words) + least <= end.left)
        return {first, end};
    return {numberAt(zero)};
}

double valueColumn(const ChartRows& rows, const OverlayGeometry& geometry, ResultChart::Kind kind, const QFontMetricsF& metrics)
{
    double widest = 0;
    bool homeless = false;
    for (const auto& row : rows) {
        if (!isBeside(row, kind))
            continue;
        widest = std::max(widest, metrics.horizontalAdvance(row.shortText.isEmpty() ? row.text : row.shortText));
        homeless = homeless || !valuePlace(row, geometry, kind, metrics);
    }
    return homeless ? widest + gapBeside(kind) + 2 * kAir : 0;
}

} // namespace halfopen
