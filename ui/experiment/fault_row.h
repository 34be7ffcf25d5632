// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of one fault.
#pragma once

#include <QWidget>

#include "core/fault.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QToolButton;

namespace halfopen {

/// Shows the fault it is given and tells what the user made of it.
class FaultRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FaultRow(int number, QWidget* parent = nullptr);

    void setFault(const Fault& fault);

Q_SIGNALS:
    void edited(int number, const halfopen::Fault& fault, const QString& key);
    void removed(int number);

private:
    void buildControls();
    void tell(Fault fault, const char* key);
    void showFields();

    int m_number;
    Fault m_fault;
    QComboBox* m_kind = nullptr;
    QComboBox* m_host = nullptr;
    QComboBox* m_direction = nullptr;
    QDoubleSpinBox* m_at = nullptr;
    QCheckBox* m_heals = nullptr;
    QDoubleSpinBox* m_heal = nullptr;
    QToolButton* m_remove = nullptr;
};

} // namespace halfopen
