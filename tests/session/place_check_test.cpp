// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/place_check.h"

#include <QSignalSpy>
#include <QTest>

using namespace halfopen;

class PlaceCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatCanRun();
    void tellsWhyItCouldNotBeMade_data();
    void tellsWhyItCouldNotBeMade();
    void canBeMadeAgain();
};

void PlaceCheckTest::tellsWhatCanRun()
{
    qputenv("HALFOPEN_FAKE_AGENT", "check");
    PlaceCheck check(QStringLiteral(FAKE_AGENT_PROGRAM));
    QSignalSpy completed(&check, &PlaceCheck::completed);
    QVERIFY(!check.isComplete());
    check.start();
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 10000);
    QVERIFY(check.isComplete());
    QCOMPARE(check.error(), QString());
    QCOMPARE(check.stages().size(), std::size_t{3});
    QVERIFY(!check.isAvailable(PlaceKind::Namespaces));
    QVERIFY(check.isAvailable(PlaceKind::Loopback));
    QVERIFY(check.isAvailable(PlaceKind::Auto));
    QCOMPARE(check.kernel().release, std::string("6.12.48-amd64"));
    QCOMPARE(check.kernel().hz, 250);
}

void PlaceCheckTest::tellsWhyItCouldNotBeMade_data()
{
    QTest::addColumn<QByteArray>("deed");
    QTest::addColumn<QString>("words");
    QTest::newRow("garbage") << QByteArray("garbage") << QStringLiteral("cannot be read");
    QTest::newRow("endless") << QByteArray("endless") << QStringLiteral("bytes");
    QTest::newRow("crash") << QByteArray("crash") << QStringLiteral("It said: about to crash");
    QTest::newRow("failed") << QByteArray("failed") << QStringLiteral("The cable could not be cut.");
    QTest::newRow("no such program") << QByteArray() << QStringLiteral("does not exist");
}

void PlaceCheckTest::tellsWhyItCouldNotBeMade()
{
    QFETCH(QByteArray, deed);
    QFETCH(QString, words);
    qputenv("HALFOPEN_FAKE_AGENT", deed);
    PlaceCheck check(deed.isEmpty() ? QStringLiteral("/no/such/agent") : QStringLiteral(FAKE_AGENT_PROGRAM));
    QSignalSpy completed(&check, &PlaceCheck::completed);
    check.start();
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 10000);
    QVERIFY2(check.error().contains(words), qPrintable(check.error()));
    QVERIFY(!check.isAvailable(PlaceKind::Auto));
}

void PlaceCheckTest::canBeMadeAgain()
{
    PlaceCheck check(QStringLiteral(FAKE_AGENT_PROGRAM));
    QSignalSpy completed(&check, &PlaceCheck::completed);
    qputenv("HALFOPEN_FAKE_AGENT", "crash");
    check.start();
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 10000);
    qputenv("HALFOPEN_FAKE_AGENT", "check");
    check.start();
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 2, 10000);
    QCOMPARE(check.error(), QString());
    QVERIFY(check.isAvailable(PlaceKind::Loopback));
}

QTEST_GUILESS_MAIN(PlaceCheckTest)
#include "place_check_test.moc"
