// SPDX-License-Identifier: GPL-3.0-or-later
// Runs laid over each other, as a widget.
#pragma once

#include <QWidget>

#include "ui/results/overlay_rows.h"

namespace halfopen {

class OverlayPicture;

/// A click or the arrow keys choose a lane. It shows copies and knows no run.
class OverlayView final : public QWidget
{
    Q_OBJECT

public:
    explicit OverlayView(QWidget* parent = nullptr);

    void setRuns(const std::vector<RunResult>& runs);
    [[nodiscard]] const std::vector<OverlayRow>& rows() const { return m_rows; }
    [[nodiscard]] QRectF rowArea(std::size_t row) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void laneChosen(std::size_t run, std::size_t lane);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] OverlayPicture picture() const;
    void choose(std::size_t row);

    std::vector<RunResult> m_runs;
    std::vector<OverlayRow> m_rows;
    std::optional<std::size_t> m_current;
};

} // namespace halfopen
