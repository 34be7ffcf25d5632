// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts, the router and the cable, as a widget.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>

#include "core/fault.h"
#include "ui/run_view.h"
#include "ui/topology/topology_deeds.h"
#include "ui/topology/topology_painting.h"
#include "ui/view_state.h"

class QMenu;

namespace halfopen {

/// Shows who is connected to whom, what each of them knows, and what is on its way; and takes the wish to break it.
/// It makes no fault itself: it says what was asked for. Of a run that is over it shows the instant of the cursor.
/// Painted anew only when something in it differs.
class TopologyView final : public RunView
{
    Q_OBJECT

public:
    explicit TopologyView(ViewState& state, QWidget* parent = nullptr);

    /// What is shown now.
    [[nodiscard]] const TopologyScene& scene() const { return m_scene; }
    /// The instant of it, since hello, while time runs and it is in sight; whoever tells a clock beside it tells this one.
    [[nodiscard]] std::optional<RunTime> instant() const { return m_instant; }
    [[nodiscard]] TopologyLayout currentLayout() const;
    [[nodiscard]] QRect screenRectOf(TopologyPart part) const;
    [[nodiscard]] TopologyPart partAtScreen(const QPoint& globalPosition) const;
    [[nodiscard]] TopologyPart focusedPart() const { return m_focused; }
    [[nodiscard]] QImage toImage(const QSize& size, double devicePixelRatio = 1) const;
    /// What is planned cannot be run on this machine: the drawing invites to nothing.
    void setHindered(bool hindered);
    /// What a click on that part offers, with what is not possible now greyed. Owned by the caller.
    [[nodiscard]] QMenu* menuFor(TopologyPart part);
    [[nodiscard]] std::vector<TopologyDeed> deeds(TopologyPart part) const;
    /// Asks for it, unless something stands in its way.
    void perform(const TopologyDeed& deed);
    /// As a click or the return key does: a host shows its faults, the cable is cut or plugged back.
    void activate(TopologyPart part);
    void popUp(TopologyPart part, const QPoint& globalPosition);
    void setFocused(TopologyPart part);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Words or figures of the drawing have moved on, to that instant since hello.
    void instantShown(halfopen::RunTime instant);
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
    [[nodiscard]] QString tipAt(const QPointF& at) const;
    [[nodiscard]] double shownAt(const RunFacts& shown) const;
    [[nodiscard]] double packetsShownAt(const RunFacts& shown) const;
    void showInstant();
    void scheduleTicks();
    void setHovered(TopologyPart part);

    ViewState& m_state;
    TopologyScene m_scene;
    std::optional<RunTime> m_instant;
    bool m_isHindered = false;
    QElapsedTimer m_sinceEnd; // of a run that was seen live; invalid for a stored one
    QTimer m_ticks{this};
    TopologyPart m_focused = TopologyPart::None;
    TopologyPart m_hovered = TopologyPart::None;
};

} // namespace halfopen
