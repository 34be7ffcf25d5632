// SPDX-License-Identifier: GPL-3.0-or-later
// The rounded ground that views stand on.
#pragma once

#include <QFrame>

namespace halfopen {

/// Paints its ground and a thin outline with rounded corners, in the colours of its palette. A plate may be the upper part
/// (a dock's title) or the lower part (its body) of one that two widgets make together: no line where they meet.
class Plate : public QFrame
{
    Q_OBJECT

public:
    enum class Part { Whole, Upper, Lower };

    explicit Plate(Part part, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Part m_part;
};

} // namespace halfopen
