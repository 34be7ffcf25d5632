// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep that the user looks at: chosen, worked out, measured.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <set>
#include <vector>

#include "session/sweep_filling.h"
#include "session/sweep_runner.h"
#include "ui/sweep/sweep_map.h"
#include "ui/sweep/sweep_wish.h"

namespace halfopen {

class ExperimentDraft;
class RunController;

/// Follows the experiment: of one of its pairs it says what would be if one, two or three numbers were others. Lives on the
/// desk, so that another language changes nothing in it. It paints nothing.
class SweepStudy final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostCells = 10'000;
    static constexpr std::size_t kMostSheets = 12;

    SweepStudy(ExperimentDraft& draft, RunController& controller, QObject* parent = nullptr);
    ~SweepStudy() override;

    /// While nobody looks nothing is worked out. For a moment two windows may: one that comes and one that goes.
    void setWatched(const QObject* by, bool watched);
    [[nodiscard]] bool isWatched() const { return !m_watchers.empty(); }
    /// In a lesson predictions are not told before the learner has guessed.
    void setHeldBack(bool heldBack);

    [[nodiscard]] const SweepWish& wish() const { return m_wish; }
    void setWish(const SweepWish& wish);
    /// All ranges around the values that the experiment has now.
    void goAround();

    [[nodiscard]] const Experiment& experiment() const;
    [[nodiscard]] const KernelProfile& kernel() const;
    /// That end's pair alone: the pairs of an experiment do not touch each other.
    [[nodiscard]] Experiment pairAlone() const;

    /// nullptr: complaint() says why there is none, or it is worked out for the first time.
    [[nodiscard]] const SweepMap* map() const { return m_map ? &*m_map : nullptr; }
    /// A sentence, in the user's language; empty where there is nothing to complain of.
    [[nodiscard]] QString complaint() const { return m_complaint; }
    [[nodiscard]] const std::optional<PresentPlace>& present() const { return m_present; }
    [[nodiscard]] bool isWorking() const { return m_soon.isActive() || m_filling.isBusy(); }

    /// Makes that cell the experiment: one undo step. Nothing happens where it is refused.
    void take(const MapPlace& place);

    /// Runs those cells for real, as few runs as they allow. Fails with a sentence.
    [[nodiscard]] Result<void> measure(const std::vector<MapPlace>& places);
    void cancelMeasuring();
    [[nodiscard]] bool isMeasuring() const { return m_runner.isRunning(); }
    /// Of the map in sight.
    [[nodiscard]] std::vector<SweepMeasurement> measured() const;
    /// About so many cells that the time limit leaves room for, spread over the map.
    [[nodiscard]] std::vector<MapPlace> sample(int count) const;

    struct Progress final
    {
        int run = 0; // under way, from 1
        int runs = 0;
        int cells = 0; // of all runs
        double seconds = 0; // of this run
        double expected = 0; // how long it is to take; 0: not known
        bool operator==(const Progress&) const = default;
    };
    [[nodiscard]] Progress progress() const;

Q_SIGNALS:
    void wishChanged();
    /// Map, complaint or the experiment's place among the cells.
    void mapChanged();
    /// Began, ended, or came further.
    void measuringChanged();
    /// A run came to nothing: its place cannot run it, or it broke before its pairs were connected. The controller says why.
    void cameToNothing();

private:
    void follow();
    void work();
    void fitWish();
    void complain(const QString& sentence);
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] Result<Sweep> wantedSweep();
    void takeGrid(const std::shared_ptr<SweepGrid>& grid);
    void showMeasured();
    [[nodiscard]] bool isOfMap() const;
    void takeRun(int run);
    [[nodiscard]] Result<std::vector<SweepRun>> plan(const std::vector<MapPlace>& places) const;

    ExperimentDraft& m_draft;
    RunController& m_controller;
    SweepRunner m_runner;
    SweepFilling m_filling;
    QTimer m_soon; // several changes of one turn of the event loop are one
    SweepWish m_wish;
    std::set<const QObject*> m_watchers;
    bool m_heldBack = false;
    QString m_complaint;
    std::optional<SweepMap> m_map;
    std::optional<PresentPlace> m_present;

    struct Asked final
    {
        AskedAxis across;
        AskedAxis down;
        std::optional<AskedAxis> sheets;
        SweepEnd end;
        KernelProfile kernel;
        std::optional<Sweep> sweep; // with nothing in it that does not matter
        bool operator==(const Asked&) const = default;
    };
    Asked m_asked;  // what the experiment and the wish ask for now
    Asked m_sent;   // what was given to be worked out last
    Asked m_filled; // what the map in sight shows; nothing where that is another experiment's

    std::vector<SweepRun> m_runs; // being measured
    int m_run = 0;
    std::optional<Sweep> m_measuredSweep;
    SweepEnd m_measuredEnd;
    std::vector<SweepMeasurement> m_measured;
    std::vector<double> m_expected; // seconds, of the runs
};

} // namespace halfopen
