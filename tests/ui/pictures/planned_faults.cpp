// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts of faults, unfolded in the panel, for the pictures.
#include "planned_faults.h"

#include <QScrollArea>
#include <QTest>
#include <QToolButton>

#include <algorithm>

#include "recorded_run.h"
#include "ui/experiment/experiment_draft.h"
#include "window_fixture.h"

namespace halfopen {

namespace {

constexpr int kPatience = 60'000; // milliseconds

bool scrollTo(QWidget* row)
{
    for (QWidget* area = row; area != nullptr; area = area->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(area))
            scroll->ensureWidgetVisible(row);
    }
    return row != nullptr && row->isVisible();
}

} // namespace

bool reach(const std::function<bool()>& state) { return QTest::qWaitFor(state, kPatience); }

bool bringIntoSight(QWidget* row)
{
    return reach([row] {
        if (!scrollTo(row))
            return false;
        int room = row->height();
        for (const QWidget* area = row; area != nullptr; area = area->parentWidget()) {
            if (const auto* scroll = qobject_cast<const QScrollArea*>(area))
                room = std::min(room, scroll->viewport()->height());
        }
        return row->height() >= row->minimumSizeHint().height() && row->visibleRegion().boundingRect().height() >= room;
    });
}

bool planFaults(WindowFixture& fixture, FaultPlace place, const std::vector<Fault>& faults, const char* row)
{
    Experiment experiment = recordedRun(QStringLiteral("reader")).experiment;
    experiment.faults = faults;
    double at = 1;
    for (Fault& fault : experiment.faults) {
        fault.atSeconds = at;
        if (canHeal(fault.kind))
            fault.healAfterSeconds = 3;
        at += 5;
    }
    fixture.window->draft().load(experiment);
    fixture.find<QToolButton>(qPrintable(QStringLiteral("faults.place%1").arg(static_cast<int>(place))))->setChecked(true);
    return bringIntoSight(fixture.find<QWidget>(row));
}

std::vector<Fault> faultsAt(Host host, const std::vector<FaultKind>& kinds)
{
    std::vector<Fault> faults;
    for (const FaultKind kind : kinds)
        faults.emplace_back(defaultFault(kind)).host = host;
    return faults;
}

bool planCableOut(WindowFixture& fixture) { return planFaults(fixture, FaultPlace::ServerCable, faultsAt(Host::Server, {FaultKind::CableOut}), "fault.serverCableOut.row"); }

bool planWireFaults(WindowFixture& fixture)
{
    std::vector<Fault> faults{defaultFault(FaultKind::Drop), defaultFault(FaultKind::Delay), defaultFault(FaultKind::Reject), defaultFault(FaultKind::NatForget)};
    faults[0].percent = 30;
    faults[0].only = PacketChoice::KeepaliveProbe;
    faults[3].idleSeconds = 3;
    return planFaults(fixture, FaultPlace::Router, faults, "fault.natForget.row");
}

} // namespace halfopen
