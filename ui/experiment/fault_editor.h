// SPDX-License-Identifier: GPL-3.0-or-later
// The script of faults: what happens to the peer, when, and when it heals.
#pragma once

#include <QWidget>

#include <vector>

#include "core/fault.h"

class QPushButton;
class QVBoxLayout;

namespace halfopen {

class FaultRow;

/// One row a fault. Shows the script it is given and tells what the user made of it.
class FaultEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit FaultEditor(QWidget* parent = nullptr);

    void setFaults(const std::vector<Fault>& faults);
    [[nodiscard]] const std::vector<Fault>& faults() const { return m_faults; }

Q_SIGNALS:
    void edited(const std::vector<halfopen::Fault>& faults, const QString& what, const QString& key);

private:
    void tell(std::vector<Fault> faults, const QString& what, const QString& key);
    void showRows();

    std::vector<Fault> m_faults;
    std::vector<FaultRow*> m_rows;
    QVBoxLayout* m_list = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace halfopen
