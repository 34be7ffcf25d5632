// SPDX-License-Identifier: GPL-3.0-or-later
// Where the run takes place, and the hosts' sysctls.
#pragma once

#include <QWidget>

#include <map>

#include "core/experiment.h"
#include "core/kernel_profile.h"

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace halfopen {

class FoldBox;
class OptionRow;

/// Everything of an experiment but pairs and faults. Shows what it is given and tells what the user made of it.
class NetworkEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkEditor(QWidget* parent = nullptr);

    void setExperiment(const Experiment& experiment, const KernelProfile& kernel);
    /// Greys a place with the reason as its tool tip; an empty reason offers it.
    void setUnavailable(PlaceKind place, const QString& reason);

Q_SIGNALS:
    void edited(const halfopen::Experiment& experiment, const QString& what, const QString& key);

private:
    void buildPlace();
    void buildWay();
    void connectPlace();
    void buildSysctls();
    void takeSysctl(const QString& key, std::optional<double> value);
    void tell(Experiment experiment, const QString& what, const QString& key);
    void showFields();

    Experiment m_experiment;
    KernelProfile m_kernel;
    OptionRow* m_retries2 = nullptr;
    QDoubleSpinBox* m_limit = nullptr;
    QComboBox* m_place = nullptr;
    QComboBox* m_path = nullptr;
    QComboBox* m_neighbours = nullptr;
    QComboBox* m_family = nullptr;
    FoldBox* m_others = nullptr;
    std::map<QString, QSpinBox*> m_sysctls;
};

} // namespace halfopen
