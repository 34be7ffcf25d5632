// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own icons in the colour of the text beside them.
#include "ui/window/tinted_icon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace halfopen {

namespace {

QPixmap renderedIcon(const QString& name, const QSize& size, qreal scale, const QColor& colour)
{
    const QString key = QStringLiteral("halfopen-%1-%2x%3-%4-%5").arg(name).arg(size.width()).arg(size.height()).arg(scale).arg(colour.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(name));
    pixmap = QPixmap(size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(size)), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, bool onAccent) : m_name(std::move(name)), m_onAccent(onAccent) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->drawPixmap(rect, renderedIcon(m_name, rect.size(), painter->device()->devicePixelRatioF(), colour(mode)));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return renderedIcon(m_name, size, 1, colour(mode)); }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // `size` is in device pixels here (QIconEngine::scaledPixmap).
        return renderedIcon(m_name, size / scale, scale, colour(mode));
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_onAccent); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const auto palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_onAccent)
            return Qt::white;
        return palette.color(QPalette::Active, mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText);
    }

    QString m_name;
    bool m_onAccent;
};

} // namespace

QIcon tintedIcon(const QString& name, bool onAccent) { return QIcon(new TintedIconEngine(name, onAccent)); }

QIcon applicationIcon() { return QIcon(QStringLiteral(":/icons/app.svg")); }

} // namespace halfopen
