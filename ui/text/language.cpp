// SPDX-License-Identifier: GPL-3.0-or-later
// The language the window speaks.
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>

#include "ui/text/core_words.h"

namespace halfopen {

namespace {

QLocale localeOf(Language language, const QLocale& system)
{
    switch (language) {
    case Language::System:
        return system;
    case Language::English:
        // The user's numbers and dates stay where his system speaks English too.
        return system.language() == QLocale::English ? system : QLocale(QLocale::English);
    case Language::Chinese:
        return QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China);
    }
    return system;
}

} // namespace

QString languageName(Language language)
{
    switch (language) {
    case Language::System:
        break;
    case Language::English:
        return QStringLiteral("en");
    case Language::Chinese:
        return QStringLiteral("zh_CN");
    }
    return {};
}

Language languageFromName(const QString& name)
{
    for (const auto language : {Language::English, Language::Chinese}) {
        if (name == languageName(language))
            return language;
    }
    return Language::System;
}

QString languageTitle(Language language)
{
    switch (language) {
    case Language::System:
        break;
    case Language::English:
        return QStringLiteral("English");
    case Language::Chinese:
        return QStringLiteral("简体中文");
    }
    return QCoreApplication::translate("halfopen::Speech", "As the system");
}

Speech::Speech(QObject* parent) : QObject(parent), m_system(QLocale::system())
{
    load(m_system);
}

Speech::~Speech()
{
    QLocale::setDefault(m_system);
    setPatternSpeaker({});
}

void Speech::setLanguage(Language language)
{
    if (m_language == language)
        return;
    m_language = language;
    load(localeOf(language, m_system));
    Q_EMIT languageChanged(language);
}

void Speech::load(const QLocale& locale)
{
    QCoreApplication::removeTranslator(&m_window);
    QCoreApplication::removeTranslator(&m_qt);
    setPatternSpeaker({});
    QLocale::setDefault(locale);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has a file of its own: for "1 packet" and "2 packets".
    if (m_window.load(locale, QStringLiteral("halfopen"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || m_window.load(QStringLiteral(":/i18n/halfopen_en")))
        QCoreApplication::installTranslator(&m_window);
    if (locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript) {
        QFile sentences(QStringLiteral(":/i18n/core_zh_CN.ts"));
        if (sentences.open(QIODevice::ReadOnly))
            setPatternSpeaker(PatternSpeaker(readPatterns(sentences)));
    }
}

} // namespace halfopen
