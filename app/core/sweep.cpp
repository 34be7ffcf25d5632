// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of experiments and their predictions.
#include "core/sweep.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/words.h"

namespace halfopen {

namespace {

/// What is said without loss: most axes are those of the client, or a sysctl.
std::string_view shortName(std::string_view key)
{
    for (const std::string_view prefix : {"client.", "sysctl."}) {
        if (key.starts_with(prefix))
            return key.substr(prefix.size());
    }
    return key;
}

} // namespace

std::string_view cutText(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
        --bytes;
    return text.substr(0, bytes);
}

Result<Sweep> Sweep::make(Experiment base, std::vector<SweepAxis> axes)
{
    if (axes.empty() || axes.size() > kMaxSweepAxes)
        return Error{0, fmt::format(words("core", "A sweep has 1 to {} axes, not {}."), kMaxSweepAxes, axes.size())};
    Sweep sweep;
    std::size_t cells = 1;
    for (SweepAxis& axis : axes) {
        const Result<AxisTarget> target = checkedTarget(axis, base);
        if (!target)
            return target.error();
        axis.key = target->key();
        if (std::ranges::find(sweep.m_targets, *target) != sweep.m_targets.end())
            return Error{0, fmt::format(words("core", "{} is named for two axes."), axis.key)};
        sweep.m_targets.push_back(*target);
        cells *= axis.values.size(); // of 10,000 values each at most, three of them: no overflow
    }
    if (cells > kMaxSweepCells)
        return Error{0, fmt::format(words("core", "The sweep would have {} cells, but may have at most {}: take fewer values."), cells, kMaxSweepCells)};
    if (cells * base.pairs.size() > kMaxSweepPairs)
        return Error{0, fmt::format(words("core", "The sweep would have {} pairs in its cells, but may have at most {}: take fewer values or pairs."),
                                    cells * base.pairs.size(), kMaxSweepPairs)};
    sweep.m_base = std::move(base);
    sweep.m_axes = std::move(axes);
    sweep.m_cellCount = cells;
    return sweep;
}

std::vector<std::size_t> Sweep::placeOf(std::size_t cell) const
{
    std::vector<std::size_t> place(m_axes.size());
    for (std::size_t axis = m_axes.size(); axis-- > 0;) {
        place[axis] = cell % m_axes[axis].values.size();
        cell /= m_axes[axis].values.size();
    }
    return place;
}

std::size_t Sweep::cellAt(std::span<const std::size_t> place) const
{
    std::size_t cell = 0;
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis)
        cell = cell * m_axes[axis].values.size() + place[axis];
    return cell;
}

std::vector<double> Sweep::valuesAt(std::size_t cell) const
{
    const std::vector<std::size_t> place = placeOf(cell);
    std::vector<double> values;
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis)
        values.push_back(m_axes[axis].values[place[axis]]);
    return values;
}

std::string Sweep::wordsAt(std::size_t cell) const
{
    const std::vector<double> values = valuesAt(cell);
    std::string text;
    for (std::size_t axis = 0; axis < m_axes.size(); ++axis)
        text += fmt::format("{}{} {:.10g}{}{}", text.empty() ? "" : ", ", shortName(m_axes[axis].key), values[axis], unit(axis).empty() ? "" : " ", unit(axis));
    return text;
}

Experiment Sweep::experimentAt(std::size_t cell) const
{
    Experiment experiment = m_base;
    setTo(experiment, cell);
    const std::string where = " (" + wordsAt(cell) + ")";
    experiment.title = std::string{cutText(experiment.title, kLongestSweepName - where.size())} + where;
    return experiment;
}

void Sweep::setTo(Experiment& experiment, std::size_t cell) const
{
    for (std::size_t axis = m_axes.size(); axis-- > 0;) {
        const std::vector<double>& values = m_axes[axis].values;
        setAxisValue(experiment, m_targets[axis], values[cell % values.size()]);
        cell /= values.size();
    }
}

std::vector<Prediction> SweepWorker::predictionsAt(std::size_t cell)
{
    m_sweep.setTo(m_experiment, cell);
    return m_series.outcomes(m_experiment);
}

SweepGrid::SweepGrid(Sweep sweep, KernelProfile kernel)
    : m_sweep(std::move(sweep)), m_kernel(std::move(kernel)), m_worker(m_sweep, m_kernel), m_cells(m_sweep.cellCount())
{
}

const std::vector<Prediction>* SweepGrid::at(std::size_t cell) const
{
    return cell < m_cells.size() && !m_cells[cell].empty() ? &m_cells[cell] : nullptr;
}

std::vector<std::size_t> SweepGrid::missing(std::size_t most) const
{
    std::vector<std::size_t> cells;
    for (std::size_t cell = m_next; cell < m_cells.size() && cells.size() < most; ++cell) {
        if (m_cells[cell].empty())
            cells.push_back(cell);
    }
    return cells;
}

void SweepGrid::put(std::size_t cell, std::vector<Prediction> predictions)
{
    if (cell >= m_cells.size() || !m_cells[cell].empty() || predictions.empty())
        return;
    m_cells[cell] = std::move(predictions);
    ++m_filledCount;
    while (m_next < m_cells.size() && !m_cells[m_next].empty())
        ++m_next;
}

std::size_t SweepGrid::fill(std::size_t most)
{
    const std::vector<std::size_t> cells = missing(most);
    for (const std::size_t cell : cells)
        put(cell, m_worker.predictionsAt(cell));
    return cells.size();
}

const std::vector<Prediction>& SweepGrid::fillCell(std::size_t cell)
{
    if (m_cells[cell].empty())
        put(cell, m_worker.predictionsAt(cell));
    return m_cells[cell];
}

} // namespace halfopen
