// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as files.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QImage>
#include <QString>

#include "core/result.h"
#include "ui/export/figure.h"

namespace halfopen {

enum class FigureFormat { Png, Svg, Pdf, Csv };

/// png, svg, pdf, csv.
[[nodiscard]] QString suffixOf(FigureFormat format);

/// On white ground with the light colours, for paper and slides, or in the colours of the window.
[[nodiscard]] FigureLook figureLook(bool whiteGround, const QPalette& window, const QFont& font);

/// Two dots a pixel, so that it stays sharp on a projector.
[[nodiscard]] QImage imageOf(const Figure& figure, const FigureLook& look);

/// The file's whole content. Fails where it could not be drawn.
[[nodiscard]] Result<QByteArray> rendered(const Figure& figure, FigureFormat format, const FigureLook& look);

/// Writes all of it or leaves the file as it was. Fails with one sentence that names the file.
[[nodiscard]] Result<void> saveFigure(const Figure& figure, FigureFormat format, const FigureLook& look, const QString& path);

/// The sentence for a figure without numbers.
[[nodiscard]] QString nothingToWrite(const QString& title);

/// As saveFigure() for a picture that is drawn already; any thread may call it.
[[nodiscard]] Result<void> savePng(const QImage& image, const QString& path);

/// The same for bytes that are there already, one block after the other.
[[nodiscard]] Result<void> saveBytes(const QByteArrayList& blocks, const QString& path);

} // namespace halfopen
