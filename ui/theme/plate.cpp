// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/plate.h"

#include <QPainter>

#include "ui/theme/colours.h"

namespace halfopen {

namespace {

constexpr double kRadius = 6; // pixels

} // namespace

Plate::Plate(Part part, QWidget* parent) : QFrame(parent), m_part(part) {}

void Plate::paintEvent(QPaintEvent*)
{
    const auto colours = Colours::from(palette());
    // What is open on one side goes on beyond it, out of sight.
    const double above = m_part == Part::Lower ? 2 * kRadius : -0.5;
    const double below = m_part == Part::Upper ? 2 * kRadius : -0.5;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.border);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, -above, -0.5, below), kRadius, kRadius);
}

} // namespace halfopen
