// SPDX-License-Identifier: GPL-3.0-or-later
// File names from titles.
#include "ui/export/file_stem.h"

namespace halfopen {

QString fileStemOf(const QString& title)
{
    QString stem;
    for (const QChar character : title) {
        if (character.isLetterOrNumber())
            stem += character.toLower();
        else if (!stem.isEmpty() && !stem.endsWith(u'-'))
            stem += u'-';
    }
    while (stem.endsWith(u'-'))
        stem.chop(1);
    return stem.isEmpty() ? QStringLiteral("experiment") : stem.left(60);
}

} // namespace halfopen
