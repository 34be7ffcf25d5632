// SPDX-License-Identifier: GPL-3.0-or-later
// One numeric option: its names, a slider for large changes and a spin box for exact ones.
#pragma once

#include <QString>
#include <QWidget>

#include <optional>

#include "ui/experiment/value_scale.h"

class QLabel;
class QSlider;
class QToolButton;

namespace halfopen {

class NumberSpinBox;

/// What an OptionRow shows and allows.
struct OptionRowSpec final
{
    QString key;         // kernel name, also the root of the object names
    QString title;       // "Idle"
    QString unit;        // "s", "ms", "bytes" or ""
    double minimum = 0;
    double maximum = 1;
    double sliderMinimum = 1; // where the logarithmic part begins
    double sliderMaximum = 1; // the spin box may go further
    int decimals = 0;
    bool lowestIsOff = false; // the minimum is no value, but off
    QString toolTip;
    QString lowestText{}; // what the lowest means; empty: off
};

/// Whose option it is.
struct OptionOwner final
{
    QString root;  // of the object names, in every language the same
    QString title; // as it is spoken
};

/// Shows an optional value: empty means that the kernel's default rules, which is shown and named as such.
/// Not a model: it tells what the user chose and shows what it is given.
class OptionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit OptionRow(OptionRowSpec spec, const OptionOwner& whose, QWidget* parent = nullptr);

    void setValue(std::optional<double> value, double kernelDefault);
    [[nodiscard]] std::optional<double> value() const { return m_value; }
    [[nodiscard]] const QString& key() const { return m_spec.key; }

Q_SIGNALS:
    /// The user chose a value, or with an empty one the kernel's default.
    void valueEdited(const QString& key, std::optional<double> value);

private:
    void buildControls(const OptionOwner& whose);
    void takeSlider(int position);
    void takeSpin(double value);
    void stepSlider(int action);
    void edit(std::optional<double> value);
    void refresh();

    OptionRowSpec m_spec;
    ValueScale m_scale;
    std::optional<double> m_value;
    double m_default = 0;
    QLabel* m_label = nullptr;
    QLabel* m_note = nullptr;
    QToolButton* m_reset = nullptr;
    QSlider* m_slider = nullptr;
    NumberSpinBox* m_spin = nullptr;
};

} // namespace halfopen
