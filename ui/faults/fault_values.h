// SPDX-License-Identifier: GPL-3.0-or-later
// What a fault has of its own: which packets, how many of them, how long, with which answer.
#pragma once

#include <QWidget>

#include "core/fault.h"

class QComboBox;
class QLabel;

namespace halfopen {

class MiddleboxButton;
class NumberSpinBox;

/// The values of one fault but its times. Shows the fault it is given and tells what the user made of it. It has only
/// the fields that mean something for that kind.
class FaultValues final : public QWidget
{
    Q_OBJECT

public:
    /// `name`: the start of its fields' object names. `spoken`: whose values these are, for screen readers.
    FaultValues(const QString& name, const QString& spoken, FaultKind kind, QWidget* parent = nullptr);

    /// Whether faults of that kind have values of their own at all.
    [[nodiscard]] static bool has(FaultKind kind);

    void setSpoken(const QString& spoken);
    void setFault(const Fault& fault);
    [[nodiscard]] const Fault& fault() const { return m_fault; }
    /// There no single packet can be chosen.
    void setOnLoopback(bool onLoopback);

Q_SIGNALS:
    void edited(const halfopen::Fault& fault, const QString& field);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(const QString& name);
    void buildNumbers(const QString& name);
    void arrange();
    void connectFields();
    void writeTexts();
    void showFields();
    void showWhatWorks();
    template<class Change> void tell(const char* field, Change change);

    QString m_spoken;
    Fault m_fault;
    bool m_onLoopback = false;
    QComboBox* m_direction = nullptr;   // of faults on the way but the forgetful middlebox
    QComboBox* m_only = nullptr;        // of a drop
    NumberSpinBox* m_percent = nullptr; // of a drop
    NumberSpinBox* m_nth = nullptr;     // of a drop; 0 stands for each
    NumberSpinBox* m_delay = nullptr;
    QComboBox* m_with = nullptr; // of a rejection and of the forgetful middlebox
    QLabel* m_idleLabel = nullptr;
    NumberSpinBox* m_idle = nullptr;
    MiddleboxButton* m_like = nullptr; // the idle times of known middleboxes
    QLabel* m_backLabel = nullptr;
    NumberSpinBox* m_back = nullptr; // of a reboot
};

} // namespace halfopen
