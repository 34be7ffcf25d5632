// SPDX-License-Identifier: GPL-3.0-or-later
// What the history gives to the other panels.
#include "ui/window/window_history.h"

#include <algorithm>

#include "ui/export/figure_exporter.h"
#include "ui/history/history_csv.h"
#include "ui/history/history_panel.h"
#include "ui/history/stored_results.h"
#include "ui/results/results_panel.h"

namespace halfopen {

WindowHistory::WindowHistory(const Parts& parts, QObject* parent)
    : QObject(parent), m_results(parts.results), m_lessons(parts.lessons), m_stored(new StoredResults(parts.store, this)), m_csv(new HistoryCsv(parts.store, this))
{
    QStringList titles;
    for (const auto& lesson : m_lessons)
        titles << lesson.title;
    parts.history.setLessonTitles(titles);
    connect(&parts.history, &HistoryPanel::compareWanted, m_stored, &StoredResults::compare);
    connect(&parts.history, &HistoryPanel::addWanted, m_stored, &StoredResults::addToComparison);
    connect(&parts.history, &HistoryPanel::compareWanted, this, &WindowHistory::comparisonBegan);
    connect(&parts.history, &HistoryPanel::addWanted, this, &WindowHistory::comparisonBegan);
    connect(&parts.history, &HistoryPanel::csvWanted, m_csv, &HistoryCsv::gather);
    connect(&parts.history, &HistoryPanel::lessonWanted, this, [this](const QString& title) {
        const auto found = std::ranges::find_if(m_lessons, [&](const Lesson& each) { return each.title == title; });
        if (found != m_lessons.end())
            Q_EMIT lessonWanted(*found);
    });
    connect(m_csv, &HistoryCsv::ready, &parts.exporter, [&exporter = parts.exporter](const QByteArray& csv) {
        exporter.askBytes(tr("Export the outcomes"), QStringLiteral("halfopen-outcomes"), QStringLiteral("csv"), csv);
    });
    connect(m_csv, &HistoryCsv::failed, this, &WindowHistory::failed);
    connect(m_stored, &StoredResults::failed, this, &WindowHistory::failed);
    connect(m_stored, &StoredResults::earlierRead, &m_results, &ResultsPanel::addEarlier);
    connect(m_stored, &StoredResults::comparisonChanged, &m_results, &ResultsPanel::setCompared);
    connect(&m_results, &ResultsPanel::comparisonClosed, m_stored, [this] { m_stored->compare({}); });
}

const Comparison& WindowHistory::comparison() const { return m_stored->comparison(); }

void WindowHistory::takeUp(const Comparison& comparison)
{
    if (!comparison.runIds.isEmpty())
        m_stored->takeUp(comparison);
}

void WindowHistory::bringBackEarlier()
{
    if (m_results.earlier().empty())
        m_stored->bringBackEarlier();
}

} // namespace halfopen
