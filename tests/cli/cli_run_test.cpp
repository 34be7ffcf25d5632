// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on the command line: what goes where, the exit status, the history, and what signals do.
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

#include "cli_program.h"

using namespace halfopen::test;

namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class CliRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void exitStatus_data();
    void exitStatus();
    void aRunIsToldAndKept();
    void resultsGoWhereTheyAreWanted();
    void jsonHasOneObjectARow();
    void repeatedRunsShareOneCsv();
    void aTimeLimitThatIsTooShortIsTold();
    void quietIsQuiet();
    void anUnusableHistoryIsOneWarning();
    void aPipeCanBeAnOutput();
    void rowsThatAreLostAreNoSuccess();
    void placeAutoKeepsAPathOfOnePlace();
    void interruptKeepsTheRowsSoFar_data();
    void interruptKeepsTheRowsSoFar();
    void aKilledProgramLeavesItsRunUnfinished();
    void exportsPartsOfAKeptRun();
    void publicFiguresAreChecked_data();
    void publicFiguresAreChecked();
    void figuresThatCannotBeReadAreASentence();
    void aMissingAgentIsASentence(); // the last one: it takes the agent away

private:
    CliProgram m_cli;
    QString m_experiment;
};

void CliRunTest::initTestCase()
{
    QVERIFY(m_cli.isValid());
    m_experiment = m_cli.write(QStringLiteral("killed.json"), killedPeerExperiment());
}

/// A fresh history for each test.
void CliRunTest::init()
{
    QDir(m_cli.path(QStringLiteral("home/.local"))).removeRecursively();
}

void CliRunTest::exitStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("errors");
    QTest::newRow("good") << 0 << QByteArray();
    QTest::newRow("late") << 1 << QByteArray();
    QTest::newRow("losing") << 1 << QByteArray();
    QTest::newRow("refused") << 3 << QByteArray("Could not make the veth pair client0: EOPNOTSUPP");
    QTest::newRow("failed") << 4 << QByteArray("The cable could not be cut.\n");
    QTest::newRow("fault-fails") << 4 << QByteArray("The fault 'kill' could not be made: no such process\n");
    QTest::newRow("garbage") << 4 << QByteArray("cannot be read");
    QTest::newRow("crash") << 4 << QByteArray("signal 11");
}

void CliRunTest::exitStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, errors);
    const Answer answer = m_cli.call({QStringLiteral("run"), m_experiment}, QTest::currentDataTag());
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.err.contains(errors) && answer.err.count('\n') <= 2, answer.err.constData());
    QCOMPARE(answer.out.isEmpty(), status >= 3);
}

void CliRunTest::aRunIsToldAndKept()
{
    const Answer run = m_cli.call({QStringLiteral("run"), m_experiment});
    QCOMPARE(run.status, 0);
    QVERIFY2(run.out.startsWith("Killed peer: namespaces, Linux 6.12.48-amd64, HZ 250, run 2"), run.out.constData());
    QVERIFY2(run.out.contains("reader client  recv      recv returned 0  0.001 s"), run.out.constData());
    QVERIFY2(run.out.contains("inside"), run.out.constData());

    const Answer history = m_cli.call({QStringLiteral("history")});
    QCOMPARE(history.status, 0);
    QVERIFY2(history.out.contains("finished  Killed peer  recv returned 0 after 0.001 s\n"), history.out.constData());

    const Answer show = m_cli.call(words("show last"));
    QCOMPARE(show.status, 0);
    const QByteArray table = run.out.sliced(run.out.indexOf('\n') + 1);
    QVERIFY2(show.out.contains(table), show.out.constData()); // replayed exactly as it was
    QVERIFY2(show.out.contains("fault: kill at 1 s at the server"), show.out.constData());
    QVERIFY2(show.out.contains("finished, version 0.1.0: recv returned 0 after 0.001 s"), show.out.constData());
}

void CliRunTest::resultsGoWhereTheyAreWanted()
{
    const Answer piped = m_cli.call({QStringLiteral("run"), m_experiment, QStringLiteral("--csv"), QStringLiteral("-")});
    QCOMPARE(piped.status, 0);
    QCOMPARE(piped.out.count("\r\n"), 3);
    QVERIFY2(piped.out.startsWith("run_id,started_at,"), piped.out.constData());
    QVERIFY2(piped.err.contains("reader client"), piped.err.constData()); // the table gives way

    QVERIFY(!m_cli.write(QStringLiteral("old.csv"), "something older and longer than nothing\n").isEmpty());
    const Answer filed = m_cli.call({QStringLiteral("run"), m_experiment, QStringLiteral("--csv"), QStringLiteral("old.csv"),
                                     QStringLiteral("--events"), QStringLiteral("events.jsonl")});
    QCOMPARE(filed.status, 0);
    QVERIFY2(filed.out.contains("reader client"), filed.out.constData());
    QVERIFY(m_cli.read(QStringLiteral("old.csv")).startsWith("run_id,"));
    QCOMPARE(m_cli.read(QStringLiteral("old.csv")).count("\r\n"), 3);
    const QByteArray events = m_cli.read(QStringLiteral("events.jsonl"));
    QVERIFY(events.startsWith("{") && events.endsWith("}\n") && events.contains("10.0.1.2"));
}

void CliRunTest::jsonHasOneObjectARow()
{
    const Answer answer = m_cli.call({QStringLiteral("run"), m_experiment, QStringLiteral("--json")});
    QCOMPARE(answer.status, 0);
    const QList<QByteArray> lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject client = QJsonDocument::fromJson(lines.front()).object();
    QCOMPARE(client.value(QStringLiteral("verdict")).toString(), QStringLiteral("inside"));
    QCOMPARE(client.value(QStringLiteral("elapsed_s")).toDouble(), 0.001);
    QVERIFY(client.value(QStringLiteral("errno")).isNull());
    QVERIFY2(answer.err.contains("reader client"), answer.err.constData());
}

void CliRunTest::repeatedRunsShareOneCsv()
{
    const Answer answer = m_cli.call({QStringLiteral("run"), m_experiment, QStringLiteral("--csv"), QStringLiteral("-"),
                                      QStringLiteral("--repeat"), QStringLiteral("3")});
    QCOMPARE(answer.status, 0);
    QStringList ids;
    const QList<QByteArray> lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 7);
    for (qsizetype i = 1; i < lines.size(); i += 2) {
        ids += QString::fromLatin1(lines[i].split(',').front());
        QVERIFY(lines[i + 1].startsWith(ids.last().toLatin1()));
    }
    ids.sort();
    QCOMPARE(ids.removeDuplicates(), 0);
    const Answer history = m_cli.call({QStringLiteral("history")});
    QCOMPARE(history.out.count(" finished "), 3);
}

void CliRunTest::aTimeLimitThatIsTooShortIsTold()
{
    const QString file = m_cli.write(QStringLiteral("short.json"), R"({"format": "halfopen-experiment/1", "time_limit_s": 3,
        "pairs": [{"client": {"activity": "recv", "SO_KEEPALIVE": 1, "TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 1, "TCP_KEEPCNT": 3}}],
        "faults": [{"kind": "drop"}]})");
    const Answer answer = m_cli.call({QStringLiteral("run"), file}, "until-time-limit");
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.out.endsWith("1 end was still waiting when the time limit ended the run: raise time_limit_s from 3 s.\n"), answer.out.constData());
    QVERIFY2(answer.out.contains("still waiting  ") && !answer.out.contains("missing"), answer.out.constData());
}

void CliRunTest::quietIsQuiet()
{
    const Answer answer = m_cli.call({QStringLiteral("run"), m_experiment, QStringLiteral("--quiet"), QStringLiteral("--no-history")});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.err, QByteArray());
    QVERIFY(!QDir(m_cli.path(QStringLiteral("home/.local"))).exists());
}

void CliRunTest::anUnusableHistoryIsOneWarning()
{
    const Answer answer = m_cli.call({QStringLiteral("run"), m_experiment, QStringLiteral("--history"), QStringLiteral("bin")});
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.out.contains("reader client"), answer.out.constData());
    QVERIFY2(answer.err.count('\n') == 1 && answer.err.contains("The run is not kept."), answer.err.constData());
}

void CliRunTest::aPipeCanBeAnOutput()
{
    const Answer answer = m_cli.call({QStringLiteral("run"), m_experiment, QStringLiteral("--events"), QStringLiteral("/dev/null")});
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.err.isEmpty(), answer.err.constData());
}

void CliRunTest::rowsThatAreLostAreNoSuccess()
{
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    m_cli.start(process, {QStringLiteral("run"), m_experiment, QStringLiteral("--json"), QStringLiteral("--repeat"), QStringLiteral("1000")}, "good");
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitCode(), 2);
    const QByteArray errors = process.readAllStandardError();
    QCOMPARE(errors.count("Standard output cannot be written: No space left on device."), 1);
    QCOMPARE(m_cli.call({QStringLiteral("history")}).out.count("finished"), 1); // it stops after the first run
    QCOMPARE(m_cli.call({QStringLiteral("lessons")}).status, 0);
}

void CliRunTest::placeAutoKeepsAPathOfOnePlace()
{
    const QString file = m_cli.write(QStringLiteral("loopback.json"), R"({"format": "halfopen-experiment/1", "path": "loopback",
        "pairs": [{"client": {"activity": "recv"}}], "faults": [{"kind": "kill"}]})");
    QCOMPARE(m_cli.call({QStringLiteral("run"), file, QStringLiteral("--place"), QStringLiteral("auto")}).status, 0);
    const Answer exported = m_cli.call(words("export last --experiment -"));
    QVERIFY2(exported.out.contains("\"place\": \"loopback\""), exported.out.constData());
}

void CliRunTest::interruptKeepsTheRowsSoFar_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void CliRunTest::interruptKeepsTheRowsSoFar()
{
    QFETCH(int, signal);
    QProcess process;
    m_cli.start(process, {QStringLiteral("run"), m_experiment, QStringLiteral("--csv"), QStringLiteral("cut.csv")}, "mortal");
    const QString history = m_cli.path(QStringLiteral("home/.local/share/halfopen/history.sqlite"));
    QTRY_VERIFY_WITH_TIMEOUT(m_cli.call(words("show last")).out.contains("reader client"), 20000); // started and kept
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(10000));
    QVERIFY(process.exitStatus() == QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QCOMPARE(process.readAllStandardError(), QByteArray("halfopen-cli: The run was broken off.\n"));
    QCOMPARE(m_cli.read(QStringLiteral("cut.csv")).count("\r\n"), 3);
    QVERIFY(m_cli.call({QStringLiteral("history")}).out.contains(" cancelled "));
}

void CliRunTest::aKilledProgramLeavesItsRunUnfinished()
{
    QProcess process;
    m_cli.start(process, {QStringLiteral("run"), m_experiment}, "tells-its-pid");
    const auto events = [this] { return m_cli.call(words("export last --events -")).out; };
    QTRY_VERIFY_WITH_TIMEOUT(events().contains("\"pid\":"), 20000);
    const QByteArray told = events();
    const pid_t agent = static_cast<pid_t>(told.sliced(told.indexOf("\"pid\":") + 6).split(',').front().toInt());
    QCOMPARE(::kill(agent, 0), 0);
    process.kill();
    QVERIFY(process.waitForFinished(10000));
    const Answer history = m_cli.call({QStringLiteral("history")});
    QVERIFY2(history.out.contains(" unfinished "), history.out.constData());
    ::kill(agent, SIGKILL); // this one ignores that its standard input closes; the real one does not
}

void CliRunTest::exportsPartsOfAKeptRun()
{
    const Answer run = m_cli.call({QStringLiteral("run"), m_experiment, QStringLiteral("--csv"), QStringLiteral("run.csv"),
                                   QStringLiteral("--events"), QStringLiteral("run.jsonl"), QStringLiteral("--samples-csv"),
                                   QStringLiteral("run-samples.csv")});
    QCOMPARE(run.status, 0);
    const Answer exported = m_cli.call(words("export last --csv kept.csv --samples-csv kept-samples.csv --events kept.jsonl --experiment kept.json --json"));
    QCOMPARE(exported.status, 0);
    QCOMPARE(exported.err, QByteArray());
    QCOMPARE(m_cli.read(QStringLiteral("kept.csv")), m_cli.read(QStringLiteral("run.csv")));
    QVERIFY(m_cli.read(QStringLiteral("kept-samples.csv")).startsWith("run_id,t_s,since_fault_s,pair,end,state,timer,"));
    QCOMPARE(m_cli.read(QStringLiteral("kept-samples.csv")), m_cli.read(QStringLiteral("run-samples.csv")));
    QCOMPARE(m_cli.read(QStringLiteral("kept.jsonl")), m_cli.read(QStringLiteral("run.jsonl")));
    QCOMPARE(exported.out.count('\n'), 2);
    const Answer again = m_cli.call(words("run kept.json"));
    QCOMPARE(again.status, 0);
    QVERIFY2(again.out.startsWith("Killed peer: "), again.out.constData());
}

namespace {

/// Two figures of the killed peer: recv returns 0 after a millisecond. `said` is what the second one adds.
QByteArray figures(const QByteArray& said)
{
    const QByteArray experiment = killedPeerExperiment();
    return R"({"figures": [{"title": "Killed", "said": "0 at once", "source": "a book", "from_s": 0, "to_s": 0.1, "experiment": )" + experiment
        + R"(}, {"title": "Again", "said": "so", "source": "a thread", )" + said + R"("experiment": )" + experiment + "}]}";
}

} // namespace

void CliRunTest::publicFiguresAreChecked_data()
{
    QTest::addColumn<QByteArray>("deed");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("sentence");
    const QByteArray good = R"("from_s": 0, "to_s": 0.1, )";
    QTest::newRow("both") << QByteArray("good") << good << 0 << QByteArray("2 of 2 figures reproduced as predicted.\n");
    QTest::newRow("another time") << QByteArray("good") << QByteArray(R"("from_s": 5, "to_s": 6, )") << 1 << QByteArray("inside, not as said");
    QTest::newRow("another errno") << QByteArray("good") << good + R"("errno": "ETIMEDOUT", )" << 1 << QByteArray("inside, not as said");
    QTest::newRow("said never") << QByteArray("good") << QByteArray() << 1 << QByteArray("1 of 2 figures reproduced");
    QTest::newRow("not as predicted") << QByteArray("late") << good << 1 << QByteArray("late");
    QTest::newRow("lost frames") << QByteArray("losing") << good << 1 << QByteArray("lost-frames");
    QTest::newRow("cannot run here") << QByteArray("refused") << good << 3 << QByteArray("not measured");
    QTest::newRow("breaks") << QByteArray("failed") << good << 4 << QByteArray("not measured");
}

void CliRunTest::publicFiguresAreChecked()
{
    QFETCH(QByteArray, deed);
    QFETCH(QByteArray, said);
    QFETCH(int, status);
    QFETCH(QByteArray, sentence);
    QVERIFY(!m_cli.write(QStringLiteral("share/halfopen/figures.json"), figures(said)).isEmpty());
    const Answer answer = m_cli.call(words("lessons --check"), deed);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.err, QByteArray());
    QCOMPARE(answer.out.count('\n'), 4); // heading, two figures, the sum
    QVERIFY2(answer.out.contains("a book") && answer.out.contains("a thread"), answer.out.constData());
    QVERIFY2(answer.out.contains(sentence), answer.out.constData());
    QVERIFY2(!m_cli.call(words("history")).out.contains("Killed peer"), "no run of a check is kept");
}

void CliRunTest::figuresThatCannotBeReadAreASentence()
{
    QVERIFY(!m_cli.write(QStringLiteral("share/halfopen/figures.json"), figures(R"("from_s": 3, )")).isEmpty());
    const Answer half = m_cli.call(words("lessons --check"));
    QCOMPARE(half.status, 4);
    QVERIFY2(half.err.contains("figures[1].from_s") && half.err.count('\n') == 1, half.err.constData());
    QVERIFY(QFile::remove(m_cli.path(QStringLiteral("share/halfopen/figures.json"))));
    const Answer none = m_cli.call(words("lessons --check"));
    QCOMPARE(none.status, 4);
    QVERIFY2(none.err.contains("share/halfopen/figures.json"), none.err.constData());
    QCOMPARE(none.out, QByteArray());
}

void CliRunTest::aMissingAgentIsASentence()
{
    QVERIFY(QFile::remove(m_cli.path(QStringLiteral("bin/halfopen-agent"))));
    const Answer answer = m_cli.call({QStringLiteral("run"), m_experiment});
    QCOMPARE(answer.status, 4);
    QCOMPARE(answer.err, QByteArray("halfopen-cli: halfopen-agent was not found; it belongs beside this program or in ../libexec/halfopen.\n"));
    QCOMPARE(m_cli.call(words("check")).status, 4);
}

QTEST_GUILESS_MAIN(CliRunTest)
#include "cli_run_test.moc"
