// SPDX-License-Identifier: GPL-3.0-or-later
// The row of one fault: switch, values, state lamp.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "ui/faults/fault_state.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace halfopen {

class FaultLamp;
class FaultTimes;
class FaultValues;
class NumberSpinBox;

/// All that the panel tells a row at once.
struct FaultLineShow final
{
    std::vector<Fault> faults; // of the script, as far as this row covers them, in the script's order
    FaultState state;
    bool live = false;     // the switch acts on the run, not on the script
    QString obstacle;      // why the fault cannot be made here or now; empty where it can
    PathKind path = PathKind::Routed;
    QString memory; // of a forgetful middlebox in force: what it knows of the pair in sight; of a reboot: when it ends
    std::optional<Fault> inForce{}; // the newest that it covers and that is in force in the live run
    int howManyInForce = 0;
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
    /// What is in force is to have these values from now on.
    void changed(const halfopen::Fault& fault);
    /// Of the n-th of its faults.
    void edited(int number, const halfopen::Fault& fault, const QString& field);
    void againWanted();
    void removed(int number);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHead(QVBoxLayout& layout);
    void buildValues(QVBoxLayout& layout);
    void buildLasting(QVBoxLayout& layout);
    [[nodiscard]] Fault wanted() const;
    void takeValuesInForce();
    [[nodiscard]] bool isChanged() const;
    void showTimes();
    void showHead();
    void showValues();
    void showChoice(const QString& spoken, bool offered, bool unfolded);

    const CataloguedFault& m_entry;
    FaultLineShow m_shown;
    QCheckBox* m_switch = nullptr;
    FaultLamp* m_lamp = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_reason = nullptr;
    QLabel* m_memory = nullptr;
    QToolButton* m_unfold = nullptr;
    FaultValues* m_values = nullptr; // of what is in force, else of the next one; nullptr where that kind has none
    QWidget* m_changing = nullptr;   // the two buttons, while the values differ from those in force
    QPushButton* m_apply = nullptr;
    QPushButton* m_keep = nullptr;
    std::optional<Fault> m_lastInForce;
    QWidget* m_lasting = nullptr;    // how long a fault made by hand lasts; nullptr where nothing heals it
    QLabel* m_lastsLabel = nullptr;
    NumberSpinBox* m_lasts = nullptr; // its lowest value: until it is healed by hand
    QLabel* m_nowWord = nullptr;     // over the values of a live run where those of the script stand below
    QLabel* m_script = nullptr;      // over these
    QVBoxLayout* m_list = nullptr;
    std::vector<FaultTimes*> m_times;
};

} // namespace halfopen
