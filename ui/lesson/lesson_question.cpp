// SPDX-License-Identifier: GPL-3.0-or-later
// What a lesson asks before its run.
#include "ui/lesson/lesson_question.h"

#include "core/activity.h"
#include "ui/lesson/lesson_course.h"
#include "ui/lesson/lesson_panel.h"
#include "ui/text/format.h"

namespace halfopen {

QString lessonQuestion(const Experiment& experiment)
{
    if (experiment.pairs.empty())
        return {};
    const auto& pair = experiment.pairs.front();
    const auto call = detectingCall(pair.end(guessedEnd(experiment)).activity);
    const auto name = QString::fromUtf8(call.data(), static_cast<qsizetype>(call.size()));
    return experiment.pairs.size() < 2 || pair.name.empty()
             ? LessonPanel::tr("When will %1() tell that the peer is lost?", "a call").arg(name)
             : LessonPanel::tr("When will %1() of “%2” tell that the peer is lost?", "a call, name of a pair").arg(name, fromCore(pair.name));
}

} // namespace halfopen
