// SPDX-License-Identifier: GPL-3.0-or-later
// The time line of the selected pair, as a widget.
#include "ui/timeline/timeline_view.h"

#include "ui/theme/line_height.h"
#include "ui/theme/picture_accessible.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/reading.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace halfopen {

namespace {

constexpr int kFastestTick = 33;  // ms; 30 pictures a second
constexpr int kSlowestTick = 200; // ms; the times in the read-out still look alive
constexpr double kFrame = 3; // px in the picture; the frame of the focus goes around the scroll bar too
constexpr std::size_t kFactsATurn = 20'000; // some 2 ms; of a million rows the rest waits for the event loop

} // namespace

TimelineView::TimelineView(ViewState& state, QWidget* parent) : RunView(parent), m_state(state)
{
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Time line"));
    // The description tells what is at the cursor: with these the run is read event by event.
    tellAsPicture(*this, {{QStringLiteral("previous"), tr("Previous event"), [this] { jumpCursor(false); }},
                          {QStringLiteral("next"), tr("Next event"), [this] { jumpCursor(true); }},
                          {QStringLiteral("pick"), tr("Pick the event at the cursor"), [this] { pickAtCursor(); }}});
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_rows = new QScrollBar(Qt::Vertical, this);
    m_rows->setObjectName(QStringLiteral("timeline.pairScroll"));
    m_rows->setAccessibleName(tr("Rows of pairs"));
    m_rows->hide();
    m_ticks.setTimerType(Qt::CoarseTimer);
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    listen();
    tellReading();
}

void TimelineView::listen()
{
    connect(&m_ticks, &QTimer::timeout, this, [this] { update(); });
    connect(&m_more, &QTimer::timeout, this, &TimelineView::prepareMore);
    connect(m_rows, &QScrollBar::valueChanged, this, [this] { update(); });
    const auto changed = [this] {
        tellReading();
        update();
    };
    connect(&m_state, &ViewState::pairChanged, this, changed);
    connect(&m_state, &ViewState::endChanged, this, changed);
    connect(&m_state, &ViewState::showsBothEndsChanged, this, changed);
    connect(&m_state, &ViewState::cursorChanged, this, changed);
    connect(&m_state, &ViewState::measuredChanged, this, changed);
    connect(&m_state, &ViewState::guessChanged, this, changed);
    connect(&m_state, &ViewState::originChanged, this, changed);
    connect(&m_state, &ViewState::infoChanged, this, changed);
    connect(&m_state, &ViewState::selectedChanged, this, &TimelineView::showSelected);
    connect(&m_state, &ViewState::comparedChanged, this, &TimelineView::updateRows);
    connect(&m_state, &ViewState::rangeChanged, this, &TimelineView::scheduleTicks);
    connect(&m_state, &ViewState::followsChanged, this, &TimelineView::scheduleTicks);
    connect(&m_state, &ViewState::scaleChanged, this, &TimelineView::scheduleTicks);
}

QRectF TimelineView::area() const
{
    const double taken = m_rows->isVisibleTo(this) ? m_rows->width() / magnification() + kFrame : 0;
    return canvas().adjusted(0, 0, -taken, 0);
}

TimelineLook TimelineView::look() const
{
    TimelineLook look = TimelineLook::of(m_state);
    look.scrolled = m_rows->value();
    look.readPair = m_readPair;
    look.told = m_told;
    return look;
}

TimelineLayout TimelineView::currentLayout() const
{
    return TimelinePicture::layoutFor(facts(), look(), area(), font());
}

TimeAxis TimelineView::axis() const
{
    return TimelinePicture::axisFor(facts(), look(), currentLayout(), font());
}

QRectF TimelineView::plotArea() const
{
    return currentLayout().plot;
}

void TimelineView::tellInstant(RunTime instant)
{
    if (std::exchange(m_told, instant) != instant && isRunning() && !m_state.cursor())
        update();
}

void TimelineView::runReplaced()
{
    m_picture.forget();
    m_pinned = false;
    m_mark.reset();
    m_readPair = -1;
    m_told.reset();
}

void TimelineView::runRefolded()
{
    m_picture.forget();
}

void TimelineView::runChanged()
{
    if (!isRunning())
        m_told.reset(); // where time stands still it is what it is
    updateRows();
    scheduleTicks();
    tellReading();
    update();
}

void TimelineView::updateRows()
{
    const TimelineLayout layout = TimelinePicture::layoutFor(facts(), TimelineLook::of(m_state), canvas(), font());
    const int hidden = static_cast<int>(std::ceil(layout.contentHeight - layout.plot.height()));
    const bool needed = m_state.compared() && hidden > 0;
    m_rows->setRange(0, needed ? hidden : 0);
    m_rows->setPageStep(std::max(static_cast<int>(layout.plot.height()), 1));
    m_rows->setSingleStep(std::max(static_cast<int>(layout.rowHeight), 1));
    const int width = m_rows->sizeHint().width();
    m_rows->setGeometry(rect().right() - width + 1 - static_cast<int>(std::ceil(kFrame * magnification())), static_cast<int>(layout.plot.top() * magnification()), width,
                        static_cast<int>(layout.plot.height() * magnification()));
    m_rows->setVisible(needed);
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
    QStringList lines;
    const PairDigest& digest = m_picture.digest(m_state.pair());
    if (const auto& range = m_state.measured()) {
        const QString length = preciseText(toSeconds(range->to - range->from));
        const QString traffic = trafficText(shown, m_state.pair(), *range);
        lines << (traffic.isEmpty() ? tr("Measured: %1", "time").arg(length)
                                    : tr("Measured: %1, %2", "time, packets").arg(length, traffic));
    }
    if (const auto& picked = m_state.selected(); picked && picked->pair == m_state.pair()) {
        const Moments moments(shown, digest, picked->pair, m_state.end(), true);
        const std::vector<Moment> found = moments.at(picked->at);
        if (!found.empty())
            lines << tr("Picked: %1", "an event").arg(moments.text(found.front()));
    }
    const double seconds = m_state.cursor() ? toSeconds(*m_state.cursor()) : shown.now;
    const ReadingLook of{m_state.pair(), m_state.end(), m_state.showsBothEnds(), m_state.origin(), m_state.info()};
    return (lines + readingAt(shown, digest, of, seconds).lines()).join(QLatin1Char('\n'));
}

void TimelineView::prepareSome(const TimelineLayout& layout)
{
    if (!m_picture.prepare(facts(), look(), layout, kFactsATurn) && !m_more.isActive())
        m_more.start();
}

void TimelineView::prepareMore()
{
    prepareSome(currentLayout());
    if (m_more.isActive())
        return;
    tellReading();
    update();
}

void TimelineView::tellReading()
{
    prepareSome({});
    const QString text = reading();
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text); // tells that it has changed
}

void TimelineView::showSelected()
{
    const auto& picked = m_state.selected();
    if (picked && !m_showingPicked) {
        m_state.setPair(picked->pair);
        const RunFacts shown = facts();
        prepareSome({});
        const auto found = Moments(shown, m_picture.digest(picked->pair), picked->pair, m_state.end(), true).at(picked->at);
        // Packets and faults are seen from both ends; calls, states and timers from their own.
        const bool seen = found.empty() || std::ranges::any_of(found, [&](const Moment& moment) {
                              const auto lane = laneOf(moment.what);
                              return !lane || *lane == LaneKind::Wire || moment.end == m_state.end();
                          });
        if (!seen && !m_state.showsBothEnds())
            m_state.setEnd(picked->end);
        const double seconds = shown.since(picked->at);
        m_pinned = true;
        m_state.setCursor(fromSeconds(seconds));
        bringIntoSight(seconds);
    }
    tellReading();
    update();
}

QSize TimelineView::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 46, line * 22};
}

QSize TimelineView::minimumSizeHint() const
{
    const double line = lineHeight(font()) * magnification();
    return QSizeF(line * 20, line * 8).toSize();
}

void TimelineView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.scale(magnification(), magnification());
    const RunFacts shown = facts();
    const TimelineLook wanted = look();
    if (m_rows->isVisibleTo(this))
        painter.fillRect(canvas(), Colours::from(palette()).panel);
    prepareSome(currentLayout());
    m_picture.paint(painter, area(), shown, wanted, palette(), font());
    paintZoomBand(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Colours::from(palette()).focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(canvas().adjusted(1, 1, -1, -1), 4, 4);
    }
}

void TimelineView::paintFigure(QPainter& painter, const QRectF& area) const
{
    paintFigure(painter, area, palette(), font());
}

void TimelineView::paintFigure(QPainter& painter, const QRectF& area, const QPalette& colours, const QFont& inFont) const
{
    TimelinePicture picture;
    const RunFacts shown = facts();
    const TimelineLook wanted = look();
    picture.prepare(shown, wanted, TimelinePicture::layoutFor(shown, wanted, area, inFont), std::numeric_limits<std::size_t>::max());
    picture.paintFigure(painter, area, shown, wanted, colours, inFont);
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
        updateRows();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Time line"));
        m_rows->setAccessibleName(tr("Rows of pairs"));
        tellReading();
        update();
    }
    QWidget::changeEvent(event);
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    updateRows();
    RunView::resizeEvent(event);
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
