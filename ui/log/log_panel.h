// SPDX-License-Identifier: GPL-3.0-or-later
// The log dock: the run's facts as lines, to be filtered, followed and copied.
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QMenu;
class QTableView;
class QToolButton;

namespace halfopen {

class LogModel;
class LogRows;
class SearchField;
class ShownRun;
class ViewState;
struct EventRef;

/// Faults and troubles stand out.
class LogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// It follows the end until the user scrolls up. A line that the user picks is picked in all views, and the other way round.
class LogPanel final : public QWidget
{
    Q_OBJECT

public:
    LogPanel(ShownRun& run, ViewState& view, QWidget* parent = nullptr);

    [[nodiscard]] LogModel* model() const { return m_model; }
    /// The lines that are shown, as they are copied; of very many only the last.
    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    /// What the user should know of what was copied, or was not.
    void told(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildFilter();
    void arrangeFilter();
    void buildTable();
    void retranslate();
    void restart();
    void filter();
    void showEmpty();
    void followEnd();
    void takeCurrent(const QModelIndex& current);
    void showPicked(const std::optional<EventRef>& event);
    /// The last and the first of very many, respectively: more than that nobody reads.
    [[nodiscard]] std::vector<int> shownRows() const;
    [[nodiscard]] std::vector<int> selectedRows() const;
    /// `missing` says what is not among them; empty: nothing.
    void copy(const std::vector<int>& rows, const QString& missing);
    void copySelected();
    void copyShown();

    ShownRun& m_run;
    ViewState& m_view;
    LogModel* m_model = nullptr;
    LogRows* m_rows = nullptr;
    QWidget* m_bar = nullptr;
    QGridLayout* m_lines = nullptr;
    SearchField* m_search = nullptr;
    QToolButton* m_kinds = nullptr;
    QMenu* m_kindMenu = nullptr;
    QToolButton* m_thisPair = nullptr;
    QToolButton* m_follow = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    std::optional<bool> m_narrow; // the filter stands above its buttons
    bool m_showing = false;   // the selection follows others; it is not the user's
    bool m_scrolling = false; // the program scrolls, not the user
};

} // namespace halfopen
