// SPDX-License-Identifier: GPL-3.0-or-later
// The fault panel's way to the run that goes on.
#include "ui/window/fault_wiring.h"

#include "session/run_controller.h"
#include "ui/faults/fault_panel.h"
#include "ui/window/shown_run.h"

namespace halfopen {

FaultWiring::FaultWiring(ShownRun& run, RunController& controller, FaultPanel& panel)
    : QObject(&panel), m_run(run), m_panel(panel)
{
    connect(&panel, &FaultPanel::faultRequested, &controller, &RunController::applyFault);
    connect(&panel, &FaultPanel::healRequested, &controller, &RunController::healFault);
    connect(&run, &ShownRun::replaced, this, &FaultWiring::showRun);
    connect(&run, &ShownRun::grew, this, &FaultWiring::showRun);
    connect(&controller, &RunController::stateChanged, this, &FaultWiring::showRun);
    showRun();
}

void FaultWiring::showRun()
{
    // In a replay nothing can be made: the rows stay those of the script.
    m_panel.setLiveRun(m_run.isLive() ? &m_run.timeline() : nullptr);
}

} // namespace halfopen
