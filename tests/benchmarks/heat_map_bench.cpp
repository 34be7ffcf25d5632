// SPDX-License-Identifier: GPL-3.0-or-later
// A map of 10,000 cells in the window: how long from a slider's move to the new picture, and what of it holds the event loop.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>

#include "session/sweep_filler.h"
#include "ui/sweep/heat_picture.h"
#include "ui/sweep/sweep_map.h"
#include "ui/theme/colours.h"

namespace halfopen {
namespace {

Experiment reader()
{
    Pair pair;
    pair.client.activity = Activity::Recv;
    pair.client.options.keepAlive = true;
    pair.client.options.keepIdleSeconds = 60;
    pair.client.options.keepIntervalSeconds = 10;
    pair.client.options.keepCount = 3;
    Experiment experiment;
    experiment.pairs.push_back(pair);
    experiment.faults.push_back(defaultFault(FaultKind::Drop));
    experiment.timeLimitSeconds = 100'000;
    return experiment;
}

struct Axes
{
    AskedAxis across = askedAxis("client.TCP_KEEPIDLE", "1..100", reader(), {}).value();
    AskedAxis down = askedAxis("client.TCP_KEEPINTVL", "1..100", reader(), {}).value();
    Sweep sweep = Sweep::make(reader(), {{down.target.key(), down.accepted}, {across.target.key(), across.accepted}}).value();
};

std::shared_ptr<SweepGrid> filled(const Axes& axes)
{
    auto grid = std::make_shared<SweepGrid>(axes.sweep, KernelProfile{});
    fillOnThreads(*grid, axes.sweep.cellCount(), threadsHere());
    return grid;
}

QImage screen() { return {960, 640, QImage::Format_ARGB32_Premultiplied}; }

void paint(const SweepMap& map, SweepFigure figure, QImage& image)
{
    HeatMarks marks;
    marks.present = presentPlace(map, reader(), {});
    marks.cursor = MapPlace{50, 50, 0};
    image.fill(Qt::white);
    QPainter painter(&image);
    HeatPicture(map, figure, marks, QRectF(QPointF(0, 0), QSizeF(image.size())), QApplication::font(), lightPalette()).paint(painter);
}

/// All of it: the cells by the workers, then the map and its picture.
void fromChangeToPicture(benchmark::State& state)
{
    const Axes axes;
    QImage image = screen();
    for ([[maybe_unused]] auto turn : state) {
        const SweepMap map = mapOf(axes.across, axes.down, std::nullopt, {0, Host::Client}, filled(axes));
        paint(map, SweepFigure::Time, image);
    }
}
BENCHMARK(fromChangeToPicture)->UseRealTime()->Unit(benchmark::kMillisecond);

/// What the event loop does of it when the cells are there.
void mapOfGrid(benchmark::State& state)
{
    const Axes axes;
    const auto grid = filled(axes);
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(mapOf(axes.across, axes.down, std::nullopt, {0, Host::Client}, grid));
}
BENCHMARK(mapOfGrid)->Unit(benchmark::kMillisecond);

void painting(benchmark::State& state)
{
    const Axes axes;
    const SweepMap map = mapOf(axes.across, axes.down, std::nullopt, {0, Host::Client}, filled(axes));
    QImage image = screen();
    for ([[maybe_unused]] auto turn : state)
        paint(map, state.range(0) == 0 ? SweepFigure::Time : SweepFigure::Decider, image);
}
BENCHMARK(painting)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace halfopen

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
