// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what the keyboard has moved to in sight.
#pragma once

class QRectF;
class QWidget;

namespace halfopen {

/// Scrolls the area that the widget is in, if it is in one, until that part of the widget is seen.
void keepInSight(const QWidget& widget, const QRectF& part);

} // namespace halfopen
