// SPDX-License-Identifier: GPL-3.0-or-later
// How a lesson leads through the window.
#include "ui/experiment/experiment_panel.h"
#include "ui/experiment/prediction_box.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/why/why_panel.h"
#include "ui/window/main_window.h"

namespace halfopen {

void MainWindow::buildLesson()
{
    auto& course = m_parts.desk.course;
    connect(&course, &LessonCourse::changed, this, &MainWindow::showCourse);
    connect(m_experiment->prediction(), &PredictionBox::showWanted, &course, &LessonCourse::justShow);
    connect(m_why, &WhyPanel::showWanted, &course, &LessonCourse::justShow);
    connect(m_lesson, &LessonPanel::runWanted, this, &MainWindow::startRun);
    connect(m_lesson, &LessonPanel::lessonWanted, this, &MainWindow::openLesson);
    showCourse();
}

void MainWindow::showCourse()
{
    const bool heldBack = m_parts.desk.course.holdsBack();
    m_experiment->prediction()->setHeldBack(heldBack);
    m_why->setHeldBack(heldBack);
    m_parts.desk.sweep.setHeldBack(heldBack);
    tellNow();
}

} // namespace halfopen
