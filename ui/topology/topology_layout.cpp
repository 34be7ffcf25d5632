// SPDX-License-Identifier: GPL-3.0-or-later
// Where the hosts, the router and the cable stand.
#include "ui/topology/topology_layout.h"

#include <QFontMetricsF>

#include "ui/theme/line_height.h"

#include <algorithm>

namespace halfopen {

namespace {

// In lines of text.
constexpr double kTitle = 1.2;
constexpr double kPadding = 0.35;     // of a host's box
constexpr double kGap = 0.25;         // between the compartments
constexpr double kTwoLines = 2.15;    // a compartment that tells what it does and what it knows
constexpr double kOneLine = 1.25;     // one that tells what it knows
constexpr double kMostBetween = 44.0; // a cable is no better for being long

double boxHeight(double compartment)
{
    return kTitle + 2 * compartment + kGap + 2 * kPadding;
}

HostLayout hostLayout(const QRectF& box, double line, double compartment, double spread)
{
    HostLayout host;
    host.box = box;
    const double padding = line * kPadding;
    const QRectF inside = box.adjusted(padding, padding, -padding, -padding);
    const double height = line * compartment * spread;
    host.kernel = QRectF(inside.left(), inside.bottom() - height, inside.width(), height);
    host.program = host.kernel.translated(0, -height - line * kGap);
    host.title = QRectF(inside.left(), inside.top(), inside.width(), host.program.top() - inside.top());
    return host;
}

} // namespace

std::optional<FaultPlace> placeOf(TopologyPart part)
{
    switch (part) {
    case TopologyPart::None:
        break;
    case TopologyPart::Client:
        return FaultPlace::Client;
    case TopologyPart::ClientCable:
        return FaultPlace::ClientCable;
    case TopologyPart::Router:
        return FaultPlace::Router;
    case TopologyPart::ServerCable:
        return FaultPlace::ServerCable;
    case TopologyPart::Server:
        return FaultPlace::Server;
    }
    return std::nullopt;
}

TopologyLayout TopologyLayout::of(const QRectF& area, const QFont& font, bool onLoopback)
{
    TopologyLayout layout;
    const double line = lineHeight(font);
    layout.line = line;
    const double margin = line * 0.6;
    QRectF inside = area.adjusted(margin, margin * 0.6, -margin, -margin * 0.3);
    const double footHeight = line * 1.25;
    layout.foot = QRectF(inside.left(), inside.bottom() - footHeight, inside.width(), footHeight);
    inside.setBottom(layout.foot.top() - line * 0.2);
    if (onLoopback) {
        layout.machine = inside;
        inside.adjust(margin, margin * 0.6, -margin, -margin * 0.6);
    }
    layout.twoLines = inside.height() >= line * boxHeight(kTwoLines) - 1;
    const double compartment = layout.twoLines ? kTwoLines : kOneLine;
    const double natural = line * boxHeight(compartment);
    const double spread = std::clamp(inside.height() / natural, 0.9, 1.4);
    const double height = std::clamp(natural * spread, 10.0, std::max(inside.height(), 10.0));
    // The words in the boxes come first; what is left over is the cable's.
    double width = std::clamp(inside.width() * 0.34, std::min(line * 7, inside.width() * 0.36), line * 18);
    width = std::max(width, (inside.width() - line * kMostBetween) / 2);
    width = std::min(width, line * 22);
    const double top = inside.center().y() - height / 2;
    layout.hosts[0] = hostLayout(QRectF(inside.left(), top, width, height), line, compartment, spread);
    layout.hosts[1] = hostLayout(QRectF(inside.right() - width, top, width, height), line, compartment, spread);
    const double left = layout.hosts[0].box.right();
    const double between = layout.hosts[1].box.left() - left;
    layout.between = QRectF(left + 2, inside.top(), std::max(between - 4, 1.0), inside.height());
    const double routerWidth = std::clamp(between * 0.26, std::min(line * 4.4, between * 0.5), line * 7);
    const double routerHeight = std::clamp(inside.height() - line * 2.6, line * 1.3, line * 3.4);
    layout.wireY = inside.center().y();
    layout.router =
        QRectF(left + (between - routerWidth) / 2, layout.wireY - routerHeight / 2, routerWidth, routerHeight);
    const QRectF words(left + line * 0.3, 0, std::max(between - line * 0.6, 1.0), line * 1.1);
    layout.above = words.translated(0, layout.router.top() - line * 1.25);
    layout.below = words.translated(0, layout.router.bottom() + line * 0.15);
    return layout;
}

TopologyPart TopologyLayout::partAt(const QPointF& point) const
{
    if (hosts[0].box.contains(point))
        return TopologyPart::Client;
    if (hosts[1].box.contains(point))
        return TopologyPart::Server;
    if (!between.contains(point))
        return TopologyPart::None;
    if (point.x() < router.left())
        return TopologyPart::ClientCable;
    return point.x() > router.right() ? TopologyPart::ServerCable : TopologyPart::Router;
}

QRectF TopologyLayout::rectOf(TopologyPart part) const
{
    const double reach = line * 0.9;
    switch (part) {
    case TopologyPart::None:
        break;
    case TopologyPart::Client:
        return hosts[0].box;
    case TopologyPart::ClientCable:
        return {hosts[0].box.right() + 5, wireY - reach, std::max(router.left() - hosts[0].box.right() - 10, 1.0),
                2 * reach};
    case TopologyPart::Router:
        return router;
    case TopologyPart::ServerCable:
        return {router.right() + 5, wireY - reach, std::max(hosts[1].box.left() - router.right() - 10, 1.0),
                2 * reach};
    case TopologyPart::Server:
        return hosts[1].box;
    }
    return {};
}

} // namespace halfopen
