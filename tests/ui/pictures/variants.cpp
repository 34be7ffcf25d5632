// SPDX-License-Identifier: GPL-3.0-or-later
// Under which circumstances a picture is taken.
#include "variants.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace halfopen {

QString Screen::name() const
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height()) + (scale > 1 ? QStringLiteral("@%1").arg(scale) : QString{})
         + (font > 1 ? QStringLiteral("-font%1").arg(font * 100) : QString{});
}

QByteArray Screen::description() const
{
    const QJsonObject screen{{QStringLiteral("name"), QStringLiteral("screen")}, {QStringLiteral("x"), 0}, {QStringLiteral("y"), 0},
                             {QStringLiteral("width"), size.width() * scale}, {QStringLiteral("height"), size.height() * scale},
                             {QStringLiteral("logicalDpi"), 96}, {QStringLiteral("logicalBaseDpi"), 96}, {QStringLiteral("dpr"), 1}};
    return QJsonDocument(QJsonObject{{QStringLiteral("screens"), QJsonArray{screen}}}).toJson();
}

QString Variant::name() const
{
    return QLatin1String(theme == Theme::Dark ? "-dark" : "-light") + QLatin1String(language == Language::Chinese ? "-zh" : "-en");
}

QList<Screen> screens()
{
    return {
        {.size = {1280, 720}, .isNarrow = true}, {.size = {1280, 800}}, {.size = {1920, 1080}},
        {.size = {960, 540}, .scale = 2, .isNarrow = true}, {.size = {1280, 800}, .font = 1.5},
    };
}

QList<Variant> variantsOf(bool few)
{
    if (few)
        return {{Theme::Light, Language::English}, {Theme::Dark, Language::Chinese}};
    return {{Theme::Light, Language::English}, {Theme::Light, Language::Chinese}, {Theme::Dark, Language::English}, {Theme::Dark, Language::Chinese}};
}

} // namespace halfopen
