// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a result chart.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace halfopen {

/// A value with everything that is painted of it; the charts decide how, not what.
struct ChartRow final
{
    enum class State {
        Measured, // has a value
        Waiting,  // will get one; `value` is how far it has come
        Unseen,   // was to get one and did not; `value` is how far it had come at the end
        Never,    // will not get one, and that was expected
        Heading,  // no value: the name of the run that the next rows are of
    };

    QString label;
    QString shortLabel{}; // where that has no room; empty: there is none
    State state = State::Waiting;
    bool good = true;    // as predicted
    bool earlier = false; // of a run before the shown one
    std::optional<double> value;   // the median of several
    std::optional<double> minimum; // whisker, of several
    std::optional<double> maximum;
    std::optional<double> bandFrom; // what the rules allow
    std::optional<double> bandTo;
    QString text;    // the value in words
    QString shortText{}; // where these have no room; empty: there are none
    QString toolTip; // the whole row in words

    bool operator==(const ChartRow&) const = default;
};

using ChartRows = std::vector<ChartRow>;

} // namespace halfopen
