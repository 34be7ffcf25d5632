// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of one axis of a sweep.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

#include "ui/sweep/sweep_wish.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace halfopen {

class NumberSpinBox;

/// Which number, and its values: from … to in even or logarithmic steps, or a typed list. Not a model: it tells what the
/// user chose and shows what it is given.
class AxisEditor final : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names; `title` is spoken too. An axis that may be left out has a first choice that says so.
    AxisEditor(const QString& name, const QString& title, bool mayBeNone, QWidget* parent = nullptr);

    /// Those below each other begin their controls in line.
    [[nodiscard]] QLabel* label() const { return m_label; }
    void setTargets(const std::vector<AxisTarget>& targets);
    void setWish(const AxisWish& wish);

Q_SIGNALS:
    /// Another number: its values are to be chosen anew.
    void keyChosen(const std::string& key);
    void wishEdited(const halfopen::AxisWish& wish);

private:
    void buildValues(const QString& title);
    void takeKey(int index);
    void takeSpacing(int index);
    void takeSpan();
    void takeList();
    void edit(AxisWish wish);
    void refresh();

    bool m_mayBeNone;
    std::vector<AxisTarget> m_targets;
    AxisWish m_wish;
    QLabel* m_label = nullptr;
    QComboBox* m_key = nullptr;
    QComboBox* m_spacing = nullptr;
    NumberSpinBox* m_from = nullptr;
    QLabel* m_dash = nullptr;
    NumberSpinBox* m_to = nullptr;
    QSpinBox* m_count = nullptr;
    QLineEdit* m_list = nullptr;
};

} // namespace halfopen
