// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a painted view writes, to find words that are cut or lie upon each other.
#pragma once

#include <QStringList>

class QWidget;

namespace halfopen {

/// What is wrong with the words that this widget paints itself. Words that a plate covers later are not seen and not judged.
[[nodiscard]] QStringList paintedTextFaults(QWidget& widget);

} // namespace halfopen
