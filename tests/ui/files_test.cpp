// SPDX-License-Identifier: GPL-3.0-or-later
// Undo of every change, files opened, saved, dropped, remembered, and what is asked before changes are lost.
#include <QAbstractButton>
#include <QAction>
#include <QDropEvent>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTabBar>
#include <QTest>
#include <QUndoStack>

#include "core/experiment_codec.h"
#include "sample_run.h"
#include "ui/window/banner.h"
#include "ui/window/experiment_file.h"
#include "ui/window/experiment_files.h"
#include "window_fixture.h"

using namespace halfopen;

class FilesTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] QString makeFile(const QString& name, const QByteArray& content)
    {
        const QString path = m_fixture->folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString{};
    }

    [[nodiscard]] QString makeExperiment(const QString& name, const std::string& title)
    {
        auto experiment = sampleExperiment();
        experiment.title = title;
        return makeFile(name, QByteArray::fromStdString(writeExperiment(experiment)));
    }

    void drop(QWidget* on, const QStringList& paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const auto& path : paths)
            urls << (path.contains(QStringLiteral("://")) ? QUrl(path) : QUrl::fromLocalFile(path));
        data.setUrls(urls);
        data.setText(paths.join(u'\n'));
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(on, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(on, &event);
        QVERIFY(event.isAccepted());
    }

    void answer(QMessageBox::StandardButton button)
    {
        auto* question = m_fixture->find<QMessageBox>("unsavedQuestion");
        QVERIFY(question != nullptr);
        QTest::mouseClick(question->button(button), Qt::LeftButton);
    }

    [[nodiscard]] ExperimentDraft& draft() { return m_fixture->desk.draft; }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void dragOfASliderIsOneStep()
    {
        auto* slider = m_fixture->find<QSlider>("Client.TCP_KEEPIDLE.slider");
        const auto before = draft().experiment();
        const auto drag = [slider](int pixels) {
            QStyleOptionSlider option;
            option.initFrom(slider);
            option.orientation = Qt::Horizontal;
            option.minimum = slider->minimum();
            option.maximum = slider->maximum();
            option.sliderPosition = slider->sliderPosition();
            option.sliderValue = slider->value();
            option.subControls = QStyle::SC_All;
            const QPoint knob = slider->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider).center();
            QTest::mousePress(slider, Qt::LeftButton, {}, knob);
            for (int part = 1; part <= 5; ++part)
                QTest::mouseMove(slider, knob + QPoint(pixels * part / 5, 0));
            QTest::mouseRelease(slider, Qt::LeftButton, {}, knob + QPoint(pixels, 0));
        };
        drag(20);
        QCOMPARE(draft().undoStack()->count(), 1);
        const auto between = draft().experiment();
        QVERIFY(between != before);
        drag(15);
        QCOMPARE(draft().undoStack()->count(), 2);
        m_fixture->trigger("undo");
        QCOMPARE(draft().experiment(), between);
        m_fixture->trigger("undo");
        QCOMPARE(draft().experiment(), before);
        m_fixture->trigger("redo");
        QCOMPARE(draft().experiment(), between);
    }

    void everyWayOfLoadingIsUndone()
    {
        const auto starter = draft().experiment();
        m_fixture->find<QMenu>("presetMenu")->actions().last()->trigger();
        const auto preset = draft().experiment();
        QVERIFY(preset != starter);
        const QString path = makeExperiment(QStringLiteral("a.halfopen.json"), "from a file");
        m_fixture->window->openExperiment(path);
        QCOMPARE(draft().experiment().title, std::string("from a file"));
        QCOMPARE(draft().path(), path);
        Lesson lesson;
        lesson.title = QStringLiteral("the lesson");
        lesson.experimentPath = makeExperiment(QStringLiteral("l.halfopen.json"), "a lesson");
        lesson.textPath = makeFile(QStringLiteral("l.md"), "# A lesson\n");
        m_fixture->window->openLesson(lesson);
        QCOMPARE(draft().experiment().title, std::string("a lesson"));
        QVERIFY2(draft().path().isEmpty(), "a lesson is no file to save to");
        QCOMPARE(draft().undoStack()->undoText(), QStringLiteral("Lesson “the lesson”"));
        m_fixture->trigger("undo");
        QCOMPARE(draft().experiment().title, std::string("from a file"));
        QCOMPARE(draft().path(), path);
        QVERIFY(!draft().isModified());
        m_fixture->trigger("undo");
        QCOMPARE(draft().experiment(), preset);
        QVERIFY(draft().path().isEmpty());
        m_fixture->trigger("undo");
        QCOMPARE(draft().experiment(), starter);
        m_fixture->trigger("redo");
        m_fixture->trigger("redo");
        QCOMPARE(draft().path(), path);
    }

    void everythingIsUndoneToTheBeginningAndDoneAgain()
    {
        const QString path = makeExperiment(QStringLiteral("a.halfopen.json"), "from a file");
        std::vector<Experiment> states{draft().experiment()};
        const auto after = [&](const char* what) {
            QVERIFY2(draft().experiment() != states.back(), what);
            states.push_back(draft().experiment());
        };
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(8);
        after("slider");
        m_fixture->trigger("addPair");
        after("add a pair");
        m_fixture->trigger("duplicatePair");
        after("duplicate it");
        m_fixture->find<QMenu>("presetMenu")->actions().last()->trigger();
        after("preset");
        m_fixture->trigger("removePair");
        after("remove a pair");
        drop(m_fixture->window.get(), {path});
        after("drop a file");
        m_fixture->trigger("addPair");
        after("add a pair to the file's");
        m_fixture->trigger("newExperiment");
        after("a new experiment");
        const auto top = states.size() - 1;
        for (auto at = top; at-- > 0;) {
            QTest::keyClick(m_fixture->window.get(), Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(draft().experiment(), states[at]);
        }
        QVERIFY(!m_fixture->find<QAction>("undo")->isEnabled());
        for (std::size_t at = 1; at <= top; ++at) {
            m_fixture->trigger("redo");
            QCOMPARE(draft().experiment(), states[at]);
        }
        QVERIFY(!m_fixture->find<QAction>("redo")->isEnabled());
    }

    void droppedTextIsNoExperiment()
    {
        const auto before = draft().experiment();
        QMimeData data;
        data.setText(QStringLiteral("some words out of a browser"));
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(m_fixture->window.get(), &enter);
        QVERIFY(!enter.isAccepted());
        QCOMPARE(draft().experiment(), before);
        QVERIFY(!m_fixture->window->banner()->isVisible());
    }

    void pairIsDuplicatedByKey()
    {
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(8);
        m_fixture->trigger("addPair");
        m_fixture->find<QTabBar>("pairs")->setCurrentIndex(0);
        QTest::keyClick(m_fixture->window.get(), Qt::Key_D, Qt::ControlModifier);
        const auto& pairs = draft().experiment().pairs;
        QCOMPARE(pairs.size(), std::size_t{3});
        QCOMPARE(pairs[1].client, pairs[0].client);
        QVERIFY(pairs[1].name != pairs[0].name);
        QVERIFY(pairs[2].client != pairs[0].client);
        QCOMPARE(m_fixture->desk.view.pair(), 1);
    }

    void titleTellsUnsavedChanges()
    {
        auto& window = *m_fixture->window;
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(8);
        QVERIFY2(!window.isWindowModified(), "without a file there is nothing to differ from");
        const QString path = makeExperiment(QStringLiteral("a.halfopen.json"), "odd [*] title");
        window.openExperiment(path);
        QVERIFY(!window.isWindowModified());
        QVERIFY2(window.windowTitle().contains(QStringLiteral("a.halfopen.json")), qPrintable(window.windowTitle()));
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(9);
        QVERIFY(window.isWindowModified());
        m_fixture->trigger("saveFile");
        QVERIFY(!window.isWindowModified());
        QCOMPARE(readExperiment(path).value(), draft().experiment());
        m_fixture->trigger("undo");
        QVERIFY(window.isWindowModified());
        m_fixture->trigger("redo");
        QVERIFY(!window.isWindowModified());
    }

    void firstSaveAsksWhere()
    {
        m_fixture->trigger("saveFile");
        auto* dialog = m_fixture->find<QFileDialog>("saveDialog");
        QVERIFY(dialog != nullptr);
        const QString path = m_fixture->folder.filePath(QStringLiteral("mine.halfopen.json"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QCOMPARE(draft().path(), path);
        QCOMPARE(readExperiment(path).value(), draft().experiment());
        QVERIFY(m_fixture->settings.value(QStringLiteral("files/recent")).toStringList().contains(path));
    }

    void closingAsksOnlyForAChangedFile()
    {
        const QString path = makeExperiment(QStringLiteral("a.halfopen.json"), "a");
        m_fixture->window->openExperiment(path);
        const auto original = draft().experiment();
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(9);
        QVERIFY(!m_fixture->window->close());
        answer(QMessageBox::Cancel);
        QVERIFY(m_fixture->window->isVisible());
        QTRY_VERIFY(m_fixture->find<QMessageBox>("unsavedQuestion") == nullptr);
        QVERIFY(!m_fixture->window->close());
        answer(QMessageBox::Discard);
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(readExperiment(path).value(), original);
    }

    void closingSavesOnDemand()
    {
        const QString path = makeExperiment(QStringLiteral("a.halfopen.json"), "a");
        m_fixture->window->openExperiment(path);
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(9);
        QVERIFY(!m_fixture->window->close());
        answer(QMessageBox::Save);
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(readExperiment(path).value(), draft().experiment());
        QCOMPARE(draft().experiment().pairs.front().client.options.keepIdleSeconds, std::optional(9));
    }

    void closingAsksForFilesThatWereLeft()
    {
        const QString first = makeExperiment(QStringLiteral("first.halfopen.json"), "first");
        const QString second = makeExperiment(QStringLiteral("second.halfopen.json"), "second");
        auto* idle = m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin");
        m_fixture->window->openExperiment(first);
        idle->setValue(9);
        const auto changed = draft().experiment();
        // A run of the history takes its place; it has no file that could differ.
        const QString stored = m_fixture->keep(QStringLiteral("20261122T103059.123Z-4f2a"), sampleExperiment(), sampleLines());
        m_fixture->openStored(stored);
        QVERIFY(draft().path().isEmpty());
        QVERIFY(!m_fixture->window->close());
        QVERIFY(m_fixture->find<QMessageBox>("unsavedQuestion")->text().contains(QStringLiteral("first.halfopen.json")));
        answer(QMessageBox::Cancel);
        QTRY_VERIFY(m_fixture->find<QMessageBox>("unsavedQuestion") == nullptr);
        m_fixture->window->openExperiment(second);
        idle->setValue(7);
        m_fixture->trigger("newExperiment");
        QVERIFY(!m_fixture->window->close());
        const QString asked = m_fixture->find<QMessageBox>("unsavedQuestion")->text();
        QVERIFY2(asked.contains(QStringLiteral("first.halfopen.json")) && asked.contains(QStringLiteral("second.halfopen.json")), qPrintable(asked));
        answer(QMessageBox::Save);
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(readExperiment(first).value(), changed);
        QCOMPARE(readExperiment(second)->pairs.front().client.options.keepIdleSeconds, std::optional(7));
        QVERIFY(draft().unsaved().empty());
    }

    void anExportedExperimentIsACopy()
    {
        auto& draft = m_fixture->desk.draft;
        const QString own = m_fixture->folder.filePath(QStringLiteral("own.halfopen.json"));
        const QString copy = m_fixture->folder.filePath(QStringLiteral("copy.halfopen.json"));
        m_fixture->trigger("saveFileAs");
        m_fixture->saveAs(own);
        auto next = draft.experiment();
        next.pairs.front().client.options.keepIdleSeconds = 77;
        draft.edit(next, QStringLiteral("idle"));
        next = draft.experiment(); // its title follows
        m_fixture->trigger("exportExperiment");
        m_fixture->saveAs(copy);
        QCOMPARE(readExperiment(copy).value(), next);
        QCOMPARE(draft.path(), own);
        QVERIFY(draft.isModified()); // its own file has not got it
        // Onto its own file it is a save.
        m_fixture->trigger("exportExperiment");
        auto* dialog = m_fixture->find<QFileDialog>("saveDialog");
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        m_fixture->saveAs(own);
        QVERIFY(!draft.isModified());
        QCOMPARE(readExperiment(own).value(), next);
    }

    void whatIsUndoneIsNotAskedFor()
    {
        const QString path = makeExperiment(QStringLiteral("a.halfopen.json"), "a");
        m_fixture->window->openExperiment(path);
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(9);
        m_fixture->trigger("newExperiment");
        QCOMPARE(draft().unsaved().size(), std::size_t{1});
        m_fixture->trigger("undo"); // back in the file that was left
        QVERIFY(draft().isModified());
        m_fixture->trigger("undo");
        QVERIFY(draft().unsaved().empty());
        QVERIFY(m_fixture->window->close());
    }

    void nextStartGoesOn()
    {
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(11);
        QVERIFY2(m_fixture->window->close(), "without a file nothing is asked");
        ExperimentDraft next;
        ExperimentFiles::bringBack(next, m_fixture->settings);
        QCOMPARE(next.experiment(), draft().experiment());
        QVERIFY(!next.undoStack()->canUndo());
        const QString path = makeExperiment(QStringLiteral("a.halfopen.json"), "a");
        m_fixture->window->show();
        m_fixture->window->openExperiment(path);
        QVERIFY(m_fixture->window->close());
        ExperimentFiles::bringBack(next, m_fixture->settings);
        QCOMPARE(next.path(), path);
        QVERIFY(QFile::remove(path));
        ExperimentDraft without;
        ExperimentFiles::bringBack(without, m_fixture->settings);
        QCOMPARE(without.experiment(), ExperimentDraft::starter());
    }

    void recentFilesAreListed()
    {
        const QString first = makeExperiment(QStringLiteral("first & one.halfopen.json"), "first");
        const QString second = makeExperiment(QStringLiteral("second.halfopen.json"), "second");
        m_fixture->window->openExperiment(first);
        m_fixture->window->openExperiment(second);
        m_fixture->window->openExperiment(QStringLiteral("/nowhere/x.halfopen.json"));
        auto* menu = m_fixture->find<QMenu>("recentMenu");
        Q_EMIT menu->aboutToShow();
        auto* newest = menu->findChild<QAction*>(QStringLiteral("recent0"));
        auto* older = menu->findChild<QAction*>(QStringLiteral("recent1"));
        QVERIFY(newest != nullptr && older != nullptr);
        QVERIFY(newest->text().contains(QStringLiteral("second")));
        QVERIFY2(menu->findChild<QAction*>(QStringLiteral("recent2")) == nullptr, "what could not be opened is not listed");
        older->trigger();
        QCOMPARE(draft().experiment().title, std::string("first"));
        QVERIFY(QFile::remove(second));
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->findChild<QAction*>(QStringLiteral("recent0"))->isEnabled());
        QVERIFY(!menu->findChild<QAction*>(QStringLiteral("recent1"))->isEnabled());
        QVERIFY(menu->findChild<QAction*>(QStringLiteral("recent1"))->toolTip().contains(QStringLiteral("moved or deleted")));
        menu->findChild<QAction*>(QStringLiteral("clearRecent"))->trigger();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        QVERIFY(!menu->actions().first()->isEnabled());
    }

    void droppedFileIsOpened()
    {
        const QString path = makeExperiment(QStringLiteral("dropped.halfopen.json"), "dropped");
        drop(m_fixture->find<QWidget>("timelineHeader"), {path});
        QCOMPARE(draft().experiment().title, std::string("dropped"));
        // A text field does not take it as text.
        const QString other = makeExperiment(QStringLiteral("other.halfopen.json"), "other");
        auto* spin = m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin");
        drop(spin->findChild<QWidget*>(QStringLiteral("qt_spinbox_lineedit")), {other});
        QCOMPARE(draft().experiment().title, std::string("other"));
        QVERIFY(!m_fixture->window->banner()->isVisible());
    }

    void otherDropsAreAnswered_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("csv") << QStringLiteral("outcomes.csv") << QStringLiteral("spreadsheet");
        QTest::newRow("text") << QStringLiteral("notes.txt") << QStringLiteral(".halfopen.json");
        QTest::newRow("broken") << QStringLiteral("broken.json") << QStringLiteral("broken.json");
        QTest::newRow("folder") << QString{} << QStringLiteral("folder");
        QTest::newRow("web") << QStringLiteral("https://example.org/x.halfopen.json") << QStringLiteral("Download");
    }
    void otherDropsAreAnswered()
    {
        QFETCH(QString, name);
        QFETCH(QString, sentence);
        const bool web = name.contains(QStringLiteral("://"));
        drop(m_fixture->window.get(), {web ? name : name.isEmpty() ? m_fixture->folder.path() : makeFile(name, "{ nothing")});
        QVERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY2(m_fixture->window->banner()->text().contains(sentence), qPrintable(m_fixture->window->banner()->text()));
        QCOMPARE(draft().experiment(), ExperimentDraft::starter());
    }

    void severalFilesAreRefused()
    {
        const QString path = makeExperiment(QStringLiteral("a.halfopen.json"), "a");
        drop(m_fixture->window.get(), {path, path});
        QVERIFY(m_fixture->window->banner()->text().contains(QStringLiteral("one experiment at a time")));
    }
};

QTEST_MAIN(FilesTest)
#include "files_test.moc"
