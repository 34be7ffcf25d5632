// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson's Markdown, as far as the learner may read it.
#include "ui/lesson/lesson_text.h"

namespace halfopen {

QString lessonText(const QString& markdown, LessonPart upTo)
{
    static const QString look = QStringLiteral("<!-- look -->");
    static const QString answer = QStringLiteral("<!-- answer -->");
    QString text = markdown;
    const auto end = upTo == LessonPart::Question ? text.indexOf(look) : upTo == LessonPart::Look ? text.indexOf(answer) : -1;
    if (end >= 0)
        text.truncate(end);
    return text.remove(look).remove(answer);
}

} // namespace halfopen
