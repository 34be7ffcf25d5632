// SPDX-License-Identifier: GPL-3.0-or-later
// Title above and origin below a figure.
#pragma once

#include <QRectF>
#include <QString>

#include "ui/export/figure.h"

namespace halfopen {

class Timeline;

/// What stands around a figure's own painting.
struct FigureFrame final
{
    QString title;
    QString subtitle; // one or more lines, wrapped
    QString origin;   // kernel, HZ, start, program version
};

/// Height that the frame takes of a figure of that width.
[[nodiscard]] double frameHeight(const FigureFrame& frame, double width, const FigureLook& look);

/// Fills the ground, writes the frame and gives back what is left for the figure.
QRectF paintFrame(QPainter& painter, const QRectF& area, const FigureFrame& frame, const FigureLook& look);

/// "Linux 6.12.48 · HZ 250 · 2026-11-22T10:30:59.123Z · Halfopen 0.1.0"; for a plan only the program.
[[nodiscard]] QString originText(const Timeline& timeline);

} // namespace halfopen
