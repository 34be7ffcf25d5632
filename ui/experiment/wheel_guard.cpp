// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the wheel from changing values that it only passes.
#include "ui/experiment/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QSlider>

namespace halfopen {

namespace {

QWidget* valueHolder(QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    const bool holdsValue = qobject_cast<QSlider*>(widget) != nullptr || qobject_cast<QAbstractSpinBox*>(widget) != nullptr
        || qobject_cast<QComboBox*>(widget) != nullptr;
    return holdsValue ? widget : nullptr;
}

/// Qt would hand it the focus before it hands it the wheel.
void takeFocusByHandOnly(QWidget* widget)
{
    if (widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
}

} // namespace

WheelGuard::WheelGuard(QWidget* below) : QObject(below), m_below(below)
{
    qApp->installEventFilter(this);
    for (auto* widget : below->findChildren<QWidget*>()) {
        if (valueHolder(widget) != nullptr)
            takeFocusByHandOnly(widget);
    }
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish)
        return false;
    auto* widget = valueHolder(watched);
    if (widget == nullptr || !m_below->isAncestorOf(widget))
        return false;
    if (event->type() == QEvent::Polish) {
        takeFocusByHandOnly(widget);
        return false;
    }
    if (widget->hasFocus())
        return false;
    // Not accepted: Qt offers it to the parents, up to the area that scrolls.
    event->ignore();
    return true;
}

} // namespace halfopen
