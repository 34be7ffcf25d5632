// SPDX-License-Identifier: GPL-3.0-or-later
// The pairs of the experiment: chosen, added, removed and renamed.
#pragma once

#include <QWidget>

#include "core/experiment.h"

class QLabel;
class QSpinBox;
class QTabBar;
class QToolButton;

namespace halfopen {

class ExperimentDraft;
class ViewState;

/// Tabs, or a number where there are too many. Holds nothing: the draft has the pairs, the view state the selected one.
class PairRow final : public QWidget
{
    Q_OBJECT

public:
    PairRow(ExperimentDraft& draft, ViewState& view, QWidget* parent);

    /// The selected pair, or the last there is.
    [[nodiscard]] int pairIndex() const;
    void showPairs();
    /// A pair with the starter's options.
    void addPair();
    /// A pair like the selected one, beside it.
    void duplicatePair();
    void removePair(int index);
    void renamePair(int index);

private:
    [[nodiscard]] QToolButton* button(const char* name, const QString& text, const QString& spoken);
    void insertPair(Pair pair, int index, const QString& what);
    void takeName(int index, const QString& pairName);

    ExperimentDraft& m_draft;
    ViewState& m_view;
    QTabBar* m_tabs = nullptr;
    QSpinBox* m_number = nullptr; // instead of the tabs where there are too many
    QLabel* m_name = nullptr;
    QLabel* m_numberLabel = nullptr;
    QToolButton* m_removePair = nullptr;
};

} // namespace halfopen
