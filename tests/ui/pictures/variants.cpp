// SPDX-License-Identifier: GPL-3.0-or-later
// Under which circumstances a picture is taken.
#include "variants.h"

namespace halfopen {

namespace {

QString addition(Pass pass)
{
    switch (pass) {
    case Pass::Plain:
        return {};
    case Pass::DoubleScale:
        return QStringLiteral("@2");
    case Pass::LargeFont:
        return QStringLiteral("-150%");
    }
    return {};
}

QList<QSize> sizesOf(Pass pass)
{
    switch (pass) {
    case Pass::Plain:
        return {{1280, 720}, {1280, 800}, {1920, 1080}};
    case Pass::DoubleScale:
        return {{960, 540}};
    case Pass::LargeFont:
        return {{1280, 800}};
    }
    return {};
}

} // namespace

QString Variant::name(Pass pass) const
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height()) + addition(pass)
         + (theme == Theme::Dark ? QStringLiteral("-dark") : QStringLiteral("-light"))
         + (language == Language::Chinese ? QStringLiteral("-zh") : QStringLiteral("-en"));
}

QList<Variant> variantsOf(Pass pass, bool few)
{
    const auto sizes = sizesOf(pass);
    if (few)
        return {{Theme::Light, Language::English, sizes.first()}, {Theme::Dark, Language::Chinese, sizes.first()}};
    QList<Variant> all;
    for (const QSize& size : sizes) {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            for (const Language language : {Language::English, Language::Chinese})
                all.append({theme, language, size});
        }
    }
    return all;
}

} // namespace halfopen
