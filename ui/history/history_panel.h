// SPDX-License-Identifier: GPL-3.0-or-later
// The history dock: stored runs, to open and to delete.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace halfopen {

class HistoryModel;
class RunStore;

/// Lists what the store has. It asks the window to open a run, and deletes after asking the user.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `store` may be nullptr: then the reason stands where the list would be.
    HistoryPanel(RunStore* store, const QString& whyNoStore, QWidget* parent = nullptr);

    [[nodiscard]] HistoryModel* model() const { return m_model; }

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    void openWanted(const QString& runId);
    void failed(const QString& message);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildTable();
    void openCurrent();
    void askToDelete();
    void removeRun(const QString& runId);
    [[nodiscard]] QString currentId() const;
    void showState();

    RunStore* m_store;
    QString m_whyNoStore;
    HistoryModel* m_model = nullptr;
    QSortFilterProxyModel* m_proxy = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    QStackedLayout* m_stack = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_delete = nullptr;
    bool m_stale = true;
};

} // namespace halfopen
