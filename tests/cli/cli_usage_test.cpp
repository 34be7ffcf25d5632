// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line refuses, in one or two lines, and what it answers without a run.
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "cli_program.h"

using namespace halfopen::test;

class CliUsageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_cli.isValid()); }
    void wrongUsageIsRefused_data();
    void wrongUsageIsRefused();
    void brokenExperimentsAreRefused_data();
    void brokenExperimentsAreRefused();
    void aHugeFileIsRefused();
    void everyBrokenFileIsTested();
    void helpAndVersionAnswer_data();
    void helpAndVersionAnswer();
    void lessonsAreListed();
    void predictNeedsNoAgent();
    void predictWarnsOfOptionsThatDoNothing();
    void predictSpeaksJson();
    void checkTellsPlacesAndRemedies();

private:
    CliProgram m_cli;
};

void CliUsageTest::wrongUsageIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* title, const char* arguments, const char* words) {
        QTest::newRow(title) << QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts) << QByteArray(words);
    };
    row("nothing", "", "subcommand is required");
    row("unknown command", "walk", "there is no command 'walk'");
    row("unknown option", "run 01-reader-without-keepalive --fast", "--fast");
    row("no experiment", "run", "experiment is required");
    row("no such experiment", "run nowhere.json", "neither a file nor a lesson 'nowhere.json'");
    row("a folder", "run bin", "is a folder");
    row("repeat 0", "run 01-reader-without-keepalive --repeat 0", "--repeat");
    row("repeat many", "run 01-reader-without-keepalive --repeat many", "--repeat");
    row("unknown place", "run 01-reader-without-keepalive --place moon", "auto, namespaces or loopback");
    row("later place", "run 01-reader-without-keepalive --place virtual-time", "place 'virtual-time' is not available in this version");
    row("hz", "predict 01-reader-without-keepalive --hz 0", "--hz");
    row("kernel", "predict 01-reader-without-keepalive --kernel new", "--kernel");
    row("replay", "replay events", "command 'replay' is not available in this version");
    row("kernels", "kernels", "command 'kernels' is not available in this version");
    row("unwritable samples", "run 01-reader-without-keepalive --samples-csv no/such/folder/file.csv", "no/such/folder/file.csv cannot be written");
    row("samples and csv on standard output", "run 01-reader-without-keepalive --csv - --samples-csv -", "Only one of the outputs");
    row("two on standard output", "run 01-reader-without-keepalive --csv - --events -", "Only one of the outputs");
    row("json and csv on standard output", "run 01-reader-without-keepalive --csv - --json", "Only one of the outputs");
    row("events of several runs", "run 01-reader-without-keepalive --events file --repeat 2", "--events holds one run");
    row("unwritable csv", "run 01-reader-without-keepalive --csv no/such/folder/file.csv", "no/such/folder/file.csv cannot be written");
    row("csv is a folder", "run 01-reader-without-keepalive --csv bin", "bin cannot be written");
    row("one file for two outputs", "run 01-reader-without-keepalive --csv same --events ./same", "is named for two outputs");
    row("history is not there", "history --history no-such-file", "There is no history file no-such-file.");
    row("no run", "show", "run is required");
    row("no such run", "show 2026", "no run '2026'");
    row("nothing to export", "export last", "Say what to export");
    row("history is no file", "history --history bin", "could not be opened");
}

void CliUsageTest::wrongUsageIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const Answer answer = m_cli.call(arguments, "crash"); // an agent that is started would make it 4
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.contains(words), answer.err.constData());
    QVERIFY2(answer.err.count('\n') <= 2 && answer.err.endsWith('\n'), answer.err.constData());
    QVERIFY2(answer.err.startsWith("halfopen-cli: "), answer.err.constData());
}

void CliUsageTest::brokenExperimentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("01-empty") << QByteArray("no valid JSON: parse error at line 1, column 1");
    QTest::newRow("02-truncated") << QByteArray("no valid JSON: parse error at line 1, column 72");
    QTest::newRow("03-no-json") << QByteArray("no valid JSON");
    QTest::newRow("04-no-object") << QByteArray("has to be an object");
    QTest::newRow("05-no-format") << QByteArray("format is missing");
    QTest::newRow("06-newer-format") << QByteArray("format is 'halfopen-experiment/2'");
    QTest::newRow("07-no-pairs") << QByteArray("pairs is missing");
    QTest::newRow("08-empty-pairs") << QByteArray("pairs is empty");
    QTest::newRow("09-no-client") << QByteArray("pairs[0].client is missing");
    QTest::newRow("10-unknown-key") << QByteArray("tcp_keepalive is not a known key");
    QTest::newRow("11-unknown-option") << QByteArray("pairs[0].client.TCP_KEEPALIVE is not a known key");
    QTest::newRow("12-out-of-range") << QByteArray("pairs[0].client.TCP_KEEPIDLE is 40000, but has to be 1 to 32767 s");
    QTest::newRow("13-wrong-type") << QByteArray("pairs[1].server.TCP_KEEPCNT has to be a number");
    QTest::newRow("14-fraction-of-a-count") << QByteArray("pairs[0].client.TCP_KEEPCNT is 2.5");
    QTest::newRow("15-unknown-activity") << QByteArray("pairs[0].client.activity is 'listen-hard'");
    QTest::newRow("16-fault-key-elsewhere") << QByteArray("faults[1].idle_s does not belong to fault 'cable-out'");
    QTest::newRow("17-fault-without-kind") << QByteArray("faults[0].kind is missing");
    QTest::newRow("18-negative-time") << QByteArray("faults[0].at_s is -1");
    QTest::newRow("19-unknown-sysctl") << QByteArray("sysctl.tcp_retries9");
    QTest::newRow("20-routed-loopback") << QByteArray("path is 'routed'");
    QTest::newRow("21-virtual-time") << QByteArray("place 'virtual-time' is not available in this version");
    QTest::newRow("22-endless-time-limit") << QByteArray("time_limit_s is 2000000");
    QTest::newRow("23-no-utf8") << QByteArray("UTF-8");
    QTest::newRow("24-too-deep") << QByteArray("nests deeper than 32 levels");
    QTest::newRow("25-key-twice") << QByteArray("TCP_KEEPIDLE is given twice in one object.");
}

void CliUsageTest::brokenExperimentsAreRefused()
{
    QFETCH(QByteArray, words);
    const QString name = QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".halfopen.json");
    const Answer answer = m_cli.call({QStringLiteral("run"), QStringLiteral(BROKEN_FOLDER "/") + name}, "crash");
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY2(answer.err.contains(words), answer.err.constData());
    QVERIFY2(answer.err.contains(name.toUtf8()), answer.err.constData());
    QVERIFY2(answer.err.count('\n') == 1 && answer.err.size() < 600, answer.err.constData());
}

void CliUsageTest::aHugeFileIsRefused()
{
    const QString file = m_cli.write(QStringLiteral("huge.halfopen.json"), QByteArray(64 * 1024 * 1024, ' '));
    const Answer answer = m_cli.call({QStringLiteral("run"), file}, "crash");
    QCOMPARE(answer.status, 2);
    QVERIFY2(answer.err.contains("huge.halfopen.json: ") && answer.err.count('\n') == 1, answer.err.constData());
}

void CliUsageTest::everyBrokenFileIsTested()
{
    constexpr qsizetype kRows = 25; // of the table above
    QCOMPARE(QDir(QStringLiteral(BROKEN_FOLDER)).entryList(QDir::Files).size(), kRows);
}

void CliUsageTest::helpAndVersionAnswer_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << QByteArray("halfopen-cli 0.1.0\n");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << QByteArray("predict");
    for (const char* command : {"run", "predict", "sweep", "check", "history", "show", "export", "lessons"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), QStringLiteral("--help")} << QByteArray("Usage: halfopen-cli ").append(command);
}

void CliUsageTest::helpAndVersionAnswer()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const Answer answer = m_cli.call(arguments, "crash");
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.out.contains(words), answer.out.constData());
    QCOMPARE(answer.err, QByteArray());
}

void CliUsageTest::lessonsAreListed()
{
    const Answer answer = m_cli.call({QStringLiteral("lessons")}, "crash");
    QCOMPARE(answer.status, 0);
    const QStringList names = QDir(QStringLiteral(LESSONS_FOLDER)).entryList({QStringLiteral("*.halfopen.json")}, QDir::Files);
    QCOMPARE(answer.out.count('\n'), names.size() + 1);
    for (const QString& name : names)
        QVERIFY2(answer.out.contains(name.section(QLatin1Char('.'), 0, 0).toUtf8().append(' ')), answer.out.constData());
}

void CliUsageTest::predictNeedsNoAgent()
{
    const QString file = m_cli.write(QStringLiteral("keepalive.json"), R"({"format": "halfopen-experiment/1", "title": "Idle reader",
        "pairs": [{"name": "reader", "client": {"activity": "recv", "SO_KEEPALIVE": 1, "TCP_KEEPIDLE": 2, "TCP_KEEPINTVL": 1, "TCP_KEEPCNT": 3}}],
        "faults": [{"kind": "drop"}]})");
    const Answer answer = m_cli.call({QStringLiteral("predict"), file, QStringLiteral("--hz"), QStringLiteral("1000"),
                                      QStringLiteral("--kernel"), QStringLiteral("6.1")}, "crash");
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.err, QByteArray());
    QVERIFY2(answer.out.startsWith("Idle reader: Linux 6.1, HZ 1000"), answer.out.constData());
    QVERIFY2(answer.out.contains("reader client: ") && answer.out.contains("recv ETIMEDOUT  (keepalive-count)"), answer.out.constData());
    QVERIFY2(answer.out.contains("reader server: nobody looks"), answer.out.constData());
    QVERIFY2(answer.out.contains("probe 3 "), answer.out.constData());
}

void CliUsageTest::predictWarnsOfOptionsThatDoNothing()
{
    const QString file = m_cli.write(QStringLiteral("idle.json"), R"({"format": "halfopen-experiment/1", "title": "Idle",
        "pairs": [{"name": "reader", "client": {"activity": "recv", "TCP_USER_TIMEOUT": 5000}}], "faults": [{"kind": "drop"}]})");
    const Answer answer = m_cli.call({QStringLiteral("predict"), file}, "crash");
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.out.contains("Mind (reader client): A user timeout alone does nothing"), answer.out.constData());
}

void CliUsageTest::predictSpeaksJson()
{
    const Answer answer = m_cli.call({QStringLiteral("predict"), QStringLiteral("01-reader-without-keepalive"), QStringLiteral("--json")}, "crash");
    QCOMPARE(answer.status, 0);
    const QList<QByteArray> lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject client = QJsonDocument::fromJson(lines.front()).object();
    QCOMPARE(client.value(QStringLiteral("end")).toString(), QStringLiteral("client"));
    QCOMPARE(client.value(QStringLiteral("predicted")).toString(), QStringLiteral("never"));
    QCOMPARE(client.value(QStringLiteral("decided_by")).toString(), QStringLiteral("nobody"));
}

void CliUsageTest::checkTellsPlacesAndRemedies()
{
    const Answer answer = m_cli.call({QStringLiteral("check")}, "check");
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.out.contains("Linux 6.12.48-amd64, HZ 250\n"), answer.out.constData());
    QVERIFY2(answer.out.contains("Could not make the veth pair try0: EOPNOTSUPP"), answer.out.constData());
    QVERIFY2(answer.out.contains("Place namespaces: cannot run\nPlace loopback: can run\n"), answer.out.constData());
    QVERIFY2(answer.out.contains("as root, modprobe veth."), answer.out.constData());
    const Answer broken = m_cli.call({QStringLiteral("check")}, "garbage");
    QCOMPARE(broken.status, 4);
    QCOMPARE(broken.out, QByteArray());
}

QTEST_GUILESS_MAIN(CliUsageTest)
#include "cli_usage_test.moc"
