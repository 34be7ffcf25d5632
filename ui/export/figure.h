// SPDX-License-Identifier: GPL-3.0-or-later
// What a view is once it leaves the program.
#pragma once

#include <QByteArray>
#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <memory>

#include "ui/export/text_pieces.h"

class QPainter;

namespace halfopen {

/// How a figure is to look: its ground and colours, and a font whose size is in pixels, so that it measures the same on
/// every device.
struct FigureLook final
{
    QPalette palette;
    QFont font;
};

/// A picture with its title, its units and where it comes from, and the numbers in it. It shows what its view shows at
/// the moment of asking; it is not a copy of it.
class Figure
{
public:
    Figure() = default;
    virtual ~Figure() = default;
    Figure(const Figure&) = delete;
    Figure& operator=(const Figure&) = delete;

    [[nodiscard]] virtual QString title() const = 0;
    /// For file names: "idle-reader-timeline".
    [[nodiscard]] virtual QString fileStem() const = 0;
    /// Whether there is nothing in it yet.
    [[nodiscard]] virtual bool isEmpty() const = 0;
    /// In pixels of 1/96 inch.
    [[nodiscard]] virtual QSizeF size(const FigureLook& look) const = 0;
    virtual void paint(QPainter& painter, const QRectF& area, const FigureLook& look) const = 0;
    /// RFC 4180, the numbers of what is visible; units stand in the names of the columns, or in one of their own.
    [[nodiscard]] virtual QByteArray csv() const = 0;
    /// The same where it may be long.
    [[nodiscard]] virtual std::unique_ptr<TextPieces> numbers() const;
};

} // namespace halfopen
