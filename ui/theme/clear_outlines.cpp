// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/clear_outlines.h"

#include <QApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include "ui/theme/colours.h"

namespace halfopen {

namespace {

constexpr int kBetweenDocks = 6; // pixels, wide enough to be taken hold of

} // namespace

void ClearOutlines::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == PE_IndicatorDockWidgetResizeHandle)
        return; // between docks only the ground is seen
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    const bool circle = element == PE_IndicatorRadioButton;
    // The style's own line is darker than the window: nothing to see where that is black.
    if ((!box && !circle) || !isDark(option->palette))
        return;
    const bool enabled = option->state & State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(mixed(option->palette.color(QPalette::Base), option->palette.color(QPalette::WindowText), enabled ? 0.62 : 0.5));
    const QRectF line = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (box)
        painter->drawRoundedRect(line, 2, 2);
    else
        painter->drawEllipse(line);
    painter->restore();
}

int ClearOutlines::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    return metric == PM_DockWidgetSeparatorExtent ? kBetweenDocks : QProxyStyle::pixelMetric(metric, option, widget);
}

void ClearOutlines::install()
{
    if (qobject_cast<ClearOutlines*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new ClearOutlines(QStyleFactory::create(QApplication::style()->name())));
}

} // namespace halfopen
