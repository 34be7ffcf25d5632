// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as files.
#include "ui/export/figure_writer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

#include "ui/export/svg_families.h"
#include "ui/theme/colours.h"

namespace halfopen {

namespace {

constexpr double kDotsPerPixel = 2;
constexpr int kPixelsPerInch = 96;
constexpr double kPointsPerPixel = 72.0 / kPixelsPerInch;

QString programText() { return QStringLiteral("Halfopen " HALFOPEN_VERSION); }

QSizeF soundSize(const Figure& figure, const FigureLook& look)
{
    const QSizeF size = figure.size(look);
    return {std::clamp(size.width(), 100.0, 6000.0), std::clamp(size.height(), 60.0, 12000.0)};
}

QByteArray pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray{};
}

QByteArray svgOf(const Figure& figure, const FigureLook& look)
{
    const QSizeF size = soundSize(figure, look);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kPixelsPerInch);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setTitle(figure.title());
    generator.setDescription(programText());
    QPainter painter;
    if (!painter.begin(&generator))
        return {};
    figure.paint(painter, QRectF(QPointF(0, 0), size), look);
    return painter.end() ? withCommonFamilies(bytes) : QByteArray{};
}

QByteArray pdfOf(const Figure& figure, const FigureLook& look)
{
    const QSizeF size = soundSize(figure, look);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    // Finer than the drawing's own pixels, so that glyphs are not set on a coarse grid.
    constexpr int kFiner = 10;
    writer.setResolution(kPixelsPerInch * kFiner);
    writer.setPageSize(QPageSize(size * kPointsPerPixel, QPageSize::Point, QString{}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(figure.title());
    writer.setCreator(programText());
    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    painter.scale(kFiner, kFiner);
    figure.paint(painter, QRectF(QPointF(0, 0), size), look);
    return painter.end() ? bytes : QByteArray{};
}

Error figureError(const char* text, const QString& path, const QString& reason)
{
    return Error{0, QCoreApplication::translate("FigureWriter", text).arg(path, reason).toStdString()};
}

} // namespace

QString suffixOf(FigureFormat format)
{
    switch (format) {
    case FigureFormat::Png:
        return QStringLiteral("png");
    case FigureFormat::Svg:
        return QStringLiteral("svg");
    case FigureFormat::Pdf:
        return QStringLiteral("pdf");
    case FigureFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

FigureLook figureLook(bool whiteGround, const QPalette& window, const QFont& font)
{
    FigureLook look{window, font};
    if (whiteGround) {
        look.palette = lightPalette();
        look.palette.setColor(QPalette::Base, Qt::white);
    }
    look.font.setPixelSize(std::max(QFontInfo(font).pixelSize(), 9));
    return look;
}

QImage imageOf(const Figure& figure, const FigureLook& look)
{
    const QSizeF size = soundSize(figure, look);
    QImage image((size * kDotsPerPixel).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kDotsPerPixel);
    image.setText(QStringLiteral("Title"), figure.title());
    image.setText(QStringLiteral("Software"), programText());
    image.fill(look.palette.color(QPalette::Base));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    figure.paint(painter, QRectF(QPointF(0, 0), size), look);
    return image;
}

Result<QByteArray> rendered(const Figure& figure, FigureFormat format, const FigureLook& look)
{
    QByteArray bytes;
    switch (format) {
    case FigureFormat::Png:
        bytes = pngOf(imageOf(figure, look));
        break;
    case FigureFormat::Svg:
        bytes = svgOf(figure, look);
        break;
    case FigureFormat::Pdf:
        bytes = pdfOf(figure, look);
        break;
    case FigureFormat::Csv:
        bytes = figure.csv();
        break;
    }
    if (bytes.isEmpty() && format == FigureFormat::Csv)
        return Error{0, nothingToWrite(figure.title()).toStdString()};
    if (bytes.isEmpty())
        return figureError(QT_TRANSLATE_NOOP("FigureWriter", "The figure \"%1\" could not be drawn as %2. Try another format."), figure.title(), suffixOf(format).toUpper());
    return bytes;
}

QString nothingToWrite(const QString& title)
{
    return QCoreApplication::translate("FigureWriter", "There are no numbers in \"%1\" yet. Run the experiment first.").arg(title);
}

Result<void> savePng(const QImage& image, const QString& path)
{
    const auto bytes = pngOf(image);
    if (bytes.isEmpty())
        return figureError(QT_TRANSLATE_NOOP("FigureWriter", "The picture for %1 could not be written as %2. Try another format."), path, QStringLiteral("PNG"));
    return saveBytes({bytes}, path);
}

Result<void> saveFigure(const Figure& figure, FigureFormat format, const FigureLook& look, const QString& path)
{
    const auto bytes = rendered(figure, format, look);
    if (!bytes)
        return bytes.error();
    return saveBytes({bytes.value()}, path);
}

Result<void> saveBytes(const QByteArrayList& blocks, const QString& path)
{
    QSaveFile file(path);
    const auto written = [&file](const QByteArray& block) { return file.write(block) == block.size(); };
    if (!file.open(QIODevice::WriteOnly) || !std::ranges::all_of(blocks, written) || !file.commit())
        return figureError(QT_TRANSLATE_NOOP("FigureWriter", "%1 cannot be written: %2. Choose another folder."), path, file.errorString());
    return {};
}

} // namespace halfopen
