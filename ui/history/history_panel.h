// SPDX-License-Identifier: GPL-3.0-or-later
// The history dock: stored runs, to find, open, compare, export and delete.
#pragma once

#include <QModelIndexList>
#include <QStringList>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace halfopen {

class HistoryDeeds;
class HistoryModel;
class MoreColumns;
class RunStore;

/// Lists what the store has. It asks the window to open, compare and export runs, and deletes after asking the user.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `store` may be nullptr, or keep runs only while the program lives: then the reason stands where the list would be.
    HistoryPanel(RunStore* store, const QString& whyNoStore, QWidget* parent = nullptr);

    [[nodiscard]] HistoryModel* model() const { return m_model; }
    /// Titles of experiments that have a lesson: their runs can show it.
    void setLessonTitles(const QStringList& titles) { m_lessonTitles = titles; }
    /// The picked runs, from the top of the list down.
    [[nodiscard]] QStringList selectedIds() const;
    /// With the buttons in one row, however many rows they have now: hidden behind another dock it would hold the window open.
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    void openWanted(const QString& runId);
    void playWanted(const QString& runId);
    void compareWanted(const QStringList& runIds);
    void addWanted(const QStringList& runIds);
    void csvWanted(const QStringList& runIds);
    /// By the title of the run's experiment.
    void lessonWanted(const QString& title);
    void failed(const QString& message);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTable();
    void fitColumns();
    [[nodiscard]] bool hasChanges() const;
    void tellMissing();
    void arrangeDeeds();
    void buildActions();
    QAction* make(const char* name, const QString& text, const QString& spoken);
    void openCurrent();
    void askToDelete();
    void removeRuns(const QStringList& runIds);
    void select(const QStringList& runIds, const QString& current);
    void showMenu(const QPoint& position);
    void showState();
    [[nodiscard]] QString currentTitle() const;
    /// Of the picked runs, those that no program writes any more.
    [[nodiscard]] QModelIndexList deletable() const;

    RunStore* m_store;
    QString m_whyNoStore;
    QStringList m_lessonTitles;
    HistoryModel* m_model = nullptr;
    QSortFilterProxyModel* m_proxy = nullptr;
    QLineEdit* m_filter = nullptr;
    QTableView* m_table = nullptr;
    MoreColumns* m_more = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_all = nullptr; // where there are more runs than are listed
    QStackedLayout* m_stack = nullptr;
    QMenu* m_menu = nullptr;
    QAction* m_open = nullptr;
    QAction* m_play = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_add = nullptr;
    QAction* m_csv = nullptr;
    QAction* m_lesson = nullptr;
    QAction* m_delete = nullptr;
    HistoryDeeds* m_deeds = nullptr;
    int m_mostRuns;
    int m_left = 0; // runs of the history that are not listed
    bool m_stale = true;
    bool m_allColumns = false; // however wide: then the table scrolls sideways
};

} // namespace halfopen
