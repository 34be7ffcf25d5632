// SPDX-License-Identifier: GPL-3.0-or-later
// Where the hosts, the router and the cable stand.
#include "ui/topology/topology_painting.h"

#include <QFontMetricsF>

#include <algorithm>

namespace halfopen {

TopologyLayout TopologyLayout::of(const QRectF& area, const QFont& font, bool onLoopback)
{
    TopologyLayout layout;
    const double line = QFontMetricsF(font).height();
    const double margin = line * 0.7;
    QRectF inside = area.adjusted(margin, margin * 0.7, -margin, -margin * 0.4);
    const double footHeight = line * 1.35;
    layout.foot = QRectF(inside.left(), inside.bottom() - footHeight, inside.width(), footHeight);
    inside.setBottom(layout.foot.top() - line * 0.3);
    if (onLoopback) {
        layout.machine = inside;
        inside.adjust(margin, line * 1.25, -margin, -margin * 0.5);
    }
    layout.showsAddress = inside.height() > line * 4.6;
    layout.showsBelief = inside.height() > line * 5.6;
    const double rows = 3.55 + (layout.showsAddress ? 0.9 : 0) + (layout.showsBelief ? 1.0 : 0);
    const double natural = rows * line + line * 0.7;
    layout.spread = std::clamp(inside.height() / natural, 0.9, 1.35);
    const double height = std::clamp(natural * layout.spread, 10.0, std::max(inside.height(), 10.0));
    const double width = std::clamp(inside.width() * 0.27, std::min(line * 8, inside.width() * 0.4), line * 15);
    const double top = inside.center().y() - height / 2;
    layout.client = QRectF(inside.left(), top, width, height);
    layout.server = QRectF(inside.right() - width, top, width, height);
    const double between = layout.server.left() - layout.client.right();
    const double routerWidth = std::clamp(between * 0.22, line * 1.5, line * 7);
    const double routerHeight = std::min(height * 0.78, line * 4.6);
    // Left of the middle: the piece towards the server is the one that is seen cut and that carries the words about it.
    const double routerX = layout.client.right() + (between - routerWidth) * 0.5;
    layout.router = QRectF(routerX, inside.center().y() - routerHeight / 2, routerWidth, routerHeight);
    layout.wireY = inside.center().y();
    layout.cable = QRectF(layout.client.right() + 2, inside.top(), between - 4, inside.height());
    return layout;
}

TopologyPart TopologyLayout::partAt(const QPointF& point) const
{
    if (client.contains(point))
        return TopologyPart::Client;
    if (server.contains(point))
        return TopologyPart::Server;
    return cable.contains(point) ? TopologyPart::Cable : TopologyPart::None;
}

QRectF TopologyLayout::rectOf(TopologyPart part) const
{
    switch (part) {
    case TopologyPart::None:
        break;
    case TopologyPart::Client:
        return client;
    case TopologyPart::Cable:
        return cable;
    case TopologyPart::Server:
        return server;
    }
    return {};
}

} // namespace halfopen
