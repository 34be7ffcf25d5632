// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep as it is painted: axes, cells, the experiment's place among them, what was measured.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/axis_choice.h"
#include "core/outcome.h"
#include "core/sweep_view.h"

namespace halfopen {

struct MapCell final
{
    enum class Kind { Time, Never, Refused };

    Kind kind = Kind::Refused;
    bool mayBeNever = false; // Time: it may also survive
    DecidedBy decidedBy = DecidedBy::Nobody;
    double seconds = 0; // Time: the middle of the interval
    bool operator==(const MapCell&) const = default;
};

/// What came of one cell.
struct MapMeasurement final
{
    std::optional<Detection> detection;
    Interval predicted{};   // with what was measured at the fault; only where it is not `never`
    Verdict verdict = Verdict::NotApplicable;
    std::string flagged{};
    std::string flagWhy{};  // the same in sentences
    std::string runId{};
    bool operator==(const MapMeasurement&) const = default;

    [[nodiscard]] bool isInside() const { return isSuccess(verdict) && flagged.empty(); }
};

/// Where a cell is. Rows go up with their values, sheets are the maps of a third axis.
struct MapPlace final
{
    std::size_t column = 0;
    std::size_t row = 0;
    std::size_t sheet = 0;
    bool operator==(const MapPlace&) const = default;
};

/// A value: nothing in it changes while it is looked at. The predictions themselves stay in the grid.
struct SweepMap final
{
    AskedAxis across;
    AskedAxis down;
    std::optional<AskedAxis> sheets;
    SweepEnd end;
    std::vector<MapCell> cells; // column by column, row by row, sheet by sheet
    SweepScale scale;
    bool logarithmic = false;
    std::shared_ptr<SweepGrid> grid;
    std::map<std::size_t, MapMeasurement> measured{}; // by cell of the grid

    [[nodiscard]] std::size_t columns() const { return across.values.size(); }
    [[nodiscard]] std::size_t rows() const { return down.values.size(); }
    [[nodiscard]] std::size_t sheetCount() const { return sheets ? sheets->values.size() : 1; }
    [[nodiscard]] std::size_t indexOf(const MapPlace& place) const { return (place.sheet * rows() + place.row) * columns() + place.column; }
    [[nodiscard]] MapPlace placeOf(std::size_t index) const;
    [[nodiscard]] const MapCell& at(const MapPlace& place) const { return cells[indexOf(place)]; }
    [[nodiscard]] bool contains(const MapPlace& place) const { return place.column < columns() && place.row < rows() && place.sheet < sheetCount(); }
    /// Empty where the experiment cannot have that value.
    [[nodiscard]] std::optional<std::size_t> gridCell(const MapPlace& place) const;
    [[nodiscard]] std::optional<MapPlace> placeOfGridCell(std::size_t cell) const;
    /// Without those that are refused.
    [[nodiscard]] const Prediction* prediction(const MapPlace& place) const;
    [[nodiscard]] const MapMeasurement* measurement(const MapPlace& place) const;
};

/// `grid` is that of the accepted values: down, across, sheets.
[[nodiscard]] SweepMap mapOf(AskedAxis across, AskedAxis down, std::optional<AskedAxis> sheets, const SweepEnd& end, std::shared_ptr<SweepGrid> grid);

/// Where the experiment is among the cells.
struct PresentPlace final
{
    MapPlace place;
    bool exact = true; // it has these very values; else they are the nearest
    bool operator==(const PresentPlace&) const = default;
};

/// Empty where it lies beyond the axes.
[[nodiscard]] std::optional<PresentPlace> presentPlace(const SweepMap& map, const Experiment& experiment, const KernelProfile& kernel);

} // namespace halfopen
