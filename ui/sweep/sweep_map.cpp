// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep as it is painted.
#include "ui/sweep/sweep_map.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halfopen {

namespace {

/// The place of a value among the accepted ones, which are those of the grid.
std::optional<std::size_t> acceptedAt(const AskedAxis& axis, std::size_t index)
{
    if (axis.refused[index])
        return std::nullopt;
    return static_cast<std::size_t>(std::count(axis.refused.begin(), axis.refused.begin() + static_cast<std::ptrdiff_t>(index), false));
}

std::size_t shownAt(const AskedAxis& axis, std::size_t accepted)
{
    return static_cast<std::size_t>(std::ranges::find(axis.values, axis.accepted[accepted]) - axis.values.begin());
}

MapCell cellOf(const Prediction* prediction)
{
    MapCell cell;
    if (prediction == nullptr)
        return cell;
    cell.decidedBy = prediction->decidedBy;
    if (!prediction->applicable || prediction->never()) {
        cell.kind = MapCell::Kind::Never;
        cell.decidedBy = DecidedBy::Nobody;
        return cell;
    }
    cell.kind = MapCell::Kind::Time;
    cell.mayBeNever = prediction->mayBeNever;
    cell.seconds = middleSeconds(*prediction);
    return cell;
}

struct NearValue
{
    std::size_t index = 0;
    bool exact = true;
};

std::optional<NearValue> nearestOn(const AskedAxis& axis, const Experiment& experiment, const KernelProfile& kernel)
{
    const auto present = presentValue(experiment, kernel, axis.target);
    if (!present)
        return std::nullopt;
    const auto [least, most] = std::ranges::minmax(axis.values);
    if (*present < least || *present > most)
        return std::nullopt;
    // As far apart as they are drawn: by ratio where they are, as on an axis of even ratios.
    const auto distance = [&](double value) { return value > 0 && *present > 0 ? std::abs(std::log(value / *present)) : std::abs(value - *present); };
    const auto nearest = std::ranges::min_element(axis.values, {}, distance);
    return NearValue{static_cast<std::size_t>(nearest - axis.values.begin()), *nearest == *present};
}

} // namespace

MapPlace SweepMap::placeOf(std::size_t index) const
{
    return {index % columns(), index / columns() % rows(), index / columns() / rows()};
}

std::optional<std::size_t> SweepMap::gridCell(const MapPlace& place) const
{
    const auto column = acceptedAt(across, place.column);
    const auto row = acceptedAt(down, place.row);
    const auto sheet = sheets ? acceptedAt(*sheets, place.sheet) : std::optional<std::size_t>{0};
    if (!column || !row || !sheet)
        return std::nullopt;
    std::vector<std::size_t> indices{*row, *column};
    if (sheets)
        indices.push_back(*sheet);
    return grid->sweep().cellAt(indices);
}

std::optional<MapPlace> SweepMap::placeOfGridCell(std::size_t cell) const
{
    if (cell >= grid->sweep().cellCount())
        return std::nullopt;
    const std::vector<std::size_t> indices = grid->sweep().placeOf(cell);
    return MapPlace{shownAt(across, indices[1]), shownAt(down, indices[0]), sheets ? shownAt(*sheets, indices[2]) : 0};
}

const Prediction* SweepMap::prediction(const MapPlace& place) const
{
    const auto cell = gridCell(place);
    return cell ? predictionAt(*grid, *cell, end) : nullptr;
}

const MapMeasurement* SweepMap::measurement(const MapPlace& place) const
{
    const auto cell = gridCell(place);
    const auto found = cell ? measured.find(*cell) : measured.end();
    return found == measured.end() ? nullptr : &found->second;
}

SweepMap mapOf(AskedAxis across, AskedAxis down, std::optional<AskedAxis> sheets, const SweepEnd& end, std::shared_ptr<SweepGrid> grid)
{
    SweepMap map;
    map.across = std::move(across);
    map.down = std::move(down);
    map.sheets = std::move(sheets);
    map.end = end;
    map.grid = std::move(grid);
    map.cells.resize(map.columns() * map.rows() * map.sheetCount());
    for (std::size_t cell = 0; cell < map.grid->sweep().cellCount(); ++cell) {
        MapCell& shown = map.cells[map.indexOf(*map.placeOfGridCell(cell))];
        shown = cellOf(predictionAt(*map.grid, cell, end));
        if (shown.kind == MapCell::Kind::Time)
            map.scale.add(shown.seconds);
    }
    map.logarithmic = map.scale.spansDecades();
    return map;
}

std::optional<PresentPlace> presentPlace(const SweepMap& map, const Experiment& experiment, const KernelProfile& kernel)
{
    const auto column = nearestOn(map.across, experiment, kernel);
    const auto row = nearestOn(map.down, experiment, kernel);
    const auto sheet = map.sheets ? nearestOn(*map.sheets, experiment, kernel) : std::optional{NearValue{}};
    if (!column || !row || !sheet)
        return std::nullopt;
    return PresentPlace{{column->index, row->index, sheet->index}, column->exact && row->exact && sheet->exact};
}

} // namespace halfopen
