// SPDX-License-Identifier: GPL-3.0-or-later
// What all lanes paint with.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

#include "ui/theme/colours.h"
#include "ui/timeline/info_field.h"
#include "ui/timeline/run_facts.h"
#include "ui/timeline/time_axis.h"
#include "ui/timeline/track_digest.h"

namespace halfopen {

/// Places on a strip that are taken by a label already.
class LabelStrip final
{
public:
    explicit LabelStrip(double gap = 6) : m_gap(gap) {}
    /// Takes [from, to] if it is free.
    bool take(double from, double to);
    [[nodiscard]] bool isFree(double from, double to) const;

private:
    double m_gap;
    std::vector<std::pair<double, double>> m_taken;
};

/// Everything one lane needs to paint itself into its rectangle. Lives for one frame.
struct LanePen final
{
    QPainter& painter;
    const TimeAxis& axis;
    const Colours& colours;
    const RunFacts& facts;
    QFont font;
    QFont bold;
    QFont small;
    std::vector<double> lines;                     // x of every fault's and heal's line, in order
    std::vector<std::pair<double, double>> tinted; // from x to x a fault was in force
    InfoField info = InfoField::Rto;               // what the lane of TCP_INFO shows
    bool guessing = false;                         // what is expected is hidden until the learner's guess

    [[nodiscard]] double width(const QString& text, const QFont& textFont) const
    {
        return QFontMetricsF(textFont).horizontalAdvance(text);
    }
    [[nodiscard]] double x(double seconds) const { return axis.x(seconds); }
    /// The rectangle between two instants, cut to the plot.
    [[nodiscard]] QRectF span(double from, double to, const QRectF& lane) const;

    /// The piece of `area` between the faults' lines in which the longest wording fits, after the first fault if it can
    /// be: words are not to be crossed by a line.
    [[nodiscard]] QRectF clearPiece(const QRectF& area, const QStringList& wordings, const QFont& textFont) const;
    /// The ground of a lane there: tinted while a fault is in force.
    [[nodiscard]] QColor ground(double atX) const;

    /// paintFitting() with this pen's painter.
    bool text(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour,
              Qt::Alignment alignment = Qt::AlignVCenter | Qt::AlignLeft) const;
    /// text() in the clear piece of `area`; where it has none for the shortest wording, plate() over what is there.
    bool clearText(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour) const;
    /// The same as text() on a plate of the ground's colour, so that lines behind it do not disturb reading.
    bool plate(const QRectF& area, const QStringList& wordings, const QFont& textFont, const QColor& colour,
               const QColor& ground, Qt::Alignment alignment) const;
    /// What a curve in a lane without room above it shows: to the right of its end at `x`, else on a plate at the lane's left.
    void besideCurve(const QRectF& lane, double x, const QStringList& wordings, const QColor& colour) const;
    /// A dashed outline: expected, not seen.
    void ghostBox(const QRectF& box, const QColor& colour) const;
};

/// Writes the first of `wordings` (long to short) that fits into `area`; if none does, the last one elided, unless even
/// that would say nothing. Returns whether something was written.
bool paintFitting(QPainter& painter, const QRectF& area, const QStringList& wordings, const QFont& font,
                  const QColor& colour, Qt::Alignment alignment = Qt::AlignVCenter | Qt::AlignLeft);

/// Rounded corners that never exceed the box.
void fillBox(QPainter& painter, const QRectF& box, const QBrush& brush, double radius = 3);

} // namespace halfopen
