// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts, the router and the cable, as a widget: what it shows and when it paints. Input is in topology_input.cpp.
#include "ui/topology/topology_view.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/theme/line_height.h"
#include "ui/topology/topology_accessible.h"

namespace halfopen {

namespace {

constexpr int kMovingTick = 33;    // ms; 30 pictures a second while something moves
constexpr int kWaitingTick = 100;  // ms; the tenths of "blocked 9.4 s"
constexpr double kAllHasEnded = 5; // s after which no packet is drawn any more

} // namespace

TopologyView::TopologyView(ViewState& state, QWidget* parent) : RunView(parent), m_state(state)
{
    installTopologyAccessibility();
    setObjectName(QStringLiteral("topologyView"));
    setAccessibleName(tr("Hosts and cable"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&m_ticks, &QTimer::timeout, this, &TopologyView::showInstant);
    connect(&state, &ViewState::pairChanged, this, &TopologyView::showInstant);
    connect(&state, &ViewState::endChanged, this, &TopologyView::showInstant);
    connect(&state, &ViewState::cursorChanged, this, &TopologyView::showInstant);
    showInstant();
}

double TopologyView::shownAt(const RunFacts& shown) const
{
    return !shown.live && m_state.cursor() ? std::min(toSeconds(*m_state.cursor()), shown.now) : shown.now;
}

double TopologyView::packetsShownAt(const RunFacts& shown) const
{
    if (shown.live || m_state.cursor())
        return shownAt(shown);
    // A run that is over has nothing on its way, but what was seen to leave is also seen to end.
    return shown.now + (m_sinceEnd.isValid() ? static_cast<double>(m_sinceEnd.elapsed()) / 1000 : kAllHasEnded);
}

TopologyLayout TopologyView::currentLayout() const
{
    return TopologyLayout::of(canvas(), font(), m_scene.isOnLoopback());
}

QRect TopologyView::screenRectOf(TopologyPart part) const
{
    const QRectF box = currentLayout().rectOf(part);
    return {toGlobal(box.topLeft()), toGlobal(box.bottomRight())};
}

TopologyPart TopologyView::partAtScreen(const QPoint& globalPosition) const
{
    return currentLayout().partAt(QPointF(mapFromGlobal(globalPosition)) / magnification());
}

void TopologyView::runReplaced()
{
    m_sinceEnd.invalidate();
}

void TopologyView::runStopped()
{
    m_sinceEnd.start();
}

void TopologyView::runChanged()
{
    showInstant();
}

void TopologyView::setHindered(bool hindered)
{
    m_isHindered = hindered;
    showInstant();
}

void TopologyView::showInstant()
{
    RunFacts shown = facts();
    shown.moves = isRunning() || (m_sinceEnd.isValid() && !m_state.cursor());
    TopologyScene scene =
        TopologyScene::at(shown, m_state.pair(), m_state.end(), shownAt(shown), packetsShownAt(shown));
    if (m_isHindered && !shown.hasRun)
        scene.hint = hindranceHint();
    m_instant = isRunning() && isVisible() ? std::optional{shown.sinceHello(shown.now)} : std::nullopt;
    if (scene != m_scene) {
        const bool packetsOnly = scene.differsInPacketsOnly(m_scene);
        const std::vector<TopologyPart> told = partsThatDiffer(m_scene, scene);
        m_scene = std::move(scene);
        const QRectF cable = currentLayout().between;
        if (packetsOnly)
            update(QRectF(cable.topLeft() * magnification(), cable.size() * magnification()).toAlignedRect());
        else
            update();
        tellTopologyChange(*this, told);
        if (m_instant && !packetsOnly)
            Q_EMIT instantShown(*m_instant);
    }
    scheduleTicks();
}

void TopologyView::scheduleTicks()
{
    const bool moves = isVisible() && (isRunning() || m_sinceEnd.isValid()) && m_scene.isMoving();
    if (!isVisible() || (!isRunning() && !moves)) {
        m_ticks.stop();
        return;
    }
    const int interval = moves ? kMovingTick : kWaitingTick;
    if (!m_ticks.isActive() || m_ticks.interval() != interval)
        m_ticks.start(interval);
}

QSize TopologyView::sizeHint() const
{
    const double line = lineHeight(font());
    return QSizeF(line * 44, line * 11).toSize();
}

QSize TopologyView::minimumSizeHint() const
{
    // So that each of the four has its two lines.
    const double line = lineHeight(font()) * magnification();
    return QSizeF(line * 26, line * 9.5).toSize();
}

void TopologyView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.scale(magnification(), magnification());
    paintTopology(painter, canvas(), m_scene,
                  {palette(), font(), hasFocus() ? m_focused : TopologyPart::None, m_hovered});
}

QImage TopologyView::toImage(const QSize& size, double devicePixelRatio) const
{
    const double ratio = std::isfinite(devicePixelRatio) ? std::clamp(devicePixelRatio, 0.5, 8.0) : 1.0;
    QImage image((QSizeF(size) * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    paintTopology(painter, QRectF(QPointF(0, 0), QSizeF(size)), m_scene, {palette(), font()});
    return image;
}

void TopologyView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Hosts and cable"));
        showInstant();
        update();
    }
    QWidget::changeEvent(event);
}

void TopologyView::showEvent(QShowEvent*)
{
    showInstant();
}

void TopologyView::hideEvent(QHideEvent*)
{
    m_instant.reset();
    m_ticks.stop();
}

} // namespace halfopen
