// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure leaves the program in every format, and what is in the files.
#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

#include "sample_run.h"
#include "session/replay.h"
#include "ui/export/csv_text.h"
#include "ui/export/figure_exporter.h"
#include "ui/export/figure_writer.h"
#include "ui/export/piece_gatherer.h"
#include "ui/results/results_panel.h"
#include "ui/window/banner.h"
#include "ui/window/experiment_file.h"
#include "ui/window/style.h"
#include "window_fixture.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

const QString kExported = QStringLiteral("20261122T103059.123Z-4f2a");
constexpr int kLong = 60'000; // packets
constexpr const char* kFigures[] = {"timeline", "differences", "times", "distribution", "overlay"};

/// "0", "1", … a line each.
class CountedLines final : public TextPieces
{
public:
    explicit CountedLines(int lines) : m_lines(lines) {}

    Piece take(QByteArray& text) override
    {
        for (const int until = m_next + 100; m_next < until; ++m_next)
            text += QByteArray::number(m_next) + '\n';
        return m_next < m_lines ? Piece::More : Piece::Last;
    }

private:
    int m_lines;
    int m_next = 0;
};

/// RFC 4180, read independently of the writer.
QList<QStringList> parseCsv(const QString& text)
{
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (quoted) {
            if (c != u'"')
                field += c;
            else if (at + 1 < text.size() && text[at + 1] == u'"')
                field += text[++at];
            else
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',' || c == u'\n') {
            row << field;
            field.clear();
            if (c == u'\n') {
                rows << row;
                row.clear();
            }
        } else if (c != u'\r') {
            field += c;
        }
    }
    return rows;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// All text that a reader of the SVG sees.
QString textOfSvg(const QByteArray& svg)
{
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text().toString() + u' ';
    }
    return reader.hasError() ? QString{} : text;
}

} // namespace

class ExportTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    /// The menu of that figure is opened, and one of its actions taken.
    void choose(const QString& figure, const QString& action)
    {
        const QString name = QStringLiteral("export.") + figure;
        auto* menu = m_fixture->window->findChild<QMenu*>(name);
        QVERIFY2(menu != nullptr, qPrintable(name));
        Q_EMIT menu->aboutToShow();
        m_fixture->trigger(qPrintable(name + u'.' + action));
    }

    /// With kLong packets, which take a while to be written.
    void showLongRun()
    {
        Timeline timeline(sampleExperiment());
        timeline.append({0ms, HelloEvent{kProtocolNumber, "0.1.0", "6.12.48-amd64", 250, "2026-11-22T10:30:59.123Z"}});
        timeline.append({1ms, StartedEvent{}});
        Packet packet;
        packet.pair = 0;
        for (int number = 0; number < kLong; ++number)
            timeline.append({2ms + number * 100us, PacketEvent{packet}});
        m_fixture->window->shownRun().showStored(QStringLiteral("long"), std::make_shared<const ReplayedRun>(judgedRun(std::move(timeline))));
    }

    /// Without a turn of the event loop afterwards.
    void beginExport(const QString& path)
    {
        choose(QStringLiteral("timeline"), QStringLiteral("csv"));
        auto* dialog = m_fixture->find<QFileDialog>("saveDialog");
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QVERIFY(m_fixture->window->isExporting());
    }

    [[nodiscard]] QByteArray exported(const QString& figure, const QString& suffix)
    {
        const QString folder = qEnvironmentVariable("HALFOPEN_TEST_PICTURES", m_fixture->folder.path()) + QStringLiteral("/exports");
        const QString path = folder + u'/' + figure + u'.' + suffix;
        if (!QDir().mkpath(folder) || (QFile::exists(path) && !QFile::remove(path)))
            return {};
        choose(figure, suffix);
        m_fixture->window->statusBar()->clearMessage();
        m_fixture->saveAs(path);
        const auto told = [&] { return m_fixture->window->statusBar()->currentMessage() == path + QStringLiteral(" was written."); };
        if (!QTest::qWaitFor(told)) { // pictures are written by a worker
            qWarning().noquote() << path << "was not told, but:" << m_fixture->window->statusBar()->currentMessage();
            return {};
        }
        return contentOf(path);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
        QVERIFY(!m_fixture->keep(kExported, manyReaders(20), manyReadersLines(20, 10ms)).isEmpty());
        m_fixture->openStored(kExported);
    }
    void cleanup()
    {
        m_fixture.reset();
        applyTheme(Theme::Light);
    }

    void csvIsQuoted()
    {
        CsvText text({QStringLiteral("a"), QStringLiteral("b")});
        text.add({QStringLiteral("one, two"), QStringLiteral("say \"no\"\nor yes")});
        QCOMPARE(text.bytes(), QByteArray("a,b\r\n\"one, two\",\"say \"\"no\"\"\nor yes\"\r\n"));
        QCOMPARE(CsvText::number(1.5), QStringLiteral("1.500000"));
        QCOMPARE(CsvText::number(std::nullopt), QString{});
    }

    void everyFigureInEveryFormat_data()
    {
        QTest::addColumn<QString>("figure");
        for (const char* figure : kFigures)
            QTest::newRow(figure) << QString::fromLatin1(figure);
    }
    void everyFigureInEveryFormat()
    {
        QFETCH(QString, figure);
        const auto png = exported(figure, QStringLiteral("png"));
        const auto image = QImage::fromData(png, "PNG");
        QVERIFY2(image.width() >= 1600 && image.height() >= 300, qPrintable(QStringLiteral("%1 × %2").arg(image.width()).arg(image.height())));
        QVERIFY(!image.text(QStringLiteral("Title")).isEmpty());
        QVERIFY(image.text(QStringLiteral("Software")).contains(QStringLiteral(HALFOPEN_VERSION)));
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));

        const auto svg = exported(figure, QStringLiteral("svg"));
        QVERIFY(svg.contains("<svg ") && svg.contains("viewBox"));
        const auto words = textOfSvg(svg);
        for (const char* wanted : {"Many readers", "6.12.48-amd64", "HZ 250", "Halfopen " HALFOPEN_VERSION})
            QVERIFY2(words.contains(QLatin1String(wanted)), qPrintable(QString::fromLatin1(wanted) + QStringLiteral(" is not in: ") + words.left(2000)));
        QVERIFY2(!svg.contains("nan") && !svg.contains("inf\""), "a coordinate is not finite");
        // Known to all programs: none is a desktop's alias alone.
        QVERIFY(svg.count("font-family=\"") > 0 && svg.count("font-family=\"") == svg.count(", sans-serif\"") + svg.count(", monospace\""));

        const auto pdf = exported(figure, QStringLiteral("pdf"));
        QVERIFY(pdf.startsWith("%PDF-1.") && pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(pdf.contains("/MediaBox") && pdf.contains("/Font"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);

        const auto rows = parseCsv(QString::fromUtf8(exported(figure, QStringLiteral("csv"))));
        QVERIFY2(rows.size() >= 2, qPrintable(QString::number(rows.size())));
        for (const auto& row : rows)
            QCOMPARE(row.size(), rows.first().size());
        for (const char* column : {"kernel", "hz", "program_version", "title"})
            QVERIFY2(rows.first().contains(QLatin1String(column)), column);
        QCOMPARE(rows[1][rows.first().indexOf(QStringLiteral("kernel"))], QStringLiteral("6.12.48-amd64"));
    }

    void numbersOfTheDistribution()
    {
        const auto rows = parseCsv(QString::fromUtf8(exported(QStringLiteral("distribution"), QStringLiteral("csv"))));
        QCOMPARE(rows.size(), 21); // heading and twenty ends
        const auto column = [&](const char* name) { return rows.first().indexOf(QLatin1String(name)); };
        QCOMPARE(rows[1][column("elapsed_s")], QStringLiteral("13.338000"));
        QCOMPARE(rows[1][column("failed_share")], QStringLiteral("0.050000"));
        QCOMPARE(rows[20][column("pair")], QStringLiteral("reader 20"));
        QCOMPARE(rows[20][column("failed_share")], QStringLiteral("1.000000"));
    }

    void aClosedDockExportsTheWholeRun()
    {
        m_fixture->find<QDockWidget>("results")->close();
        QVERIFY(m_fixture->run("good", killedReader()));
        auto* menu = m_fixture->find<QMenu>("export.distribution");
        Q_EMIT menu->aboutToShow();
        QVERIFY(m_fixture->find<QAction>("export.distribution.csv")->isEnabled());
        const auto rows = parseCsv(QString::fromUtf8(exported(QStringLiteral("times"), QStringLiteral("csv"))));
        QVERIFY(rows.size() >= 2);
        const auto cell = [&](const char* name) { return rows[1][rows.first().indexOf(QLatin1String(name))]; };
        QCOMPARE(cell("run_id"), m_fixture->controller.runId());
        QCOMPARE(cell("started_at"), QStringLiteral("2026-11-22T10:30:59.123Z"));
        QCOMPARE(cell("kernel"), QStringLiteral("6.12.48-amd64"));
        QCOMPARE(cell("ended"), QStringLiteral("1"));
        QCOMPARE(cell("measured_median_s"), QStringLiteral("0.001000"));
        QCOMPARE(cell("verdict"), QStringLiteral("inside"));
    }

    void closingWaitsForWhatIsExported()
    {
        showLongRun();
        const QString path = m_fixture->folder.filePath(QStringLiteral("closing.csv"));
        beginExport(path);
        m_fixture->window->close();
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY2(m_fixture->window->banner()->text().startsWith(QStringLiteral("What you export is still being written.")), qPrintable(m_fixture->window->banner()->text()));
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->window->isVisible(), 60'000);
        QCOMPARE(contentOf(path).count("\r\n"), 1 + kLong);
    }

    void closedTwiceItDoesNotWait()
    {
        showLongRun();
        beginExport(m_fixture->folder.filePath(QStringLiteral("twice.csv")));
        m_fixture->window->close();
        QVERIFY(m_fixture->window->isVisible());
        m_fixture->window->close();
        QVERIFY(!m_fixture->window->isVisible());
    }

    void numbersOfTheVisiblePiece()
    {
        const auto all = parseCsv(QString::fromUtf8(exported(QStringLiteral("timeline"), QStringLiteral("csv"))));
        // Only the first two seconds: the fault is among them, the end of recv() is not.
        m_fixture->window->viewState().setRange(TimeRange{500ms, 2s});
        const auto piece = parseCsv(QString::fromUtf8(exported(QStringLiteral("timeline"), QStringLiteral("csv"))));
        QVERIFY(piece.size() <= all.size());
        const auto lane = all.first().indexOf(QStringLiteral("lane"));
        const auto since = all.first().indexOf(QStringLiteral("since_fault_s"));
        QVERIFY(std::ranges::any_of(piece, [&](const QStringList& row) { return row[lane] == u"fault" && row[since] == u"0.000000"; }));
        for (qsizetype row = 1; row < piece.size(); ++row)
            QVERIFY2(piece[row][since].toDouble() <= 1.001, qPrintable(piece[row].join(u',')));
    }

    void manyNumbersAreGatheredBetweenEvents()
    {
        showLongRun();
        auto& shown = m_fixture->window->shownRun();
        const QString path = m_fixture->folder.filePath(QStringLiteral("long.csv"));
        choose(QStringLiteral("timeline"), QStringLiteral("csv"));
        m_fixture->saveAs(path);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->window->statusBar()->currentMessage(), path + QStringLiteral(" was written."), 60'000);
        QCOMPARE(contentOf(path).count("\r\n"), 1 + kLong);

        // Numbers of two runs are never in one file.
        const QString other = m_fixture->folder.filePath(QStringLiteral("other.csv"));
        choose(QStringLiteral("timeline"), QStringLiteral("csv"));
        m_fixture->saveAs(other);
        shown.showStored(QStringLiteral("another"), std::make_shared<const ReplayedRun>(judgedRun(Timeline(sampleExperiment()))));
        QTRY_VERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY2(m_fixture->window->banner()->text().startsWith(QStringLiteral("Another run came into sight")), qPrintable(m_fixture->window->banner()->text()));
        QVERIFY(!QFile::exists(other));
    }

    void comparedNumbersAreOfAllPairs()
    {
        m_fixture->window->viewState().setCompared(LaneKind::Call);
        const auto rows = parseCsv(QString::fromUtf8(exported(QStringLiteral("timeline"), QStringLiteral("csv"))));
        const auto lane = rows.first().indexOf(QStringLiteral("lane"));
        const auto pair = rows.first().indexOf(QStringLiteral("pair"));
        QStringList pairs;
        for (qsizetype row = 1; row < rows.size(); ++row) {
            QVERIFY2(rows[row][lane] == u"call" || rows[row][lane] == u"fault", qPrintable(rows[row].join(u',')));
            if (rows[row][lane] == u"call" && !pairs.contains(rows[row][pair]))
                pairs << rows[row][pair];
            if (rows[row][lane] == u"fault")
                QVERIFY(rows[row][pair].isEmpty());
        }
        QCOMPARE(pairs.size(), static_cast<qsizetype>(m_fixture->window->shownRun().timeline().pairs().size()));
    }

    void darkOnlyByChoice()
    {
        applyTheme(Theme::Dark);
        QTRY_VERIFY(m_fixture->window->palette().color(QPalette::Base).lightness() < 100);
        auto image = QImage::fromData(exported(QStringLiteral("times"), QStringLiteral("png")), "PNG");
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        m_fixture->trigger("export.white");
        image = QImage::fromData(exported(QStringLiteral("times"), QStringLiteral("png")), "PNG");
        QVERIFY(image.pixelColor(2, 2).lightness() < 100);
    }

    void clipboardHasPictureAndNumbers()
    {
        choose(QStringLiteral("times"), QStringLiteral("copy"));
        const auto* content = QGuiApplication::clipboard()->mimeData();
        QVERIFY(content->hasImage());
        QVERIFY(qvariant_cast<QImage>(content->imageData()).width() > 800);
        QVERIFY(content->data(QStringLiteral("image/svg+xml")).contains("<svg"));
        choose(QStringLiteral("times"), QStringLiteral("copyNumbers"));
        content = QGuiApplication::clipboard()->mimeData();
        QVERIFY(content->text().startsWith(QStringLiteral("run_id,")));
        QCOMPARE(content->data(QStringLiteral("text/csv")), content->text().toUtf8());
    }

    void aLongTextStaysInBlocks()
    {
        auto* gatherer = new PieceGatherer(std::make_unique<CountedLines>(400'000), this); // deletes itself
        QByteArrayList blocks;
        connect(gatherer, &PieceGatherer::gathered, this, [&blocks](const QByteArrayList& all) { blocks = all; });
        gatherer->start();
        QTRY_VERIFY(!blocks.isEmpty());
        QVERIFY(blocks.size() > 1);
        QByteArray expected;
        for (int line = 0; line < 400'000; ++line)
            expected += QByteArray::number(line) + '\n';
        QVERIFY(blocks.join() == expected);
        QVERIFY(std::ranges::all_of(blocks, [](const QByteArray& block) { return block.size() < 2 * 1024 * 1024; }));
        const QString path = m_fixture->folder.filePath(QStringLiteral("long.txt"));
        QVERIFY(saveBytes(blocks, path).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == expected);
    }

    void failureIsOneSentence()
    {
        const ResultFigure& figure = m_fixture->find<ResultsPanel>("resultsPanel")->figures()[0];
        const auto look = figureLook(true, m_fixture->window->palette(), m_fixture->window->font());
        const auto failed = saveFigure(figure, FigureFormat::Png, look, QStringLiteral("/nowhere/at/all.png"));
        QVERIFY(!failed.ok());
        const auto sentence = QString::fromStdString(failed.error().message);
        QVERIFY2(sentence.startsWith(QStringLiteral("/nowhere/at/all.png cannot be written: ")), qPrintable(sentence));
        // The window tells it where the user looks.
        Q_EMIT m_fixture->window->findChild<FigureExporter*>()->failed(sentence);
        QVERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY(m_fixture->window->banner()->text().contains(sentence));
    }

    void whatIsWrittenIsTold_data()
    {
        QTest::addColumn<QString>("action");
        for (const char* action : {"exportCsv", "exportWindow", "exportExperiment", "saveFileAs"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void whatIsWrittenIsTold()
    {
        QFETCH(QString, action);
        const QString path = m_fixture->folder.filePath(action + QStringLiteral(".halfopen.json"));
        m_fixture->trigger(qPrintable(action));
        m_fixture->saveAs(path);
        QTRY_COMPARE(m_fixture->window->statusBar()->currentMessage(), path + QStringLiteral(" was written."));
        QVERIFY(QFile::exists(path));
        QVERIFY(!m_fixture->window->banner()->isVisible());
        // What could not be written is not told as written.
        m_fixture->window->statusBar()->clearMessage();
        m_fixture->trigger(qPrintable(action));
        auto* dialog = m_fixture->find<QFileDialog>("saveDialog");
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->fileSelected(QStringLiteral("/nowhere/at/all"));
        dialog->close();
        QTRY_VERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY(m_fixture->window->statusBar()->currentMessage().isEmpty());
    }

    void planHasNoNumbersYet()
    {
        m_fixture->trigger("newExperiment");
        choose(QStringLiteral("timeline"), QStringLiteral("csv"));
        m_fixture->saveAs(m_fixture->folder.filePath(QStringLiteral("plan.csv")));
        QTRY_VERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY(m_fixture->window->banner()->text().contains(QStringLiteral("Run the experiment first")));
    }

    void planLeavesTheClipboardAsItIs()
    {
        m_fixture->trigger("newExperiment");
        QGuiApplication::clipboard()->setText(QStringLiteral("of another program"));
        choose(QStringLiteral("timeline"), QStringLiteral("copyNumbers"));
        QTRY_VERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY(m_fixture->window->banner()->text().contains(QStringLiteral("Run the experiment first")));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("of another program"));
    }

    void menuOfThePageOffersTheSame()
    {
        auto* menu = m_fixture->find<QMenu>("results.exportMenu");
        Q_EMIT menu->aboutToShow();
        QStringList names;
        for (const auto* action : menu->actions())
            names << action->objectName();
        for (const char* wanted : {"context.results.copy", "context.results.png", "context.results.svg", "context.results.pdf", "context.results.csv", "export.white"})
            QVERIFY2(names.contains(QLatin1String(wanted)), wanted);
    }
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
