// SPDX-License-Identifier: GPL-3.0-or-later
// A whole window over a fake agent, with a history and settings that end with the test.
#include "window_fixture.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

#include "sample_run.h"
#include "session/replay.h"
#include "session/run_summary.h"

namespace halfopen {

WindowFixture::WindowFixture()
    : settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat), controller(QStringLiteral(FAKE_AGENT_PROGRAM)),
      places(QStringLiteral(FAKE_AGENT_PROGRAM)), store(std::move(RunStore::open(QStringLiteral(":memory:"))).value())
{
    keeper = std::make_unique<RunKeeper>(controller, store.get());
    makeWindow();
}

WindowFixture::~WindowFixture() = default;

WindowParts WindowFixture::parts() { return {desk, controller, places, store.get(), {}, lessons(), settings}; }

void WindowFixture::makeWindow()
{
    window = std::make_unique<MainWindow>(parts());
    QObject::connect(keeper.get(), &RunKeeper::listChanged, window.get(), &MainWindow::refreshHistory);
}

void WindowFixture::open(const QSize& size)
{
    qputenv("HALFOPEN_FAKE_AGENT", "check");
    window->showNormal();
    window->resize(size);
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    QTRY_VERIFY(places.isComplete());
    QTRY_COMPARE(window->size(), size);
}

bool WindowFixture::run(const QByteArray& deed, const Experiment& experiment)
{
    qputenv("HALFOPEN_FAKE_AGENT", deed);
    window->draft().load(experiment);
    window->startRun();
    return QTest::qWaitFor([this] { return controller.state() != RunController::State::Idle && !controller.isActive(); }, 10'000);
}

void WindowFixture::startMortalRun(const Experiment& experiment)
{
    qputenv("HALFOPEN_FAKE_AGENT", "mortal");
    desk.draft.load(experiment);
    QTest::keyClick(window.get(), Qt::Key_F5);
    QTRY_COMPARE(controller.state(), RunController::State::Running);
}

void WindowFixture::stopRun()
{
    controller.cancel();
    QTRY_VERIFY(!controller.isActive());
}

void WindowFixture::trigger(const char* name) const
{
    auto* action = window->findChild<QAction*>(QLatin1String(name));
    QVERIFY2(action != nullptr && action->isEnabled(), name);
    action->trigger();
}

QString WindowFixture::keep(const QString& id, const Experiment& experiment, const QByteArray& lines)
{
    const auto run = replay(experiment, lines);
    const auto started = QDateTime::fromString(id.left(19), QStringLiteral("yyyyMMdd'T'HHmmss.zzz"));
    const bool kept = run.ok() && started.isValid() && store->begin(id, experiment, started.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'")), QStringLiteral("0.1.0")).ok()
                   && store->append(id, lines).ok()
                   && store->finish(id, StoredStatus::Finished, QString::fromStdString(runSummary(run.value().outcomes)), storedFacts(run.value().timeline, run.value().outcomes)).ok();
    window->refreshHistory();
    return kept ? id : QString{};
}

void WindowFixture::openStored(const QString& id) const
{
    window->openStoredRun(id);
    const auto& run = window->shownRun();
    QTRY_VERIFY(run.source() == ShownRun::Source::Stored && run.runId() == id);
}

void WindowFixture::raise(const char* dock) const
{
    auto* found = window->findChild<QDockWidget*>(QLatin1String(dock));
    QVERIFY(found != nullptr);
    found->show();
    found->raise();
    QTRY_VERIFY(!found->widget()->visibleRegion().isEmpty());
}

void WindowFixture::saveAs(const QString& path) const
{
    auto* dialog = window->findChild<QFileDialog*>(QStringLiteral("saveDialog"));
    QVERIFY(dialog != nullptr);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name != nullptr);
    // Not key by key: the list of completions would want the keyboard, which the offscreen platform cannot give.
    dialog->selectFile(path); // not the file that the dialog proposes
    name->setText(path);
    const QPointer<QFileDialog> gone(dialog);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(gone.isNull());
}

void WindowFixture::savePicture(const QString& name) const
{
    const QString place = qEnvironmentVariable("HALFOPEN_TEST_PICTURES", folder.path());
    QVERIFY(QDir().mkpath(place));
    QVERIFY(window->grab().save(place + u'/' + name + QStringLiteral(".png")));
}

Experiment killedReader()
{
    auto experiment = sampleExperiment();
    experiment.faults.front().kind = FaultKind::Kill;
    return experiment;
}

} // namespace halfopen
