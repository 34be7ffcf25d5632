// SPDX-License-Identifier: GPL-3.0-or-later
// What the window opens, saves and exports, and its actions.
#include <QAction>
#include <QDockWidget>
#include <QFileInfo>
#include <QMessageBox>
#include <QStatusBar>

#include <algorithm>
#include <cmath>

#include "core/experiment_codec.h"
#include "ui/experiment/experiment_panel.h"
#include "ui/experiment/pair_row.h"
#include "ui/experiment/typing_guard.h"
#include "ui/export/figure_exporter.h"
#include "ui/glossary/glossary_dialog.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/results/results_panel.h"
#include "ui/text/format.h"
#include "ui/timeline/timeline_view.h"
#include "ui/window/banner.h"
#include "ui/window/experiment_file.h"
#include "ui/window/experiment_files.h"
#include "ui/window/main_actions.h"
#include "ui/window/main_window.h"
#include "ui/window/presets.h"
#include "ui/window/style.h"
#include "ui/window/window_exports.h"

namespace halfopen {

namespace {

constexpr int kWrittenSentenceMilliseconds = 6000;

} // namespace

bool MainWindow::openExperiment(const QString& path) { return m_files->open(path); }

bool MainWindow::openLesson(const Lesson& lesson)
{
    const auto experiment = readExperiment(lesson.experimentPath);
    if (!experiment) {
        showMessage(fromCore(experiment.error().message));
        return false;
    }
    // A lesson is no file of the user's: saving asks where.
    loadDraft(experiment.value(), tr("Lesson “%1”").arg(fromCore(lesson.title.toStdString())));
    m_parts.desk.course.begin(QString::fromStdString(experiment->title));
    m_view.setEnd(guessedEnd(experiment.value())); // the time line is of the call that is asked about
    m_parts.desk.lesson = lesson;
    showSweep(false); // the guess is given on the time line
    if (const auto shown = m_lesson->show(lesson); !shown) {
        showMessage(fromCore(shown.error().message));
        return false;
    }
    giveLessonRoom();
    return true;
}

void MainWindow::loadDraft(const Experiment& experiment, const QString& what, const QString& path)
{
    commitTyping();
    m_parts.desk.course.end();
    m_banner->hide();
    m_view.setPair(0);
    m_view.setEnd(Host::Client);
    m_draft.load(experiment, what, path);
    if (!m_parts.controller.isActive() && m_run.hasRun())
        m_run.showPlan();
}

void MainWindow::applyPreset(const Preset& preset)
{
    auto next = m_draft.experiment();
    const auto index = static_cast<std::size_t>(std::max(0, m_view.pair()));
    if (index >= next.pairs.size())
        return;
    auto& endpoint = next.pairs[index].end(m_view.end());
    endpoint.options = withPreset(endpoint.options, preset);
    const std::string software = softwareOf(preset).toStdString();
    const bool taken = std::ranges::any_of(next.pairs, [&](const Pair& each) { return each.name == software; });
    if (!taken && m_draft.isUsualName(m_draft.experiment().pairs[index]))
        next.pairs[index].name = software;
    m_draft.edit(next, tr("Preset %1").arg(fromCore(preset.title.toStdString())));
}

/// The calls of all programs under one another, up to the last predicted end: they lie between seconds and hours.
void MainWindow::makeSoftwareRace()
{
    const auto index = static_cast<std::size_t>(std::max(0, m_view.pair()));
    const QString step = QStringLiteral("softwareRace");
    auto race = softwareRace(m_draft.experiment(), index, m_view.end(), builtInPresets());
    m_draft.endMerging();
    m_draft.edit(race, tr("Race of real software"), step);
    const double fault = firstFaultSeconds(race).value_or(0);
    for (const auto& each : m_draft.predictions()) {
        if (each.applicable && !each.never())
            race.timeLimitSeconds = std::clamp(std::ceil(fault + toSeconds(each.hull().latest)) + 5, race.timeLimitSeconds, kMaxTimeLimitSeconds);
    }
    m_draft.edit(race, tr("Race of real software"), step);
    m_draft.endMerging();
    m_view.setPair(0);
    m_view.setScale(TimeScale::SquareRoot);
    m_view.setCompared(LaneKind::Call);
}

void MainWindow::connectActions()
{
    auto* actions = m_actions;
    connect(actions->run, &QAction::triggered, this, &MainWindow::startRun);
    connect(actions->stop, &QAction::triggered, &m_parts.controller, &RunController::cancel);
    connect(actions->cut, &QAction::triggered, this, &MainWindow::toggleCable);
    connect(actions->openFile, &QAction::triggered, m_files, &ExperimentFiles::askOpen);
    connect(actions->newExperiment, &QAction::triggered, this, [this] { loadDraft(ExperimentDraft::starter(), tr("New experiment")); });
    connect(actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(actions->addPair, &QAction::triggered, &m_experiment->pairs(), &PairRow::addPair);
    connect(actions->duplicatePair, &QAction::triggered, &m_experiment->pairs(), &PairRow::duplicatePair);
    connect(actions->removePair, &QAction::triggered, this, [this] { m_experiment->pairs().removePair(m_view.pair()); });
    connect(actions->renamePair, &QAction::triggered, this, [this] { m_experiment->pairs().renamePair(m_view.pair()); });
    connect(actions->forgetEarlier, &QAction::triggered, m_results, &ResultsPanel::forgetEarlier);
    connect(actions->showAll, &QAction::triggered, m_timeline, &TimelineView::showEverything);
    connect(actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(actions->shortcuts, &QAction::triggered, this, &MainWindow::showKeyboard);
    connect(actions->glossary, &QAction::triggered, this, [this] { showGlossary(this); });
    connect(actions, &MainActions::presetChosen, this, &MainWindow::applyPreset);
    connect(actions, &MainActions::softwareRaceChosen, this, &MainWindow::makeSoftwareRace);
    connect(actions, &MainActions::presetsAboutToShow, this, [this] {
        const bool client = m_view.end() == Host::Client;
        const auto target = client ? tr("For the client of “%1”, idle/interval/count:", "name of a pair")
                                   : tr("For the server of “%1”, idle/interval/count:", "name of a pair");
        m_actions->setPresetTarget(target.arg(fromCore(pairName(m_draft.experiment(), m_view.pair()))));
    });
    connect(actions, &MainActions::lessonChosen, this, &MainWindow::openLesson);
    if (auto* speech = m_parts.speech) {
        actions->setLanguage(speech->language());
        connect(actions, &MainActions::languageChosen, this, [this, speech](Language language) {
            m_parts.settings.setValue(QStringLiteral("window/language"), languageName(language));
            speech->setLanguage(language);
        });
    }
    connect(actions, &MainActions::themeChosen, this, [this](Theme theme) {
        m_parts.settings.setValue(QStringLiteral("window/theme"), name(theme));
        applyTheme(theme);
    });
    connect(actions->saveFile, &QAction::triggered, m_files, &ExperimentFiles::save);
    connect(actions->saveFileAs, &QAction::triggered, m_files, &ExperimentFiles::askSaveAs);
    connect(actions->exportExperiment, &QAction::triggered, m_files, &ExperimentFiles::askExport);
    connect(m_files, &ExperimentFiles::failed, m_banner, &Banner::tellNotWritten);
    connect(m_files, &ExperimentFiles::saved, this, [this](const QString& path) { reportWritten(path, {}); });
    connect(m_files, &ExperimentFiles::opened, this, [this](const Experiment& experiment, const QString& path) {
        loadDraft(experiment, tr("Open %1").arg(QFileInfo(path).fileName()), path);
    });
    connect(m_files, &ExperimentFiles::goneOn, this, [this] {
        m_givenUp = true;
        close();
    });
    m_files->recent().fill(actions->recentMenu());
    connect(actions->exportCsv, &QAction::triggered, this, [this] {
        auto* exporter = m_exports->exporter();
        const auto all = m_run.outcomes().size();
        const auto ended = settledOutcomes(m_run.timeline(), m_run.outcomes()).size();
        if (ended == 0 && all > 0) {
            showMessage(tr("No end has ended yet, so there is no outcome to write. Export again when a call has failed, or the run is over."));
            return;
        }
        const QString title = ended < all ? tr("Export the outcomes of the %1 ends of %2 that have ended").arg(ended).arg(all) : tr("Export the outcomes");
        exporter->askPath(title, exportStem(tr("outcomes")), QStringLiteral("csv"), [this, exporter](const QString& path) {
            exporter->save(outcomeCsv(m_run.runId(), m_run.timeline(), m_run.outcomes()), path);
        });
    });
    connect(actions->exportWindow, &QAction::triggered, this, [this] {
        auto* exporter = m_exports->exporter();
        exporter->askPath(tr("Export the window"), exportStem(tr("window")), QStringLiteral("png"),
                          [this, exporter](const QString& path) { exporter->saveImage(grab().toImage(), path); });
    });
}

QString MainWindow::exportStem(const QString& part) const
{
    const QString title = fileStem(verbatim(m_run.experiment().title));
    const QString run = m_run.runId().isEmpty() ? QString{} : u'-' + m_run.runId().left(15);
    return title + run + u'-' + part;
}

void MainWindow::reportWritten(const QString& path, const Result<void>& done)
{
    report(done);
    if (!done)
        return;
    m_banner->noteWritten();
    statusBar()->showMessage(tr("%1 was written.", "path of a file").arg(path), kWrittenSentenceMilliseconds);
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Halfopen"),
                                tr("<h3>Halfopen %1</h3><p>How long your sockets go on believing in a dead peer, and why.</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                    .arg(QStringLiteral(HALFOPEN_VERSION)),
                                QMessageBox::Close, this);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace halfopen
