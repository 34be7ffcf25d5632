// SPDX-License-Identifier: GPL-3.0-or-later
// The time line of the selected pair, as a widget.
#include "ui/timeline/timeline_view.h"

#include "ui/timeline/reading.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace halfopen {

namespace {

constexpr int kFastestTick = 33;  // ms; 30 pictures a second
constexpr int kSlowestTick = 200; // ms; the times in the read-out still look alive

} // namespace

TimelineView::TimelineView(ViewState& state, QWidget* parent) : RunView(parent), m_state(state)
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

TimelineLayout TimelineView::currentLayout() const
{
    return TimelineLayout::of(canvas(), font(), m_state.end(), m_state.showsBothEnds(),
                              TimelinePicture::flagRows(facts()));
}

TimeAxis TimelineView::axis() const
{
    return TimelinePicture::axisFor(facts(), TimelineLook::of(m_state), currentLayout(), font());
}

QRectF TimelineView::plotArea() const
{
    return currentLayout().plot;
}

void TimelineView::runReplaced()
{
    m_picture.forget();
    m_pinned = false;
}

void TimelineView::runChanged()
{
    scheduleTicks();
    tellReading();
    update();
}

void TimelineView::scheduleTicks()
{
    if (!isRunning() || !isVisible()) {
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
    return readingAt(shown, m_picture.digest(m_state.end()), m_state.pair(), m_state.end(), seconds, m_state.origin(),
                     true)
        .join(QLatin1Char('\n'));
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
    painter.scale(magnification(), magnification());
    const RunFacts shown = facts();
    m_picture.prepare(shown, m_state.pair());
    m_picture.paint(painter, canvas(), shown, TimelineLook::of(m_state), palette(), font());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Colours::from(palette()).focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(canvas().adjusted(1, 1, -1, -1), 4, 4);
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

void TimelineView::showEvent(QShowEvent*)
{
    scheduleTicks();
}

void TimelineView::hideEvent(QHideEvent*)
{
    m_ticks.stop();
}

} // namespace halfopen
