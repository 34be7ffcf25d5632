// SPDX-License-Identifier: GPL-3.0-or-later
// The window: panels around the two painted views. Its wiring; the layout is in window_layout.cpp.
#include "ui/window/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

#include "core/experiment_codec.h"
#include "session/place_check.h"
#include "ui/experiment/experiment_panel.h"
#include "ui/experiment/prediction_box.h"
#include "ui/export/figure_exporter.h"
#include "ui/experiment/typing_guard.h"
#include "ui/history/history_panel.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/log/log_panel.h"
#include "ui/results/results_panel.h"
#include "ui/text/format.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"
#include "ui/window/banner.h"
#include "ui/window/experiment_files.h"
#include "ui/window/fault_wiring.h"
#include "ui/window/main_actions.h"
#include "ui/window/next_step.h"
#include "ui/window/option_wiring.h"
#include "ui/window/run_status.h"
#include "ui/window/window_exports.h"
#include "ui/window/window_history.h"
#include "ui/window/window_packets.h"
#include "ui/window/window_style.h"

namespace halfopen {

MainWindow::MainWindow(const WindowParts& parts, Making making)
    : m_parts(parts), m_draft(parts.desk.draft), m_view(parts.desk.view), m_run(parts.desk.run)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Halfopen"));
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    if (making == Making::InSteps)
        return;
    while (buildMore()) { }
    takeOver();
}

bool MainWindow::buildMore()
{
    // In order: what comes later looks for what is there.
    static constexpr void (MainWindow::*kSteps[])() = {&MainWindow::buildActions, &MainWindow::buildCentre, &MainWindow::buildExperiment,
                                                       &MainWindow::buildTables, &MainWindow::buildTexts, &MainWindow::buildDocks,
                                                       &MainWindow::buildWiring, &MainWindow::layOut};
    (this->*kSteps[m_built])();
    return ++m_built < std::size(kSteps);
}

void MainWindow::buildActions()
{
    m_files = new ExperimentFiles(m_draft, m_parts.settings, this);
    const auto presets = builtInPresets();
    m_actions = new MainActions(m_draft.undoStack(), presets, m_parts.lessons, this);
    std::vector<std::pair<std::string, SocketOptions>> software;
    for (const Preset& preset : presets)
        software.emplace_back(softwareOf(preset).toStdString(), preset.options);
    m_draft.setSoftware(std::move(software));
    m_style = new WindowStyle(*this);
}

void MainWindow::buildWiring()
{
    new TypingGuard(this);
    m_exports = new WindowExports({*m_timeline, m_view, *m_results, m_parts.desk.sweep, m_actions->exportMenu(), m_parts.settings}, this);
    m_fromHistory = new WindowHistory({m_parts.store, *m_history, *m_results, *m_exports->exporter(), m_parts.lessons}, this);
    m_packets = new WindowPackets({m_parts.controller, m_run, m_parts.places, m_parts.desk.packets, *m_actions, m_parts.settings}, this);
    m_status = new RunStatus(m_run, m_parts.controller, statusBar());
    buildReplay();
    buildLesson();
    buildSweep();
    buildModes();
    connectActions();
    connectRun();
    connectViews();
}

void MainWindow::takeOver()
{
    m_clock = m_parts.desk.clock;
    restoreLayout();
    takeDesk();
    if (auto* button = findChild<QWidget*>(QStringLiteral("runButton")))
        button->setFocus();
}

MainWindow::~MainWindow()
{
    // The controller and the desk outlive the window and may still have something to say.
    m_parts.controller.disconnect(this);
    m_parts.places.disconnect(this);
    m_run.disconnect(this);
    m_draft.disconnect(this);
    m_parts.desk.sweep.disconnect(this);
}

void MainWindow::connectViews()
{
    new FaultWiring(m_run, m_parts.controller, m_experiment->faults());
    new OptionWiring({m_run, m_parts.controller, m_draft, m_view, m_parts.desk.wishes}, m_experiment->prediction());
    connect(m_topology, &TopologyView::dropToggled, this, &MainWindow::toggleCable);
    connect(m_topology, &TopologyView::faultRequested, &m_parts.controller, &RunController::applyFault);
    connect(m_topology, &TopologyView::healRequested, &m_parts.controller, &RunController::healFault);
    connect(m_history, &HistoryPanel::openWanted, this, &MainWindow::openStoredRun);
    connect(m_history, &HistoryPanel::playWanted, this, &MainWindow::playStoredRun);
    connect(m_history, &HistoryPanel::failed, this, [this](const QString& message) { showMessage(message); });
    connect(m_fromHistory, &WindowHistory::failed, this, [this](const QString& message) { showMessage(message); });
    connect(m_fromHistory, &WindowHistory::lessonWanted, this, &MainWindow::openLesson);
    connect(m_fromHistory, &WindowHistory::comparisonBegan, this, [this] {
        m_docks.value(QStringLiteral("results"))->show();
        m_docks.value(QStringLiteral("results"))->raise();
    });
    connect(m_exports, &WindowExports::failed, this, [this](const QString& message) {
        m_closesWhenWritten = false; // or nobody would read it
        m_banner->tellNotWritten(message);
    });
    connect(m_exports->exporter(), &FigureExporter::settled, this, [this] {
        if (m_closesWhenWritten)
            close();
    }, Qt::QueuedConnection);
    connect(m_exports, &WindowExports::written, this, [this](const QString& path) { reportWritten(path, {}); });
    connect(m_log, &LogPanel::told, this, [this](const QString& message) { showMessage(message); });
    connect(m_packets, &WindowPackets::failed, m_banner, &Banner::tellNotWritten);
    connect(m_packets, &WindowPackets::written, this, [this](const QString& path) { reportWritten(path, {}); });
    connect(&m_draft, &ExperimentDraft::changed, this, &MainWindow::showTitle);
    connect(&m_draft, &ExperimentDraft::changed, this, &MainWindow::showObstacle);
    m_experiment->prediction()->setMeasured([this](int pair, Host end) { return measuredPrediction(pair, end); });
    connect(&m_run, &ShownRun::replaced, m_experiment->prediction(), &PredictionBox::refresh);
    connect(&m_run, &ShownRun::refolded, m_experiment->prediction(), &PredictionBox::refresh);
    connect(&m_run, &ShownRun::predictionsChanged, m_experiment->prediction(), &PredictionBox::refresh);
    connect(&m_draft, &ExperimentDraft::fileChanged, this, &MainWindow::showTitle);
}

const Prediction* MainWindow::measuredPrediction(int pair, Host end) const
{
    const bool isOfRun = m_run.hasRun() && m_run.timeline().firstFaultAt() && m_run.experiment() == m_draft.experiment();
    return isOfRun ? m_run.prediction(pair, end) : nullptr;
}

void MainWindow::showObstacle()
{
    const auto& places = m_parts.places;
    const auto& planned = m_draft.experiment();
    const bool wantsHosts = planned.place == PlaceKind::Namespaces || planned.place == PlaceKind::Auto;
    QString obstacle;
    if (places.isComplete() && places.error().isEmpty() && wantsHosts && !places.isAvailable(PlaceKind::Namespaces)) {
        if (!places.isAvailable(PlaceKind::Loopback))
            obstacle = tr("Nothing can run on this machine. Kernel and place tells why, and what would help.");
        else if (planned.place == PlaceKind::Namespaces)
            obstacle = tr("This machine has no hosts of their own: choose another place. Kernel and place tells why, and what would help.");
        else
            obstacle = loopbackObstacle(planned);
    }
    m_isHindered = !obstacle.isEmpty();
    m_next->setObstacle(obstacle);
    m_status->setObstacle(obstacle);
    m_actions->setObstacle(obstacle);
    m_lesson->setObstacle(obstacle);
    m_topology->setHindered(m_isHindered);
}

void MainWindow::showTitle()
{
    // "[*]" is where Qt puts the sign of unsaved changes; in a title of the user's it is doubled to stand for itself.
    const auto title = fromCore(m_draft.experiment().title).replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
    const auto file = QFileInfo(m_draft.path()).fileName().replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
    if (!file.isEmpty())
        setWindowTitle(title.isEmpty() ? tr("%1[*] – Halfopen", "file name").arg(file) : tr("%1 (%2)[*] – Halfopen", "title, file name").arg(title, file));
    else
        setWindowTitle(title.isEmpty() ? tr("Halfopen") : tr("%1 – Halfopen").arg(title));
    setWindowModified(m_draft.isModified());
    m_actions->removePair->setEnabled(m_draft.experiment().pairs.size() > 1);
}

void MainWindow::takeDesk()
{
    m_results->bringBack(m_parts.desk.earlier);
    m_fromHistory->takeUp(m_parts.desk.compared);
    m_results->showPage(m_parts.desk.resultsPage);
    if (m_parts.desk.lesson)
        report(m_lesson->show(*m_parts.desk.lesson));
    if (m_parts.places.isComplete())
        showPlaces();
    showTitle();
    showRun();
    showState();
    showSweep(m_parts.desk.sweeps);
    if (m_parts.desk.welcomes)
        showWelcome();
}

void MainWindow::leaveDesk()
{
    m_parts.desk.earlier = m_results->earlier();
    m_parts.desk.compared = m_fromHistory->comparison();
    m_parts.desk.resultsPage = m_results->page();
    m_parts.desk.clock = m_clock;
    m_parts.desk.projector = isProjector();
    setProjector(false);
    saveLayout();
}

bool MainWindow::event(QEvent* event)
{
    const bool taken = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        QTimer::singleShot(0, this, &MainWindow::afterFirstPaint);
    }
    // Who comes back may have mended the machine: nothing else would give them the button Run again.
    if (event->type() == QEvent::WindowActivate && m_isHindered && m_parts.places.isComplete())
        m_parts.places.start();
    return taken;
}

void MainWindow::afterFirstPaint()
{
    m_results->prepare();
    if (!m_parts.places.isComplete())
        m_parts.places.start();
    if (std::exchange(m_parts.desk.begun, true))
        return; // what the user has forgotten or closed since then stays so
    m_fromHistory->bringBackEarlier();
    if (!m_parts.whyNoStore.isEmpty())
        showMessage(m_parts.whyNoStore, tr("Runs are kept only until the window closes: export what you need (Ctrl+E), mend this, and start again."));
}

void MainWindow::showPlaces()
{
    const auto& places = m_parts.places;
    if (!places.error().isEmpty()) {
        m_actions->setPlaceText(tr("this machine was not checked"), places.error());
        showMessage(places.error());
        return;
    }
    m_draft.setKernel(places.kernel());
    showObstacle();
    QStringList reasons;
    QString firstFailed;
    for (const PlaceKind place : {PlaceKind::Namespaces, PlaceKind::Loopback}) {
        QString reason;
        for (const auto& stage : places.stages()) {
            if (stage.place != place || stage.passed)
                continue;
            if (firstFailed.isEmpty())
                firstFailed = fromCore(stage.stage);
            reason += tr("%1: %2 %3", "what was tried, why it failed, what helps")
                          .arg(fromCore(stage.stage), fromCore(stage.why), fromCore(stage.remedy)) + u'\n';
        }
        reason = reason.trimmed();
        const bool available = places.isAvailable(place);
        m_experiment->setPlaceUnavailable(place, available ? QString{} : reason.isEmpty() ? tr("Not available on this machine.") : reason);
        if (!available)
            reasons << reason;
    }
    const auto kernel = tr("kernel %1 · HZ %2").arg(fromCore(places.kernel().release).section(u'-', 0, 0)).arg(places.kernel().hz);
    if (places.isAvailable(PlaceKind::Namespaces))
        m_actions->setPlaceText(kernel + QStringLiteral(" · ") + tr("own namespaces, no root"), fromCore(places.kernel().release));
    else if (places.isAvailable(PlaceKind::Loopback))
        m_actions->setPlaceText(kernel + QStringLiteral(" · ") + tr("loopback only, no %1 here").arg(firstFailed), reasons.join(u'\n'));
    else
        m_actions->setPlaceText(kernel + QStringLiteral(" · ") + tr("nothing can run: no %1").arg(firstFailed), reasons.join(u'\n'));
}

void MainWindow::showMessage(const QString& message, const QString& remedy) { m_banner->tell(message, remedy); }

void MainWindow::refreshHistory() { m_history->refresh(); }

void MainWindow::report(const Result<void>& done)
{
    if (!done)
        showMessage(fromCore(done.error().message));
}

bool MainWindow::isExporting() const { return m_exports->exporter()->isBusy(); }

bool MainWindow::waitsForExports()
{
    // Asked to close a second time, it closes.
    if (!isExporting() || m_closesWhenWritten)
        return false;
    m_closesWhenWritten = true;
    showMessage(tr("What you export is still being written. The window closes as soon as it is done; close it again to break it off."));
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    setProjector(false);
    saveLayout();
    if (!m_parts.controller.isActive()) {
        if (waitsForExports()) {
            event->ignore();
            return;
        }
        event->setAccepted(m_givenUp || m_files->mayLeave());
        if (event->isAccepted())
            m_files->remember();
        return;
    }
    event->ignore();
    if (findChild<QMessageBox*>(QStringLiteral("closeQuestion")) != nullptr || m_closing)
        return;
    auto* question = new QMessageBox(QMessageBox::Question, tr("A run is going on"),
                                     tr("Break off the run and close the window? What has been seen so far stays in the history."),
                                     QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("closeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = question->addButton(tr("Break off and close"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QAbstractButton::clicked, this, [this] {
        m_parts.controller.cancel();
        m_closing = m_parts.controller.isActive();
        if (!m_closing)
            close();
    });
    question->open();
}

} // namespace halfopen
