// SPDX-License-Identifier: GPL-3.0-or-later
// The time line as a figure.
#pragma once

#include "ui/export/figure.h"

namespace halfopen {

class TimelineView;
class ViewState;

/// What the time line shows: pair, end, range and scale are the view's. Without an owner of its own; the view outlives it.
class TimelineExport final : public Figure
{
public:
    TimelineExport(const TimelineView& view, const ViewState& state) : m_view(view), m_state(state) {}

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString fileStem() const override;
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] QSizeF size(const FigureLook& look) const override;
    void paint(QPainter& painter, const QRectF& area, const FigureLook& look) const override;
    [[nodiscard]] QByteArray csv() const override;
    [[nodiscard]] std::unique_ptr<TextPieces> numbers() const override;

private:
    const TimelineView& m_view;
    const ViewState& m_state;
};

} // namespace halfopen
