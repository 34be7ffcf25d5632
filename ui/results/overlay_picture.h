// SPDX-License-Identifier: GPL-3.0-or-later
// Runs laid over each other, aligned at the fault, as a picture.
#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QStringList>

#include <optional>
#include <utility>

#include "ui/results/overlay_rows.h"

namespace halfopen {

/// How it is painted: a legend of the runs, then one slim lane a run below the name of each end, over one axis.
class OverlayPicture final
{
public:
    OverlayPicture(const std::vector<RunResult>& runs, const std::vector<OverlayRow>& rows, const QFont& font, const QPalette& palette);

    [[nodiscard]] double heightFor(double width) const;
    void paint(QPainter& painter, const QRectF& area, std::optional<std::size_t> current) const;
    /// Which row is at that height of a picture that begins at 0.
    [[nodiscard]] std::optional<std::size_t> rowAt(double y, double width) const;
    /// Which run's name is there, likewise.
    [[nodiscard]] std::optional<std::size_t> nameAt(double y, double width) const;
    [[nodiscard]] QRectF rowArea(std::size_t row, double width) const;

private:
    struct Axis final
    {
        double from = -1;
        double to = 1;
        double step = 1;
        double left = 0;
        double right = 1;
        [[nodiscard]] double x(double seconds) const;
    };
    [[nodiscard]] bool areNamesCut(double width) const;
    [[nodiscard]] QString briefName(const RunResult& run, double width) const;
    [[nodiscard]] double nameHeight(const QString& name, double width) const;
    [[nodiscard]] double legendHeight(double width) const;
    [[nodiscard]] Axis axisFor(const QRectF& area) const;
    void paintLegend(QPainter& painter, const QRectF& area) const;
    void paintGrid(QPainter& painter, const Axis& axis, const QRectF& lanes) const;
    void paintHeading(QPainter& painter, const QRectF& box, const QString& heading) const;
    void paintAxis(QPainter& painter, const Axis& axis, const QRectF& lanes) const;
    void paintLane(QPainter& painter, const Axis& axis, const QRectF& box, const OverlayRow& row) const;
    void paintEnd(QPainter& painter, const Axis& axis, const QRectF& bar, const EndLane& lane) const;
    void paintBadge(QPainter& painter, const QPointF& centre, std::size_t run) const;

    const std::vector<RunResult>& m_runs;
    const std::vector<OverlayRow>& m_rows;
    QFont m_font;
    QPalette m_palette;
    QStringList m_names; // of the runs
    double m_line;       // pixels
    mutable std::optional<std::pair<double, double>> m_legendHeight; // for the width that was asked for last
};

} // namespace halfopen
