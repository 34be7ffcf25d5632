// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/line_splitter.h"

#include <QTest>

using halfopen::LineSplitter;

class LineSplitterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsHoweverTheBytesCome_data();
    void cutsHoweverTheBytesCome();
    void keepsAHalfLine();
    void allowsALineOfExactlyTheLimit();
    void refusesOverlongLines_data();
    void refusesOverlongLines();
};

void LineSplitterTest::cutsHoweverTheBytesCome_data()
{
    QTest::addColumn<qsizetype>("step");
    for (qsizetype step = 1; step <= 12; ++step)
        QTest::addRow("%lld bytes at a time", static_cast<long long>(step)) << step;
}

void LineSplitterTest::cutsHoweverTheBytesCome()
{
    QFETCH(qsizetype, step);
    const QByteArray stream("one\n\ntwo\nthree\n");
    LineSplitter splitter(8);
    QByteArray taken;
    for (qsizetype from = 0; from < stream.size(); from += step) {
        const QByteArray lines = splitter.take(stream.mid(from, step));
        QVERIFY(lines.isEmpty() || lines.endsWith('\n'));
        taken += lines;
    }
    QCOMPARE(taken, stream);
    QVERIFY(!splitter.hasHalfLine());
    QVERIFY(!splitter.isOverlong());
}

void LineSplitterTest::keepsAHalfLine()
{
    LineSplitter splitter(8);
    QCOMPARE(splitter.take("one\ntw"), QByteArray("one\n"));
    QVERIFY(splitter.hasHalfLine());
    QCOMPARE(splitter.take("o\n"), QByteArray("two\n"));
    QVERIFY(!splitter.hasHalfLine());
}

void LineSplitterTest::allowsALineOfExactlyTheLimit()
{
    LineSplitter splitter(4);
    QCOMPARE(splitter.take("1234\n1234"), QByteArray("1234\n"));
    QCOMPARE(splitter.take("\n"), QByteArray("1234\n"));
    QVERIFY(!splitter.isOverlong());
}

void LineSplitterTest::refusesOverlongLines_data()
{
    QTest::addColumn<QList<QByteArray>>("parts");
    QTest::newRow("one piece") << QList<QByteArray>{"12345\n"};
    QTest::newRow("without an end") << QList<QByteArray>{"12345"};
    QTest::newRow("over two pieces") << QList<QByteArray>{"123", "45\n"};
    QTest::newRow("between good ones") << QList<QByteArray>{"1\n12345\n2\n"};
    QTest::newRow("at the end") << QList<QByteArray>{"1\n2\n12345"};
}

void LineSplitterTest::refusesOverlongLines()
{
    QFETCH(QList<QByteArray>, parts);
    LineSplitter splitter(4);
    for (const QByteArray& part : parts)
        (void)splitter.take(part);
    QVERIFY(splitter.isOverlong());
    QCOMPARE(splitter.take("ok\n"), QByteArray());
}

QTEST_GUILESS_MAIN(LineSplitterTest)
#include "line_splitter_test.moc"
