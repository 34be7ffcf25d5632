// SPDX-License-Identifier: GPL-3.0-or-later
// The time line of the selected pair, as a widget.
#pragma once

#include <QImage>
#include <QTimer>

#include <optional>

#include "ui/run_view.h"
#include "ui/timeline/timeline_picture.h"
#include "ui/view_state.h"

class QMenu;
class QScrollBar;

namespace halfopen {

/// Lanes of one pair on one time axis: what the program, the socket, the kernel's timer, the wire and the queues did,
/// and what the rules expect them to do; or one lane of all pairs. It reads values that others own; what is looked at
/// is the view state's.
/// Mouse: wheel or Ctrl+drag or right drag zooms, drag pans, Shift+drag measures, a click picks an event or pins the
/// cursor, double click shows everything. Keys do the same: they are named in the context menu.
class TimelineView final : public RunView
{
    Q_OBJECT

public:
    explicit TimelineView(ViewState& state, QWidget* parent = nullptr);

    /// Light or dark as the widget is, with title, kernel and version. For export and without a display.
    [[nodiscard]] QImage toImage(const QSize& size, double devicePixelRatio = 1) const;
    void paintFigure(QPainter& painter, const QRectF& area) const;
    /// In other colours than the widget's; the font's size should be in pixels where the device is none of pixels.
    void paintFigure(QPainter& painter, const QRectF& area, const QPalette& colours, const QFont& inFont) const;
    using RunView::facts;
    /// What stands in the read-out, one fact a line; also told to screen readers.
    [[nodiscard]] QString reading() const;
    [[nodiscard]] TimeAxis axis() const;
    [[nodiscard]] QRectF plotArea() const;

    /// What can be set here, with its keys: for a menu bar. Owned by `parent`, always up to date.
    [[nodiscard]] QMenu* makeMenu(QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void showEverything();
    /// The instant, since hello, that the rest of the window tells: the read-out of now speaks of the same.
    void tellInstant(halfopen::RunTime instant);

Q_SIGNALS:
    /// Its context menu is about to open: whoever has more to offer adds it.
    void menuOpening(QMenu* menu);

protected:
    void runReplaced() override;
    void runRefolded() override;
    void runChanged() override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Drag { None, Waiting, Pan, Zoom, Measure, Overview, Guess }; // Waiting: pressed, not yet moved

    void listen();
    [[nodiscard]] QRectF area() const; // without the scroll bar of the rows
    [[nodiscard]] TimelineLook look() const;
    [[nodiscard]] TimelineLayout currentLayout() const;
    /// Some of what is new for that layout; the rest follows from the event loop.
    void prepareSome(const TimelineLayout& layout);
    void prepareMore();
    void tellReading();
    void scheduleTicks();
    void showSelected();
    void updateRows();
    void paintZoomBand(QPainter& painter) const;

    // Mouse
    void beginDrag(const QMouseEvent& event);
    void continueDrag(const QPointF& at);
    [[nodiscard]] bool isOnGuess(const QPointF& at) const;
    void zoomToBand();
    void scrollOverview(double x);
    void pickAt(const QPointF& at);
    /// The instant under that x, or the event that is so near that it is meant.
    [[nodiscard]] RunTime snapped(double x, int pair) const;
    [[nodiscard]] std::optional<Moment> momentAt(const QPointF& at) const;
    [[nodiscard]] int pairAt(double y) const;

    // Keys
    void zoom(double factor, double aroundX);
    void pan(double pixels);
    void moveCursor(double pixels);
    void jumpCursor(bool forward);
    void bringIntoSight(double seconds);
    void pickAtCursor();
    void markAtCursor();
    void stepPair(int step);
    void cycleScale();
    void cycleInfo();
    void guessAt(double x);
    [[nodiscard]] bool canLetGo() const;
    void letGo(); // what Esc does: the measured piece first, then the picked event and the cursor
    bool keyMoves(const QKeyEvent& event);
    bool keyActs(const QKeyEvent& event);
    void fillMenu(QMenu* menu);
    /// What the lane shows whose name is under the mouse; empty: none is.
    [[nodiscard]] QString tipAt(const QPointF& at) const;

    ViewState& m_state;
    TimelinePicture m_picture;
    QTimer m_ticks{this};
    QTimer m_more{this}; // only while there are facts that have not been looked at
    QScrollBar* m_rows = nullptr; // over the rows of compared pairs
    Drag m_drag = Drag::None;
    Drag m_wanted = Drag::None; // what the drag becomes once the mouse moves
    QPointF m_pressed;
    QPointF m_last;
    bool m_pinned = false;        // the cursor stays when the mouse leaves
    bool m_showingPicked = false; // the pick came from here
    std::optional<RunTime> m_told;
    int m_readPair = -1;          // compared: under the mouse
    std::optional<RunTime> m_mark; // since t = 0: where M was pressed
};

} // namespace halfopen
