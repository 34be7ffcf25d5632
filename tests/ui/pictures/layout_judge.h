// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for what should not be seen in a window: cut words, collisions, panels without a word.
#pragma once

#include <QStringList>

class QWidget;

namespace halfopen {

/// One sentence for each fault in what `window` shows; empty: none was found. Of painted views it reads the words.
[[nodiscard]] QStringList layoutFaults(const QWidget& window);

} // namespace halfopen
