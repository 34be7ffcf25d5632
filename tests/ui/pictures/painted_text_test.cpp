// SPDX-License-Identifier: GPL-3.0-or-later
// The judge of painted words sees what people see.
#include "painted_text.h"

#include <QPainter>
#include <QTest>
#include <QWidget>

#include <functional>

using namespace halfopen;

namespace {

class PaintedWidget final : public QWidget
{
public:
    explicit PaintedWidget(std::function<void(QPainter&)> paint) : m_paint(std::move(paint)) { resize(300, 100); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_paint(painter);
    }

private:
    std::function<void(QPainter&)> m_paint;
};

} // namespace

class PaintedTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsApartAreWell()
    {
        PaintedWidget widget([](QPainter& painter) {
            painter.drawText(QPointF(10, 30), QStringLiteral("predicted"));
            painter.drawText(QPointF(10, 70), QStringLiteral("measured"));
        });
        QCOMPARE(paintedTextFaults(widget), QStringList{});
    }

    void wordsUponEachOtherAreSeen()
    {
        PaintedWidget widget([](QPainter& painter) {
            painter.drawText(QPointF(10, 30), QStringLiteral("predicted"));
            painter.drawText(QPointF(20, 33), QStringLiteral("measured"));
        });
        QCOMPARE(paintedTextFaults(widget).size(), 1);
    }

    void aCutNumberIsSeen()
    {
        PaintedWidget widget([](QPainter& painter) { painter.drawText(QPointF(285, 30), QStringLiteral("25 seconds")); });
        QCOMPARE(paintedTextFaults(widget).size(), 1);
        PaintedWidget clipped([](QPainter& painter) {
            painter.setClipRect(QRect(0, 0, 40, 100));
            painter.drawText(QPointF(10, 30), QStringLiteral("predicted"));
        });
        QCOMPARE(paintedTextFaults(clipped).size(), 1);
    }

    void whatAPlateCoversIsNotJudged()
    {
        PaintedWidget widget([](QPainter& painter) {
            painter.drawText(QPointF(10, 30), QStringLiteral("predicted"));
            painter.fillRect(QRectF(0, 10, 200, 40), Qt::white);
            painter.drawText(QPointF(20, 33), QStringLiteral("measured"));
        });
        QCOMPARE(paintedTextFaults(widget), QStringList{});
    }

    void faintWordsAreSeen()
    {
        const auto faults = [](const QColor& ink, const QColor& ground, double opacity = 1) {
            PaintedWidget widget([&](QPainter& painter) {
                painter.fillRect(QRectF(0, 0, 300, 100), ground);
                painter.setPen(ink);
                painter.setOpacity(opacity);
                painter.drawText(QPointF(10, 30), QStringLiteral("predicted"));
            });
            return paintedTextFaults(widget).size();
        };
        QCOMPARE(faults(QColor(0xd5, 0x5e, 0x00), Qt::white), 1); // 3.87 : 1
        QCOMPARE(faults(Qt::white, Qt::white), 1);
        QCOMPARE(faults(Qt::black, Qt::white), 0);
        QCOMPARE(faults(Qt::white, Qt::black), 0);
        QCOMPARE(faults(Qt::black, Qt::white, 0.3), 1);
    }

    void aLineThroughWordsDoesNotMakeThemFaint()
    {
        PaintedWidget widget([](QPainter& painter) {
            painter.fillRect(QRectF(0, 0, 300, 100), Qt::white);
            painter.setPen(Qt::black);
            painter.drawLine(QPointF(0, 26), QPointF(300, 26));
            painter.drawText(QPointF(10, 30), QStringLiteral("predicted"));
        });
        QCOMPARE(paintedTextFaults(widget), QStringList{});
    }
};

QTEST_MAIN(PaintedTextTest)
#include "painted_text_test.moc"
