// SPDX-License-Identifier: GPL-3.0-or-later
// What the socket table costs: a look at a thousand sockets of which none, some or all have changed, with and without painting.
#include <QApplication>
#include <QHeaderView>
#include <QTableView>

#include <benchmark/benchmark.h>

#include <chrono>
#include <string>

#include "core/timeline.h"
#include "ui/sockets/socket_delegate.h"
#include "ui/sockets/socket_filter.h"
#include "ui/sockets/socket_table_model.h"

namespace {

using namespace halfopen;
using namespace std::chrono_literals;

constexpr int kPairs = 500;

Experiment manyPairs()
{
    Experiment experiment;
    for (int number = 0; number < kPairs; ++number) {
        Pair pair;
        pair.name = "reader " + std::to_string(number);
        experiment.pairs.push_back(pair);
    }
    return experiment;
}

/// The table as the dock has it, over a run whose sockets change as told.
class SocketTable final
{
public:
    SocketTable()
    {
        for (int socket = 0; socket < 2 * kPairs; ++socket)
            change(socket);
        m_model.restart(m_timeline);
        m_filter.setSourceModel(&m_model);
        m_view.setModel(&m_filter);
        m_view.setItemDelegate(new SocketDelegate(m_model, &m_view));
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        for (int column = SocketTableModel::Threshold; column < SocketTableModel::ColumnCount; ++column)
            m_view.setColumnHidden(column, true);
        m_view.resize(620, 240);
        m_view.show();
        QApplication::processEvents();
    }

    /// A tenth of a second goes by and so many sockets have an unanswered probe more.
    void tick(int changed)
    {
        m_now += 100ms;
        for (int number = 0; number < changed; ++number)
            change((m_next++) % (2 * kPairs));
    }

    void look() { m_model.refresh(m_timeline, m_now); }
    /// All that is in sight, at once: more than a change costs, never less.
    void paint() { m_view.viewport()->repaint(); }
    void filter(const SocketWish& wish) { m_filter.setWish(wish); }
    void sort() { m_view.sortByColumn(SocketTableModel::Unanswered, Qt::DescendingOrder); }

private:
    void change(int socket)
    {
        SocketRow row;
        row.local = {"10.0.1.2", static_cast<std::uint16_t>(20000 + socket)};
        row.remote = {"10.0.2.2", 9000};
        row.timer = KernelTimer::Keepalive;
        row.timerLeft = 3s;
        row.probesOut = ++m_probes;
        m_timeline.append({m_now, RowEvent{socket % 2 == 0 ? Host::Client : Host::Server, socket / 2, row}});
    }

    Timeline m_timeline{manyPairs()};
    SocketTableModel m_model;
    SocketFilter m_filter;
    QTableView m_view;
    RunTime m_now{0};
    int m_next = 0;
    int m_probes = 0;
};

void lookAtSockets(benchmark::State& state, SocketTable& table, bool painting)
{
    for (auto each : state) {
        static_cast<void>(each);
        state.PauseTiming();
        table.tick(static_cast<int>(state.range(0)));
        state.ResumeTiming();
        table.look();
        if (painting)
            table.paint();
    }
}

void BM_Look(benchmark::State& state)
{
    SocketTable table;
    lookAtSockets(state, table, false);
}

void BM_LookAndPaint(benchmark::State& state)
{
    SocketTable table;
    lookAtSockets(state, table, true);
}

void BM_LookSorted(benchmark::State& state)
{
    SocketTable table;
    table.sort();
    lookAtSockets(state, table, true);
}

void BM_LookFiltered(benchmark::State& state)
{
    SocketTable table;
    SocketWish wish;
    wish.words = {QStringLiteral("keepalive")};
    table.filter(wish);
    lookAtSockets(state, table, true);
}

BENCHMARK(BM_Look)->Arg(0)->Arg(10)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond)->Iterations(200);
BENCHMARK(BM_LookAndPaint)->Arg(0)->Arg(10)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond)->Iterations(200);
BENCHMARK(BM_LookSorted)->Arg(10)->Arg(1000)->Unit(benchmark::kMicrosecond)->Iterations(100);
BENCHMARK(BM_LookFiltered)->Arg(10)->Arg(1000)->Unit(benchmark::kMicrosecond)->Iterations(100);

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
