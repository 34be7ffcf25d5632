// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the glossary as links in rich text.
#pragma once

#include <QSet>
#include <QString>

namespace halfopen {

/// Escapes plain sentences and links each kernel term to "glossary:TERM", the first time it is met.
class GlossaryLinks final
{
public:
    [[nodiscard]] QString linked(const QString& plain);

private:
    QSet<QString> m_met;
};

} // namespace halfopen
