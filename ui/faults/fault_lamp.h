// SPDX-License-Identifier: GPL-3.0-or-later
// The lamp at the end of a fault's row.
#pragma once

#include <QWidget>

#include "ui/faults/fault_state.h"

namespace halfopen {

/// Shows the phase by a shape and a colour of its own. The words stand beside it, in a label of the row.
class FaultLamp final : public QWidget
{
    Q_OBJECT

public:
    explicit FaultLamp(QWidget* parent = nullptr);

    void setPhase(FaultPhase phase);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FaultPhase m_phase = FaultPhase::Idle;
};

} // namespace halfopen
