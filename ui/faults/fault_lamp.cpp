// SPDX-License-Identifier: GPL-3.0-or-later
// The lamp at the end of a fault's row.
#include "ui/faults/fault_lamp.h"

#include <QPainter>

#include <algorithm>

#include "ui/theme/colours.h"

namespace halfopen {

FaultLamp::FaultLamp(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FaultLamp::setPhase(FaultPhase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    update();
}

QSize FaultLamp::sizeHint() const
{
    const int side = fontMetrics().ascent();
    return {side, side};
}

void FaultLamp::paintEvent(QPaintEvent*)
{
    const Colours colours = Colours::from(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QRectF(rect()).center();
    const double radius = std::min(width(), height()) * 0.42;
    const double thick = std::max(radius * 0.3, 1.4);
    const auto line = [&](const QPointF& from, const QPointF& to, const QColor& colour) {
        painter.setPen(QPen(colour, thick, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(centre + from * radius, centre + to * radius);
    };
    painter.setBrush(Qt::NoBrush);
    switch (m_phase) {
    case FaultPhase::Idle:
        painter.setPen(QPen(colours.grey, 1.3));
        painter.drawEllipse(centre, radius * 0.8, radius * 0.8);
        break;
    case FaultPhase::Scripted: // a clock
        painter.setPen(QPen(colours.blue, 1.6));
        painter.drawEllipse(centre, radius, radius);
        line({0, 0}, {0, -0.62}, colours.blue);
        line({0, 0}, {0.45, 0.2}, colours.blue);
        break;
    case FaultPhase::InForce: // a full disc, crossed out
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.failure);
        painter.drawEllipse(centre, radius, radius);
        line({-0.38, -0.38}, {0.38, 0.38}, Qt::white);
        line({-0.38, 0.38}, {0.38, -0.38}, Qt::white);
        break;
    case FaultPhase::Done: // a spark: at once, and over
        line({-0.75, 0}, {0.75, 0}, colours.failure);
        line({0, -0.75}, {0, 0.75}, colours.failure);
        break;
    case FaultPhase::Healed: // a tick
        line({-0.6, 0.05}, {-0.15, 0.5}, colours.green);
        line({-0.15, 0.5}, {0.7, -0.5}, colours.green);
        break;
    }
}

} // namespace halfopen
