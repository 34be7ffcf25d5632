// SPDX-License-Identifier: GPL-3.0-or-later
// A style whose empty boxes can be seen on a dark ground, and whose docks stand apart.
#pragma once

#include <QProxyStyle>

namespace halfopen {

/// Draws as the style that it is made over, and a line of its own around what can be ticked. Between docks it leaves a gap: a
/// style sheet of the main window, which can do that too, is matched against every widget in it.
class ClearOutlines final : public QProxyStyle
{
    Q_OBJECT

public:
    using QProxyStyle::QProxyStyle;

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;

    /// Once for the application; later calls change nothing.
    static void install();
};

} // namespace halfopen
