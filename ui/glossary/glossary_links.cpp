// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the glossary as links in rich text.
#include "ui/glossary/glossary_links.h"

#include <QRegularExpression>

#include "ui/glossary/glossary.h"

namespace halfopen {

QString GlossaryLinks::linked(const QString& plain)
{
    // Kernel names as they are spelt, and the few words that every explanation uses.
    static const QRegularExpression kTerms(QStringLiteral(
        "\\b(?:retransmission timer|window probe|tail-loss probe|in flight|timer wheel|keepalive|[A-Z]+_[A-Z0-9_]+|tcp_[a-z0-9_]+|"
        "E[A-Z]{3,}|RST|FIN|RTO|SYN|TLP|ICMP|ESTABLISHED|starved|lost-frames)\\b"));
    QString rich;
    qsizetype from = 0;
    for (auto each = kTerms.globalMatch(plain); each.hasNext();) {
        const auto match = each.next();
        const auto entry = glossary(match.capturedView());
        if (!entry || m_met.contains(entry->term))
            continue;
        m_met.insert(entry->term);
        rich += plain.mid(from, match.capturedStart() - from).toHtmlEscaped()
              + QStringLiteral("<a href='glossary:%1'>%2</a>").arg(entry->term, match.captured().toHtmlEscaped());
        from = match.capturedEnd();
    }
    return rich + plain.mid(from).toHtmlEscaped();
}

} // namespace halfopen
