// SPDX-License-Identifier: GPL-3.0-or-later
// All pictures of one state on one sheet.
#pragma once

#include <QString>

namespace halfopen {

/// Draws every PNG of `folder`, small, with its name, onto the sheet at `path`. False if it cannot be written.
[[nodiscard]] bool drawContactSheet(const QString& folder, const QString& path);

} // namespace halfopen
