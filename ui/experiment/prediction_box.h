// SPDX-License-Identifier: GPL-3.0-or-later
// The predicted time in large type, the rule in words, and what the options do not do.
#pragma once

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

#include "core/option_warnings.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace halfopen {

class ExperimentDraft;
class ViewState;

/// What the rules say of the selected pair: before any run, or with what the run in sight has measured.
class PredictionBox final : public QWidget
{
    Q_OBJECT

public:
    PredictionBox(ExperimentDraft& draft, ViewState& view, QWidget* parent = nullptr);

    /// As shown, for tests and screen readers.
    [[nodiscard]] QString predictedText() const;
    /// In a lesson the learner's guess comes first: a word stands where the prediction will be.
    void setHeldBack(bool heldBack);
    /// What goes on now; empty: nothing. Where the settings differ, they are said to count from the next run on.
    void setRunning(const std::optional<Experiment>& running);
    /// What the run in sight predicts for the panel's own settings with the timers it measured; nullptr where there is none.
    void setMeasured(std::function<const Prediction*(int pair, Host end)> measured);

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    /// The prediction is wanted without a guess.
    void showWanted();

private:
    void buildWarning();
    void showPrediction(const Experiment& experiment, int pair);
    void showWarnings();
    void correct();

    ExperimentDraft& m_draft;
    ViewState& m_view;
    QLabel* m_caption = nullptr;
    QLabel* m_later = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_before = nullptr; // what was predicted before the run that is in sight
    std::function<const Prediction*(int pair, Host end)> m_measured;
    QPushButton* m_show = nullptr; // instead of a guess
    bool m_heldBack = false;
    QLabel* m_formula = nullptr;
    QLabel* m_why = nullptr;
    QLabel* m_other = nullptr;
    QWidget* m_card = nullptr;
    QLabel* m_warning = nullptr;
    QPushButton* m_correct = nullptr;
    QPushButton* m_next = nullptr;
    std::vector<OptionWarning> m_warnings; // of the selected pair, and the time limit that is too short for another one
    std::optional<Experiment> m_running;
    std::size_t m_shown = 0;
};

} // namespace halfopen
