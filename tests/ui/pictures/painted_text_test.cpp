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
};

QTEST_MAIN(PaintedTextTest)
#include "painted_text_test.moc"
