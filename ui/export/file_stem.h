// SPDX-License-Identifier: GPL-3.0-or-later
// File names from titles.
#pragma once

#include <QString>

namespace halfopen {

/// Letters, digits and dashes; "experiment" where nothing is left.
[[nodiscard]] QString fileStemOf(const QString& title);

} // namespace halfopen
