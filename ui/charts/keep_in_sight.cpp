// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what the keyboard has moved to in sight.
#include "ui/charts/keep_in_sight.h"

#include <QRectF>
#include <QScrollArea>

namespace halfopen {

void keepInSight(const QWidget& widget, const QRectF& part)
{
    QWidget* place = widget.parentWidget();
    while (place != nullptr && qobject_cast<QScrollArea*>(place) == nullptr)
        place = place->parentWidget();
    auto* const scroll = qobject_cast<QScrollArea*>(place);
    if (scroll == nullptr || scroll->widget() == nullptr || !part.isValid())
        return;
    const QPoint middle = widget.mapTo(scroll->widget(), part.center().toPoint());
    scroll->ensureVisible(middle.x(), middle.y(), 0, static_cast<int>(part.height() / 2) + 2);
}

} // namespace halfopen
