// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a painted view writes, to find words that are cut, lie upon each other or are too faint.
#pragma once

#include <QStringList>

class QWidget;

namespace halfopen {

/// What is wrong with the words that this widget paints itself. Words that a plate covers later are not seen and not judged.
[[nodiscard]] QStringList paintedTextFaults(QWidget& widget);

/// What it writes, in the order of writing.
[[nodiscard]] QStringList paintedWords(QWidget& widget);

/// Which of its words have too little contrast: for widgets that may elide what they write.
[[nodiscard]] QStringList faintTextFaults(QWidget& widget, const QString& name);

} // namespace halfopen
