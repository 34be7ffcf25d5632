// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the wheel from changing values that it only passes.
#pragma once

#include <QObject>

class QWidget;

namespace halfopen {

/// Below the widget a slider, a number box and a choice take the wheel only while they have the focus; otherwise what
/// scrolls them gets it. Holds for whatever is added later too.
class WheelGuard final : public QObject
{
    Q_OBJECT

public:
    /// Lives as long as the widget.
    explicit WheelGuard(QWidget* below);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_below;
};

} // namespace halfopen
