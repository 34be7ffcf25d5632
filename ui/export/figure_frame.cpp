// SPDX-License-Identifier: GPL-3.0-or-later
// Title above and origin below a figure.
#include "ui/export/figure_frame.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

#include "core/timeline.h"
#include "ui/theme/colours.h"

namespace halfopen {

namespace {

struct FrameFonts final
{
    QFont title;
    QFont small;
    double margin = 10;

    explicit FrameFonts(const QFont& font) : title(font), small(font), margin(QFontMetricsF(font).height() * 0.7)
    {
        const int pixels = std::max(font.pixelSize(), 9);
        title.setBold(true);
        title.setPixelSize(pixels * 6 / 5);
        small.setPixelSize(std::max(pixels * 6 / 7, 8));
    }
};

constexpr int kFrameWrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

double textHeight(const QString& text, const QFont& font, double width)
{
    return text.isEmpty() ? 0 : QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e4), kFrameWrap, text).height();
}

} // namespace

double frameHeight(const FigureFrame& frame, double width, const FigureLook& look)
{
    const FrameFonts fonts(look.font);
    const double inner = std::max(width - 2 * fonts.margin, 40.0);
    return textHeight(frame.title, fonts.title, inner) + textHeight(frame.subtitle, look.font, inner)
         + textHeight(frame.origin, fonts.small, inner) + 4 * fonts.margin;
}

QRectF paintFrame(QPainter& painter, const QRectF& area, const FigureFrame& frame, const FigureLook& look)
{
    const auto colours = Colours::from(look.palette);
    const FrameFonts fonts(look.font);
    painter.fillRect(area, colours.panel);
    QRectF rest = area.adjusted(fonts.margin, fonts.margin, -fonts.margin, -fonts.margin);
    const auto write = [&](const QString& text, const QFont& font, const QColor& colour) {
        const double height = textHeight(text, font, rest.width());
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(rest.left(), rest.top(), rest.width(), height), kFrameWrap, text);
        rest.setTop(rest.top() + height);
    };
    write(frame.title, fonts.title, colours.text);
    write(frame.subtitle, look.font, colours.mutedText);
    const double foot = textHeight(frame.origin, fonts.small, rest.width());
    painter.setFont(fonts.small);
    painter.setPen(colours.faintText);
    painter.drawText(QRectF(rest.left(), rest.bottom() - foot, rest.width(), foot), Qt::AlignRight | Qt::AlignTop | Qt::TextWordWrap, frame.origin);
    return rest.adjusted(0, fonts.margin, 0, -foot - fonts.margin);
}

QString originText(const Timeline& timeline)
{
    if (!timeline.hello())
        return QCoreApplication::translate("FigureFrame", "planned, not run · Halfopen %1").arg(QStringLiteral(HALFOPEN_VERSION));
    const auto& hello = *timeline.hello();
    return QCoreApplication::translate("FigureFrame", "Linux %1 · HZ %2 · %3 · Halfopen %4")
        .arg(QString::fromStdString(hello.kernelRelease)).arg(hello.hz).arg(QString::fromStdString(hello.startedAt), QStringLiteral(HALFOPEN_VERSION));
}

} // namespace halfopen
