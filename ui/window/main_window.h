// SPDX-License-Identifier: GPL-3.0-or-later
// The window: panels around the two painted views.
#pragma once

#include <QHash>
#include <QMainWindow>
#include <QSettings>
#include <QTimer>

#include <functional>
#include <memory>

#include "session/installation.h"
#include "session/run_controller.h"
#include "ui/timeline/live_clock.h"
#include "ui/window/desk.h"

class QDockWidget;
class QSplitter;
class QStackedWidget;

namespace halfopen {

class Banner;
class ExperimentFiles;
class ExperimentPanel;
class HistoryPanel;
class LessonPanel;
class LogPanel;
class MainActions;
class NextStep;
class PlaceCheck;
class ProjectorMode;
class ProjectorPanel;
class ReplayWiring;
class ResultsPanel;
class RunLoader;
class RunStatus;
class RunStore;
class SocketPanel;
class Speech;
class SweepPage;
class TimelineHeader;
class TimelineView;
class TransportBar;
class TopologyView;
class WelcomePage;
class WhyPanel;
class WindowExports;
class WindowHistory;
class WindowPackets;
class WindowStyle;
struct Preset;
struct ReplayedRun;

/// What the window works with; made and owned by main().
struct WindowParts final
{
    Desk& desk;
    RunController& controller;
    PlaceCheck& places;
    RunStore* store = nullptr; // nullptr: nothing is kept
    QString whyNoStore;        // not empty: what is kept ends with the program, for this reason
    QList<Lesson> lessons;
    QSettings& settings;
    Speech* speech = nullptr; // nullptr: one language only, no menu for others
};

/// Composition and wiring. It computes nothing and stores nothing but its own layout: what it shows lies on the desk.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    enum class Making {
        AtOnce,
        InSteps, // nothing is in it before buildMore() has been called until it says no, and takeOver() after that
    };

    explicit MainWindow(const WindowParts& parts, Making making = Making::AtOnce);
    ~MainWindow() override;

    /// One step, so that the whole of them need not hold the event loop. Whether there are more.
    bool buildMore();
    /// Takes layout and desk as the window before has left them.
    void takeOver();

    [[nodiscard]] ExperimentDraft& draft() { return m_draft; }
    [[nodiscard]] ShownRun& shownRun() { return m_run; }
    [[nodiscard]] ViewState& viewState() { return m_view; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    /// Puts back on the desk, and into the settings, what the next window shall find: called before another is made.
    void leaveDesk();
    [[nodiscard]] bool isProjector() const;
    /// Whether a file or the clipboard is still waiting for what it is to have.
    [[nodiscard]] bool isExporting() const;

public Q_SLOTS:
    /// Whether it could be read; a message says why not.
    bool openExperiment(const QString& path);
    /// Whether it could be read; a message says why not.
    bool openLesson(const halfopen::Lesson& lesson);
    void startRun();
    void openStoredRun(const QString& runId);
    /// Opens it and plays it from its start.
    void playStoredRun(const QString& runId);
    void showMessage(const QString& message, const QString& remedy = {});
    void refreshHistory();
    /// Three ways to begin, in the place of hosts and time line until one is chosen.
    void showWelcome();
    void setProjector(bool on);

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildActions();
    void buildCentre();
    void buildExperiment();
    void buildTables();
    void buildTexts();
    void buildDocks();
    void buildWiring();
    QDockWidget* addDock(const char* name, const QString& title, const QString& subtitle, QWidget* content, Qt::DockWidgetArea area);
    void buildModes();
    void buildCopying();
    void leaveWelcome();
    void buildSweep();
    void showSweep(bool on);
    void showPage(); // run or sweep, as the desk says
    void arrangeDocks();
    [[nodiscard]] bool isLow() const;
    void proportionDocks();
    void connectActions();
    void connectRun();
    void connectViews();
    void afterFirstPaint();
    void takeDesk();
    void showReplacedRun();
    void showRun();
    void showRefoldedRun();
    void buildReplay();
    void buildLesson();
    void showCourse();
    void loadStoredRun(const QString& runId, bool play);
    void showOpenedRun(const QString& runId, const std::shared_ptr<const ReplayedRun>& run);
    void showPlaces();
    void showState();
    void showTitle();
    void followInstant(RunTime instant);
    void showObstacle();
    /// With the timers that the run in sight had at its fault; nullptr where it is of other settings, or had none yet.
    [[nodiscard]] const Prediction* measuredPrediction(int pair, Host end) const;
    /// Shows the lesson, out of the low dock where it lies until one is begun.
    void giveLessonRoom();
    void refreshSlowly();
    /// The status bar and the line Next, both of one moment.
    void tellNow();
    void endRun();
    void loadDraft(const Experiment& experiment, const QString& what, const QString& path = {});
    void applyPreset(const Preset& preset);
    void makeSoftwareRace();
    void toggleCable();
    void saveLayout();
    [[nodiscard]] bool waitsForExports();
    void layOut();
    void restoreLayout();
    void saveFolds();
    void restoreFolds();
    void resetLayout();
    void report(const Result<void>& done);
    void reportWritten(const QString& path, const Result<void>& done); // a file too that was written is told
    void showAbout();
    void showKeyboard();
    [[nodiscard]] QString exportStem(const QString& part) const;
    [[nodiscard]] RunTime now() const;

    WindowParts m_parts;
    ExperimentDraft& m_draft;
    ViewState& m_view;
    ShownRun& m_run;
    LiveClock m_clock;
    QTimer m_slow; // only while a run goes on
    ExperimentFiles* m_files = nullptr;
    MainActions* m_actions = nullptr;
    Banner* m_banner = nullptr;
    QStackedWidget* m_pages = nullptr; // m_centre or the welcome
    QSplitter* m_centre = nullptr;
    WelcomePage* m_welcome = nullptr; // made when it is wanted first
    SweepPage* m_sweep = nullptr;     // likewise
    NextStep* m_next = nullptr;
    ProjectorPanel* m_projectorPanel = nullptr;
    ProjectorMode* m_projector = nullptr;
    TimelineHeader* m_header = nullptr;
    TopologyView* m_topology = nullptr;
    TimelineView* m_timeline = nullptr;
    TransportBar* m_transport = nullptr;
    ReplayWiring* m_replay = nullptr;
    RunLoader* m_opening = nullptr; // a run of the history
    bool m_playsOpened = false;
    ExperimentPanel* m_experiment = nullptr;
    ResultsPanel* m_results = nullptr;
    SocketPanel* m_sockets = nullptr;
    WhyPanel* m_why = nullptr;
    LogPanel* m_log = nullptr;
    HistoryPanel* m_history = nullptr;
    LessonPanel* m_lesson = nullptr;
    RunStatus* m_status = nullptr;
    bool m_isHindered = false; // what is planned cannot be run on this machine
    WindowExports* m_exports = nullptr;
    WindowHistory* m_fromHistory = nullptr;
    WindowPackets* m_packets = nullptr;
    WindowStyle* m_style = nullptr;
    QHash<QString, QDockWidget*> m_docks;
    std::size_t m_built = 0; // steps
    bool m_restored = false; // the user has a layout of his own
    bool m_painted = false;
    bool m_closing = false;
    bool m_closesWhenWritten = false; // what is exported
    bool m_givenUp = false; // the user has answered what is to become of unsaved changes
};

} // namespace halfopen
