// SPDX-License-Identifier: GPL-3.0-or-later
// The export menu and the context menus of all figures of the window.
#include "ui/window/window_exports.h"

#include <QMenu>

#include <utility>

#include "ui/export/figure_exporter.h"
#include "ui/results/results_panel.h"
#include "ui/timeline/timeline_view.h"

namespace halfopen {

WindowExports::WindowExports(const Parts& parts, QWidget* window)
    : QObject(window), m_timeline(parts.timeline, parts.view), m_sweep(parts.sweep), m_exporter(new FigureExporter(parts.settings, window))
{
    connect(m_exporter, &FigureExporter::failed, this, &WindowExports::failed);
    connect(m_exporter, &FigureExporter::written, this, &WindowExports::written);
    auto* before = parts.menu->actions().value(1); // after the outcomes as CSV
    const auto add = [&](const QString& title, const Figure& figure, const QString& name) {
        auto* sub = new QMenu(title, parts.menu);
        sub->setObjectName(name);
        sub->setToolTipsVisible(true);
        m_exporter->addActions(sub, figure, name);
        parts.menu->insertMenu(before, sub);
    };
    add(tr("&Time line"), m_timeline, QStringLiteral("export.timeline"));
    connect(&parts.timeline, &TimelineView::menuOpening, this, [this](QMenu* menu) {
        menu->addSeparator();
        m_exporter->addActions(menu->addMenu(tr("E&xport")), m_timeline, QStringLiteral("context.timeline"));
    });
    const std::pair<QString, QString> results[] = {{tr("&Measured − predicted"), QStringLiteral("export.differences")},
                                                   {tr("T&imes until the call failed"), QStringLiteral("export.times")},
                                                   {tr("Di&stribution"), QStringLiteral("export.distribution")},
                                                   {tr("Runs &laid over each other"), QStringLiteral("export.overlay")}};
    for (const auto& figure : parts.results.figures()) {
        const auto& [title, name] = results[static_cast<std::size_t>(figure.kind())];
        add(title, figure, name);
    }
    add(tr("S&weep"), m_sweep, QStringLiteral("export.sweep"));
    connect(&parts.results, &ResultsPanel::menuOpening, this,
            [this](QMenu* menu, const ResultFigure& figure) { m_exporter->addActions(menu, figure, QStringLiteral("context.results")); });
}

void WindowExports::addSweep(QMenu* menu) { m_exporter->addActions(menu, m_sweep, QStringLiteral("context.sweep")); }

} // namespace halfopen
