// SPDX-License-Identifier: GPL-3.0-or-later
// A lesson's Markdown, as far as the learner may read it.
#pragma once

#include <QString>

namespace halfopen {

/// Question: what is asked. Look: and what to watch while it runs. Whole: and what happens, and why.
enum class LessonPart { Question, Look, Whole };

/// The lesson writes `<!-- look -->` and `<!-- answer -->` on lines of their own where the next part begins; a text
/// without them is shown whole.
[[nodiscard]] QString lessonText(const QString& markdown, LessonPart upTo);

} // namespace halfopen
