// SPDX-License-Identifier: GPL-3.0-or-later
// One fault of the script: its own values, when it comes and how long it lasts.
#pragma once

#include <QWidget>

#include "core/fault.h"

class QLabel;
class QToolButton;

namespace halfopen {

class FaultValues;
class NumberSpinBox;

/// The values of one fault of the script. Shows the fault it is given and tells what the user made of it.
class FaultTimes final : public QWidget
{
    Q_OBJECT

public:
    /// `name`: the start of its controls' object names. `spoken`: whose times these are, for screen readers.
    FaultTimes(const QString& name, const QString& spoken, FaultKind kind, QWidget* parent = nullptr);

    void setSpoken(const QString& spoken);

    void setFault(const Fault& fault);
    void setOnLoopback(bool onLoopback);
    /// Only the last one of a row offers to come again.
    void setOffersAgain(bool offers);

Q_SIGNALS:
    void edited(const halfopen::Fault& fault, const QString& field);
    void againWanted();
    void removed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildControls();
    void writeTexts();
    void tell(Fault fault, const char* field);
    void showFields();

    QString m_spoken;
    Fault m_fault;
    QLabel* m_atLabel = nullptr;
    QLabel* m_lastsLabel = nullptr;
    FaultValues* m_values = nullptr; // nullptr where that kind has none
    NumberSpinBox* m_at = nullptr;
    NumberSpinBox* m_lasts = nullptr; // its lowest value stands for ever; a kill has none
    QToolButton* m_again = nullptr;
    QToolButton* m_remove = nullptr;
};

} // namespace halfopen
