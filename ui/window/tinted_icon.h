// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own icons in the colour of the text beside them.
#pragma once

#include <QIcon>
#include <QString>

namespace halfopen {

/// An icon of `resources/icons` by its file name without the ending. It follows the palette by itself, so that it can be
/// seen on dark ground; `onAccent` paints it white, for buttons with a coloured ground.
[[nodiscard]] QIcon tintedIcon(const QString& name, bool onAccent = false);

/// The program's icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace halfopen
