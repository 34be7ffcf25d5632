// SPDX-License-Identifier: GPL-3.0-or-later
// Under which circumstances a picture is taken.
#pragma once

#include <QList>
#include <QSize>
#include <QString>

#include "ui/text/language.h"
#include "ui/window/style.h"

namespace halfopen {

/// What cannot be changed within a program: each has a process of its own.
enum class Pass { Plain, DoubleScale, LargeFont };

struct Variant final
{
    Theme theme = Theme::Light;
    Language language = Language::English;
    QSize size; // in the window's own pixels, of which a doubled screen has four each

    [[nodiscard]] QString name(Pass pass) const; // 1280x720-light-en, 960x540@2-dark-zh, 1280x800-150%-light-en
};

[[nodiscard]] QList<Variant> variantsOf(Pass pass, bool few);

} // namespace halfopen
