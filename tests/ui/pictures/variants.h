// SPDX-License-Identifier: GPL-3.0-or-later
// Under which circumstances a picture is taken.
#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>

#include "ui/text/language.h"
#include "ui/window/style.h"

namespace halfopen {

/// What cannot be changed within a program.
struct Screen final
{
    QSize size; // in the window's own pixels, of which a doubled screen has four each
    int scale = 1;
    double font = 1;       // times the usual one
    bool isNarrow = false; // the sizes where things go wrong first

    [[nodiscard]] QString name() const; // 1280x720, 960x540@2, 1280x800-font150
    /// For the offscreen platform's configfile.
    [[nodiscard]] QByteArray description() const;
};

struct Variant final
{
    Theme theme = Theme::Light;
    Language language = Language::English;

    [[nodiscard]] QString name() const; // -light-en
};

[[nodiscard]] QList<Screen> screens();
/// `few`: each theme and each language once.
[[nodiscard]] QList<Variant> variantsOf(bool few);

} // namespace halfopen
