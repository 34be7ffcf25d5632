// SPDX-License-Identifier: GPL-3.0-or-later
// The time line of the selected pair, as a widget.
#include "ui/timeline/timeline_view.h"

#include "ui/timeline/reading.h"

#include <QAccessible>
#include <QAction>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

constexpr int kFastestTick = 33;  // ms; 30 pictures a second
constexpr int kSlowestTick = 200; // ms; the times in the read-out still look alive

} // namespace

TimelineView::TimelineView(ViewState& state, QWidget* parent) : QWidget(parent), m_state(state)
{
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Time line"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_ticks.setTimerType(Qt::CoarseTimer);
    connect(&m_ticks, &QTimer::timeout, this, [this] { update(); });
    const auto changed = [this] { update(); };
    connect(&state, &ViewState::pairChanged, this, changed);
    connect(&state, &ViewState::endChanged, this, changed);
    connect(&state, &ViewState::showsBothEndsChanged, this, changed);
    connect(&state, &ViewState::cursorChanged, this, [this] {
        tellReading();
        update();
    });
    connect(&state, &ViewState::rangeChanged, this, [this] { scheduleTicks(); });
    connect(&state, &ViewState::followsChanged, this, changed);
    connect(&state, &ViewState::scaleChanged, this, changed);
    connect(&state, &ViewState::originChanged, this, changed);
    tellReading();
}

RunFacts TimelineView::facts() const
{
    const bool runs = m_timeline && m_timeline->eventCount() > 0;
    return RunFacts::of(m_timeline, runs ? m_timeline->experiment() : m_experiment, m_predictions, m_clock.now(), m_live);
}

TimelineLayout TimelineView::currentLayout() const { return TimelineLayout::of(QRectF(rect()), font(), m_state.end(), m_state.showsBothEnds(), TimelinePicture::flagRows(facts())); }

TimeAxis TimelineView::axis() const
{
    return TimelinePicture::axisFor(facts(), TimelineLook::of(m_state), currentLayout(), font());
}

QRectF TimelineView::plotArea() const { return currentLayout().plot; }

void TimelineView::setTimeline(const Timeline* timeline)
{
    m_timeline = timeline;
    m_picture.forget();
    m_clock.stop(timeline ? timeline->lastTime() : RunTime{0});
    m_pinned = false;
    refresh();
}

void TimelineView::setExperiment(const Experiment& experiment)
{
    if (m_experiment == experiment)
        return;
    m_experiment = experiment;
    tellReading();
    update();
}

void TimelineView::setPredictions(const std::vector<Prediction>& predictions)
{
    if (m_predictions == predictions)
        return;
    m_predictions = predictions;
    tellReading();
    update();
}

void TimelineView::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    if (!live)
        m_clock.stop(m_timeline ? m_timeline->lastTime() : RunTime{0});
    refresh();
}

void TimelineView::refresh()
{
    const bool runs = m_live && m_timeline && m_timeline->eventCount() > 0 && !m_timeline->finished();
    if (runs)
        m_clock.heard(m_timeline->lastTime());
    else
        m_clock.stop(m_timeline ? m_timeline->lastTime() : RunTime{0});
    scheduleTicks();
    tellReading();
    update();
}

void TimelineView::scheduleTicks()
{
    if (!m_clock.isRunning() || !isVisible()) {
        m_ticks.stop();
        update();
        return;
    }
    // As often as "now" moves by a pixel, not more.
    const TimeAxis now = axis();
    const double pixelsPerSecond = std::max(now.pixelsPerSecond(std::min(facts().now, now.to())), 0.1);
    const int interval = std::clamp(static_cast<int>(1000 / pixelsPerSecond), kFastestTick, kSlowestTick);
    if (!m_ticks.isActive() || std::abs(m_ticks.interval() - interval) > interval / 4)
        m_ticks.start(interval);
    update();
}

QString TimelineView::reading() const
{
    const RunFacts shown = facts();
    if (!shown.plan(m_state.pair()) && !shown.track(m_state.pair()))
        return tr("Nothing to show yet.");
    const double seconds = m_state.cursor() ? toSeconds(*m_state.cursor()) : shown.now;
    return readingAt(shown, m_picture.digest(m_state.end()), m_state.pair(), m_state.end(), seconds, m_state.origin(), true).join(QLatin1Char('\n'));
}

void TimelineView::tellReading()
{
    m_picture.prepare(facts(), m_state.pair());
    const QString text = reading();
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QSize TimelineView::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 46, line * 22};
}

QSize TimelineView::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 20, line * 11};
}

void TimelineView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const RunFacts shown = facts();
    m_picture.prepare(shown, m_state.pair());
    m_picture.paint(painter, QRectF(rect()), shown, TimelineLook::of(m_state), palette(), font());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Colours::from(palette()).focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void TimelineView::paintFigure(QPainter& painter, const QRectF& area) const
{
    TimelinePicture picture;
    const RunFacts shown = facts();
    picture.prepare(shown, m_state.pair());
    picture.paintFigure(painter, area, shown, TimelineLook::of(m_state), palette(), font());
}

QImage TimelineView::toImage(const QSize& size, double devicePixelRatio) const
{
    const double ratio = std::isfinite(devicePixelRatio) ? std::clamp(devicePixelRatio, 0.5, 8.0) : 1.0;
    QImage image((QSizeF(size) * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(palette().color(QPalette::Base));
    QPainter painter(&image);
    paintFigure(painter, QRectF(QPointF(0, 0), QSizeF(size)));
    return image;
}

void TimelineView::showEverything()
{
    m_state.setRange(std::nullopt);
    m_state.setFollows(true);
}

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
    option(tr("Calls and states of both ends"), m_state.showsBothEnds(), [this](bool on) { m_state.setShowsBothEnds(on); });
    menu->popup(event->globalPos());
}

void TimelineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Time line"));
        tellReading();
        update();
    }
    QWidget::changeEvent(event);
}

void TimelineView::showEvent(QShowEvent*) { scheduleTicks(); }

void TimelineView::hideEvent(QHideEvent*) { m_ticks.stop(); }

} // namespace halfopen
