// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep page as a user drives it: axes, what follows the sliders, cells that become the experiment, and the way out.
#include <QAccessible>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>
#include <QXmlStreamReader>

#include "pictures/painted_text.h"
#include "sample_run.h"
#include "ui/experiment/fold_box.h"
#include "ui/sweep/heat_view.h"
#include "ui/sweep/sweep_page.h"
#include "ui/sweep/sweep_study.h"
#include "ui/sweep/sweep_words.h"
#include "window_fixture.h"

using namespace halfopen;

class SweepTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    SweepStudy& study() { return m_fixture->desk.sweep; }
    HeatView* map() { return m_fixture->find<HeatView>("sweep.map"); }
    /// As people read them: what keeps a line from ending is not seen.
    QString words() { return m_fixture->find<QLabel>("sweep.words")->text().replace(QChar::Nbsp, u' ').remove(QChar(0x2060)); }
    bool isReady() { return study().map() != nullptr && !study().isWorking(); }
    const Endpoint& client() { return m_fixture->window->draft().experiment().pairs.front().client; }
    /// The place of those values in the map.
    MapPlace placeOf(double across, double down)
    {
        const auto& map = *study().map();
        return {static_cast<std::size_t>(std::ranges::find(map.across.values, across) - map.across.values.begin()),
                static_cast<std::size_t>(std::ranges::find(map.down.values, down) - map.down.values.begin()), 0};
    }
    void click(const MapPlace& place, Qt::KeyboardModifiers with = {})
    {
        QTest::mouseClick(map(), Qt::LeftButton, with, map()->cellRect(place).center().toPoint());
    }
    /// As somebody types the beginning of an entry.
    void choose(const char* combo, const QString& beginning)
    {
        auto* box = m_fixture->find<QComboBox>(combo);
        QVERIFY(box != nullptr && box->isEnabled());
        box->setFocus();
        QTest::keyClicks(box, beginning.section(u' ', 0, 0)); // a space would open the list
        QVERIFY2(box->currentText().startsWith(beginning), qPrintable(box->currentText()));
    }
    void typeList(const char* axis, const QString& values)
    {
        const std::string name(axis);
        choose((name + ".spacing").c_str(), QStringLiteral("a list"));
        auto* list = m_fixture->find<QLineEdit>((name + ".list").c_str());
        list->setText({});
        QTest::keyClicks(list, values);
        QTest::keyClick(list, Qt::Key_Return);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->window->draft().load(sampleExperiment());
        m_fixture->open();
        QTest::keyClick(m_fixture->window.get(), Qt::Key_F9);
        QTRY_VERIFY(map() != nullptr && map()->isVisible());
        m_fixture->find<FoldBox>("sweep.axes")->setOpen(true);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
    }
    void cleanup() { m_fixture.reset(); }

    void beginsAroundTheExperiment()
    {
        QCOMPARE(study().map()->across.target.key(), std::string("client.TCP_KEEPIDLE"));
        QCOMPARE(study().map()->down.target.key(), std::string("client.TCP_KEEPINTVL"));
        QVERIFY(study().present() && study().present()->exact);
        QCOMPARE(study().present()->place, placeOf(5, 3));
        // The cell says what the panel beside it says.
        QVERIFY2(words().contains(QStringLiteral("13.2–13.5 s")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("recv() −1 ETIMEDOUT; decided by: keepalive count.")), qPrintable(words()));
        QCOMPARE(map()->accessibleDescription(), words());
        const auto painted = paintedWords(*map());
        for (const char* word : {"↑ TCP_KEEPINTVL [s]", "TCP_KEEPIDLE [s] →", "this experiment", "from the fault until it is noticed (logarithmic)"})
            QVERIFY2(painted.contains(QString::fromUtf8(word)), word);
        QVERIFY(!painted.contains(QStringLiteral("never noticed")));
    }

    void followsTheExperiment()
    {
        const auto* before = study().map()->grid.get();
        auto* idle = m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin");
        idle->setValue(9);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
        QCOMPARE(study().present()->place, placeOf(9, 3));
        QVERIFY2(study().map()->grid.get() == before, "what an axis has changes no cell");
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPCNT.spin")->setValue(9);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->grid.get() != before, 60'000);
        const auto* planned = m_fixture->window->draft().prediction(0, Host::Client);
        QCOMPARE(study().map()->prediction(placeOf(9, 3))->hull(), planned->hull());
        // Beyond the axis there is no frame, until the axis goes around it.
        idle->setValue(500);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && !study().present(), 60'000);
        QTest::mouseClick(m_fixture->find<QPushButton>("sweep.around"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().present(), 60'000);
        QCOMPARE(study().map()->across.values[study().present()->place.column], 500.0);
    }

    void nothingIsWorkedOutUnseen()
    {
        QTest::mouseClick(m_fixture->find<QToolButton>("sweep.close"), Qt::LeftButton);
        QVERIFY(!map()->isVisible());
        const auto* before = study().map()->grid.get();
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPCNT.spin")->setValue(7);
        QCoreApplication::processEvents();
        QVERIFY(!study().isWorking());
        QTest::keyClick(m_fixture->window.get(), Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->grid.get() != before, 60'000);
    }

    void axesAreChosen()
    {
        choose("sweep.across.key", QStringLiteral("TCP_KEEPCNT · Client"));
        choose("sweep.up.key", QStringLiteral("TCP_USER_TIMEOUT · Client"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->down.target.name == "TCP_USER_TIMEOUT", 60'000);
        QCOMPARE(study().map()->across.values.front(), 1.0);
        QCOMPARE(study().map()->across.values.back(), 24.0);
        typeList("sweep.up", QStringLiteral("0,12000,20000"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->down.values.size() == 3, 60'000);
        QVERIFY(paintedWords(*map()).contains(QStringLiteral("↑ TCP_USER_TIMEOUT [ms]")));
        choose("sweep.figure", QStringLiteral("Which"));
        const auto painted = paintedWords(*map());
        for (const char* word : {"keepalive count", "user timeout", "K", "U"})
            QVERIFY2(painted.contains(QLatin1String(word)), word);
        QVERIFY2(!m_fixture->find<QComboBox>("sweep.up.key")->toolTip().isEmpty(), "what it is");
        QCOMPARE(map()->accessibleName(), QStringLiteral("Heat map of the sweep"));
    }

    void aCellOfHoursHasAShortNumberToo()
    {
        QCOMPARE(cellTexts(33'338), QStringList({QStringLiteral("9 h 16 min"), QStringLiteral("9.3 h")}));
        QCOMPARE(cellTexts(13.3), QStringList({QStringLiteral("13.3 s")}));
    }

    void aThirdAxisIsARowOfMaps()
    {
        choose("sweep.maps.key", QStringLiteral("TCP_KEEPCNT · Client"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->sheets, 60'000);
        QCOMPARE(study().map()->sheetCount(), std::size_t{5});
        const auto painted = paintedWords(*map());
        QVERIFY(painted.contains(QStringLiteral("TCP_KEEPCNT 3")));
        QCOMPARE(study().map()->sheets->values[study().present()->place.sheet], 3.0);
        // Page Down goes to the next map, Enter makes its cell the experiment.
        map()->setFocus();
        QTest::keyClick(map(), Qt::Key_PageDown);
        const auto next = map()->cursor();
        QVERIFY(next && next->sheet == study().present()->place.sheet + 1);
        QTest::keyClick(map(), Qt::Key_Return);
        QCOMPARE(client().options.keepCount, static_cast<int>(study().map()->sheets->values[next->sheet]));
    }

    void aCellBecomesTheExperiment()
    {
        auto& undo = *m_fixture->window->draft().undoStack();
        const int before = undo.index();
        click(placeOf(12, 7));
        QCOMPARE(client().options.keepIdleSeconds, 12);
        QCOMPARE(client().options.keepIntervalSeconds, 7);
        QCOMPARE(undo.index(), before + 1);
        QVERIFY2(undo.undoText().contains(QStringLiteral("TCP_KEEPIDLE 12 s, TCP_KEEPINTVL 7 s")), qPrintable(undo.undoText()));
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
        QCOMPARE(study().present()->place, placeOf(12, 7));
        m_fixture->trigger("undo");
        QCOMPARE(client().options.keepIdleSeconds, 5);
        QCOMPARE(client().options.keepIntervalSeconds, 3);
        QTRY_COMPARE(study().present()->place, placeOf(5, 3));
    }

    void keysWalkOverTheMap()
    {
        map()->setFocus();
        QTRY_VERIFY(map()->hasFocus());
        QVERIFY2(!map()->cursor(), "the first step begins at the experiment");
        for (const auto key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Up})
            QTest::keyClick(map(), key);
        QCOMPARE(map()->cursor(), std::optional{placeOf(7, 4)});
        QVERIFY2(words().startsWith(QStringLiteral("TCP_KEEPIDLE 7 s, TCP_KEEPINTVL 4 s.")), qPrintable(words()));
        QTest::keyClick(map(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(map()->cursor(), std::optional{placeOf(17, 4)});
        QTest::keyClick(map(), Qt::Key_Home);
        QTest::keyClick(map(), Qt::Key_Left);
        QCOMPARE(map()->cursor(), std::optional{placeOf(1, 4)});
        QTest::keyClick(map(), Qt::Key_Return);
        QCOMPARE(client().options.keepIdleSeconds, 1);
        // The mouse says what it points at, and no longer when it is gone.
        QTest::mouseMove(map(), map()->cellRect(placeOf(20, 10)).center().toPoint());
        QTRY_VERIFY2(words().startsWith(QStringLiteral("TCP_KEEPIDLE 20 s, TCP_KEEPINTVL 10 s.")), qPrintable(words()));
    }

    void whatTheKernelRefusesIsDrawn()
    {
        typeList("sweep.across", QStringLiteral("5,60,40000"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->columns() == 3, 60'000);
        QVERIFY(paintedWords(*map()).contains(QStringLiteral("refused by the kernel: out of range")));
        QTest::mouseMove(map(), map()->cellRect(placeOf(40000, 3)).center().toPoint());
        QTRY_VERIFY2(words().contains(QStringLiteral("Refused: client.TCP_KEEPIDLE: 40000 is out of range; it has to be 1 to 32767 s.")), qPrintable(words()));
        click(placeOf(40000, 3));
        QCOMPARE(client().options.keepIdleSeconds, 5);
        typeList("sweep.up", QStringLiteral("many"));
        QTRY_VERIFY2(study().complaint().contains(QStringLiteral("'many' is no list and no range")), qPrintable(study().complaint()));
    }

    void whatIsWrongIsSaid()
    {
        choose("sweep.across.key", QStringLiteral("TCP_KEEPINTVL · Client"));
        QTRY_COMPARE(study().complaint(), QStringLiteral("Two axes are the same number. Choose another one for one of them."));
        QVERIFY(paintedWords(*map()).join(u' ').contains(QStringLiteral("Two axes are the same number")));
        choose("sweep.up.key", QStringLiteral("TCP_KEEPCNT · Client"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().complaint().isEmpty(), 60'000);
        Experiment experiment = sampleExperiment();
        experiment.faults.clear();
        m_fixture->window->draft().load(experiment);
        QTRY_VERIFY2(study().complaint().startsWith(QStringLiteral("Nothing happens to the peer")), qPrintable(study().complaint()));
        experiment = sampleExperiment();
        experiment.pairs.front().client.activity = Activity::Hold;
        m_fixture->window->draft().load(experiment);
        QTRY_VERIFY2(study().complaint().startsWith(QStringLiteral("No end of this experiment looks at its socket")), qPrintable(study().complaint()));
        QCOMPARE(map()->accessibleDescription(), study().complaint());
        m_fixture->trigger("undo");
        m_fixture->trigger("undo");
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
    }

    void aLessonKeepsItsSecret()
    {
        const auto lesson = m_fixture->parts().lessons.at(1);
        QVERIFY(m_fixture->window->openLesson(lesson));
        QVERIFY2(!map()->isVisible(), "a lesson is read on the time line");
        m_fixture->trigger("sweep");
        QTRY_VERIFY2(study().complaint().contains(QStringLiteral("your guess first")), qPrintable(study().complaint()));
        QVERIFY(study().map() == nullptr);
        m_fixture->desk.course.justShow();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
    }

    void theNextWindowGoesOn()
    {
        choose("sweep.across.key", QStringLiteral("TCP_KEEPCNT · Client"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
        const SweepWish wish = study().wish();
        m_fixture->window->leaveDesk();
        m_fixture->makeWindow();
        m_fixture->open();
        QTRY_VERIFY(map() != nullptr && map()->isVisible());
        QCOMPARE(study().wish(), wish);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
        const auto before = study().map()->grid;
        m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin")->setValue(9000);
        QTRY_VERIFY2(isReady() && study().map()->grid != before, "it follows, though the window before has gone since");
        // A run begun by hand is looked at on the time line.
        QVERIFY(m_fixture->run("good", killedReader()));
        QVERIFY(!map()->isVisible());
    }

    void everyControlHasAName()
    {
        choose("sweep.maps.key", QStringLiteral("TCP_KEEPCNT · Client"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->sheets, 60'000);
        int controls = 0;
        for (auto* each : m_fixture->find<SweepPage>("sweepPage")->findChildren<QWidget*>()) {
            if ((each->focusPolicy() & Qt::TabFocus) == 0 || !each->isVisible() || each->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            ++controls;
            const auto* told = QAccessible::queryAccessibleInterface(each);
            QVERIFY2(told != nullptr && !told->text(QAccessible::Name).isEmpty(), qPrintable(each->objectName()));
            QVERIFY2(!each->objectName().isEmpty(), qPrintable(told->text(QAccessible::Name)));
        }
        QVERIFY2(controls >= 20, qPrintable(QString::number(controls)));
        // A screen reader can act on the cell that is told.
        auto* told = QAccessible::queryAccessibleInterface(map());
        QCOMPARE(told->role(), QAccessible::Chart);
        QVERIFY(told->actionInterface()->actionNames().contains(QStringLiteral("take")));
        told->actionInterface()->doAction(QStringLiteral("mark"));
        QCOMPARE(map()->marked(), (std::vector<MapPlace>{study().present()->place}));
    }

    void aRoomReadsIt()
    {
        const double usual = map()->font().pointSizeF();
        m_fixture->trigger("projector");
        QVERIFY(map()->isVisible());
        QCOMPARE(map()->font().pointSizeF(), usual * 1.5);
        m_fixture->trigger("projector");
        QCOMPARE(map()->font().pointSizeF(), usual);
        QVERIFY2(!m_fixture->find<QWidget>("nextStep")->isVisible(), "it speaks of the run");
        m_fixture->trigger("sweep");
        QVERIFY(m_fixture->find<QWidget>("nextStep")->isVisible());
    }

    void itLeavesTheProgram()
    {
        typeList("sweep.across", QStringLiteral("5,60,40000"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && study().map()->columns() == 3, 60'000);
        Q_EMIT m_fixture->find<QMenu>("export.sweep")->aboutToShow();
        const auto exported = [&](const char* action, const QString& name) {
            m_fixture->trigger(action);
            const QString path = m_fixture->folder.filePath(name);
            m_fixture->saveAs(path);
            QFile file(path);
            return QTest::qWaitFor([&] { return file.exists() && file.size() > 0; }) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
        };
        const auto lines = exported("export.sweep.csv", QStringLiteral("map.csv")).split('\n');
        QCOMPARE(lines.size(), 1 + 2 * 24 + 1); // refused cells have no numbers
        QVERIFY2(lines.first().startsWith("cell,client.TCP_KEEPINTVL,client.TCP_KEEPIDLE,pair,end,activity,kernel,hz,predicted,predicted_min_s"), lines.first().constData());
        QVERIFY2(lines[5].startsWith("5,3,5,"), lines[5].constData());
        QVERIFY2(lines[5].contains(",6.12.48-amd64,250,time,13."), lines[5].constData());
        QXmlStreamReader svg(exported("export.sweep.svg", QStringLiteral("map.svg")));
        QString text;
        while (!svg.atEnd()) {
            if (svg.readNext() == QXmlStreamReader::Characters)
                text += svg.text().toString() + u' ';
        }
        for (const char* word : {"Time until a dead peer is noticed", "TCP_KEEPIDLE [s]", "fault: packets dropped", "Linux 6.12.48", "HZ 250", "Halfopen ", "this experiment"})
            QVERIFY2(text.contains(QLatin1String(word)), word);
        QVERIFY(exported("export.sweep.pdf", QStringLiteral("map.pdf")).startsWith("%PDF"));
        QVERIFY(QImage::fromData(exported("export.sweep.png", QStringLiteral("map.png"))).width() > 1000);
    }
};

QTEST_MAIN(SweepTest)
#include "sweep_test.moc"
