// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the results dock as figures.
#pragma once

#include <vector>

#include "ui/export/figure.h"
#include "ui/results/run_result.h"

namespace halfopen {

/// What the results dock shows, the run of the window first.
struct ResultsShown final
{
    std::vector<RunResult> runs;
    bool compared = false; // picked by the user: every run is told by its name

    bool operator==(const ResultsShown&) const = default;
};

/// One of them. It makes a chart of its own when it is asked to paint, so that it can be lighter and larger than the dock's.
class ResultFigure final : public Figure
{
public:
    enum class Kind { Differences, Times, Distribution, Overlay };

    /// `shown` outlives the figure.
    ResultFigure(Kind kind, const ResultsShown& shown) : m_kind(kind), m_shown(shown) {}

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString fileStem() const override;
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] QSizeF size(const FigureLook& look) const override;
    void paint(QPainter& painter, const QRectF& area, const FigureLook& look) const override;
    [[nodiscard]] QByteArray csv() const override;

private:
    [[nodiscard]] QString subtitle() const;
    /// The sentence for a picture that has not all of the numbers; empty for one that has.
    [[nodiscard]] QString whatIsCut() const;
    [[nodiscard]] QString origin() const;
    [[nodiscard]] double chartHeight(const FigureLook& look, double width) const;

    Kind m_kind;
    const ResultsShown& m_shown;
};

} // namespace halfopen
