// SPDX-License-Identifier: GPL-3.0-or-later
// How far the learner has come in a lesson.
#include "ui/lesson/lesson_course.h"

#include "core/activity.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

namespace halfopen {

Host guessedEnd(const Experiment& experiment)
{
    return experiment.pairs.empty() || !detectingCall(experiment.pairs.front().client.activity).empty() ? Host::Client : Host::Server;
}

LessonCourse::LessonCourse(ViewState& view, ShownRun& run, QObject* parent) : QObject(parent), m_view(view), m_run(run)
{
    connect(&m_run, &ShownRun::replaced, this, &LessonCourse::takeRun);
    connect(&m_run, &ShownRun::grew, this, &LessonCourse::takeProgress);
}

LessonCourse::Step LessonCourse::step() const
{
    if (!m_open)
        return Step::Guess;
    if (!m_ran)
        return Step::Run;
    return m_read ? Step::Finished : Step::Read;
}

bool LessonCourse::isOwnRun() const { return QString::fromStdString(m_run.experiment().title) == m_title; }

void LessonCourse::begin(const QString& title)
{
    m_title = title;
    m_active = true;
    m_open = m_guessed = m_ran = m_read = false;
    m_view.setGuess(std::nullopt);
    m_view.setGuessing(true);
    m_run.setHeldBack(true);
    Q_EMIT changed();
}

void LessonCourse::end()
{
    if (!m_active)
        return;
    m_active = m_open = m_guessed = m_ran = m_read = false;
    m_view.setGuessing(false);
    m_view.setGuess(std::nullopt);
    m_run.setHeldBack(false);
    Q_EMIT changed();
}

void LessonCourse::commit()
{
    if (holdsBack() && m_view.guess())
        open(true);
}

void LessonCourse::justShow()
{
    if (!holdsBack())
        return;
    m_view.setGuess(std::nullopt);
    open(false);
}

void LessonCourse::open(bool guessed)
{
    m_open = true;
    m_guessed = guessed;
    m_view.setGuessing(false);
    m_run.setHeldBack(false);
    Q_EMIT changed();
}

void LessonCourse::noteRead()
{
    if (step() != Step::Read)
        return;
    m_read = true;
    Q_EMIT changed();
}

void LessonCourse::takeRun()
{
    if (!m_active)
        return;
    if (!isOwnRun()) {
        end();
    } else if (m_run.isLive() && holdsBack()) {
        // Who runs without saying so has guessed what the marker says, or does not want to guess.
        if (m_view.guess())
            commit();
        else
            justShow();
    }
}

void LessonCourse::takeProgress()
{
    if (!m_active || m_ran || m_run.source() != ShownRun::Source::Live || m_run.isLive() || !isOwnRun()
        || !m_run.isMeasured(0, guessedEnd(m_run.experiment())))
        return;
    m_ran = true;
    Q_EMIT changed();
}

} // namespace halfopen
