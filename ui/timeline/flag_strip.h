// SPDX-License-Identifier: GPL-3.0-or-later
// The words above the plot, each at its line.
#pragma once

#include <QColor>
#include <QRectF>
#include <QStringList>

#include <optional>
#include <vector>

#include "ui/timeline/lane_painting.h"

namespace halfopen {

struct Flag final
{
    double x = 0;          // of its line
    QStringList wordings;  // long to short
    QColor colour;
    bool bold = false;
    bool leftwards = false; // the text stands to the left of its line
    bool centred = false;   // it stands over its place if there is room
    int weight = 1;         // of being left without a place
    bool listed = true;     // counted among those that have none, which the strip's tool tip tells
};

/// Finds a place for each flag: the first ones added go first, or the last one where fewer are left out then; none is left without its shortest wording for another's
/// longer one. No word is crossed by a line of another.
class FlagStrip final
{
public:
    struct Place final
    {
        std::size_t flag = 0; // in the order of add()
        std::size_t row = 0;  // 0 is the lowest
        double left = 0;
        double right = 0;
        QString text;
    };

    FlagStrip(const LanePen& pen, const QRectF& strip, double rowHeight);

    void add(Flag flag) { m_flags.push_back(std::move(flag)); }
    void place();
    void paint() const; // what place() has found
    [[nodiscard]] const std::vector<Place>& places() const { return m_places; }

private:
    void placeShortest(bool fromTop, bool lastFirst);
    void lengthen();
    void paintPlace(const Place& place) const;
    void paintMore() const;
    [[nodiscard]] std::optional<Place> find(std::size_t flag, const QString& text) const;
    [[nodiscard]] std::optional<Place> findBeside(std::size_t flag, const QString& text, bool clear) const;
    [[nodiscard]] bool readsAsAnothers(const Place& place, bool alsoOfNamed) const;
    [[nodiscard]] bool isFree(const Place& place, bool hasLeader) const;
    [[nodiscard]] bool isCrossed(double left, double right) const;

    const LanePen& m_pen;
    QRectF m_strip;
    double m_rowHeight;
    std::size_t m_rows;
    std::vector<Flag> m_flags;
    std::vector<Place> m_places;
    bool m_fromTop = false;
    int m_without = 0; // flags that found no place
    int m_missed = 0;  // and their weights
};

} // namespace halfopen
