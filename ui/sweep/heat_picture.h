// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep as a heat map.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>

#include "ui/sweep/heat_layout.h"
#include "ui/sweep/heat_legend.h"
#include "ui/theme/colours.h"

namespace halfopen {

/// Paints one map into one area, on the screen as on paper. A value of the moment: `map` and `marks` outlive it.
class HeatPicture final
{
public:
    HeatPicture(const SweepMap& map, SweepFigure figure, const HeatMarks& marks, const QRectF& area, const QFont& font, const QPalette& palette);

    [[nodiscard]] const HeatLayout& layout() const { return m_layout; }
    void paint(QPainter& painter) const;

private:
    [[nodiscard]] QColor inkOf(const MapCell& cell) const;
    void paintPanel(QPainter& painter, std::size_t sheet) const;
    void paintCells(QPainter& painter, std::size_t sheet) const;
    void paintHatching(QPainter& painter, std::size_t sheet) const;
    void paintNumbers(QPainter& painter, std::size_t sheet) const;
    void paintLetters(QPainter& painter, std::size_t sheet) const;
    void paintMarks(QPainter& painter) const;
    void paintPresent(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;
    void paintTitles(QPainter& painter) const;
    [[nodiscard]] QRectF signBox(const MapPlace& place) const;

    const SweepMap& m_map;
    SweepFigure m_figure;
    const HeatMarks& m_marks;
    QFont m_font;
    QPalette m_palette;
    Colours m_colours;
    HeatLegend m_legend;
    HeatLayout m_layout;
};

} // namespace halfopen
