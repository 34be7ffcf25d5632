// SPDX-License-Identifier: GPL-3.0-or-later
// A widget that shows one run, planned, live or over.
#include "ui/run_view.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>

namespace halfopen {

RunView::RunView(QWidget* parent) : QWidget(parent) {}

RunFacts RunView::facts() const
{
    const bool runs = m_timeline && m_timeline->eventCount() > 0;
    return RunFacts::of(m_timeline, runs ? m_timeline->experiment() : m_experiment, m_predictions, m_clock.now(),
                        m_live, m_replaySpeed);
}

void RunView::setTimeline(const Timeline* timeline)
{
    m_timeline = timeline;
    ++m_runNumber;
    if (!m_replaySpeed)
        m_clock.stop(timeline ? timeline->lastTime() : RunTime{0});
    runReplaced();
    refresh();
}

void RunView::setRefolded(const Timeline* timeline)
{
    m_timeline = timeline;
    ++m_runNumber;
    if (!m_replaySpeed)
        m_clock.stop(timeline ? timeline->lastTime() : RunTime{0});
    runRefolded();
    refresh();
}

void RunView::setReplayed(RunTime instant, double speed, bool plays)
{
    m_replaySpeed = speed;
    m_clock.keep(instant, plays ? speed : 0);
    runChanged();
}

void RunView::endReplay()
{
    if (!m_replaySpeed)
        return;
    m_replaySpeed.reset();
    m_clock.stop(m_timeline ? m_timeline->lastTime() : RunTime{0});
    runChanged();
}

void RunView::setExperiment(const Experiment& experiment)
{
    if (m_experiment == experiment)
        return;
    m_experiment = experiment;
    runChanged();
}

void RunView::setPredictions(const std::vector<Prediction>& predictions)
{
    if (m_predictions == predictions)
        return;
    m_predictions = predictions;
    runChanged();
}

void RunView::setNow(RunTime now)
{
    if (m_clock.isRunning())
        m_clock.heard(now);
}

void RunView::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    refresh();
}

void RunView::setMagnification(double magnification)
{
    const double wanted = std::clamp(magnification, 1.0, 4.0);
    if (m_magnification == wanted)
        return;
    m_magnification = wanted;
    updateGeometry();
    runChanged();
    update();
}

QRectF RunView::canvas() const { return {QPointF(0, 0), QSizeF(size()) / m_magnification}; }

QPoint RunView::toGlobal(const QPointF& onCanvas) const { return mapToGlobal((onCanvas * m_magnification).toPoint()); }

bool RunView::event(QEvent* event)
{
    if (m_magnification == 1)
        return QWidget::event(event);
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick: {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        QMouseEvent painted(mouse->type(), mouse->position() / m_magnification, mouse->scenePosition(), mouse->globalPosition(), mouse->button(),
                            mouse->buttons(), mouse->modifiers(), mouse->pointingDevice());
        const bool taken = QWidget::event(&painted);
        event->setAccepted(painted.isAccepted());
        return taken;
    }
    case QEvent::Wheel: {
        const auto* wheel = static_cast<const QWheelEvent*>(event);
        QWheelEvent painted(wheel->position() / m_magnification, wheel->globalPosition(), wheel->pixelDelta(), wheel->angleDelta(),
                            wheel->buttons(), wheel->modifiers(), wheel->phase(), wheel->inverted(), wheel->source(), wheel->pointingDevice());
        const bool taken = QWidget::event(&painted);
        event->setAccepted(painted.isAccepted());
        return taken;
    }
    case QEvent::ContextMenu: {
        const auto* menu = static_cast<const QContextMenuEvent*>(event);
        QContextMenuEvent painted(menu->reason(), (QPointF(menu->pos()) / m_magnification).toPoint(), menu->globalPos(), menu->modifiers());
        const bool taken = QWidget::event(&painted);
        event->setAccepted(painted.isAccepted());
        return taken;
    }
    default: // QEvent::Type is Qt's, with hundreds of values
        return QWidget::event(event);
    }
}

void RunView::refresh()
{
    if (m_replaySpeed) {
        runChanged();
        return;
    }
    const bool runs = m_live && m_timeline && m_timeline->eventCount() > 0 && !m_timeline->finished();
    if (runs) {
        m_clock.heard(m_timeline->lastTime());
    } else {
        const bool ran = m_clock.isRunning();
        m_clock.stop(m_timeline ? m_timeline->lastTime() : RunTime{0});
        if (ran)
            runStopped();
    }
    runChanged();
}

} // namespace halfopen
