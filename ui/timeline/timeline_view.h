// SPDX-License-Identifier: GPL-3.0-or-later
// The time line of the selected pair, as a widget.
#pragma once

#include <QImage>
#include <QTimer>

#include <optional>

#include "ui/run_view.h"
#include "ui/timeline/timeline_picture.h"
#include "ui/view_state.h"

namespace halfopen {

/// Lanes of one pair on one time axis: what the program, the socket, the kernel's timer, the wire and the queues did,
/// and what the rules expect them to do. It reads values that others own; pair, end, cursor, range and scale are the
/// view state's. Wheel zooms, dragging pans, double click or Home shows everything; a click pins the cursor, Esc frees
/// it.
class TimelineView final : public RunView
{
    Q_OBJECT

public:
    explicit TimelineView(ViewState& state, QWidget* parent = nullptr);

    /// Light or dark as the widget is, with title, kernel and version. For export and without a display.
    [[nodiscard]] QImage toImage(const QSize& size, double devicePixelRatio = 1) const;
    void paintFigure(QPainter& painter, const QRectF& area) const;
    /// What stands in the read-out, one fact a line; also told to screen readers.
    [[nodiscard]] QString reading() const;
    [[nodiscard]] TimeAxis axis() const;
    [[nodiscard]] QRectF plotArea() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void showEverything();

protected:
    void runReplaced() override;
    void runChanged() override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] TimelineLayout currentLayout() const;
    void zoom(double factor, double aroundX);
    void pan(double pixels);
    void moveCursor(double pixels);
    void jumpCursor(bool forward);
    void setCursorAt(double x);
    void tellReading();
    void scheduleTicks();

    ViewState& m_state;
    TimelinePicture m_picture;
    QTimer m_ticks{this};
    std::optional<QPointF> m_pressed; // where a drag began
    QPointF m_last;
    bool m_dragging = false;
    bool m_pinned = false; // the cursor stays when the mouse leaves
};

} // namespace halfopen
