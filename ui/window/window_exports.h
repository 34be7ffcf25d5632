// SPDX-License-Identifier: GPL-3.0-or-later
// The export menu and the context menus of all figures of the window.
#pragma once

#include <QObject>

#include "ui/export/timeline_export.h"
#include "ui/sweep/sweep_export.h"

class QMenu;
class QSettings;
class QWidget;

namespace halfopen {

class FigureExporter;
class ResultsPanel;

/// Brings figures and their ways out together. It draws nothing itself.
class WindowExports final : public QObject
{
    Q_OBJECT

public:
    struct Parts final
    {
        TimelineView& timeline;
        const ViewState& view;
        ResultsPanel& results;
        const SweepStudy& sweep;
        QMenu* menu; // of the tool bar
        QSettings& settings;
    };

    WindowExports(const Parts& parts, QWidget* window);

    [[nodiscard]] FigureExporter* exporter() const { return m_exporter; }
    /// The ways out of the sweep's map.
    void addSweep(QMenu* menu);

Q_SIGNALS:
    void failed(const QString& sentence);
    void written(const QString& path);

private:
    TimelineExport m_timeline;
    SweepExport m_sweep;
    FigureExporter* m_exporter;
};

} // namespace halfopen
