// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that can be made, by the place where they happen.
#pragma once

#include <QString>

#include <array>
#include <span>

#include "core/experiment.h"
#include "core/fault.h"

namespace halfopen {

class Timeline;

/// Where on the way from the client to the server something breaks, in that order.
enum class FaultPlace { Client, ClientCable, Router, ServerCable, Server };

inline constexpr std::array kFaultPlaces{FaultPlace::Client, FaultPlace::ClientCable, FaultPlace::Router,
                                         FaultPlace::ServerCable, FaultPlace::Server};

/// One kind of fault at one place: a row of the panel, a line of a menu. Not a fault of a script: it has no time.
struct CataloguedFault final
{
    const char* key; // in object names
    FaultPlace place;
    FaultKind kind;
    Host host; // of a drop: means nothing
};

/// All that this version can make, by place; the one list that menus and panel are made from.
[[nodiscard]] std::span<const CataloguedFault> faultCatalogue();

/// Whether that fault is one of this kind at this place. Of a drop every direction is.
[[nodiscard]] bool covers(const CataloguedFault& entry, const Fault& fault);
[[nodiscard]] Fault faultOf(const CataloguedFault& entry, Direction direction = Direction::Both);

/// What stands in the way of faults here, before anybody asks for one.
struct FaultSurroundings final
{
    PathKind path = PathKind::Routed;
    QString noNamespaces{}; // why this machine has no hosts with cables; empty where it has
    bool operator==(const FaultSurroundings&) const = default;

    /// Of an experiment; a run's own place is known better once it runs.
    [[nodiscard]] static FaultSurroundings of(const Experiment& experiment, const QString& noNamespaces = {});
};

/// The path between the hosts: of a run that of the place it got.
[[nodiscard]] PathKind pathOf(const Experiment& experiment, const Timeline* run = nullptr);

} // namespace halfopen
