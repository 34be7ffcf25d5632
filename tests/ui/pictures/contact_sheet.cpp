// SPDX-License-Identifier: GPL-3.0-or-later
// All pictures of one state on one sheet.
#include "contact_sheet.h"

#include <QDir>
#include <QImage>
#include <QPainter>

namespace halfopen {

namespace {

constexpr int kColumns = 2;
constexpr int kWidth = 960; // of a picture on the sheet, in pixels
constexpr int kGap = 12;
constexpr int kCaption = 22;

} // namespace

bool drawContactSheet(const QString& folder, const QString& path)
{
    const QDir place(folder);
    const auto names = place.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    QList<QImage> pictures;
    int height = 1;
    for (const QString& name : names) {
        pictures << QImage(place.filePath(name)).scaledToWidth(kWidth, Qt::SmoothTransformation);
        pictures.last().setDevicePixelRatio(1);
        height = std::max(height, pictures.last().height());
    }
    const int cell = height + kCaption + kGap;
    const int rows = (static_cast<int>(pictures.size()) + kColumns - 1) / kColumns;
    QImage sheet(kColumns * (kWidth + kGap) + kGap, std::max(1, rows) * cell + kGap, QImage::Format_RGB32);
    sheet.fill(Qt::gray);
    QPainter painter(&sheet);
    for (int number = 0; number < pictures.size(); ++number) {
        const QPoint at(kGap + (number % kColumns) * (kWidth + kGap), kGap + (number / kColumns) * cell);
        painter.drawText(QRect(at, QSize(kWidth, kCaption)), Qt::AlignLeft | Qt::AlignVCenter, names.at(number).chopped(4));
        painter.drawImage(at + QPoint(0, kCaption), pictures.at(number));
    }
    painter.end();
    return sheet.save(path);
}

} // namespace halfopen
