// SPDX-License-Identifier: GPL-3.0-or-later
// A line of text that gives way where there is no room.
#pragma once

#include <QLabel>

namespace halfopen {

/// Plain text on one line. Too narrow, it ends in "…" and tells all of itself in its tool tip; text() is always all of it.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace halfopen
