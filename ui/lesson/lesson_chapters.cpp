// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lesson_chapters.h"

#include <QCoreApplication>

#include <array>

namespace halfopen {

namespace {

struct Heading final
{
    int from; // the first lesson's number
    const char* title;
};

constexpr std::array kHeadings{
    Heading{1, QT_TRANSLATE_NOOP("LessonChapters", "&1  Who notices at all: waiting and sending")},
    Heading{7, QT_TRANSLATE_NOOP("LessonChapters", "&2  Which timer decides, and when")},
    Heading{13, QT_TRANSLATE_NOOP("LessonChapters", "&3  Ways to die, and what is said of them")},
    Heading{18, QT_TRANSLATE_NOOP("LessonChapters", "&4  On the way: lost answers, middleboxes, repair, connecting")},
    Heading{22, QT_TRANSLATE_NOOP("LessonChapters", "&5  In real software")},
};

std::size_t chapterOf(const Lesson& lesson)
{
    const int number = lessonNumber(lesson).toInt();
    std::size_t chapter = 0;
    while (chapter + 1 < kHeadings.size() && kHeadings[chapter + 1].from <= number)
        ++chapter;
    return chapter;
}

} // namespace

QString lessonNumber(const Lesson& lesson)
{
    const QString number = lesson.stem.section(u'-', 0, 0);
    bool isNumber = false;
    [[maybe_unused]] const int value = number.toInt(&isNumber);
    return isNumber ? number : QString();
}

QList<LessonChapter> lessonChapters(const QList<Lesson>& lessons)
{
    QList<LessonChapter> chapters;
    for (std::size_t i = 0; i < kHeadings.size(); ++i) {
        LessonChapter chapter;
        for (const auto& lesson : lessons) {
            if (chapterOf(lesson) == i)
                chapter.lessons.append(lesson);
        }
        if (chapter.lessons.isEmpty())
            continue;
        chapter.title = QCoreApplication::translate("LessonChapters", kHeadings[i].title);
        chapters.append(chapter);
    }
    return chapters;
}

} // namespace halfopen
