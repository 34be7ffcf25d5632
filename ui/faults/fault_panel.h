// SPDX-License-Identifier: GPL-3.0-or-later
// All faults by place, one row each: for the script before a run, for the run itself while it is live.
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

#include "ui/faults/fault_catalogue.h"
#include "ui/timeline/live_clock.h"

class QToolButton;
class QVBoxLayout;

namespace halfopen {

class FaultLine;
struct FaultLineShow;
class Timeline;

/// Shows the script and the run it is given and tells what the user wants of them. It edits no draft and makes no fault.
class FaultPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FaultPanel(QWidget* parent = nullptr);

    /// The script and place of what would be run.
    void setExperiment(const Experiment& experiment);
    /// Why this machine has no hosts with cables; empty where it has.
    void setNoNamespaces(const QString& reason);
    /// The run that goes on, nullptr where none does. Not owned. Again whenever it has grown.
    void setLiveRun(const Timeline* run);
    /// What counts down counts to that instant, the one that the other views show.
    void follow(RunTime instant);
    /// Whose memory in a forgetful middlebox is shown.
    void setPair(int pair);

    [[nodiscard]] const std::vector<Fault>& faults() const { return m_faults; }

Q_SIGNALS:
    void edited(const std::vector<halfopen::Fault>& faults, const QString& what, const QString& key);
    void faultRequested(const halfopen::Fault& fault);
    void healRequested(int faultId);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeSwitch(const CataloguedFault& entry, bool on, const Fault& fault);
    void replaceInForce(const CataloguedFault& entry, Fault fault);
    void addToScript(Fault fault);
    void buildPlace(FaultPlace place, QVBoxLayout& layout);
    void showPlaces();
    [[nodiscard]] FaultLineShow shownOf(const CataloguedFault& entry, const FaultSurroundings& where) const;
    /// What a middlebox remembers, or when a host is back: what runs on between two events.
    [[nodiscard]] QString memory(const CataloguedFault& entry) const;
    void comeAgain(const CataloguedFault& entry);
    void tell(std::vector<Fault> faults, const QString& what, const QString& key = {});
    void showLines();
    [[nodiscard]] std::vector<std::size_t> indicesOf(const CataloguedFault& entry) const;

    std::vector<Fault> m_faults;
    FaultSurroundings m_where;
    const Timeline* m_run = nullptr;
    int m_pair = 0;
    [[nodiscard]] RunTime now() const { return m_instant.value_or(m_clock.now()); }

    LiveClock m_clock;
    std::optional<RunTime> m_instant; // that of the other views, if they tell one
    QTimer m_tick; // while a middlebox forgets or a host reboots: the countdown moves between two events
    std::vector<QToolButton*> m_headings; // one a place
    std::vector<FaultLine*> m_lines;
};

} // namespace halfopen
