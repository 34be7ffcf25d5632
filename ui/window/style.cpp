// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark, as the user wishes.
#include "ui/window/style.h"

#include <QApplication>

#include "ui/theme/clear_outlines.h"
#include "ui/theme/colours.h"

namespace halfopen {

QString name(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return QStringLiteral("system");
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        break;
    }
    return QStringLiteral("dark");
}

Theme themeFromName(const QString& text)
{
    if (text == u"light")
        return Theme::Light;
    return text == u"dark" ? Theme::Dark : Theme::System;
}

void applyTheme(Theme theme)
{
    static const QPalette started = QApplication::palette();
    ClearOutlines::install();
    switch (theme) {
    case Theme::System:
        // Where the platform offers a bright palette, the program's own has the quieter ground.
        QApplication::setPalette(isDark(started) ? darkPalette() : lightPalette());
        return;
    case Theme::Light:
        QApplication::setPalette(lightPalette());
        return;
    case Theme::Dark:
        break;
    }
    QApplication::setPalette(darkPalette());
}

} // namespace halfopen
