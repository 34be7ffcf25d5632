// SPDX-License-Identifier: GPL-3.0-or-later
// How far the learner has come in a lesson.
#pragma once

#include <QObject>

#include "core/experiment.h"

namespace halfopen {

class ShownRun;
class ViewState;

/// Whose failure is guessed: the end of the first pair that can notice something, the client's where both can.
[[nodiscard]] Host guessedEnd(const Experiment& experiment);

/// First a guess, then the run, then the reason. Until the guess is given (or not wanted) the prediction is held back.
/// The guess itself is the view state's; it is part of no experiment and no file. Knows no lesson's content.
class LessonCourse final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Guess, Run, Read, Finished };

    LessonCourse(ViewState& view, ShownRun& run, QObject* parent = nullptr);

    /// Whether a lesson goes on. Before it, and after another experiment was loaded, nothing is held back.
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] Step step() const;
    [[nodiscard]] bool holdsBack() const { return m_active && !m_open; }
    /// The learner has committed to what the view state holds.
    [[nodiscard]] bool hasGuessed() const { return m_guessed; }
    /// The prediction was asked for without a guess.
    [[nodiscard]] bool wasShown() const { return m_open && !m_guessed; }
    [[nodiscard]] bool hasRun() const { return m_ran; }
    /// What is in sight is the lesson's, and not a run that was going on when it was opened.
    [[nodiscard]] bool isOwnRun() const;

public Q_SLOTS:
    void begin(const QString& title); // of the lesson's experiment: another one in sight ends the lesson
    void end();
    /// What the view state holds is the guess from now on. Nothing happens where it holds none.
    void commit();
    void justShow();
    /// The reason has been read to its end.
    void noteRead();

Q_SIGNALS:
    void changed();

private:
    void open(bool guessed);
    void takeRun();
    void takeProgress();

    ViewState& m_view;
    ShownRun& m_run;
    QString m_title;
    bool m_active = false;
    bool m_open = false;
    bool m_guessed = false;
    bool m_ran = false;
    bool m_read = false;
};

} // namespace halfopen
