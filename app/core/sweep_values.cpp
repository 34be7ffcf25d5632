// SPDX-License-Identifier: GPL-3.0-or-later
// The values of an axis as people write them.
#include "core/sweep_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/sweep_axis.h"
#include "core/words.h"

namespace halfopen {

namespace {

template<class T>
std::optional<T> readNumber(std::string_view text)
{
    T value{};
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{value} : std::nullopt;
}

std::optional<double> readFinite(std::string_view text)
{
    const auto value = readNumber<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

/// A range as it was written, taken apart.
struct ValueRange
{
    enum class Steps { Added, Multiplied, Even, EvenLog };
    double from = 0;
    double to = 0;
    Steps steps = Steps::Added;
    double step = 1; // Added: the difference; Multiplied: the factor; else the number of values
};

Error badRange(std::string_view key, std::string_view text)
{
    return {0, fmt::format(words("core", "{}: '{}' is no list and no range of numbers; write 5,10,30 or 1..10 or 10..100+10 or 1..1024x2 or 1..7200/25 "
                                         "or 1..7200/log25."),
                           key, quotedPart(text))};
}

std::optional<ValueRange> readRange(std::string_view text)
{
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos)
        return std::nullopt;
    ValueRange range;
    std::string_view rest = text.substr(dots + 2);
    const std::size_t mark = rest.find_first_of("+x/");
    std::string_view end = rest.substr(0, mark);
    if (mark != std::string_view::npos) {
        std::string_view step = rest.substr(mark + 1);
        range.steps = rest[mark] == '+' ? ValueRange::Steps::Added : rest[mark] == 'x' ? ValueRange::Steps::Multiplied : ValueRange::Steps::Even;
        if (range.steps == ValueRange::Steps::Even && step.starts_with("log")) {
            range.steps = ValueRange::Steps::EvenLog;
            step.remove_prefix(3);
        }
        const bool counts = range.steps == ValueRange::Steps::Even || range.steps == ValueRange::Steps::EvenLog;
        const auto count = counts ? readWhole(step) : std::nullopt;
        const auto number = counts ? (count ? std::optional{static_cast<double>(*count)} : std::nullopt) : readFinite(step);
        if (!number)
            return std::nullopt;
        range.step = *number;
    }
    const auto from = readFinite(text.substr(0, dots));
    const auto to = readFinite(end);
    if (!from || !to)
        return std::nullopt;
    range.from = *from;
    range.to = *to;
    return range;
}

/// How many values such a range has, before some of them round to the same.
double countOf(const ValueRange& range)
{
    switch (range.steps) {
    case ValueRange::Steps::Added:
        return (range.to - range.from) / range.step + 1;
    case ValueRange::Steps::Multiplied:
        return std::log(range.to / range.from) / std::log(range.step) + 1;
    case ValueRange::Steps::Even:
    case ValueRange::Steps::EvenLog:
        break;
    }
    return range.step;
}

/// Why nothing comes of such a range, or empty.
std::string complaintOf(const ValueRange& range)
{
    if (range.to <= range.from)
        return words("core", "has to go up");
    switch (range.steps) {
    case ValueRange::Steps::Added:
        if (range.step <= 0)
            return words("core", "needs a step above 0");
        break;
    case ValueRange::Steps::Multiplied:
        if (range.step <= 1 || range.from <= 0)
            return words("core", "needs a factor above 1 and a beginning above 0");
        break;
    case ValueRange::Steps::EvenLog:
        if (range.from <= 0)
            return words("core", "is logarithmic and cannot begin at 0 or below");
        [[fallthrough]];
    case ValueRange::Steps::Even:
        if (range.step < 2)
            return words("core", "needs 2 values or more");
        break;
    }
    if (!(countOf(range) < static_cast<double>(kMaxAxisValues + 1))) // nor is one without end, whose step is lost beside its values
        return fmt::format(words("core", "would have more than {} values"), kMaxAxisValues);
    return {};
}

/// 0.30000000000000004 is what adding 0.1 makes of 0.3.
double withoutDust(double value)
{
    constexpr double kFinest = 1e9;
    const double clean = std::round(value * kFinest) / kFinest;
    return std::abs(clean - value) < 1e-12 * std::max(1.0, std::abs(value)) ? clean : value;
}

double rounded(double value, bool whole, const ValueRange& range)
{
    constexpr int kDigits = 4; // significant ones: what is shown is what is run
    double shown = std::round(value);
    if (!whole && value != 0) {
        const double scale = std::pow(10.0, kDigits - 1 - std::floor(std::log10(std::abs(value))));
        shown = std::round(value * scale) / scale;
    }
    return std::clamp(shown, range.from, range.to);
}

double rangeValue(const ValueRange& range, std::size_t index)
{
    const auto number = static_cast<double>(index);
    switch (range.steps) {
    case ValueRange::Steps::Added:
        return range.from + number * range.step;
    case ValueRange::Steps::Multiplied:
        return range.from * std::pow(range.step, number);
    case ValueRange::Steps::Even:
        return range.from + (range.to - range.from) * (number / (range.step - 1));
    case ValueRange::Steps::EvenLog:
        break;
    }
    return range.from * std::pow(range.to / range.from, number / (range.step - 1));
}

std::vector<double> rangeValues(const ValueRange& range, bool whole)
{
    constexpr double kOnTheEnd = 1e-6; // of a step, lost in adding
    const auto count = static_cast<std::size_t>(countOf(range) + kOnTheEnd);
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        const double exact = rangeValue(range, i);
        const double value = range.steps == ValueRange::Steps::Added ? withoutDust(exact) : rounded(exact, whole, range);
        if (values.empty() || value > values.back())
            values.push_back(value);
    }
    return values;
}

} // namespace

std::string quotedPart(std::string_view text)
{
    constexpr std::size_t kLongest = 60;
    std::string shown;
    for (const char c : text.substr(0, kLongest))
        shown += c >= ' ' && c <= '~' ? c : '?';
    return text.size() > kLongest ? shown + "…" : shown;
}

std::optional<std::size_t> readWhole(std::string_view text) { return readNumber<std::size_t>(text); }

Result<std::vector<double>> readSweepValues(std::string_view text, std::string_view key, bool whole)
{
    if (text.find("..") != std::string_view::npos) {
        const auto range = readRange(text);
        if (!range)
            return badRange(key, text);
        if (const std::string complaint = complaintOf(*range); !complaint.empty())
            return Error{0, fmt::format(words("core", "{}: the range '{}' {}."), key, quotedPart(text), complaint)};
        return rangeValues(*range, whole);
    }
    std::vector<double> values;
    for (std::size_t from = 0; from <= text.size() && values.size() <= kMaxAxisValues;) { // one more is refused later
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const auto value = readFinite(text.substr(from, comma - from));
        if (!value)
            return badRange(key, text);
        values.push_back(*value);
        from = comma + 1;
    }
    return values;
}

} // namespace halfopen
