// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps on the command line: what is printed where, what is refused, and what measuring says and returns.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "cli_program.h"

using namespace halfopen::test;

namespace {

QStringList sweepWords(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class CliSweepTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUsageIsRefused_data();
    void wrongUsageIsRefused();
    void twoAxesAreATable();
    void aThirdAxisIsATableEach();
    void aWideGridIsAHeatMap();
    void everyCellIsARow();
    void jsonHasTheNamesOfTheCsv();
    void aCellIsWhatPredictSays();
    void nothingIsRunUnasked();
    void cellsAreMeasured_data();
    void cellsAreMeasured();
    void measuredStandsBesidePredicted();
    void runsOfASweepAreKept();

private:
    CliProgram m_cli;
};

void CliSweepTest::initTestCase()
{
    QVERIFY(m_cli.isValid());
    QVERIFY(!m_cli.write(QStringLiteral("reader.json"), R"({"format": "halfopen-experiment/1", "title": "Idle reader", "time_limit_s": 200,
        "pairs": [{"name": "reader", "client": {"activity": "recv", "SO_KEEPALIVE": 1, "TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 3, "TCP_KEEPCNT": 3}}],
        "faults": [{"kind": "drop"}]})").isEmpty());
    QVERIFY(!m_cli.write(QStringLiteral("killed.json"), killedPeerExperiment()).isEmpty());
    QVERIFY(!m_cli.write(QStringLiteral("holders.json"), R"({"format": "halfopen-experiment/1", "pairs": [{"client": {}}], "faults": [{"kind": "drop"}]})").isEmpty());
}

void CliSweepTest::wrongUsageIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* title, const char* arguments, const char* says) {
        QTest::newRow(title) << sweepWords(arguments) << QByteArray(says);
    };
    row("no axis", "sweep reader.json", "--set is required");
    row("no experiment", "sweep --set tcp_retries2=3", "experiment is required");
    row("no such experiment", "sweep nowhere.json --set tcp_retries2=3", "neither a file nor a lesson 'nowhere.json'");
    row("no values", "sweep reader.json --set client.TCP_KEEPIDLE", "'client.TCP_KEEPIDLE' is no axis");
    row("unknown key", "sweep reader.json --set client.TCP_IDLE=3", "'client.TCP_IDLE' cannot be swept");
    row("out of range", "sweep reader.json --set client.TCP_KEEPCNT=3,128", "client.TCP_KEEPCNT: 128 is out of range; it has to be 1 to 127.");
    row("no number", "sweep reader.json --set client.TCP_KEEPCNT=many", "client.TCP_KEEPCNT: 'many' is no list and no range");
    row("an axis twice", "sweep reader.json --set tcp_retries2=3 --set tcp_retries2=4", "sysctl.tcp_retries2 is named for two axes.");
    row("four axes", "sweep reader.json --set tcp_retries2=3 --set tcp_retries1=3 --set tcp_sack=0 --set time_limit_s=9", "A sweep has 1 to 3 axes, not 4.");
    row("too many cells", "sweep reader.json --set client.TCP_KEEPIDLE=1..1000 --set client.TCP_KEEPINTVL=1..1000", "would have 1000000 cells, but may have at most 100000");
    row("nobody looks", "sweep holders.json --set tcp_retries2=3", "No end of this experiment looks at its socket");
    row("no such cell", "sweep reader.json --set tcp_retries2=3,4 --measure 3", "There is no cell 3: they are counted from 1 to 2.");
    row("cell 0", "sweep reader.json --set tcp_retries2=3,4 --measure 0", "--measure '0' names no cells");
    row("a cell twice", "sweep reader.json --set tcp_retries2=3,4 --measure 1,1", "Cell 1 is named twice.");
    row("some cells", "sweep reader.json --set tcp_retries2=3,4 --measure some", "--measure 'some' names no cells");
    row("endless cells", "sweep reader.json --set tcp_retries2=3,4 --measure 1..99999999999999999999", "names no cells");
    row("another kernel", "sweep reader.json --set tcp_retries2=3 --measure all --kernel 6.1", "--measure runs on this machine's kernel");
    row("too long", "sweep reader.json --set client.TCP_KEEPIDLE=5,300 --measure all",
        "Cell 2 (TCP_KEEPIDLE 300 s) may need 3"); // 309 s and what the wheel adds, at this machine's HZ
    row("two on standard output", "sweep reader.json --set tcp_retries2=3 --csv - --json", "Only one of the outputs");
    row("unwritable csv", "sweep reader.json --set tcp_retries2=3 --csv no/such/folder/file.csv", "no/such/folder/file.csv cannot be written");
    row("no such view", "sweep reader.json --set tcp_retries2=3 --view film", "--view");
}

void CliSweepTest::wrongUsageIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Answer answer = m_cli.call(arguments, "crash"); // an agent that is started would make it 4
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.contains(says), answer.err.constData());
    QVERIFY2(answer.err.count('\n') <= 2 && answer.err.startsWith("halfopen-cli: "), answer.err.constData());
}

void CliSweepTest::twoAxesAreATable()
{
    const Answer answer = m_cli.call(sweepWords("sweep reader.json --set client.TCP_KEEPIDLE=5,10 --set client.SO_KEEPALIVE=0,1 --hz 250 --kernel 6.12"), "crash");
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.err, QByteArray());
    const QList<QByteArray> lines = answer.out.split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QByteArray("Idle reader: 4 cells, Linux 6.12, HZ 250, seconds after the first fault"));
    QCOMPARE(lines[1], QByteArray("reader client: client.TCP_KEEPIDLE (s) down, client.SO_KEEPALIVE across"));
    QCOMPARE(lines[2].simplified(), QByteArray("0 1"));
    QVERIFY2(lines[3].simplified().startsWith("5 never 13."), lines[3].constData()); // 5 s + 3 × 3 s since up to a second before the fault
    QVERIFY2(lines[4].simplified().startsWith("10 never 18."), lines[4].constData());
}

void CliSweepTest::aThirdAxisIsATableEach()
{
    const Answer answer = m_cli.call(sweepWords("sweep reader.json --set client.TCP_KEEPIDLE=5,10 --set client.TCP_KEEPCNT=1,3 --set tcp_retries2=3,8"), "crash");
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.out.contains("reader client, sysctl.tcp_retries2 3: ") && answer.out.contains("reader client, sysctl.tcp_retries2 8: "), answer.out.constData());
}

void CliSweepTest::aWideGridIsAHeatMap()
{
    const Answer answer = m_cli.call(sweepWords("sweep reader.json --set client.TCP_KEEPIDLE=1..40 --set client.TCP_KEEPINTVL=1..60 --set client.SO_KEEPALIVE=0,1"), "crash");
    QCOMPARE(answer.status, 0);
    const QList<QByteArray> lines = answer.out.split('\n');
    QCOMPARE(lines[2], QByteArray(" 1 ").append(60, '.')); // without keepalive never
    const qsizetype on = lines.indexOf("reader client, client.SO_KEEPALIVE 1: client.TCP_KEEPIDLE (s) down, client.TCP_KEEPINTVL (s) across");
    QVERIFY2(on > 0, answer.out.constData());
    QVERIFY2(lines[on + 1].startsWith(" 1 0"), lines[on + 1].constData());
    QVERIFY2(lines[on + 40].startsWith("40 ") && lines[on + 40].endsWith("9"), lines[on + 40].constData()); // 40 s + 3 × 60 s, the latest
    QVERIFY2(lines[on + 41].startsWith("across from 1 to 60. '.' never, 0 from "), lines[on + 41].constData());
}

void CliSweepTest::everyCellIsARow()
{
    const Answer answer = m_cli.call(sweepWords("sweep reader.json --set client.TCP_KEEPIDLE=5,10,30 --set client.TCP_KEEPCNT=3,9 --csv -"), "crash");
    QCOMPARE(answer.status, 0);
    const QList<QByteArray> rows = answer.out.trimmed().split('\n');
    QCOMPARE(rows.size(), 7);
    QVERIFY2(rows[0].startsWith("cell,client.TCP_KEEPIDLE,client.TCP_KEEPCNT,pair,end,activity,"), rows[0].constData());
    QVERIFY2(rows[1].startsWith("1,5,3,reader,client,recv,") && rows[6].startsWith("6,30,9,reader,client,recv,"), rows[6].constData());
    QVERIFY2(rows[4].contains(",keepalive-count,"), rows[4].constData());
    QVERIFY2(answer.err.contains("reader client: "), answer.err.constData()); // the table gives way
}

void CliSweepTest::jsonHasTheNamesOfTheCsv()
{
    const Answer answer = m_cli.call(sweepWords("sweep reader.json --set client.TCP_KEEPIDLE=5,10 --json --csv sweep.csv --quiet"), "crash");
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.err, QByteArray());
    const QList<QByteArray> lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject second = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(second.value(QStringLiteral("client.TCP_KEEPIDLE")).toInt(), 10);
    QCOMPARE(second.value(QStringLiteral("predicted")).toString(), QStringLiteral("time"));
    QVERIFY(second.value(QStringLiteral("elapsed_s")).isNull());
    QStringList names = QString::fromUtf8(m_cli.read(QStringLiteral("sweep.csv")).split('\r').front()).split(QLatin1Char(','));
    names.sort();
    QCOMPARE(second.keys(), names);
}

void CliSweepTest::aCellIsWhatPredictSays()
{
    const Answer predicted = m_cli.call(sweepWords("predict reader.json --json --hz 250 --kernel 6.12"), "crash");
    const Answer swept = m_cli.call(sweepWords("sweep reader.json --set client.TCP_KEEPIDLE=4..6 --json --quiet --hz 250 --kernel 6.12"), "crash");
    const QJsonObject mode = QJsonDocument::fromJson(predicted.out.split('\n').front()).object().value(QStringLiteral("modes")).toArray().first().toObject();
    const QJsonObject cell = QJsonDocument::fromJson(swept.out.split('\n').at(1)).object();
    QVERIFY(mode.value(QStringLiteral("min_s")).toDouble() > 1);
    QCOMPARE(cell.value(QStringLiteral("predicted_min_s")).toDouble(), QString::number(mode.value(QStringLiteral("min_s")).toDouble(), 'f', 6).toDouble());
    QCOMPARE(cell.value(QStringLiteral("predicted_max_s")).toDouble(), QString::number(mode.value(QStringLiteral("max_s")).toDouble(), 'f', 6).toDouble());
}

void CliSweepTest::nothingIsRunUnasked()
{
    const Answer answer = m_cli.call(sweepWords("sweep killed.json --set tcp_retries2=5,6"), "crash");
    QCOMPARE(answer.status, 0);
    QVERIFY(!QDir(m_cli.path(QStringLiteral("home/.local"))).exists());
}

void CliSweepTest::cellsAreMeasured_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("good") << 0 << QByteArray("inside");
    QTest::newRow("late") << 1 << QByteArray("late");
    QTest::newRow("losing") << 1 << QByteArray("lost-frames");
    QTest::newRow("refused") << 3 << QByteArray("Could not make the veth pair client0: EOPNOTSUPP");
    QTest::newRow("failed") << 4 << QByteArray("The cable could not be cut.\n");
    QTest::newRow("crash") << 4 << QByteArray("signal 11");
}

void CliSweepTest::cellsAreMeasured()
{
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const Answer answer = m_cli.call(sweepWords("sweep killed.json --set tcp_retries2=5,6 --measure all --no-history"), QTest::currentDataTag());
    QCOMPARE(answer.status, status);
    const QByteArray said = answer.out + answer.err;
    QVERIFY2(said.contains(says), said.constData());
    QCOMPARE(answer.out.contains("Measured in 2 runs:\n"), status < 3);
}

void CliSweepTest::measuredStandsBesidePredicted()
{
    const Answer answer = m_cli.call(sweepWords("sweep killed.json --set tcp_retries2=5,6,7 --measure 2..3 --no-history --csv measured.csv"), "good");
    QCOMPARE(answer.status, 0);
    const QList<QByteArray> rows = m_cli.read(QStringLiteral("measured.csv")).trimmed().split('\n');
    QCOMPARE(rows.size(), 4);
    QVERIFY2(!rows[1].contains("inside"), rows[1].constData());
    for (const qsizetype row : {2, 3}) {
        QVERIFY2(rows[row].contains(",recv,0,,0.001000,"), rows[row].constData());
        QVERIFY2(rows[row].contains(",inside,"), rows[row].constData());
    }
    QVERIFY2(answer.out.contains("   2  tcp_retries2 6  reader client  "), answer.out.constData());
}

void CliSweepTest::runsOfASweepAreKept()
{
    const Answer answer = m_cli.call(sweepWords("sweep killed.json --set tcp_retries2=5,6 --measure all --history sweep.db --quiet"), "good");
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.err, QByteArray());
    const Answer history = m_cli.call(sweepWords("history --history sweep.db"));
    QCOMPARE(history.out.count(" finished "), 2);
    QVERIFY2(history.out.contains("Killed peer (tcp_retries2 6)"), history.out.constData());
}

QTEST_GUILESS_MAIN(CliSweepTest)
#include "cli_sweep_test.moc"
