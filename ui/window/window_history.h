// SPDX-License-Identifier: GPL-3.0-or-later
// What the history gives to the other panels.
#pragma once

#include <QObject>

#include "session/installation.h"

namespace halfopen {

class FigureExporter;
class HistoryCsv;
class HistoryPanel;
class ResultsPanel;
class RunStore;
class StoredResults;
struct Comparison;

/// Wires the history dock to the results dock and to files: comparing, exporting, lessons, and earlier runs after a start.
class WindowHistory final : public QObject
{
    Q_OBJECT

public:
    struct Parts final
    {
        RunStore* store; // nullptr: no history
        HistoryPanel& history;
        ResultsPanel& results;
        FigureExporter& exporter;
        const QList<Lesson>& lessons;
    };

    WindowHistory(const Parts& parts, QObject* parent);

    /// For a window made anew: the comparison that the former one showed.
    [[nodiscard]] const Comparison& comparison() const;
    void takeUp(const Comparison& comparison);

public Q_SLOTS:
    /// Asks for the last runs' results; they come when there is nothing else to do.
    void bringBackEarlier();

Q_SIGNALS:
    void lessonWanted(const halfopen::Lesson& lesson);
    void comparisonBegan();
    void failed(const QString& sentence);

private:
    ResultsPanel& m_results;
    QList<Lesson> m_lessons;
    StoredResults* m_stored;
    HistoryCsv* m_csv;
};

} // namespace halfopen
