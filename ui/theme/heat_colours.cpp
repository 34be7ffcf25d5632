// SPDX-License-Identifier: GPL-3.0-or-later
// Inks of the heat map.
#include "ui/theme/heat_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halfopen {

QColor heatColour(double share)
{
    constexpr std::array<QRgb, 9> kViridis{0xff440154, 0xff472d7b, 0xff3b528b, 0xff2c728e, 0xff21918c, 0xff28ae80, 0xff5ec962, 0xffaddc30, 0xfffde725};
    const double place = std::clamp(std::isfinite(share) ? share : 0, 0.0, 1.0) * (kViridis.size() - 1);
    const auto before = std::min(static_cast<std::size_t>(place), kViridis.size() - 2);
    return mixed(QColor::fromRgb(kViridis[before]), QColor::fromRgb(kViridis[before + 1]), place - static_cast<double>(before));
}

QColor deciderColour(DecidedBy decidedBy, const Colours& colours)
{
    switch (decidedBy) {
    case DecidedBy::KeepaliveCount:
        return colours.purple;
    case DecidedBy::UserTimeout:
        return colours.blue;
    case DecidedBy::RetransmissionLimit:
        return colours.orange;
    case DecidedBy::WindowProbes:
        return colours.yellow;
    case DecidedBy::SynRetries:
        return colours.skyBlue;
    case DecidedBy::OrphanLimit:
        return colours.vermillion;
    case DecidedBy::CallTimeout:
        return colours.green;
    case DecidedBy::PeerRst:
        return mixed(colours.vermillion, colours.panel, 0.4);
    case DecidedBy::PeerFin:
        return mixed(colours.green, colours.panel, 0.45);
    case DecidedBy::Local:
        return mixed(colours.blue, colours.panel, 0.5);
    case DecidedBy::Nobody:
        break;
    }
    return colours.grey;
}

QColor readableOn(const QColor& ground)
{
    return contrast(ground, Qt::white) >= contrast(ground, Qt::black) ? QColor(Qt::white) : QColor(Qt::black);
}

} // namespace halfopen
