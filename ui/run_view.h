// SPDX-License-Identifier: GPL-3.0-or-later
// A widget that shows one run, planned, live or over.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "core/experiment.h"
#include "core/prediction.h"
#include "core/timeline.h"
#include "ui/timeline/live_clock.h"
#include "ui/timeline/run_facts.h"

namespace halfopen {

/// What every painted view of a run is told by its owner, and its clock. It paints nothing and knows no selection.
class RunView : public QWidget
{
    Q_OBJECT

public:
    /// The run to show; nullptr for the plan alone. Not owned: it must live until another one is set. Call it again
    /// when the same object begins another run.
    void setTimeline(const Timeline* timeline);
    /// What would be run: shown while there is no timeline.
    void setExperiment(const Experiment& experiment);
    void setPredictions(const std::vector<Prediction>& predictions);
    /// Whether more events will come: then "now" moves on by itself.
    void setLive(bool live);
    /// It is at least that late in the live run (since hello), though its events do not tell so yet.
    void setNow(RunTime now);
    /// The run is played again: it is that instant (since hello), and while it plays time goes on at so many times the
    /// run's speed. Until endReplay().
    void setReplayed(RunTime instant, double speed, bool plays);
    void endReplay();
    /// The same run, folded anew up to another instant; `timeline` as in setTimeline().
    void setRefolded(const Timeline* timeline);
    /// Everything larger, lines as well as letters, for a room. 1 … 4; 1 is the screen's own.
    void setMagnification(double magnification);
    [[nodiscard]] double magnification() const { return m_magnification; }
    /// Another number for each run that came into sight, or that was folded anew: what was kept of the one before does not
    /// hold.
    [[nodiscard]] int runNumber() const { return m_runNumber; }

public Q_SLOTS:
    /// The timeline has grown.
    void refresh();

protected:
    explicit RunView(QWidget* parent);

    /// As of now; lives no longer than one frame.
    [[nodiscard]] RunFacts facts() const;
    /// Where it paints: the widget's area as the magnifying painter sees it. Positions of the mouse arrive in it too.
    [[nodiscard]] QRectF canvas() const;
    [[nodiscard]] QPoint toGlobal(const QPointF& onCanvas) const;
    bool event(QEvent* event) override;
    [[nodiscard]] const Timeline* timeline() const { return m_timeline; }
    /// Whether "now" moves.
    [[nodiscard]] bool isRunning() const { return m_clock.isRunning(); }

    /// Another run: nothing that was derived from the last one holds.
    virtual void runReplaced() {}
    /// The same run knows less: what was derived does not hold, what the user has marked does.
    virtual void runRefolded() { runReplaced(); }
    /// The run that was seen live is over.
    virtual void runStopped() {}
    /// Run, plan or predictions differ.
    virtual void runChanged() = 0;

private:
    const Timeline* m_timeline = nullptr;
    int m_runNumber = 0;
    Experiment m_experiment;
    std::vector<Prediction> m_predictions;
    bool m_live = false;
    std::optional<double> m_replaySpeed; // times the run's own; empty: no replay
    LiveClock m_clock;
    double m_magnification = 1;
};

} // namespace halfopen
