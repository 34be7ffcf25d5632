// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window, with its shortcut, in menus and on the tool bar.
#include "ui/window/main_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

#include "ui/lesson/lesson_chapters.h"
#include "ui/text/core_words.h"
#include "ui/text/elided_label.h"
#include "ui/theme/looks.h"
#include "ui/window/tinted_icon.h"

namespace halfopen {

MainActions::MainActions(QUndoStack* undo, const QList<Preset>& presets, const QList<Lesson>& lessons, QMainWindow* window)
    : QObject(window)
{
    m_presets = new QMenu(tr("&Preset"), window);
    m_presets->setObjectName(QStringLiteral("presetMenu"));
    m_presets->setToolTipsVisible(true);
    m_recent = new QMenu(tr("Open &recent"), window);
    m_recent->setObjectName(QStringLiteral("recentMenu"));
    m_export = new QMenu(tr("E&xport"), window);
    m_export->setObjectName(QStringLiteral("exportMenu"));
    m_theme = new QMenu(tr("&Theme"), window);
    m_theme->setObjectName(QStringLiteral("themeMenu"));
    m_language = new QMenu(tr("&Language"), window);
    m_language->setObjectName(QStringLiteral("languageMenu"));
    m_language->menuAction()->setVisible(false);
    makeActions(undo);
    fillPresets(presets);
    fillThemes();
    fillLanguages();
    fillMenus(window);
    fillLessons(lessons);
    fillToolBar(window);
    setRunning(false);
    setHasOutcomes(false);
}

QAction* MainActions::make(const char* objectName, const QString& text, const char* icon, const QKeySequence& shortcut)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(objectName));
    if (icon != nullptr)
        action->setIcon(tintedIcon(QLatin1String(icon)));
    action->setShortcut(shortcut);
    return action;
}

void MainActions::makeActions(QUndoStack* undo)
{
    run = make("run", tr("&Run"), nullptr, Qt::Key_F5);
    run->setIcon(tintedIcon(QStringLiteral("run"), true));
    run->setToolTip(tr("Run the experiment (F5)"));
    stop = make("stop", tr("&Stop"), "stop", Qt::Key_Escape);
    stop->setToolTip(tr("Break off the run (Esc)"));
    cut = make("cut", tr("&Cut or plug the cable"), nullptr, QKeySequence(QStringLiteral("Ctrl+K")));
    newExperiment = make("newExperiment", tr("&New experiment"), nullptr, QKeySequence::New);
    openFile = make("openFile", tr("&Open experiment…"), "open", QKeySequence::Open);
    saveFile = make("saveFile", tr("&Save experiment"), "save", QKeySequence::Save);
    saveFileAs = make("saveFileAs", tr("Save experiment &as…"), nullptr, QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    quit = make("quit", tr("&Quit"), nullptr, QKeySequence(QStringLiteral("Ctrl+Q")));
    exportCsv = make("exportCsv", tr("Outcomes as &CSV…"), nullptr, QKeySequence(QStringLiteral("Ctrl+E")));
    exportWindow = make("exportWindow", tr("&Window as PNG…"));
    exportExperiment = make("exportExperiment", tr("&Experiment file…"));
    m_export->addActions({exportCsv, exportWindow});
    m_export->addSeparator();
    m_export->addAction(exportExperiment);
    addPair = make("addPair", tr("&Add a pair"), nullptr, QKeySequence(QStringLiteral("Ctrl+Shift+N")));
    duplicatePair = make("duplicatePair", tr("&Duplicate the pair"), nullptr, QKeySequence(QStringLiteral("Ctrl+D")));
    removePair = make("removePair", tr("Remo&ve the pair"));
    renamePair = make("renamePair", tr("Re&name the pair…"), nullptr, Qt::Key_F2);
    forgetEarlier = make("forgetEarlier", tr("&Forget earlier results"));
    showAll = make("showAll", tr("&Whole run in the time line"), nullptr, QKeySequence(QStringLiteral("Ctrl+0")));
    resetLayout = make("resetLayout", tr("&Reset layout"));
    sweep = make("sweep", tr("S&weep"), "sweep", Qt::Key_F9);
    sweep->setToolTip(tr("What if? The time until it is noticed over two options, as a map (F9)"));
    sweep->setCheckable(true);
    projector = make("projector", tr("&Projector"), nullptr, Qt::Key_F11);
    projector->setCheckable(true);
    welcome = make("welcome", tr("&Welcome"));
    about = make("about", tr("&About Halfopen"));
    shortcuts = make("shortcuts", tr("&Keyboard"), nullptr, QKeySequence::HelpContents);
    glossary = make("showGlossary", tr("&Glossary"), nullptr, QKeySequence(QStringLiteral("Ctrl+F1")));
    m_undo = undo->createUndoAction(this, tr("&Undo"));
    m_redo = undo->createRedoAction(this, tr("&Redo"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_undo->setIcon(tintedIcon(QStringLiteral("undo")));
    m_redo->setIcon(tintedIcon(QStringLiteral("redo")));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence::Redo);
}

void MainActions::fillMenus(QMainWindow* window)
{
    auto* bar = window->menuBar();
    auto* file = bar->addMenu(tr("&File"));
    file->addActions({newExperiment, openFile});
    file->addMenu(m_recent);
    file->addActions({saveFile, saveFileAs});
    file->addMenu(m_export);
    file->addSeparator();
    file->addAction(quit);
    auto* edit = m_edit = bar->addMenu(tr("&Edit"));
    edit->addActions({m_undo, m_redo});
    edit->addSeparator();
    edit->addActions({addPair, duplicatePair, removePair, renamePair});
    edit->addMenu(m_presets);
    auto* experiment = m_experiment = bar->addMenu(tr("E&xperiment"));
    experiment->addActions({run, stop, cut});
    experiment->addSeparator();
    experiment->addAction(forgetEarlier);
    m_view = bar->addMenu(tr("&View"));
    m_view->addActions({showAll, sweep, projector, welcome});
    m_view->addMenu(m_theme);
    m_view->addMenu(m_language);
    m_view->addAction(resetLayout);
    m_view->addSeparator();
    m_lessons = bar->addMenu(tr("&Lessons"));
    m_lessons->setObjectName(QStringLiteral("lessonMenu"));
    m_lessons->setToolTipsVisible(true);
    auto* help = bar->addMenu(tr("&Help"));
    help->addActions({glossary, shortcuts, about});
}

void MainActions::fillPresets(const QList<Preset>& presets)
{
    m_presetTarget = m_presets->addAction(QString());
    m_presetTarget->setObjectName(QStringLiteral("presetTarget"));
    m_presetTarget->setEnabled(false);
    connect(m_presets, &QMenu::aboutToShow, this, &MainActions::presetsAboutToShow);
    for (const auto& preset : presets) {
        auto* action = m_presets->addAction(fromCore(preset.title.toStdString()));
        action->setToolTip(fromCore(preset.source.toStdString()));
        action->setStatusTip(fromCore(preset.source.toStdString()));
        connect(action, &QAction::triggered, this, [this, preset] { Q_EMIT presetChosen(preset); });
    }
    m_presets->addSeparator();
    auto* race = m_presets->addAction(tr("Race: what real software does on this fault"), this, &MainActions::softwareRaceChosen);
    race->setObjectName(QStringLiteral("softwareRace"));
    race->setToolTip(tr("One pair each for PostgreSQL, OpenSSH, Go, grpc-go, Redis and curl, with the options that they set by themselves"));
    race->setStatusTip(race->toolTip());
    m_presets->setEnabled(!presets.isEmpty());
}

void MainActions::fillLessons(const QList<Lesson>& lessons)
{
    for (const auto& chapter : lessonChapters(lessons)) {
        auto* menu = m_lessons->addMenu(chapter.title);
        menu->setToolTipsVisible(true);
        for (const auto& lesson : chapter.lessons) {
            const auto title = fromCore(lesson.title.toStdString());
            const auto number = lessonNumber(lesson);
            auto* action = menu->addAction(number.isEmpty() ? title : QStringLiteral("%1  %2").arg(number, title));
            connect(action, &QAction::triggered, this, [this, lesson] { Q_EMIT lessonChosen(lesson); });
        }
    }
    if (lessons.isEmpty()) {
        auto* none = m_lessons->addAction(tr("No lessons were found beside the program"));
        none->setEnabled(false);
    }
}

void MainActions::fillThemes()
{
    m_themes = new QActionGroup(this);
    const auto add = [this](Theme theme, const QString& text) {
        auto* action = m_theme->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(theme));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, theme] { Q_EMIT themeChosen(theme); });
    };
    add(Theme::System, tr("As the &system"));
    add(Theme::Light, tr("&Light"));
    add(Theme::Dark, tr("&Dark"));
}

void MainActions::fillLanguages()
{
    m_languages = new QActionGroup(this);
    for (const auto language : {Language::System, Language::English, Language::Chinese}) {
        auto* action = m_language->addAction(languageTitle(language));
        action->setCheckable(true);
        action->setData(static_cast<int>(language));
        m_languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] { Q_EMIT languageChosen(language); });
    }
}

void MainActions::addMenuButton(QToolBar* bar, const char* objectName, const QString& text, const char* icon, QMenu* menu)
{
    auto* button = new QToolButton(bar);
    button->setObjectName(QLatin1String(objectName));
    button->setText(text + QStringLiteral(" ▾"));
    button->setAccessibleName(text);
    button->setIcon(tintedIcon(QLatin1String(icon)));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    button->setFocusPolicy(Qt::StrongFocus);
    bar->addWidget(button);
}

void MainActions::fillToolBar(QMainWindow* window)
{
    auto* bar = window->addToolBar(tr("Main tool bar"));
    bar->setObjectName(QStringLiteral("mainToolBar"));
    wear(*bar, Look::ToolBar);
    bar->setMovable(false);
    bar->setIconSize(QSize(16, 16));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(run);
    bar->addAction(stop);
    // A button shows no letter of its menu, which in Chinese is a part of the text.
    run->setIconText(tr("Run"));
    stop->setIconText(tr("Stop"));
    auto* runButton = bar->widgetForAction(run);
    runButton->setObjectName(QStringLiteral("runButton"));
    runButton->setFocusPolicy(Qt::StrongFocus);
    runButton->setAccessibleName(tr("Run"));
    auto* stopButton = bar->widgetForAction(stop);
    stopButton->setObjectName(QStringLiteral("stopButton"));
    stopButton->setFocusPolicy(Qt::StrongFocus);
    stopButton->setAccessibleName(tr("Stop"));
    addMenuButton(bar, "presetButton", tr("Preset"), "preset", m_presets);
    addMenuButton(bar, "lessonButton", tr("Lesson"), "lesson", m_lessons);
    bar->addAction(sweep);
    sweep->setIconText(tr("Sweep"));
    auto* sweepButton = bar->widgetForAction(sweep);
    sweepButton->setObjectName(QStringLiteral("sweepButton"));
    sweepButton->setFocusPolicy(Qt::StrongFocus);
    sweepButton->setAccessibleName(tr("Sweep"));
    m_place = new ElidedLabel(tr("looking at what this machine can run…"), bar);
    m_place->setObjectName(QStringLiteral("placeText"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setContentsMargins(8, 0, 8, 0);
    // It gives way before the button behind it does.
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(m_place);
    addMenuButton(bar, "exportButton", tr("Export"), "export", m_export);
}

void MainActions::setRunning(bool running)
{
    m_isRunning = running;
    run->setEnabled(!running && m_obstacle.isEmpty());
    stop->setEnabled(running);
    cut->setEnabled(running);
}

void MainActions::setObstacle(const QString& obstacle)
{
    m_obstacle = obstacle;
    run->setToolTip(obstacle.isEmpty() ? tr("Run the experiment (F5)") : obstacle);
    setRunning(m_isRunning);
}

void MainActions::setHasOutcomes(bool has) { exportCsv->setEnabled(has); }

void MainActions::setTheme(Theme theme)
{
    for (auto* action : m_themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(theme));
}

void MainActions::setLanguage(Language language)
{
    m_language->menuAction()->setVisible(true);
    for (auto* action : m_languages->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(language));
}

void MainActions::setPresetTarget(const QString& text) { m_presetTarget->setText(text); }

void MainActions::setPlaceText(const QString& text, const QString& toolTip)
{
    m_place->setText(text);
    m_place->setToolTip(toolTip);
}

} // namespace halfopen
