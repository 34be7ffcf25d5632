// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the time line costs at 1,000, 10,000 and 100,000 events: standing, scrolled, zoomed in, growing, and a race of
// a hundred pairs. At 60 frames a second a frame has 16 ms.
#include <QApplication>
#include <QImage>

#include <benchmark/benchmark.h>

#include <utility>

#include "sample_runs.h"
#include "ui/timeline/timeline_view.h"

namespace {

using namespace halfopen;

/// The time line as large as on a desk, of a crowded run.
class CrowdedTimeline final
{
public:
    explicit CrowdedTimeline(samples::SampleRun run) : m_run(std::move(run))
    {
        view.resize(1200, 420);
        view.setTimeline(&m_run.timeline);
        view.setPredictions(m_run.predictions);
        paint(); // fills the caches of glyphs
    }
    void paint() { view.render(&m_picture); }
    /// One packet, call and row more, as they come in a live run.
    void grow()
    {
        const RunTime time = m_run.timeline.lastTime() + std::chrono::milliseconds{1};
        Packet packet;
        packet.pair = 0;
        packet.kind = PacketKind::Data;
        packet.length = 512;
        SocketRow row;
        row.timer = KernelTimer::Retransmit;
        row.sendQueue = static_cast<std::uint32_t>(++m_grown % 17) * 512U;
        m_run.timeline.append({time, PacketEvent{packet}});
        m_run.timeline.append({time, RowEvent{Host::Client, 0, row}});
        view.refresh();
    }
    ViewState state;
    TimelineView view{state};

private:
    samples::SampleRun m_run;
    QImage m_picture{1200, 420, QImage::Format_ARGB32_Premultiplied};
    int m_grown = 0;
};

void paintAll(benchmark::State& state)
{
    CrowdedTimeline crowded(samples::crowded(static_cast<int>(state.range(0))));
    for ([[maybe_unused]] auto frame : state)
        crowded.paint();
}
BENCHMARK(paintAll)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

/// The mouse moves over it: the cursor snaps, the read-out is made and told to screen readers, everything is painted.
void moveCursor(benchmark::State& state)
{
    CrowdedTimeline crowded(samples::crowded(static_cast<int>(state.range(0))));
    int step = 0;
    for ([[maybe_unused]] auto frame : state) {
        crowded.state.setCursor(fromSeconds(1 + (step++ % 500) * 0.1));
        crowded.paint();
    }
}
BENCHMARK(moveCursor)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

/// A third of the run is visible and moves.
void scroll(benchmark::State& state)
{
    CrowdedTimeline crowded(samples::crowded(static_cast<int>(state.range(0))));
    int step = 0;
    for ([[maybe_unused]] auto frame : state) {
        const double from = (step++ % 400) * 0.1;
        crowded.state.setRange(TimeRange{fromSeconds(from), fromSeconds(from + 20)});
        crowded.paint();
    }
}
BENCHMARK(scroll)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

/// So near that single events are told apart.
void scrollNear(benchmark::State& state)
{
    CrowdedTimeline crowded(samples::crowded(static_cast<int>(state.range(0))));
    int step = 0;
    for ([[maybe_unused]] auto frame : state) {
        const double from = (step++ % 400) * 0.1;
        crowded.state.setRange(TimeRange{fromSeconds(from), fromSeconds(from + 0.5)});
        crowded.paint();
    }
}
BENCHMARK(scrollNear)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

/// What a live run adds between two frames; nothing is painted. It must not depend on how much there is already.
void grow(benchmark::State& state)
{
    CrowdedTimeline crowded(samples::crowded(static_cast<int>(state.range(0))));
    for ([[maybe_unused]] auto event : state)
        crowded.grow();
}
BENCHMARK(grow)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

/// One lane of a hundred pairs under one another, as many as fit.
void race(benchmark::State& state)
{
    CrowdedTimeline crowded(samples::race(100));
    crowded.state.setCompared(static_cast<LaneKind>(state.range(0)));
    for ([[maybe_unused]] auto frame : state)
        crowded.paint();
}
BENCHMARK(race)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
