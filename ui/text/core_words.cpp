// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that core and the agent have written, in the user's language.
#include "ui/text/core_words.h"

#include <QHash>
#include <QIODevice>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <utility>

namespace halfopen {

namespace {

constexpr int kDeepest = 7;            // a label of seven pieces, each holding those before it
constexpr qsizetype kLongest = 4000;   // longer texts are no sentences
constexpr qsizetype kRemembered = 2000; // texts; the log and the tables ask for the same ones again and again

const QRegularExpression& placeholder()
{
    static const QRegularExpression expression(QStringLiteral("\\{(\\d*)(?::([^{}]*))?\\}"));
    return expression;
}

// Doubled braces are how fmt writes one.
QString unbraced(QString text)
{
    return text.replace(QLatin1String("{{"), QLatin1String("{")).replace(QLatin1String("}}"), QLatin1String("}"));
}

bool isQuoted(const QString& pattern, qsizetype start, qsizetype end)
{
    if (start < 1 || end >= pattern.size())
        return false;
    const QChar quote = pattern.at(start - 1);
    return (quote == u'\'' || quote == u'"') && pattern.at(end) == quote;
}

struct SpokenNow final
{
    PatternSpeaker speaker;
    QHash<QString, QString> said;
};

SpokenNow& speech()
{
    static SpokenNow current;
    return current;
}

} // namespace

struct PatternSpeaker::Pattern final
{
    QRegularExpression english; // values captured; the last capture is what follows the sentence
    QString mark;               // its longest own text: what has not got it needs no further look
    QList<bool> quoted;         // values between quotes are said as they stand: keys and words of files
    QString spoken;
    qsizetype ownText = 0; // characters that are not values
    bool hasWords = false; // "{} {}." has none and fits nearly everything: it counts only where it holds a known piece
};

PatternSpeaker::PatternSpeaker(const QList<SpokenPattern>& patterns)
{
    for (const auto& each : patterns) {
        if (each.spoken.isEmpty())
            continue;
        QString expression = QStringLiteral("\\A");
        qsizetype end = 0;
        qsizetype own = 0;
        QString mark;
        QList<bool> quoted;
        auto places = placeholder().globalMatch(each.english);
        while (places.hasNext()) {
            const auto place = places.next();
            const QString before = unbraced(each.english.mid(end, place.capturedStart() - end));
            own += before.size();
            // A number's format takes numbers alone: "{:g} to {:g}" would fit nearly every text otherwise.
            expression += QRegularExpression::escape(before) +
                          (place.captured(2).isEmpty() ? QStringLiteral("(.+?)") : QStringLiteral("([-+.0-9e]+?)"));
            end = place.capturedEnd();
            quoted << isQuoted(each.english, place.capturedStart(), end);
            if (before.size() > mark.size())
                mark = before;
        }
        const QString rest = unbraced(each.english.mid(end));
        own += rest.size();
        if (rest.size() > mark.size())
            mark = rest;
        // Only a whole sentence may be followed by another.
        const bool sentence = rest.endsWith(u'.') || rest.endsWith(u'?') || rest.endsWith(u'!');
        expression += QRegularExpression::escape(rest) + (sentence ? QStringLiteral("(?: (.+))?\\z") : QStringLiteral("()\\z"));
        const QString plain = QString(each.english).remove(placeholder());
        const bool words = std::any_of(plain.cbegin(), plain.cend(), [](QChar letter) { return letter.isLetter(); });
        m_patterns.push_back({QRegularExpression(expression, QRegularExpression::DotMatchesEverythingOption), mark,
                              quoted, each.spoken, own, words});
    }
    std::ranges::stable_sort(m_patterns, std::ranges::greater{}, &Pattern::ownText);
}

PatternSpeaker::PatternSpeaker() = default;
PatternSpeaker::~PatternSpeaker() = default;
PatternSpeaker::PatternSpeaker(PatternSpeaker&&) noexcept = default;
PatternSpeaker& PatternSpeaker::operator=(PatternSpeaker&&) noexcept = default;

QString PatternSpeaker::say(const QString& text) const
{
    if (text.size() > kLongest)
        return text;
    const QString said = sayPiece(text, 0);
    return said == text ? text : withoutHanSpaces(said);
}

QString PatternSpeaker::sayPiece(const QString& text, int depth) const
{
    if (depth > kDeepest || text.isEmpty())
        return text;
    for (const auto& pattern : m_patterns) {
        if (!text.contains(pattern.mark))
            continue;
        const auto found = pattern.english.match(text);
        if (!found.hasMatch())
            continue;
        QStringList values;
        bool translated = false;
        for (int number = 1; number < found.regularExpression().captureCount(); ++number) {
            values << (pattern.quoted.at(number - 1) ? found.captured(number)
                                                     : sayPiece(found.captured(number), depth + 1));
            translated = translated || values.constLast() != found.captured(number);
        }
        if (!pattern.hasWords && !translated)
            continue;
        QString told;
        qsizetype end = 0;
        int next = 0;
        auto places = placeholder().globalMatch(pattern.spoken);
        while (places.hasNext()) {
            const auto place = places.next();
            const int number = place.capturedLength(1) > 0 ? place.captured(1).toInt() : next++;
            told += unbraced(pattern.spoken.mid(end, place.capturedStart() - end)) + values.value(number);
            end = place.capturedEnd();
        }
        told += unbraced(pattern.spoken.mid(end));
        const QString rest = found.captured(found.regularExpression().captureCount());
        if (rest.isEmpty())
            return told;
        // Chinese sentences follow each other without a space.
        return told + (told.endsWith(u'。') ? QString{} : QStringLiteral(" ")) + sayPiece(rest, depth);
    }
    return text;
}

QList<SpokenPattern> readPatterns(QIODevice& translations)
{
    QList<SpokenPattern> patterns;
    SpokenPattern current;
    QXmlStreamReader xml(&translations);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("source"))
            current.english = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QLatin1String("translation"))
            current.spoken = xml.attributes().hasAttribute(QLatin1String("type")) ? QString{} : xml.readElementText();
        else if (xml.isEndElement() && xml.name() == QLatin1String("message"))
            patterns << std::exchange(current, {});
    }
    return patterns;
}

void setPatternSpeaker(PatternSpeaker speaker)
{
    speech().speaker = std::move(speaker);
    speech().said.clear();
}

bool isCoreTranslated() { return !speech().speaker.isEmpty(); }

QString withoutHanSpaces(QString text)
{
    static const QRegularExpression space(QStringLiteral("(?<=[\\p{Han}，。；：、]) (?=\\p{Han})"), QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(space);
}

QString fromCoreOnce(std::string_view text)
{
    const auto& [speaker, said] = speech();
    const QString plain = verbatim(text);
    const auto known = said.constFind(plain);
    return known != said.cend() ? *known : speaker.say(plain);
}

QString fromCore(std::string_view text)
{
    auto& [speaker, said] = speech();
    QString plain = verbatim(text);
    if (speaker.isEmpty())
        return plain;
    if (const auto known = said.constFind(plain); known != said.cend())
        return *known;
    const QString told = speaker.say(plain);
    if (said.size() >= kRemembered)
        said.clear();
    said.insert(plain, told);
    return told;
}

} // namespace halfopen
