// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and wheel of the time line.
#include "ui/timeline/timeline_view.h"

#include "ui/theme/quantity_text.h"
#include "ui/timeline/guess_flag.h"
#include "ui/timeline/lanes.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

constexpr double kSnap = 7;      // px; an event this near to the mouse is meant
constexpr double kDragBegins = 4; // px
constexpr double kGuessGrip = 10; // px; this near to the flag the mouse takes it

} // namespace

int TimelineView::pairAt(double y) const
{
    const TimelineLayout layout = currentLayout();
    const LaneBox* const box = layout.laneAt(y);
    return box && box->pair >= 0 ? box->pair : m_state.pair();
}

RunTime TimelineView::snapped(double x, int pair) const
{
    const TimeAxis shown = axis();
    const RunFacts now = facts();
    const double at = shown.seconds(std::clamp(x, shown.left(), shown.right()));
    const Moments moments(now, m_picture.digest(pair), pair, m_state.end(), m_state.showsBothEnds());
    const auto nearest = moments.nearest(now.sinceHello(at), now.sinceHello(shown.seconds(x - kSnap)),
                                         now.sinceHello(shown.seconds(x + kSnap)));
    return nearest ? nearest->at - now.sinceHello(0) : fromSeconds(at);
}

std::optional<Moment> TimelineView::momentAt(const QPointF& at) const
{
    const TimelineLayout layout = currentLayout();
    const TimeAxis shown = axis();
    const RunFacts now = facts();
    const LaneBox* const box = layout.laneAt(at.y());
    const int pair = pairAt(at.y());
    const RunTime time = now.sinceHello(shown.seconds(at.x()));
    const RunTime from = now.sinceHello(shown.seconds(at.x() - kSnap));
    const RunTime to = now.sinceHello(shown.seconds(at.x() + kSnap));
    if (box) {
        const Moments ofLane(now, m_picture.digest(pair), pair, box->end, false);
        if (const auto found = ofLane.nearest(time, from, to, box->kind))
            return found;
    }
    return Moments(now, m_picture.digest(pair), pair, m_state.end(), m_state.showsBothEnds()).nearest(time, from, to);
}

void TimelineView::pickAt(const QPointF& at)
{
    const int pair = pairAt(at.y());
    const std::optional<Moment> moment = momentAt(at);
    m_pinned = true;
    m_state.setPair(pair);
    m_showingPicked = true;
    if (moment) {
        m_state.setCursor(moment->at - facts().sinceHello(0));
        m_state.setSelected(moment->ref(pair));
    } else {
        m_state.setCursor(snapped(at.x(), pair));
        m_state.setSelected(std::nullopt);
    }
    m_showingPicked = false;
}

void TimelineView::beginDrag(const QMouseEvent& event)
{
    m_pressed = m_last = event.position();
    m_drag = Drag::Waiting;
    const TimelineLayout layout = currentLayout();
    if (event.button() == Qt::LeftButton && !layout.overview.isEmpty() &&
        event.position().y() >= layout.overview.top() - 2) {
        m_drag = m_wanted = Drag::Overview;
        scrollOverview(event.position().x());
    } else if (event.button() == Qt::LeftButton && isOnGuess(event.position())) {
        m_drag = m_wanted = Drag::Guess;
        m_pinned = false;
        m_state.setCursor(std::nullopt); // it would stay where the drag began
    } else if (event.button() == Qt::RightButton || event.modifiers() & Qt::ControlModifier)
        m_wanted = Drag::Zoom;
    else if (event.modifiers() & Qt::ShiftModifier)
        m_wanted = Drag::Measure;
    else
        m_wanted = Drag::Pan;
}

void TimelineView::continueDrag(const QPointF& at)
{
    if (m_drag == Drag::Waiting && std::abs(at.x() - m_pressed.x()) > kDragBegins)
        m_drag = m_wanted;
    switch (m_drag) {
    case Drag::None:
    case Drag::Waiting:
        break;
    case Drag::Pan:
        setCursor(Qt::ClosedHandCursor);
        pan(at.x() - m_last.x());
        break;
    case Drag::Zoom:
        update();
        break;
    case Drag::Measure: {
        const int pair = pairAt(m_pressed.y());
        m_state.setMeasured(TimeRange{snapped(m_pressed.x(), pair), snapped(at.x(), pair)});
        break;
    }
    case Drag::Overview:
        scrollOverview(at.x());
        break;
    case Drag::Guess:
        setCursor(Qt::SizeHorCursor);
        guessAt(at.x());
        break;
    }
    m_last = at;
}

void TimelineView::scrollOverview(double x)
{
    if (!m_state.range())
        return; // all of it is visible
    const TimelineLayout layout = currentLayout();
    TimelineLook whole = look();
    whole.range.reset();
    bringIntoSight(TimelinePicture::axisFor(facts(), whole, layout, font()).seconds(x));
    const TimeAxis shown = axis();
    pan(layout.plot.center().x() - shown.x(TimelinePicture::axisFor(facts(), whole, layout, font()).seconds(x)));
}

bool TimelineView::isOnGuess(const QPointF& at) const
{
    const QRectF plot = plotArea();
    if (!m_state.isGuessing() || at.y() < plot.top() - kGuessGrip || at.y() > plot.bottom())
        return false;
    const auto x = guessX(axis(), facts(), m_state.guess(), true);
    return x && std::abs(std::clamp(*x, plot.left(), plot.right()) - at.x()) <= kGuessGrip;
}

void TimelineView::guessAt(double x)
{
    const RunFacts shown = facts();
    const QRectF plot = plotArea();
    const double seconds = axis().seconds(std::clamp(x, plot.left(), plot.right())) - shown.countedFrom;
    m_state.setGuess(Guess{fromSeconds(std::round(std::max(seconds, 0.0) * 10) / 10)});
}

void TimelineView::zoomToBand()
{
    const TimeAxis shown = axis();
    const double from = std::clamp(std::min(m_pressed.x(), m_last.x()), shown.left(), shown.right());
    const double to = std::clamp(std::max(m_pressed.x(), m_last.x()), shown.left(), shown.right());
    if (to - from < kDragBegins)
        return;
    m_state.setFollows(false);
    m_state.setRange(TimeRange{fromSeconds(shown.seconds(from)), fromSeconds(shown.seconds(to))});
}

void TimelineView::paintZoomBand(QPainter& painter) const
{
    if (m_drag != Drag::Zoom)
        return;
    const QRectF plot = plotArea();
    const TimeAxis shown = axis();
    const double from = std::clamp(std::min(m_pressed.x(), m_last.x()), plot.left(), plot.right());
    const double to = std::clamp(std::max(m_pressed.x(), m_last.x()), plot.left(), plot.right());
    const Colours colours = Colours::from(palette());
    painter.setPen(QPen(colours.focus, 1.5));
    painter.setBrush(withAlpha(colours.focus, 0.15));
    painter.drawRect(QRectF(from, plot.top(), to - from, plot.height()));
    const QRectF word(from + 3, plot.top() + 2, to - from - 6, fontMetrics().height());
    paintFitting(painter, word, {tr("zoom to %1", "time").arg(preciseText(shown.seconds(to) - shown.seconds(from)))},
                 font(), colours.text, Qt::AlignCenter);
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton ||
        event->button() == Qt::RightButton)
        beginDrag(*event);
    QWidget::mousePressEvent(event);
    event->accept();
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag != Drag::None) {
        continueDrag(event->position());
        return;
    }
    const TimelineLayout layout = currentLayout();
    const bool outside = event->position().x() < layout.plot.left() || event->position().x() > layout.plot.right() ||
                         event->position().y() > layout.axis.bottom();
    const int readPair = m_state.compared() && !outside ? pairAt(event->position().y()) : -1;
    if (readPair != m_readPair) {
        m_readPair = readPair;
        prepareSome(layout);
        update();
    }
    if (m_pinned)
        return;
    if (outside)
        m_state.setCursor(std::nullopt);
    else if (event->modifiers() & Qt::AltModifier)
        m_state.setCursor(fromSeconds(axis().seconds(event->position().x())));
    else
        m_state.setCursor(snapped(event->position().x(), pairAt(event->position().y())));
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = m_drag;
    m_last = event->position();
    m_drag = Drag::None;
    unsetCursor();
    const TimelineLayout layout = currentLayout();
    if (drag == Drag::Zoom)
        zoomToBand();
    else if (drag == Drag::Waiting && event->button() == Qt::RightButton)
        makeMenu(this)->popup(event->globalPosition().toPoint());
    else if (drag == Drag::Waiting && event->button() == Qt::LeftButton) {
        if (layout.plot.contains(event->position()))
            pickAt(event->position());
        else if (m_state.compared() && event->position().x() < layout.plot.left() &&
                 layout.laneAt(event->position().y()))
            m_state.setPair(pairAt(event->position().y()));
    }
    update();
    event->accept();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_drag = Drag::None;
    showEverything();
    event->accept();
}

void TimelineView::leaveEvent(QEvent*)
{
    if (!m_pinned && m_drag == Drag::None)
        m_state.setCursor(std::nullopt);
    m_readPair = -1;
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    const bool rows = m_rows->isVisibleTo(this) && !(event->modifiers() & Qt::ControlModifier);
    if (event->modifiers() & Qt::ShiftModifier || std::abs(delta.x()) > std::abs(delta.y()))
        pan((delta.x() != 0 ? delta.x() : delta.y()) * 0.5);
    else if (rows) // more pairs than fit: the wheel goes through them, with Ctrl it zooms
        m_rows->setValue(m_rows->value() - static_cast<int>(std::lround(delta.y() / 120.0 * m_rows->singleStep())));
    else if (delta.y() != 0)
        zoom(std::pow(1.0 / 1.2, delta.y() / 120.0), event->position().x());
    event->accept();
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    // The right button zooms when it is dragged: its menu comes when it is let go.
    if (event->reason() != QContextMenuEvent::Mouse)
        makeMenu(this)->popup(event->globalPos());
}

} // namespace halfopen
