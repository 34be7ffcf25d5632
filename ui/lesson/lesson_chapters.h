// SPDX-License-Identifier: GPL-3.0-or-later
// The chapters of the course of lessons.
#pragma once

#include <QList>
#include <QString>

#include "session/installation.h"

namespace halfopen {

/// Neighbouring lessons under one heading, as a menu shows them.
struct LessonChapter final
{
    QString title; // with a mnemonic
    QList<Lesson> lessons;
};

/// The lessons in their order; no chapter is empty, and no lesson left out. A lesson belongs to the last chapter that begins at
/// its number or before; one without a number to the first.
[[nodiscard]] QList<LessonChapter> lessonChapters(const QList<Lesson>& lessons);

/// The number that the texts call it by: "07". Empty where its file has none.
[[nodiscard]] QString lessonNumber(const Lesson& lesson);

} // namespace halfopen
