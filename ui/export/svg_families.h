// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts that a figure names for other programs.
#pragma once

#include <QByteArray>

namespace halfopen {

/// That SVG with lists of families that other programs know. Qt writes the family that was asked for: a desktop's alias
/// ("Sans Serif") is no family where the figure is shown.
[[nodiscard]] QByteArray withCommonFamilies(const QByteArray& svg);

} // namespace halfopen
