// SPDX-License-Identifier: GPL-3.0-or-later
// A spin box that shows no more decimals than its value has and understands times in other units than its own.
#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace halfopen {

/// 1 s, 0.05 s, 12.5 s instead of 1.000 s, 0.050 s, 12.500 s. In a box of milliseconds "10 s" is 10,000 ms; "off" can be
/// typed where the box says so itself.
class NumberSpinBox final : public QDoubleSpinBox
{
    Q_OBJECT

public:
    explicit NumberSpinBox(QWidget* parent = nullptr);
    /// For a time in seconds up to the longest run; tells a typed value when it is complete.
    [[nodiscard]] static NumberSpinBox* ofSeconds(double minimum, int decimals, QWidget* parent);

    /// The box holds times of that unit: typed units are understood and converted. Zero: no time, the default.
    void setUnitSeconds(double seconds) { m_unitSeconds = seconds; }

    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString& text) const override;
    [[nodiscard]] QValidator::State validate(QString& text, int& position) const override;

private:
    /// What was typed with a unit, in the box's own; empty: no unit, or none that is known.
    [[nodiscard]] std::optional<double> converted(const QString& text) const;
    /// The word that stands there for the lowest value, "off", or the beginning of it; empty where it is something else.
    [[nodiscard]] QString lowestWord(const QString& text) const;

    double m_unitSeconds = 0;
};

} // namespace halfopen
