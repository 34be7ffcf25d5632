// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark, as the user wishes.
#pragma once

#include <QString>

class QApplication;

namespace halfopen {

/// What the user wishes for.
enum class Theme { System, Light, Dark };

[[nodiscard]] QString name(Theme theme); // system, light, dark
[[nodiscard]] Theme themeFromName(const QString& text);

/// Sets the application's palette; System gives back the one it started with.
void applyTheme(Theme theme);

} // namespace halfopen
