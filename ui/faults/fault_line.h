// SPDX-License-Identifier: GPL-3.0-or-later
// The row of one fault: switch, values, state lamp.
#pragma once

#include <QWidget>

#include <vector>

#include "ui/faults/fault_state.h"

class QCheckBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace halfopen {

class FaultLamp;
class FaultTimes;
class FaultValues;

/// All that the panel tells a row at once.
struct FaultLineShow final
{
    std::vector<Fault> faults; // of the script, as far as this row covers them, in the script's order
    FaultState state;
    bool live = false;     // the switch acts on the run, not on the script
    QString obstacle;      // why the fault cannot be made here or now; empty where it can
    bool onLoopback = false;
    QString memory; // of a forgetful middlebox in force: what it knows of the pair in sight
    bool operator==(const FaultLineShow&) const = default;
};

/// Before a run the switch puts its fault into the script and takes it out; in a live run it makes the fault and heals
/// it. It holds no script: it tells what the user wants.
class FaultLine final : public QWidget
{
    Q_OBJECT

public:
    explicit FaultLine(const CataloguedFault& entry, QWidget* parent = nullptr);

    [[nodiscard]] const CataloguedFault& entry() const { return m_entry; }
    void show(const FaultLineShow& shown);
    /// Whether it has to be in sight though its place is folded: a usual fault, or one that is planned or was made.
    [[nodiscard]] bool isPressing() const;

Q_SIGNALS:
    /// With the values that the row has for a fault made by hand or added to the script.
    void switched(bool on, const halfopen::Fault& fault);
    /// Of the n-th of its faults.
    void edited(int number, const halfopen::Fault& fault, const QString& field);
    void againWanted();
    void removed(int number);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHead(QVBoxLayout& layout);
    void showTimes();
    void showHead();
    void showValues();

    const CataloguedFault& m_entry;
    FaultLineShow m_shown;
    QCheckBox* m_switch = nullptr;
    FaultLamp* m_lamp = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_memory = nullptr;
    QToolButton* m_unfold = nullptr;
    FaultValues* m_values = nullptr; // of the next one; nullptr where that kind has none
    QVBoxLayout* m_list = nullptr;
    std::vector<FaultTimes*> m_times;
};

} // namespace halfopen
