// SPDX-License-Identifier: GPL-3.0-or-later
// The fault panel's way to the run that goes on.
#pragma once

#include <QObject>

namespace halfopen {

class FaultPanel;
class RunController;
class ShownRun;

/// Shows the panel the live run as it grows, and hands its wishes to the controller. The script it leaves to the draft.
class FaultWiring final : public QObject
{
    Q_OBJECT

public:
    FaultWiring(ShownRun& run, RunController& controller, FaultPanel& panel);

private:
    void showRun();

    ShownRun& m_run;
    FaultPanel& m_panel;
};

} // namespace halfopen
