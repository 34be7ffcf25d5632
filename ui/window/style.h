// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark, and the few looks that the platform's style has no words for.
#pragma once

#include <QString>

class QApplication;
class QWidget;

namespace halfopen {

/// What the user wishes for.
enum class Theme { System, Light, Dark };

[[nodiscard]] QString name(Theme theme); // system, light, dark
[[nodiscard]] Theme themeFromName(const QString& text);

/// Sets the application's palette; System gives back the one it started with.
void applyTheme(Theme theme);

/// Style rules for cards, the primary button, tabs and the banner, in the colours of the window's palette.
[[nodiscard]] QString partStyleSheet(const QWidget& window);

} // namespace halfopen
