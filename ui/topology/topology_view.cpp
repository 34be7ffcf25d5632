// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts, the router and the cable, as a widget.
#include "ui/topology/topology_view.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/timeline/lane_text.h"

namespace halfopen {

namespace {

constexpr int kMovingTick = 33;     // ms; 30 pictures a second while something moves
constexpr int kWaitingTick = 100;   // ms; the tenths of "blocked 9.4 s"
constexpr double kAllHasEnded = 5;  // s after which no packet is drawn any more
constexpr double kStreamTurn = 0.4; // s in which a stream's dashes move on by one

} // namespace

TopologyView::TopologyView(ViewState& state, QWidget* parent) : RunView(parent), m_state(state)
{
    setObjectName(QStringLiteral("topologyView"));
    setAccessibleName(tr("Hosts and cable"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        scheduleTicks();
        update();
    });
    const auto changed = [this] {
        tellScene();
        update();
    };
    connect(&state, &ViewState::pairChanged, this, changed);
    connect(&state, &ViewState::endChanged, this, changed);
    connect(&state, &ViewState::cursorChanged, this, changed);
    tellScene();
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

TopologyScene TopologyView::scene() const
{
    const RunFacts shown = facts();
    return TopologyScene::at(shown, m_state.pair(), m_state.end(), shownAt(shown), packetsShownAt(shown));
}

TopologyLayout TopologyView::currentLayout() const
{
    return TopologyLayout::of(canvas(), font(), scene().onLoopback);
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
    scheduleTicks();
    tellScene();
    update();
}

void TopologyView::scheduleTicks()
{
    const bool moves = isVisible() && (isRunning() || m_sinceEnd.isValid()) && scene().isMoving();
    if (!isVisible() || (!isRunning() && !moves)) {
        m_ticks.stop();
        return;
    }
    const int interval = moves ? kMovingTick : kWaitingTick;
    if (!m_ticks.isActive() || m_ticks.interval() != interval)
        m_ticks.start(interval);
}

void TopologyView::tellScene()
{
    const TopologyScene shown = scene();
    QStringList lines;
    for (const HostScene& host : shown.hosts)
        lines << tr("%1: %2, %3, %4", "host, what its program does, socket state, what its kernel believes")
                     .arg(hostText(host.host), host.doing.value(0), host.state, host.belief.value(0));
    lines << (shown.isCut() ? tr("The cable is cut.") : tr("The cable is whole.")) << shown.countdown
          << shown.hint.value(0);
    lines.removeAll(QString());
    const QString text = lines.join(QLatin1Char('\n'));
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

QSize TopologyView::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 44, line * 11};
}

QSize TopologyView::minimumSizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 26, line * 8};
}

void TopologyView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.scale(magnification(), magnification());
    const RunFacts shown = facts();
    const double at = shownAt(shown);
    const double phase = std::fmod(std::max(at, 0.0), kStreamTurn) / kStreamTurn;
    paintTopology(painter, canvas(),
                  TopologyScene::at(shown, m_state.pair(), m_state.end(), at, packetsShownAt(shown)), palette(), font(),
                  phase, hasFocus() ? m_focused : TopologyPart::None, m_hovered);
}

QImage TopologyView::toImage(const QSize& size, double devicePixelRatio) const
{
    const double ratio = std::isfinite(devicePixelRatio) ? std::clamp(devicePixelRatio, 0.5, 8.0) : 1.0;
    QImage image((QSizeF(size) * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    paintTopology(painter, QRectF(QPointF(0, 0), QSizeF(size)), scene(), palette(), font(), 0.5, TopologyPart::None,
                  TopologyPart::None);
    return image;
}

void TopologyView::activate(TopologyPart part)
{
    if (part == TopologyPart::None)
        return;
    const QRectF box = currentLayout().rectOf(part);
    if (part != TopologyPart::Cable)
        popUp(part, toGlobal({box.center().x(), box.bottom()}));
    else if (scene().canAct)
        Q_EMIT dropToggled();
    else
        QToolTip::showText(toGlobal(box.center()), scene().hint.value(0), this);
}

void TopologyView::setHovered(TopologyPart part)
{
    if (m_hovered == part)
        return;
    m_hovered = part;
    if (part != TopologyPart::None && scene().canAct)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

void TopologyView::setFocused(TopologyPart part)
{
    if (m_focused == part)
        return;
    m_focused = part;
    update();
}

void TopologyView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(currentLayout().partAt(event->position()));
}

void TopologyView::mousePressEvent(QMouseEvent* event)
{
    event->accept();
} // or the release would go elsewhere

void TopologyView::mouseReleaseEvent(QMouseEvent* event)
{
    const TopologyPart part = currentLayout().partAt(event->position());
    if (event->button() != Qt::LeftButton || part == TopologyPart::None)
        return;
    setFocused(part);
    activate(part);
}

void TopologyView::leaveEvent(QEvent*)
{
    setHovered(TopologyPart::None);
}

void TopologyView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setFocused(m_focused == TopologyPart::Server ? TopologyPart::Cable : TopologyPart::Client);
        break;
    case Qt::Key_Right:
        setFocused(m_focused == TopologyPart::Client ? TopologyPart::Cable : TopologyPart::Server);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activate(m_focused);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void TopologyView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        popUp(currentLayout().partAt(QPointF(event->pos())), event->globalPos());
        return;
    }
    const QRectF box = currentLayout().rectOf(m_focused);
    popUp(m_focused, toGlobal(box.center()));
}

void TopologyView::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::BacktabFocusReason)
        setFocused(TopologyPart::Server);
    else if (event->reason() == Qt::TabFocusReason || m_focused == TopologyPart::None)
        setFocused(event->reason() == Qt::TabFocusReason ? TopologyPart::Client : TopologyPart::Cable);
    update();
}

void TopologyView::focusOutEvent(QFocusEvent*)
{
    update();
}

bool TopologyView::focusNextPrevChild(bool next)
{
    // Tab goes through the parts before it leaves the widget.
    const bool leaves =
        m_focused == (next ? TopologyPart::Server : TopologyPart::Client) || m_focused == TopologyPart::None;
    if (!hasFocus() || leaves)
        return QWidget::focusNextPrevChild(next);
    if (next)
        setFocused(m_focused == TopologyPart::Client ? TopologyPart::Cable : TopologyPart::Server);
    else
        setFocused(m_focused == TopologyPart::Server ? TopologyPart::Cable : TopologyPart::Client);
    return true;
}

void TopologyView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Hosts and cable"));
        tellScene();
        update();
    }
    QWidget::changeEvent(event);
}

void TopologyView::showEvent(QShowEvent*)
{
    scheduleTicks();
}

void TopologyView::hideEvent(QHideEvent*)
{
    m_ticks.stop();
}

bool TopologyView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* const help = static_cast<QHelpEvent*>(event);
        const TopologyScene shown = scene();
        const TopologyPart part = currentLayout().partAt(QPointF(help->pos()) / magnification());
        if (part == TopologyPart::None)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), shown.hint.value(0), this);
        return true;
    }
    return RunView::event(event);
}

} // namespace halfopen
