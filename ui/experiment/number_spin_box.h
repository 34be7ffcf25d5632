// SPDX-License-Identifier: GPL-3.0-or-later
// A spin box that shows no more decimals than its value has.
#pragma once

#include <QDoubleSpinBox>

namespace halfopen {

/// 1 s, 0.05 s, 12.5 s instead of 1.000 s, 0.050 s, 12.500 s.
class NumberSpinBox final : public QDoubleSpinBox
{
    Q_OBJECT

public:
    using QDoubleSpinBox::QDoubleSpinBox;
    /// For a time in seconds up to the longest run; tells a typed value when it is complete.
    [[nodiscard]] static NumberSpinBox* ofSeconds(double minimum, int decimals, QWidget* parent);

    [[nodiscard]] QString textFromValue(double value) const override;
};

} // namespace halfopen
