// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a heat map are.
#pragma once

#include <QFont>
#include <QRectF>

#include <optional>
#include <vector>

#include "ui/sweep/sweep_map.h"

namespace halfopen {

/// The place of one number along an axis.
struct HeatTick final
{
    double at = 0; // x, or y
    QString text;
};

/// One map: of a third axis there are several beside and below each other.
struct HeatPanel final
{
    QRectF cells;
    QString heading; // empty without a third axis
    std::vector<HeatTick> across;
    std::vector<HeatTick> down; // only of the leftmost
};

/// Geometry alone: made anew for every size, font and map. Knows no colour.
class HeatLayout final
{
public:
    /// `legendHeight` is kept free at the foot of the area.
    HeatLayout(const SweepMap& map, const QRectF& area, const QFont& font, double legendHeight);

    [[nodiscard]] double line() const { return m_line; }
    [[nodiscard]] const std::vector<HeatPanel>& panels() const { return m_panels; }
    [[nodiscard]] QRectF acrossTitle() const { return m_acrossTitle; }
    [[nodiscard]] QRectF downTitle() const { return m_downTitle; }
    [[nodiscard]] QRectF legend() const { return m_legend; }
    [[nodiscard]] QRectF cellRect(const MapPlace& place) const;
    [[nodiscard]] std::optional<MapPlace> placeAt(const QPointF& point) const;
    /// The one nearest to a point beside all cells, for a rubber band.
    [[nodiscard]] MapPlace nearestTo(const QPointF& point) const;
    [[nodiscard]] QSizeF cellSize() const;

private:
    [[nodiscard]] std::size_t panelsInRow(const QSizeF& room, double margin) const;
    void placePanels(const QRectF& room, double margin);
    void addHeadings();
    void addTicks(HeatPanel& panel, bool leftmost) const;

    const SweepMap& m_map;
    QFont m_font;
    double m_line; // pixels
    QRectF m_acrossTitle;
    QRectF m_downTitle;
    QRectF m_legend;
    std::vector<HeatPanel> m_panels;
};

} // namespace halfopen
