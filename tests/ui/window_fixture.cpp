// SPDX-License-Identifier: GPL-3.0-or-later
// A whole window over a fake agent, with a history and settings that end with the test.
#include "window_fixture.h"

#include <QAction>
#include <QTest>

#include "sample_run.h"

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

void WindowFixture::trigger(const char* name) const
{
    auto* action = window->findChild<QAction*>(QLatin1String(name));
    QVERIFY2(action != nullptr && action->isEnabled(), name);
    action->trigger();
}

Experiment killedReader()
{
    auto experiment = sampleExperiment();
    experiment.faults.front().kind = FaultKind::Kill;
    return experiment;
}

} // namespace halfopen
