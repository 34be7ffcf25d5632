// SPDX-License-Identifier: GPL-3.0-or-later
// What the inks and signs of a heat map mean.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRectF>

#include <optional>
#include <set>
#include <vector>

#include "ui/sweep/sweep_map.h"
#include "ui/sweep/sweep_wish.h"

namespace halfopen {

/// What is drawn upon the cells.
struct HeatMarks final
{
    std::optional<PresentPlace> present{};
    std::optional<MapPlace> cursor{};
    std::set<std::size_t> marked{}; // to be measured, by index
    std::optional<QRectF> band{};
};

/// A sign that cells carry, as the map and the legend both paint it.
enum class HeatSign { Never, Refused, Present, Nearest, MeasuredInside, MeasuredOutside, Marked };

void paintSign(QPainter& painter, const QRectF& box, HeatSign sign, const QPalette& palette);

class HeatLegend final
{
public:
    HeatLegend(const SweepMap& map, SweepFigure figure, const HeatMarks& marks, const QFont& font, const QPalette& palette);

    [[nodiscard]] double heightFor(double width) const;
    void paint(QPainter& painter, const QRectF& area) const;

private:
    struct Entry final
    {
        std::optional<HeatSign> sign;
        std::optional<DecidedBy> decider;
        QString text;
    };
    void addEntries(const HeatMarks& marks);
    [[nodiscard]] bool hasBar() const;
    [[nodiscard]] double barWidth(double width) const;
    [[nodiscard]] double entryWidth(const Entry& entry) const;
    /// Where each entry goes in a legend of that width that begins at 0; the last is the whole.
    [[nodiscard]] std::vector<QRectF> entryBoxes(double width) const;
    void paintBar(QPainter& painter, const QRectF& area) const;
    void paintNumbers(QPainter& painter, const QRectF& bar) const;
    void paintEntry(QPainter& painter, const QRectF& box, const Entry& entry) const;

    const SweepMap& m_map;
    SweepFigure m_figure;
    QFont m_font;
    QPalette m_palette;
    double m_line;
    std::vector<Entry> m_entries;
};

} // namespace halfopen
