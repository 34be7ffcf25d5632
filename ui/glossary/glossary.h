// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel's terms mean, for tool tips and the glossary page.
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <vector>

namespace halfopen {

/// Chapters of the glossary, in the order in which the page shows them.
enum class GlossaryTopic { Basics, State, Timer, Option, Sysctl, Wire, Column, Call, Error };

/// One term in the user's language. The term itself and the source keep the kernel's spelling; a term that is a word of
/// the language has a title in the user's.
struct GlossaryEntry final
{
    QString term;        // TCP_KEEPIDLE
    GlossaryTopic topic = GlossaryTopic::Basics;
    QString explanation; // one to three sentences
    QString source;      // man page, RFC section, kernel function
    QStringList aliases; // other names under which it is found
    QString title;       // the term as it is shown
};

/// The entry of that term or alias, whatever its case; empty where the glossary does not know it. A trailing "()" and
/// a unit in brackets are ignored: "recv()", "rto [ms]".
[[nodiscard]] std::optional<GlossaryEntry> glossary(QStringView term);

/// All of them, by topic and within it in reading order.
[[nodiscard]] std::vector<GlossaryEntry> glossaryEntries();

[[nodiscard]] QString glossaryTopicTitle(GlossaryTopic topic);

/// Rich text: term bold, explanation, source small. Empty for an unknown term.
[[nodiscard]] QString glossaryToolTip(QStringView term);

/// The same under a sentence about the thing pointed at ("3 probes are unanswered"). Plain `lead` alone for an unknown term.
[[nodiscard]] QString glossaryToolTip(QStringView term, const QString& lead);

} // namespace halfopen
