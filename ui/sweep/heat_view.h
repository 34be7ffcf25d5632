// SPDX-License-Identifier: GPL-3.0-or-later
// A heat map to point at, to walk in and to mark cells on.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "ui/sweep/heat_legend.h"

namespace halfopen {

class HeatPicture;
class SweepStudy;

/// Paints the study's map. It changes neither experiment nor runs: it says what the user wants.
class HeatView final : public QWidget
{
    Q_OBJECT

public:
    explicit HeatView(const SweepStudy& study, QWidget* parent = nullptr);

    /// The cell that is looked at: under the mouse, else the cursor's, else the experiment's own.
    [[nodiscard]] std::optional<MapPlace> looked() const;
    [[nodiscard]] std::optional<MapPlace> cursor() const { return m_marks.cursor; }
    [[nodiscard]] std::vector<MapPlace> marked() const;
    void setMarked(const std::vector<MapPlace>& places);
    [[nodiscard]] const HeatMarks& marks() const { return m_marks; }
    [[nodiscard]] QRectF cellRect(const MapPlace& place) const;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    /// Another cell, or the same with other words.
    void lookedChanged();
    void markedChanged();
    void taken(const halfopen::MapPlace& place);
    void menuWanted(const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] HeatPicture picture(const HeatMarks& marks) const;
    void moveCursor(const MapPlace& place, bool marks);
    bool walk(int key, Qt::KeyboardModifiers modifiers);
    void toggleMark(const MapPlace& place);
    void markBand(const QPointF& from, const QPointF& to);
    void tellCursor();
    void forgetLostMarks();
    void changeLooked(const std::optional<MapPlace>& hovered);

    const SweepStudy& m_study;
    HeatMarks m_marks; // the cursor is painted while the view has the focus
    std::vector<std::vector<double>> m_axes; // of the map that the marks are on
    std::optional<MapPlace> m_hovered;
    std::optional<QPointF> m_pressed;
    Qt::KeyboardModifiers m_pressedWith;
};

} // namespace halfopen
