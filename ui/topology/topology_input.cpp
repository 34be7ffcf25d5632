// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, keys and focus of the hosts and the cable.
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

#include "ui/glossary/glossary.h"
#include "ui/topology/topology_accessible.h"
#include "ui/topology/topology_view.h"

namespace halfopen {

namespace {

/// The neighbour to the right or left; itself at the end.
TopologyPart neighbour(TopologyPart part, bool right)
{
    const auto here = std::ranges::find(kTopologyParts, part);
    if (here == kTopologyParts.end())
        return right ? kTopologyParts.front() : kTopologyParts.back();
    if (right)
        return std::next(here) == kTopologyParts.end() ? part : *std::next(here);
    return here == kTopologyParts.begin() ? part : *std::prev(here);
}

} // namespace

void TopologyView::setHovered(TopologyPart part)
{
    if (m_hovered == part)
        return;
    m_hovered = part;
    if (part != TopologyPart::None && m_scene.canAct)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    if (m_scene.canAct)
        update();
}

void TopologyView::setFocused(TopologyPart part)
{
    if (m_focused == part)
        return;
    m_focused = part;
    update();
    tellTopologyFocus(*this);
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
    case Qt::Key_Right:
        setFocused(neighbour(m_focused, event->key() == Qt::Key_Right));
        break;
    case Qt::Key_Home:
        setFocused(kTopologyParts.front());
        break;
    case Qt::Key_End:
        setFocused(kTopologyParts.back());
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
        setFocused(kTopologyParts.back());
    else if (event->reason() == Qt::TabFocusReason)
        setFocused(kTopologyParts.front());
    else if (m_focused == TopologyPart::None)
        setFocused(TopologyPart::Router);
    update();
    tellTopologyFocus(*this);
}

void TopologyView::focusOutEvent(QFocusEvent*)
{
    update();
}

bool TopologyView::focusNextPrevChild(bool next)
{
    // Tab goes through the parts before it leaves the widget.
    const TopologyPart to = neighbour(m_focused, next);
    if (!hasFocus() || m_focused == TopologyPart::None || to == m_focused)
        return QWidget::focusNextPrevChild(next);
    setFocused(to);
    return true;
}

bool TopologyView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* const help = static_cast<QHelpEvent*>(event);
        const TopologyPart part = currentLayout().partAt(QPointF(help->pos()) / magnification());
        if (part == TopologyPart::None)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tipAt(QPointF(help->pos()) / magnification()), this);
        return true;
    }
    return RunView::event(event);
}

QString TopologyView::tipAt(const QPointF& at) const
{
    const TopologyLayout layout = currentLayout();
    const TopologyPart part = layout.partAt(at);
    if (!isHost(part))
        return glossaryToolTip(part == TopologyPart::Router ? (m_scene.path == PathKind::Direct ? QStringLiteral("switch") : QStringLiteral("router")) : QStringLiteral("cable"),
                               partDescription(m_scene, part) + u'\n' + m_scene.hint.value(0));
    // In a host: the compartment that is pointed at, and what its mark means.
    const Host host = part == TopologyPart::Client ? Host::Client : Host::Server;
    const HostLayout& boxes = layout.host(host);
    const HostScene& shown = m_scene.host(host);
    if (boxes.program.contains(at))
        return glossaryToolTip(QStringLiteral("program"), shown.program.statement() + u'\n' + knowingText(shown.program.knowing));
    if (boxes.kernel.contains(at))
        return glossaryToolTip(QStringLiteral("kernel"), shown.kernel.statement() + u'\n' + knowingText(shown.kernel.knowing));
    return glossaryToolTip(QStringLiteral("host"), partDescription(m_scene, part) + u'\n' + m_scene.hint.value(0));
}

} // namespace halfopen
