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

namespace {

QColor lineOf(const QStyleOption& option, double part)
{
    return mixed(option.palette.color(QPalette::Base), option.palette.color(QPalette::WindowText), option.state & QStyle::State_Enabled ? part : part * 0.6);
}

void outline(QPainter& painter, const QRectF& area, const QColor& line, const QBrush& ground = Qt::NoBrush)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(ground);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

} // namespace

void ClearOutlines::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const bool dark = isDark(option->palette);
    const auto part = [&](SubControl which) { return QRectF(proxy()->subControlRect(control, option, which, widget)); };
    const auto* range = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && range != nullptr && range->maximum > range->minimum) {
        // The style's own handle is as bright as the page and looks like the gap in a grey bar.
        const QColor handle = lineOf(*option, 0.42);
        outline(*painter, part(SC_ScrollBarSlider).adjusted(2, 1, -2, -1), handle, handle);
    } else if (control == CC_SpinBox && dark && !(option->state & State_HasFocus)) {
        outline(*painter, option->rect, lineOf(*option, 0.42));
    } else if (control == CC_Slider && dark) {
        outline(*painter, part(SC_SliderGroove), lineOf(*option, 0.42));
        const bool focused = option->state & State_HasFocus;
        outline(*painter, part(SC_SliderHandle), focused ? option->palette.color(QPalette::Highlight) : lineOf(*option, 0.8), lineOf(*option, 0.55));
    }
}

void ClearOutlines::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == PE_IndicatorDockWidgetResizeHandle)
        return; // between docks only the ground is seen
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    const bool circle = element == PE_IndicatorRadioButton;
    if (element == PE_PanelButtonCommand && isDark(option->palette) && !(option->state & State_HasFocus)) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button == nullptr || !(button->features & QStyleOptionButton::Flat))
            outline(*painter, option->rect, lineOf(*option, 0.42));
    }
    if (element == PE_FrameLineEdit && isDark(option->palette) && !(option->state & State_HasFocus))
        outline(*painter, option->rect, lineOf(*option, 0.42));
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
