// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts, the router and the cable, as a widget.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>

#include "core/fault.h"
#include "ui/run_view.h"
#include "ui/topology/topology_painting.h"
#include "ui/view_state.h"

class QMenu;

namespace halfopen {

/// Shows who is connected to whom, what each of them knows, and what is on its way; and takes the wish to break it.
/// It makes no fault itself: it says what was asked for. Of a run that is over it shows the instant of the cursor.
class TopologyView final : public RunView
{
    Q_OBJECT

public:
    explicit TopologyView(ViewState& state, QWidget* parent = nullptr);

    [[nodiscard]] TopologyScene scene() const;
    [[nodiscard]] TopologyPart focusedPart() const { return m_focused; }
    [[nodiscard]] QImage toImage(const QSize& size, double devicePixelRatio = 1) const;
    /// What a click on that part offers, with what is not possible now greyed. Owned by the caller.
    [[nodiscard]] QMenu* menuFor(TopologyPart part);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The cable was clicked while a run is live: cut it both ways, or heal every drop that is in force.
    void dropToggled();
    void faultRequested(const halfopen::Fault& fault);
    void healRequested(int faultId);

protected:
    void runReplaced() override;
    void runStopped() override;
    void runChanged() override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] TopologyLayout currentLayout() const;
    [[nodiscard]] double shownAt(const RunFacts& shown) const;
    [[nodiscard]] double packetsShownAt(const RunFacts& shown) const;
    void activate(TopologyPart part);
    void popUp(TopologyPart part, const QPoint& globalPosition);
    void addHostActions(QMenu& menu, Host host);
    void addCableActions(QMenu& menu);
    void setHovered(TopologyPart part);
    void setFocused(TopologyPart part);
    void tellScene();
    void scheduleTicks();

    ViewState& m_state;
    QElapsedTimer m_sinceEnd; // of a run that was seen live; invalid for a stored one
    QTimer m_ticks{this};
    TopologyPart m_focused = TopologyPart::None;
    TopologyPart m_hovered = TopologyPart::None;
};

} // namespace halfopen
