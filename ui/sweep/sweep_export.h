// SPDX-License-Identifier: GPL-3.0-or-later
// The heat map as a figure to take along.
#pragma once

#include "ui/export/figure.h"

namespace halfopen {

class SweepStudy;

/// Shows what the study shows at the moment of asking.
class SweepExport final : public Figure
{
public:
    /// `study` outlives it.
    explicit SweepExport(const SweepStudy& study) : m_study(study) {}

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString fileStem() const override;
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] QSizeF size(const FigureLook& look) const override;
    void paint(QPainter& painter, const QRectF& area, const FigureLook& look) const override;
    [[nodiscard]] QByteArray csv() const override;
    [[nodiscard]] std::unique_ptr<TextPieces> numbers() const override;

private:
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString origin() const;

    const SweepStudy& m_study;
};

} // namespace halfopen
