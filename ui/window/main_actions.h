// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window, with its shortcut, in menus and on the tool bar.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include "session/installation.h"
#include "ui/text/language.h"
#include "ui/window/presets.h"
#include "ui/window/style.h"

class QAction;
class QActionGroup;
class QLabel;
class QMainWindow;
class QMenu;
class QToolBar;
class QUndoStack;

namespace halfopen {

/// Makes the actions and places them. Knows no run: the window connects them.
class MainActions final : public QObject
{
    Q_OBJECT

public:
    MainActions(QUndoStack* undo, const QList<Preset>& presets, const QList<Lesson>& lessons, QMainWindow* window);

    void setRunning(bool running);
    /// Why what is planned cannot be run; empty where it can.
    void setObstacle(const QString& obstacle);
    void setHasOutcomes(bool has);
    void setTheme(Theme theme);
    /// Without a call the menu of languages is not there.
    void setLanguage(Language language);
    void setPlaceText(const QString& text, const QString& toolTip);
    /// The first line of the presets: whose options they set.
    void setPresetTarget(const QString& text);
    [[nodiscard]] QMenu* viewMenu() const { return m_view; }
    [[nodiscard]] QMenu* editMenu() const { return m_edit; }
    [[nodiscard]] QMenu* recentMenu() const { return m_recent; }
    [[nodiscard]] QMenu* exportMenu() const { return m_export; }
    [[nodiscard]] QMenu* experimentMenu() const { return m_experiment; }

    QAction* run = nullptr;
    QAction* stop = nullptr;
    QAction* cut = nullptr;
    QAction* openFile = nullptr;
    QAction* saveFile = nullptr;
    QAction* saveFileAs = nullptr;
    QAction* newExperiment = nullptr;
    QAction* exportCsv = nullptr;
    QAction* exportWindow = nullptr;
    QAction* exportExperiment = nullptr;
    QAction* addPair = nullptr;
    QAction* duplicatePair = nullptr;
    QAction* removePair = nullptr;
    QAction* renamePair = nullptr;
    QAction* forgetEarlier = nullptr;
    QAction* showAll = nullptr;
    QAction* resetLayout = nullptr;
    QAction* projector = nullptr;
    QAction* sweep = nullptr;
    QAction* welcome = nullptr;
    QAction* about = nullptr;
    QAction* glossary = nullptr;
    QAction* shortcuts = nullptr;
    QAction* quit = nullptr;

Q_SIGNALS:
    void presetsAboutToShow();
    void presetChosen(const halfopen::Preset& preset);
    void softwareRaceChosen();
    void lessonChosen(const halfopen::Lesson& lesson);
    void themeChosen(halfopen::Theme theme);
    void languageChosen(halfopen::Language language);

private:
    void makeActions(QUndoStack* undo);
    void fillMenus(QMainWindow* window);
    void fillPresets(const QList<Preset>& presets);
    void fillLessons(const QList<Lesson>& lessons);
    void fillThemes();
    void fillLanguages();
    void fillToolBar(QMainWindow* window);
    QAction* make(const char* objectName, const QString& text, const char* icon = nullptr, const QKeySequence& shortcut = {});
    void addMenuButton(QToolBar* bar, const char* objectName, const QString& text, const char* icon, QMenu* menu);

    bool m_isRunning = false;
    QString m_obstacle;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QMenu* m_edit = nullptr;
    QMenu* m_recent = nullptr;
    QMenu* m_presets = nullptr;
    QAction* m_presetTarget = nullptr;
    QMenu* m_lessons = nullptr;
    QMenu* m_experiment = nullptr;
    QMenu* m_export = nullptr;
    QMenu* m_view = nullptr;
    QMenu* m_theme = nullptr;
    QActionGroup* m_themes = nullptr;
    QMenu* m_language = nullptr;
    QActionGroup* m_languages = nullptr;
    QLabel* m_place = nullptr;
};

} // namespace halfopen
