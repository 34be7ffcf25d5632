// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel's terms mean, for tool tips and the glossary page.
#include "ui/glossary/glossary.h"

#include <QCoreApplication>
#include <QHash>

#include <array>
#include <utility>

#include "ui/glossary/glossary_table.h"

namespace halfopen {

namespace {

struct GlossaryChapter final
{
    GlossaryTopic topic;
    std::span<const GlossaryRow> rows;
};

std::array<GlossaryChapter, 9> glossaryChapters()
{
    return {{{GlossaryTopic::Basics, glossaryBasics()},
             {GlossaryTopic::State, glossaryStates()},
             {GlossaryTopic::Timer, glossaryTimers()},
             {GlossaryTopic::Option, glossaryOptions()},
             {GlossaryTopic::Sysctl, glossarySysctls()},
             {GlossaryTopic::Wire, glossaryWire()},
             {GlossaryTopic::Column, glossaryColumns()},
             {GlossaryTopic::Call, glossaryCalls()},
             {GlossaryTopic::Error, glossaryErrors()}}};
}

QStringList aliasesOf(const GlossaryRow& row) { return QString::fromUtf8(row.aliases).split(u'|', Qt::SkipEmptyParts); }

GlossaryEntry entryOf(GlossaryTopic topic, const GlossaryRow& row)
{
    return {QString::fromUtf8(row.term), topic, QCoreApplication::translate("Glossary", row.text), QString::fromUtf8(row.source), aliasesOf(row),
            QCoreApplication::translate("GlossaryTerm", row.term)};
}

/// The term without what does not belong to its name.
QString glossaryKey(QStringView term)
{
    if (const auto bracket = term.indexOf(QStringLiteral(" [")); bracket > 0)
        term = term.left(bracket);
    if (term.endsWith(u"()"))
        term.chop(2);
    return term.trimmed().toString();
}

using GlossaryPlace = std::pair<GlossaryTopic, const GlossaryRow*>;

/// By exact spelling, and in lower case where that is not another term's (the state CLOSE and the call close).
const QHash<QString, GlossaryPlace>& glossaryIndex()
{
    static const auto index = [] {
        QHash<QString, GlossaryPlace> made;
        const auto add = [&made](const QString& key, GlossaryTopic topic, const GlossaryRow& row) {
            if (!made.contains(key))
                made.insert(key, {topic, &row});
        };
        for (const auto& chapter : glossaryChapters()) {
            for (const auto& row : chapter.rows)
                add(glossaryKey(QString::fromUtf8(row.term)), chapter.topic, row);
        }
        for (const auto& chapter : glossaryChapters()) {
            for (const auto& row : chapter.rows) {
                add(glossaryKey(QString::fromUtf8(row.term)).toLower(), chapter.topic, row);
                for (const auto& alias : aliasesOf(row)) {
                    add(glossaryKey(alias), chapter.topic, row);
                    add(glossaryKey(alias).toLower(), chapter.topic, row);
                }
            }
        }
        return made;
    }();
    return index;
}

} // namespace

std::optional<GlossaryEntry> glossary(QStringView term)
{
    const auto& index = glossaryIndex();
    const QString key = glossaryKey(term);
    auto found = index.constFind(key);
    if (found == index.constEnd())
        found = index.constFind(key.toLower());
    if (found == index.constEnd())
        return std::nullopt;
    return entryOf(found->first, *found->second);
}

std::vector<GlossaryEntry> glossaryEntries()
{
    std::vector<GlossaryEntry> entries;
    for (const auto& chapter : glossaryChapters()) {
        for (const auto& row : chapter.rows)
            entries.push_back(entryOf(chapter.topic, row));
    }
    return entries;
}

QString glossaryTopicTitle(GlossaryTopic topic)
{
    const auto title = [](const char* text) { return QCoreApplication::translate("Glossary", text); };
    switch (topic) {
    case GlossaryTopic::Basics:
        return title(QT_TRANSLATE_NOOP("Glossary", "Basics"));
    case GlossaryTopic::State:
        return title(QT_TRANSLATE_NOOP("Glossary", "Socket states"));
    case GlossaryTopic::Timer:
        return title(QT_TRANSLATE_NOOP("Glossary", "Timers"));
    case GlossaryTopic::Option:
        return title(QT_TRANSLATE_NOOP("Glossary", "Socket options"));
    case GlossaryTopic::Sysctl:
        return title(QT_TRANSLATE_NOOP("Glossary", "Kernel settings"));
    case GlossaryTopic::Wire:
        return title(QT_TRANSLATE_NOOP("Glossary", "On the wire"));
    case GlossaryTopic::Column:
        return title(QT_TRANSLATE_NOOP("Glossary", "Columns and counters"));
    case GlossaryTopic::Call:
        return title(QT_TRANSLATE_NOOP("Glossary", "Calls"));
    case GlossaryTopic::Error:
        break;
    }
    return title(QT_TRANSLATE_NOOP("Glossary", "Errors"));
}

QString glossaryToolTip(QStringView term) { return glossaryToolTip(term, {}); }

QString glossaryToolTip(QStringView term, const QString& lead)
{
    const auto entry = glossary(term);
    if (!entry)
        return lead;
    // Rich text wraps in a tool tip; plain text would be one long line.
    const QString first = lead.isEmpty() ? QString{} : QStringLiteral("<p>%1</p>").arg(lead.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")));
    return QStringLiteral("<qt>%1<p><b>%2</b><br/>%3</p><p><small>%4</small></p></qt>")
        .arg(first, entry->title.toHtmlEscaped(), entry->explanation.toHtmlEscaped(), entry->source.toHtmlEscaped());
}

} // namespace halfopen
