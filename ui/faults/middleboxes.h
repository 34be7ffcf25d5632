// SPDX-License-Identifier: GPL-3.0-or-later
// How long real middleboxes remember an idle connection.
#pragma once

#include <QList>
#include <QString>

#include "core/fault.h"
#include "core/result.h"

namespace halfopen {

/// A middlebox that forgets, and where that is written.
struct Middlebox final
{
    QString title;
    QString source;
    double idleSeconds = 0;
    RouterAnswer answer = RouterAnswer::Silent; // to what comes after it has forgotten: Silent or Rst
};

/// Reads the middleboxes of `presets.json`. Fails with a sentence that names the middlebox.
[[nodiscard]] Result<QList<Middlebox>> parseMiddleboxes(const QByteArray& json);

/// Those that the program brings along.
[[nodiscard]] QList<Middlebox> builtInMiddleboxes();

} // namespace halfopen
