// SPDX-License-Identifier: GPL-3.0-or-later
// The Why dock: the explanation of the selected end.
#pragma once

#include <QWidget>

#include <optional>
#include <set>
#include <string>

#include "core/kernel_counters.h"

class QLabel;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace halfopen {

class ShownRun;
class ViewState;
struct Explanation;
struct Prediction;

/// Words about one end of the shown run: what decides, the steps predicted and measured, what did not happen and why.
class WhyPanel final : public QWidget
{
    Q_OBJECT

public:
    WhyPanel(ShownRun& run, ViewState& view, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

    /// In a lesson the learner's guess comes first.
    void setHeldBack(bool heldBack);

Q_SIGNALS:
    /// The prediction is wanted without a guess.
    void showWanted();

public Q_SLOTS:
    /// Only where the run knows more than at the last look.
    void refresh();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void explainAgain();
    [[nodiscard]] const Prediction* explained() const;
    [[nodiscard]] QString page(const Explanation& told) const;
    /// Of both hosts; empty before the end and where they are not told.
    [[nodiscard]] QString counterTable() const;
    [[nodiscard]] QString counterList(const KernelCounters& client, const KernelCounters& server, const std::set<std::string>& names) const;
    [[nodiscard]] QString stepTable(const Explanation& told) const;
    /// The same one under another, where the table has no room.
    [[nodiscard]] QString stepList(const Explanation& told, bool begun) const;
    /// Lists in the place of tables.
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] bool overflows() const;
    void showPage(const QString& html);
    void hint(const QUrl& link);
    void follow(const QUrl& link);
    void copyAll();

    ShownRun& m_run;
    ViewState& m_view;
    QLabel* m_whose = nullptr;
    QToolButton* m_copy = nullptr;
    QTextBrowser* m_text = nullptr;
    QString m_shown;
    QString m_shownOf; // whose explanation, and of which stage
    std::optional<std::size_t> m_seenEvents;
    bool m_wasRunning = false;
    bool m_heldBack = false;
    int m_overflowedAt = 0; // px: in a panel no wider than that a table does not fit
    bool m_narrow = false;
};

} // namespace halfopen
