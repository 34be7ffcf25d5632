// SPDX-License-Identifier: GPL-3.0-or-later
// Where the hosts, the router and the cable stand.
#pragma once

#include <QFont>
#include <QRectF>

#include <array>
#include <optional>

#include "ui/faults/fault_catalogue.h"

namespace halfopen {

/// What can be clicked, focused and broken, from left to right.
enum class TopologyPart { None, Client, ClientCable, Router, ServerCable, Server };

inline constexpr std::array kTopologyParts{TopologyPart::Client, TopologyPart::ClientCable, TopologyPart::Router,
                                           TopologyPart::ServerCable, TopologyPart::Server};

/// None has no place.
[[nodiscard]] std::optional<FaultPlace> placeOf(TopologyPart part);
[[nodiscard]] constexpr bool isHost(TopologyPart part)
{
    return part == TopologyPart::Client || part == TopologyPart::Server;
}

/// A host's box and what stands in it.
struct HostLayout final
{
    QRectF box;
    QRectF title;
    QRectF program; // the two compartments
    QRectF kernel;
};

/// From the size and the font alone.
struct TopologyLayout final
{
    std::array<HostLayout, 2> hosts;
    QRectF router;  // on loopback: the kernel's own loop between the two
    QRectF machine; // loopback: the frame around everything; else empty
    QRectF between; // everything between the hosts
    QRectF above;   // words over the cable: what is cut or out
    QRectF below;   // words under it: what runs along it
    QRectF foot;    // clock, countdown, hint
    double wireY = 0;
    double line = 0;      // px, height of a line of text
    bool twoLines = true; // in a compartment: what it does, and what it knows

    [[nodiscard]] const HostLayout& host(Host host) const { return hosts[slotOf(host)]; }
    [[nodiscard]] static TopologyLayout of(const QRectF& area, const QFont& font, bool onLoopback);
    [[nodiscard]] TopologyPart partAt(const QPointF& point) const;
    /// Where it is drawn; a click may also hit above and below.
    [[nodiscard]] QRectF rectOf(TopologyPart part) const;
};

} // namespace halfopen
