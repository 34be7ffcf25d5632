// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a painted view writes, to find words that are cut, lie upon each other or are too faint.
#include "painted_text.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <algorithm>
#include <vector>

#include "ui/theme/colours.h"

namespace halfopen {

namespace {

constexpr double kAllowed = 2; // px, of rounding and of the room beside a letter

struct PaintedWord final
{
    QString text;
    QRectF box; // of its letters, in the widget
    QRectF sight; // what is not clipped away
    double contrast; // against its ground when it was written
};

/// Notes words and what covers them; draws everything but the words, which need a ground.
class WordReader final : public QPaintEngine
{
public:
    WordReader(const QSize& size, const QColor& ground) : QPaintEngine(QPaintEngine::AllFeatures), m_ground(size, QImage::Format_RGB32) { m_ground.fill(ground); }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    Type type() const override { return User; }
    void drawPixmap(const QRectF& to, const QPixmap& pixmap, const QRectF& from) override
    {
        draw([&](QPainter& ground) { ground.drawPixmap(to, pixmap, from); });
    }
    void drawImage(const QRectF& to, const QImage& image, const QRectF& from, Qt::ImageConversionFlags flags) override
    {
        draw([&](QPainter& ground) { ground.drawImage(to, image, from, flags); });
    }
    void drawPath(const QPainterPath& path) override
    {
        cover(path.boundingRect());
        draw([&](QPainter& ground) { ground.drawPath(path); });
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        cover(QPolygonF(QList<QPointF>(points, points + count)).boundingRect());
        draw([&](QPainter& ground) {
            if (mode == PolylineMode)
                ground.drawPolyline(points, count);
            else
                ground.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        });
    }
    void drawRects(const QRectF* rects, int count) override
    {
        std::for_each(rects, rects + count, [this](const QRectF& rect) { cover(rect); });
        draw([&](QPainter& ground) { ground.drawRects(rects, count); });
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        // Capitals have about three quarters of the ascent; what hangs below the line seldom meets anything.
        const double height = item.ascent() * 0.75;
        const auto& transform = painter()->combinedTransform();
        const QRectF box = transform.mapRect(QRectF(at.x(), at.y() - height, item.width(), height));
        const QRectF sight = painter()->hasClipping() ? transform.mapRect(painter()->clipBoundingRect()) : QRectF(-1e6, -1e6, 2e6, 2e6);
        if (!item.text().trimmed().isEmpty() && sight.intersects(box))
            words.push_back({item.text(), box, sight, contrastIn(box.intersected(sight))});
    }

    std::vector<PaintedWord> words;

private:
    template <typename Draw>
    void draw(Draw&& how)
    {
        QPainter ground(&m_ground);
        const auto& transform = painter()->combinedTransform();
        if (painter()->hasClipping())
            ground.setClipPath(transform.map(painter()->clipPath()));
        ground.setTransform(transform);
        ground.setRenderHints(painter()->renderHints());
        ground.setPen(painter()->pen());
        ground.setBrush(painter()->brush());
        ground.setBrushOrigin(painter()->brushOrigin());
        ground.setOpacity(painter()->opacity());
        how(ground);
    }

    /// Of the ink against half of the ground there: a line that runs through the words does not make them faint.
    double contrastIn(const QRectF& box) const
    {
        constexpr int kStep = 2; // px
        const QRect part = box.toAlignedRect().intersected(m_ground.rect());
        const QColor ink = painter()->pen().color();
        const double share = ink.alphaF() * painter()->opacity();
        std::vector<double> contrasts;
        for (int y = part.top(); y <= part.bottom(); y += kStep) {
            for (int x = part.left(); x <= part.right(); x += kStep) {
                const QColor ground = m_ground.pixelColor(x, y);
                contrasts.push_back(contrast(ground, mixed(ground, ink, share)));
            }
        }
        if (contrasts.empty())
            return 21;
        const auto middle = contrasts.begin() + static_cast<std::ptrdiff_t>(contrasts.size() / 2);
        std::ranges::nth_element(contrasts, middle);
        return *middle;
    }

    void cover(const QRectF& rect)
    {
        const QBrush& brush = painter()->brush();
        if (brush.style() != Qt::SolidPattern || brush.color().alphaF() * painter()->opacity() < 0.8)
            return;
        const QRectF plate = painter()->combinedTransform().mapRect(rect);
        std::erase_if(words, [&](const PaintedWord& word) {
            const QRectF common = word.box.intersected(plate);
            return common.width() * common.height() > 0.5 * word.box.width() * word.box.height();
        });
        // Of what a box covers at one side only the rest is seen.
        for (PaintedWord& word : words) {
            if (!plate.intersects(word.box) || plate.top() > word.box.top() || plate.bottom() < word.box.bottom())
                continue;
            if (plate.right() >= word.box.right())
                word.box.setRight(std::max(plate.left(), word.box.left()));
            else if (plate.left() <= word.box.left())
                word.box.setLeft(plate.right());
        }
    }

    QImage m_ground;
};

class WordPage final : public QPaintDevice
{
public:
    WordPage(const QSize& size, const QColor& ground) : m_size(size), m_reader(size, ground) {}

    QPaintEngine* paintEngine() const override { return &m_reader; }
    const std::vector<PaintedWord>& words() const { return m_reader.words; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDepth:
            return 32;
        case PdmNumColors:
            return 0;
        case PdmWidthMM:
            return m_size.width() * 254 / 960;
        case PdmHeightMM:
            return m_size.height() * 254 / 960;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        }
        return 0;
    }

private:
    QSize m_size;
    mutable WordReader m_reader;
};

std::vector<PaintedWord> wordsOf(QWidget& widget)
{
    WordPage page(widget.size(), widget.palette().color(widget.backgroundRole()));
    QPainter painter(&page);
    widget.render(&painter, {}, {}, QWidget::DrawChildren);
    return page.words();
}

QStringList faintWords(const std::vector<PaintedWord>& words, const QString& name)
{
    QStringList faults;
    for (const auto& word : words) {
        if (word.contrast < kLeastTextContrast - 0.01)
            faults << QStringLiteral("%1: the painted \"%2\" has a contrast of %3").arg(name, word.text).arg(word.contrast, 0, 'f', 2);
    }
    return faults;
}

} // namespace

QStringList paintedWords(QWidget& widget)
{
    QStringList written;
    for (const auto& word : wordsOf(widget))
        written << word.text;
    return written;
}

QStringList faintTextFaults(QWidget& widget, const QString& name)
{
    return faintWords(wordsOf(widget), name);
}

QStringList paintedTextFaults(QWidget& widget)
{
    const QString name = QString::fromLatin1(widget.metaObject()->className());
    const auto words = wordsOf(widget);
    QStringList faults = faintWords(words, name);
    for (std::size_t one = 0; one < words.size(); ++one) {
        const QRectF& box = words[one].box;
        const QRectF sight = words[one].sight.intersected(widget.rect());
        if (box.left() < sight.left() - kAllowed || box.right() > sight.right() + kAllowed)
            faults << QStringLiteral("%1: the painted \"%2\" is cut at the side").arg(name, words[one].text);
        for (std::size_t other = one + 1; other < words.size(); ++other) {
            const QRectF common = box.intersected(words[other].box);
            if (common.width() > kAllowed && common.height() > kAllowed)
                faults << QStringLiteral("%1: the painted \"%2\" lies upon \"%3\"").arg(name, words[other].text, words[one].text);
        }
    }
    return faults;
}

} // namespace halfopen
