// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts that a figure names for other programs.
#include "ui/export/svg_families.h"

#include <QFontInfo>
#include <QHash>
#include <QRegularExpression>

namespace halfopen {

namespace {

/// That family as others know it, then families with the same letters and those for Chinese, then CSS's own word.
QString familiesOf(const QString& family)
{
    const QFontInfo info{QFont(family)};
    QStringList names{info.family()};
    if (info.fixedPitch())
        names << QStringLiteral("DejaVu Sans Mono") << QStringLiteral("Menlo") << QStringLiteral("Consolas") << QStringLiteral("Noto Sans Mono CJK SC");
    else
        names << QStringLiteral("DejaVu Sans") << QStringLiteral("Verdana") << QStringLiteral("Noto Sans CJK SC");
    names << QStringLiteral("PingFang SC") << QStringLiteral("Microsoft YaHei");
    for (const QString& alias : {QStringLiteral("Sans Serif"), QStringLiteral("Sans"), QStringLiteral("Monospace")})
        names.removeAll(alias);
    names << (info.fixedPitch() ? QStringLiteral("monospace") : QStringLiteral("sans-serif"));
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

} // namespace

QByteArray withCommonFamilies(const QByteArray& svg)
{
    static const QRegularExpression kFamily(QStringLiteral("font-family=\"([^\"]*)\""));
    const QString text = QString::fromUtf8(svg);
    QHash<QString, QString> known;
    QString written;
    qsizetype from = 0;
    for (auto found = kFamily.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        auto& families = known[match.captured(1)];
        if (families.isEmpty())
            families = familiesOf(match.captured(1));
        written += QStringView(text).mid(from, match.capturedStart(1) - from);
        written += families;
        from = match.capturedEnd(1);
    }
    return (written + QStringView(text).mid(from)).toUtf8();
}

} // namespace halfopen
