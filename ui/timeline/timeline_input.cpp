// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel, keys and context menu of the time line.
#include "ui/timeline/timeline_view.h"

#include "ui/timeline/reading.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace halfopen {

void TimelineView::zoom(double factor, double aroundX)
{
    const TimeRange range = axis().zoomed(factor, aroundX);
    m_state.setRange(range);
}

void TimelineView::pan(double pixels)
{
    const TimeRange range = axis().moved(pixels);
    m_state.setFollows(false);
    m_state.setRange(range);
}

void TimelineView::setCursorAt(double x)
{
    const QRectF plot = plotArea();
    m_state.setCursor(fromSeconds(axis().seconds(std::clamp(x, plot.left(), plot.right()))));
}

void TimelineView::moveCursor(double pixels)
{
    const TimeAxis shown = axis();
    const double from = m_state.cursor() ? shown.x(toSeconds(*m_state.cursor())) : shown.x(facts().now);
    m_pinned = true;
    setCursorAt(from + pixels);
}

void TimelineView::jumpCursor(bool forward)
{
    const RunFacts shown = facts();
    const double from = m_state.cursor() ? toSeconds(*m_state.cursor()) : shown.now;
    const double to = neighbouringEvent(shown, m_state.pair(), m_state.end(), from, forward);
    m_pinned = true;
    m_state.setCursor(fromSeconds(to));
    const TimeAxis now = axis();
    const double x = now.x(to);
    if (x < now.left() || x > now.right())
        pan(plotArea().center().x() - x);
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton) {
        m_pressed = event->position();
        m_last = event->position();
        m_dragging = false;
    }
    QWidget::mousePressEvent(event);
    event->accept();
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed) {
        if (!m_dragging && std::abs(event->position().x() - m_pressed->x()) > 4)
            m_dragging = true;
        if (m_dragging) {
            setCursor(Qt::ClosedHandCursor);
            pan(event->position().x() - m_last.x());
            m_last = event->position();
        }
        return;
    }
    const QRectF plot = plotArea();
    if (event->position().x() < plot.left() || event->position().x() > plot.right()) {
        if (!m_pinned)
            m_state.setCursor(std::nullopt);
        return;
    }
    if (!m_pinned)
        setCursorAt(event->position().x());
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressed && !m_dragging && event->button() == Qt::LeftButton && plotArea().contains(event->position())) {
        setCursorAt(event->position().x());
        m_pinned = true;
    }
    m_pressed.reset();
    m_dragging = false;
    unsetCursor();
    event->accept();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_pressed.reset();
    showEverything();
    event->accept();
}

void TimelineView::leaveEvent(QEvent*)
{
    if (!m_pinned && !m_dragging)
        m_state.setCursor(std::nullopt);
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier || std::abs(delta.x()) > std::abs(delta.y()))
        pan((delta.x() != 0 ? delta.x() : delta.y()) * 0.5);
    else if (delta.y() != 0)
        zoom(std::pow(1.0 / 1.2, delta.y() / 120.0), event->position().x());
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool far = event->modifiers() & Qt::ShiftModifier;
    const bool jump = event->modifiers() & Qt::ControlModifier;
    const QRectF plot = plotArea();
    const double centre = m_state.cursor() ? axis().x(toSeconds(*m_state.cursor())) : plot.center().x();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool forward = event->key() == Qt::Key_Right;
        if (jump)
            jumpCursor(forward);
        else
            moveCursor((forward ? 1 : -1) * (far ? 25.0 : 2.0));
        break;
    }
    case Qt::Key_PageUp:
        pan(plot.width() * 0.8);
        break;
    case Qt::Key_PageDown:
        pan(-plot.width() * 0.8);
        break;
    case Qt::Key_Home:
        showEverything();
        break;
    case Qt::Key_End:
        m_state.setFollows(true);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1 / 1.5, centre);
        break;
    case Qt::Key_Minus:
        zoom(1.5, centre);
        break;
    case Qt::Key_Escape:
        m_pinned = false;
        m_state.setCursor(std::nullopt);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto option = [&](const QString& text, bool on, auto act) {
        QAction* const action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this, act);
    };
    connect(menu->addAction(tr("Show everything\tHome")), &QAction::triggered, this, &TimelineView::showEverything);
    option(tr("Follow the run"), m_state.follows(), [this](bool on) { m_state.setFollows(on); });
    menu->addSeparator();
    option(tr("Square-root time: back-off stays readable"), m_state.scale() == TimeScale::SquareRoot,
           [this](bool on) { m_state.setScale(on ? TimeScale::SquareRoot : TimeScale::Linear); });
    option(tr("Count from the fault"), m_state.origin() == TimeOrigin::Fault,
           [this](bool on) { m_state.setOrigin(on ? TimeOrigin::Fault : TimeOrigin::Start); });
    menu->addSeparator();
    option(tr("Client's side"), m_state.end() == Host::Client, [this] { m_state.setEnd(Host::Client); });
    option(tr("Server's side"), m_state.end() == Host::Server, [this] { m_state.setEnd(Host::Server); });
    option(tr("Calls and states of both ends"), m_state.showsBothEnds(),
           [this](bool on) { m_state.setShowsBothEnds(on); });
    menu->popup(event->globalPos());
}

} // namespace halfopen
