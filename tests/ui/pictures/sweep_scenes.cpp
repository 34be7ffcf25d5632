// SPDX-License-Identifier: GPL-3.0-or-later
// The states of the sweep page that are worth a picture.
#include "sweep_scenes.h"

#include <QAction>
#include <QPushButton>
#include <QTest>

#include "planned_faults.h"
#include "recorded_run.h"
#include "ui/sweep/heat_view.h"
#include "ui/sweep/sweep_study.h"
#include "window_fixture.h"

namespace halfopen {

namespace {

/// Of that experiment, with that change of what is shown.
bool sweepOf(WindowFixture& fixture, const Experiment& experiment, const std::function<void(SweepWish&)>& change = {})
{
    auto& study = fixture.desk.sweep;
    fixture.window->draft().load(experiment);
    fixture.trigger("sweep");
    if (!reach([&] { return study.map() != nullptr && !study.isWorking(); }))
        return false;
    if (!change)
        return true;
    SweepWish wish = study.wish();
    change(wish);
    study.setWish(wish);
    return reach([&] { return study.map() != nullptr && !study.isWorking() && study.map()->across.target.key() == wish.across.key; });
}

AxisWish listOf(const char* key, const char* values) { return {.key = key, .list = values, .spacing = AxisWish::Spacing::List}; }

Experiment reader() { return recordedRun(QStringLiteral("reader")).experiment; }

/// A reader with keepalive and a user timeout: the one or the other decides, or the call's own limit.
Experiment limited()
{
    Experiment experiment = reader();
    experiment.pairs.front().client.options.userTimeoutMs = 12'000;
    experiment.pairs.front().client.options.receiveTimeoutSeconds = 20;
    return experiment;
}

/// A sample of cells has been run, the last of them was late; another is marked.
bool measured(WindowFixture& fixture)
{
    if (!sweepOf(fixture, reader()))
        return false;
    auto* map = fixture.find<HeatView>("sweep.map");
    auto& study = fixture.desk.sweep;
    qputenv("HALFOPEN_FAKE_AGENT", "readers");
    map->setMarked(study.sample(16));
    fixture.find<QPushButton>("sweep.measure")->click();
    if (!reach([&] { return !study.isMeasuring(); }) || study.map()->measured.size() != 16)
        return false;
    map->setMarked(study.sample(6));
    return true;
}

Scene sweepScene(const char* name, std::function<bool(WindowFixture&)> make)
{
    return {QLatin1String(name), [make = std::move(make)](WindowFixture& fixture) -> QWidget* { return make(fixture) ? fixture.window.get() : nullptr; }};
}

} // namespace

QList<Scene> sweepScenes()
{
    return {
        sweepScene("sweep", [](WindowFixture& f) { return sweepOf(f, reader()); }),
        sweepScene("sweep-decider", [](WindowFixture& f) {
            return sweepOf(f, limited(), [](SweepWish& wish) {
                wish.figure = SweepFigure::Decider;
                wish.down = listOf("client.TCP_USER_TIMEOUT", "0..40000/41");
            });
        }),
        sweepScene("sweep-numbers", [](WindowFixture& f) {
            return sweepOf(f, reader(), [](SweepWish& wish) {
                wish.across = listOf("client.TCP_KEEPIDLE", "1,5,60,7200,32767,40000");
                wish.down = listOf("client.SO_KEEPALIVE", "0,1");
            });
        }),
        sweepScene("sweep-maps", [](WindowFixture& f) { return sweepOf(f, reader(), [](SweepWish& wish) { wish.sheets = listOf("client.TCP_KEEPCNT", "1,3,9,27,127,200"); }); }),
        sweepScene("sweep-measured", measured),
        sweepScene("sweep-nobody", [](WindowFixture& f) {
            Experiment experiment = reader();
            experiment.pairs.front().client.activity = Activity::Hold;
            f.window->draft().load(experiment);
            f.trigger("sweep");
            return reach([&] { return !f.desk.sweep.complaint().isEmpty(); });
        }),
        sweepScene("sweep-projector", [](WindowFixture& f) {
            const QSize size = f.window->size();
            if (!sweepOf(f, reader()))
                return false;
            f.trigger("projector");
            f.window->resize(size);
            return reach([&] { return f.window->isProjector(); });
        }),
    };
}

} // namespace halfopen
