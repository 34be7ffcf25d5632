// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts of faults, unfolded in the panel, for the pictures.
#pragma once

#include <functional>
#include <vector>

#include "ui/faults/fault_catalogue.h"

class QWidget;

namespace halfopen {

class WindowFixture;

/// Whether that state comes about in good time.
[[nodiscard]] bool reach(const std::function<bool()>& state);
/// The rows get their places in the event loop.
[[nodiscard]] bool bringIntoSight(QWidget* row);
/// A script of those faults, each of which lasts a while, with all rows of that place unfolded.
[[nodiscard]] bool planFaults(WindowFixture& fixture, FaultPlace place, const std::vector<Fault>& faults, const char* row);
/// As each is made by itself, at that host.
[[nodiscard]] std::vector<Fault> faultsAt(Host host, const std::vector<FaultKind>& kinds);
[[nodiscard]] bool planCableOut(WindowFixture& fixture);
/// Of those on the wire the ones with values.
[[nodiscard]] bool planWireFaults(WindowFixture& fixture);

} // namespace halfopen
