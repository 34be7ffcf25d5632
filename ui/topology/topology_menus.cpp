// SPDX-License-Identifier: GPL-3.0-or-later
// What the hosts and the cable offer to those who click them.
#include <QAction>
#include <QMenu>
#include <QToolTip>

#include "ui/faults/fault_text.h"
#include "ui/topology/topology_view.h"

namespace halfopen {

std::vector<TopologyDeed> TopologyView::deeds(TopologyPart part) const
{
    return deedsAt(part, timeline(), m_scene.path, m_scene.canAct ? QString{} : m_scene.hint.value(0));
}

void TopologyView::perform(const TopologyDeed& deed)
{
    if (!deed.obstacle.isEmpty())
        return;
    if (deed.fault)
        Q_EMIT faultRequested(*deed.fault);
    for (const int id : deed.heals)
        Q_EMIT healRequested(id);
}

QMenu* TopologyView::menuFor(TopologyPart part)
{
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("topologyMenu"));
    menu->setToolTipsVisible(true);
    if (!m_scene.canAct) {
        menu->addAction(m_scene.hint.value(0))->setEnabled(false);
        menu->addSeparator();
    }
    if (const auto place = placeOf(part))
        menu->addSection(placeText(*place, m_scene.path));
    for (const TopologyDeed& deed : deeds(part)) {
        const bool told = m_scene.canAct && !deed.obstacle.isEmpty() && deed.fault && !deed.key.startsWith(u"drop");
        QAction* const action =
            menu->addAction(told ? tr("%1: %2", "what to do, why it is not possible").arg(deed.text, deed.obstacle)
                                 : deed.text);
        action->setObjectName(deed.key);
        action->setEnabled(deed.obstacle.isEmpty());
        action->setToolTip(deed.obstacle);
        connect(action, &QAction::triggered, this, [this, deed] { perform(deed); });
    }
    return menu;
}

void TopologyView::popUp(TopologyPart part, const QPoint& globalPosition)
{
    if (part == TopologyPart::None)
        return;
    QMenu* const menu = menuFor(part);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(globalPosition);
}

void TopologyView::activate(TopologyPart part)
{
    if (part == TopologyPart::None)
        return;
    const QRectF box = currentLayout().rectOf(part);
    if (isHost(part)) {
        popUp(part, toGlobal({box.center().x(), box.bottom()}));
        return;
    }
    if (!m_scene.canAct) {
        QToolTip::showText(toGlobal(box.center()), m_scene.hint.value(0), this);
        return;
    }
    // A plug that is out goes in first: that is what is seen to be wrong here.
    for (const TopologyDeed& deed : deeds(part)) {
        if (deed.key == u"plugIn") {
            perform(deed);
            return;
        }
    }
    Q_EMIT dropToggled();
}

} // namespace halfopen
