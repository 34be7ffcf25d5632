// SPDX-License-Identifier: GPL-3.0-or-later
// What the hosts and the cable offer to those who click them.
#include "ui/topology/topology_view.h"

#include <QAction>
#include <QMenu>

#include "ui/timeline/lane_text.h"

namespace halfopen {

void TopologyView::addHostActions(QMenu& menu, Host host)
{
    const TopologyScene shown = scene();
    const HostScene& side = shown.host(host);
    const auto ask = [&](const QString& text, const char* name, FaultKind kind, bool possible) {
        QAction* const action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(shown.canAct && possible);
        connect(action, &QAction::triggered, this, [this, kind, host] {
            Q_EMIT faultRequested(Fault{kind, 0, std::nullopt, host, Direction::Both});
        });
    };
    const auto heal = [&](const QString& text, const char* name, FaultKind kind) {
        QAction* const action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(shown.canAct);
        connect(action, &QAction::triggered, this, [this, kind, host] {
            for (const FaultSpan* const span : faultsInForce(*timeline(), kind, host))
                Q_EMIT healRequested(span->id);
        });
    };
    menu.addSection(hostText(host));
    ask(tr("&Kill its program (SIGKILL)"), "kill", FaultKind::Kill, !side.killed);
    if (side.frozen)
        heal(tr("&Thaw its program (SIGCONT)"), "thaw", FaultKind::Freeze);
    else
        ask(tr("&Freeze its program (SIGSTOP)"), "freeze", FaultKind::Freeze, !side.killed);
    if (side.cableOutFor)
        heal(tr("&Plug its cable in"), "plugIn", FaultKind::CableOut);
    else
        ask(shown.onLoopback ? tr("Pull its &cable out (needs hosts of their own)") : tr("Pull its &cable out"),
            "cableOut", FaultKind::CableOut, !shown.onLoopback);
}

void TopologyView::addCableActions(QMenu& menu)
{
    const TopologyScene shown = scene();
    menu.addSection(tr("Cable"));
    const auto ask = [&](const QString& text, const char* name, Direction direction, bool possible) {
        QAction* const action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setEnabled(shown.canAct && possible);
        connect(action, &QAction::triggered, this, [this, direction] {
            Q_EMIT faultRequested(Fault{FaultKind::Drop, 0, std::nullopt, Host::Server, direction});
        });
    };
    ask(tr("Drop packets &both ways"), "dropBoth", Direction::Both, !(shown.toServer.cutFor && shown.toClient.cutFor));
    ask(tr("Drop packets to the &server only"), "dropToServer", Direction::ToServer, !shown.toServer.cutFor);
    ask(tr("Drop packets to the &client only"), "dropToClient", Direction::ToClient, !shown.toClient.cutFor);
    QAction* const heal = menu.addAction(tr("&Plug back: let all packets pass"));
    heal->setObjectName(QStringLiteral("plugBack"));
    heal->setEnabled(shown.canAct && shown.isCut());
    connect(heal, &QAction::triggered, this, [this] {
        for (const FaultSpan* const span : faultsInForce(*timeline(), FaultKind::Drop))
            Q_EMIT healRequested(span->id);
    });
}

QMenu* TopologyView::menuFor(TopologyPart part)
{
    auto* const menu = new QMenu(this);
    if (!scene().canAct) {
        QAction* const why = menu->addAction(scene().hint.value(0));
        why->setEnabled(false);
    }
    if (part == TopologyPart::Client)
        addHostActions(*menu, Host::Client);
    else if (part == TopologyPart::Server)
        addHostActions(*menu, Host::Server);
    else
        addCableActions(*menu);
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

} // namespace halfopen
