// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that core and the agent have written, in the user's language.
#pragma once

#include <QList>
#include <QString>

#include <string_view>
#include <vector>

class QIODevice;

namespace halfopen {

/// Text of core as the window shows it: translated where it was written by a known pattern (core/words.h), itself where
/// not: titles, addresses and names are left alone.
[[nodiscard]] QString fromCore(std::string_view text);

/// The same for texts that are looked at once, as a search does: it pushes nothing out that is asked for again and again.
[[nodiscard]] QString fromCoreOnce(std::string_view text);

/// Without the spaces that a pattern has around a value which turns out to be Chinese: "在 {} 后" takes times and names alike.
[[nodiscard]] QString withoutHanSpaces(QString text);

/// Whether fromCore() says anything otherwise than it was written.
[[nodiscard]] bool isCoreTranslated();

/// The same without translation, for names and for what goes into files.
[[nodiscard]] inline QString verbatim(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A pattern of core and how it is said in the user's language: {} in order there, {0} {1} … or {} here.
struct SpokenPattern final
{
    QString english;
    QString spoken;
};

/// Finds the patterns that a text was made with and says it with theirs. A text may be several sentences, and a value may
/// itself be a piece made with a pattern. Not a translator of language: what no pattern fits stays as it is.
class PatternSpeaker final
{
public:
    PatternSpeaker();
    explicit PatternSpeaker(const QList<SpokenPattern>& patterns);
    ~PatternSpeaker();
    PatternSpeaker(PatternSpeaker&&) noexcept;
    PatternSpeaker& operator=(PatternSpeaker&&) noexcept;

    [[nodiscard]] QString say(const QString& text) const;
    [[nodiscard]] bool isEmpty() const { return m_patterns.empty(); }

private:
    struct Pattern;
    [[nodiscard]] QString sayPiece(const QString& text, int depth) const;
    std::vector<Pattern> m_patterns; // those with the most words of their own first
};

/// The finished entries of a Qt Linguist file (.ts). Core's patterns are read from the file itself: a compiled one cannot
/// be asked which texts it knows.
[[nodiscard]] QList<SpokenPattern> readPatterns(QIODevice& translations);

/// What fromCore() uses from now on; an empty one for English.
void setPatternSpeaker(PatternSpeaker speaker);

} // namespace halfopen
