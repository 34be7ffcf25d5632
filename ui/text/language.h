// SPDX-License-Identifier: GPL-3.0-or-later
// The language the window speaks.
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>

namespace halfopen {

enum class Language { System, English, Chinese };

/// As kept in the settings: "", "en", "zh_CN". Unknown ones are the system's.
[[nodiscard]] QString languageName(Language language);
[[nodiscard]] Language languageFromName(const QString& name);
/// Its own name for itself, in any language: English, 简体中文.
[[nodiscard]] QString languageTitle(Language language);

/// Loads the texts of a language into the application: the window's, Qt's own where they are installed, and core's
/// sentences. Widgets that exist already keep their words: who changes the language makes the window anew.
class Speech final : public QObject
{
    Q_OBJECT

public:
    explicit Speech(QObject* parent = nullptr);
    ~Speech() override;

    [[nodiscard]] Language language() const { return m_language; }
    void setLanguage(Language language);

Q_SIGNALS:
    void languageChanged(halfopen::Language language);

private:
    void load(const QLocale& locale);

    Language m_language = Language::System;
    const QLocale m_system; // before anything was changed
    QTranslator m_window;
    QTranslator m_qt;
};

} // namespace halfopen
