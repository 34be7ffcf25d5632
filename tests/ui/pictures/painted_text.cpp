// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a painted view writes, to find words that are cut or lie upon each other.
#include "painted_text.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace halfopen {

namespace {

constexpr double kAllowed = 2; // px, of rounding and of the room beside a letter

struct PaintedWord final
{
    QString text;
    QRectF box; // of its letters, in the widget
    QRectF sight; // what is not clipped away
};

/// Notes words and what covers them; draws nothing.
class WordReader final : public QPaintEngine
{
public:
    WordReader() : QPaintEngine(QPaintEngine::AllFeatures) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    Type type() const override { return User; }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath& path) override { cover(path.boundingRect()); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode) override
    {
        cover(QPolygonF(QList<QPointF>(points, points + count)).boundingRect());
    }
    void drawRects(const QRectF* rects, int count) override { std::for_each(rects, rects + count, [this](const QRectF& rect) { cover(rect); }); }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        // Capitals have about three quarters of the ascent; what hangs below the line seldom meets anything.
        const double height = item.ascent() * 0.75;
        const auto& transform = painter()->combinedTransform();
        const QRectF box = transform.mapRect(QRectF(at.x(), at.y() - height, item.width(), height));
        const QRectF sight = painter()->hasClipping() ? transform.mapRect(painter()->clipBoundingRect()) : QRectF(-1e6, -1e6, 2e6, 2e6);
        if (!item.text().trimmed().isEmpty() && sight.intersects(box))
            words.push_back({item.text(), box, sight});
    }

    std::vector<PaintedWord> words;

private:
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
};

class WordPage final : public QPaintDevice
{
public:
    explicit WordPage(const QSize& size) : m_size(size) {}

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

} // namespace

QStringList paintedTextFaults(QWidget& widget)
{
    WordPage page(widget.size());
    {
        QPainter painter(&page);
        widget.render(&painter, {}, {}, QWidget::DrawChildren);
    }
    QStringList faults;
    const QString name = QString::fromLatin1(widget.metaObject()->className());
    const auto& words = page.words();
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
