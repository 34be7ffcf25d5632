// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep that the user looks at: chosen and worked out.
#include "ui/sweep/sweep_study.h"

#include <algorithm>
#include <utility>

#include "session/free_elsewhere.h"
#include "session/sweep_filler.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/sweep/sweep_words.h"
#include "ui/text/core_words.h"

namespace halfopen {

namespace {

SweepEnd firstEnd(const Experiment& experiment)
{
    const auto ends = sweepEnds(experiment);
    return ends.empty() ? SweepEnd{} : ends.front();
}

bool looks(const Experiment& experiment, const SweepEnd& end)
{
    const auto ends = sweepEnds(experiment);
    return std::ranges::find(ends, end) != ends.end();
}

} // namespace

SweepStudy::SweepStudy(ExperimentDraft& draft, RunController& controller, QObject* parent)
    : QObject(parent), m_draft(draft), m_controller(controller), m_runner(controller)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &SweepStudy::work);
    connect(&m_draft, &ExperimentDraft::changed, this, &SweepStudy::follow);
    connect(&m_filling, &SweepFilling::filled, this, &SweepStudy::takeGrid);
    connect(&m_runner, &SweepRunner::runDone, this, &SweepStudy::takeRun);
    connect(&m_runner, &SweepRunner::ended, this, &SweepStudy::measuringChanged);
    connect(&m_controller, &RunController::timelineGrew, this, [this] {
        if (isMeasuring())
            Q_EMIT measuringChanged();
    });
}

SweepStudy::~SweepStudy() = default;

const Experiment& SweepStudy::experiment() const { return m_draft.experiment(); }

const KernelProfile& SweepStudy::kernel() const { return m_draft.kernel(); }

Experiment SweepStudy::pairAlone() const
{
    Experiment alone = m_draft.experiment();
    const auto pair = static_cast<std::size_t>(m_wish.end.pair);
    if (pair < alone.pairs.size())
        alone.pairs = {alone.pairs[pair]};
    return alone;
}

void SweepStudy::setWatched(const QObject* by, bool watched)
{
    const bool before = isWatched();
    if (watched)
        m_watchers.insert(by);
    else
        m_watchers.erase(by);
    if (isWatched() && !before)
        work();
}

void SweepStudy::setHeldBack(bool heldBack)
{
    if (m_heldBack == heldBack)
        return;
    m_heldBack = heldBack;
    follow();
}

void SweepStudy::setWish(const SweepWish& wish)
{
    if (m_wish == wish)
        return;
    m_wish = wish;
    Q_EMIT wishChanged();
    follow();
}

void SweepStudy::goAround() { setWish(wishAround(m_wish, pairAlone(), kernel())); }

void SweepStudy::follow()
{
    if (isWatched())
        m_soon.start(0);
}

QString SweepStudy::obstacle() const
{
    if (m_heldBack)
        return SweepWords::tr("The lesson asks for your guess first: this map would tell the answer.");
    if (sweepEnds(experiment()).empty())
        return SweepWords::tr("No end of this experiment looks at its socket, so nobody would notice anything. Give one an activity such as recv().");
    if (experiment().faults.empty())
        return SweepWords::tr("Nothing happens to the peer in this experiment, so there is nothing to notice. Add a fault.");
    if (m_wish.across.key == m_wish.down.key || (!m_wish.sheets.key.empty() && (m_wish.sheets.key == m_wish.across.key || m_wish.sheets.key == m_wish.down.key)))
        return SweepWords::tr("Two axes are the same number. Choose another one for one of them.");
    return {};
}

/// Fills m_asked too.
Result<Sweep> SweepStudy::wantedSweep()
{
    Experiment base = pairAlone();
    m_asked = {};
    m_asked.end = {0, m_wish.end.end};
    m_asked.kernel = kernel();
    std::vector<SweepAxis> axes;
    const auto ask = [&](const AxisWish& wish) -> Result<AskedAxis> {
        Result<AskedAxis> asked = askedAxis(wish.key, wish.text(), base, kernel());
        if (asked)
            axes.push_back({asked->target.key(), asked->accepted});
        return asked;
    };
    Result<AskedAxis> down = ask(m_wish.down);
    if (!down)
        return down.error();
    Result<AskedAxis> across = ask(m_wish.across);
    if (!across)
        return across.error();
    m_asked.down = *std::move(down);
    m_asked.across = *std::move(across);
    if (!m_wish.sheets.key.empty()) {
        Result<AskedAxis> sheets = ask(m_wish.sheets);
        if (!sheets)
            return sheets.error();
        m_asked.sheets = *std::move(sheets);
    }
    const std::size_t sheets = m_asked.sheets ? m_asked.sheets->values.size() : 1;
    if (sheets > kMostSheets)
        return Error{0, SweepWords::tr("The third axis has %1 values, but there is room for %2 small maps. Take fewer values.").arg(sheets).arg(kMostSheets).toStdString()};
    if (const std::size_t cells = m_asked.across.values.size() * m_asked.down.values.size() * sheets; cells > kMostCells)
        return Error{0, SweepWords::tr("The map would have %1 cells, but has room for %2. Take fewer values; halfopen-cli sweep takes more.").arg(cells).arg(kMostCells).toStdString()};
    // What the cells have of their own, and what tells nothing of them: a slider of an axis moves only the frame.
    base.title.clear();
    for (const SweepAxis& axis : axes)
        setAxisValue(base, axisTarget(axis.key, base).value(), axis.values.front());
    return Sweep::make(std::move(base), std::move(axes));
}

/// Another experiment may have nobody at that end, or no such numbers.
void SweepStudy::fitWish()
{
    if (sweepEnds(experiment()).empty())
        return;
    SweepWish wish = m_wish;
    if (!looks(experiment(), wish.end))
        wish.end = firstEnd(experiment());
    std::swap(wish, m_wish); // pairAlone() goes by it
    const Experiment alone = pairAlone();
    if (!axisTarget(m_wish.across.key, alone) || !axisTarget(m_wish.down.key, alone)) {
        SweepWish first = firstWish(alone, kernel(), {0, m_wish.end.end});
        first.end = m_wish.end;
        first.figure = m_wish.figure;
        m_wish = std::move(first);
    } else if (!m_wish.sheets.key.empty() && !axisTarget(m_wish.sheets.key, alone)) {
        m_wish.sheets = {};
    }
    if (!(wish == m_wish))
        Q_EMIT wishChanged();
}

void SweepStudy::work()
{
    fitWish();
    if (const QString sentence = obstacle(); !sentence.isEmpty()) {
        complain(sentence);
        return;
    }
    Result<Sweep> sweep = wantedSweep();
    if (!sweep) {
        complain(fromCore(sweep.error().message));
        return;
    }
    m_complaint.clear();
    m_asked.sweep = *sweep;
    if (m_map && m_asked == m_filled) {
        m_present = presentPlace(*m_map, pairAlone(), kernel());
        Q_EMIT mapChanged();
        return;
    }
    if (m_filling.isBusy() && m_asked == m_sent)
        return;
    m_sent = m_asked;
    // A run measures on this machine: it needs a processor.
    m_filling.fill(*std::move(sweep), kernel(), m_controller.isActive() ? 1 : threadsHere());
    Q_EMIT mapChanged();
}

void SweepStudy::complain(const QString& sentence)
{
    m_complaint = sentence;
    m_asked = {};
    m_filled = {};
    m_sent = {};
    m_present.reset();
    if (m_map)
        freeElsewhere(std::exchange(m_map, std::nullopt));
    Q_EMIT mapChanged();
}

void SweepStudy::takeGrid(const std::shared_ptr<SweepGrid>& grid)
{
    // One that was wished for before; the right one is under way.
    if (!m_asked.sweep || !grid->isComplete())
        return;
    const bool isLast = grid->sweep() == *m_asked.sweep && grid->kernel() == m_asked.kernel;
    const bool fitsAxes = grid->sweep().axes() == m_asked.sweep->axes();
    if (!fitsAxes)
        return;
    if (m_map)
        freeElsewhere(std::exchange(m_map, std::nullopt));
    m_map = mapOf(m_asked.across, m_asked.down, m_asked.sheets, m_asked.end, grid);
    m_filled = isLast ? m_asked : Asked{};
    m_present = presentPlace(*m_map, pairAlone(), kernel());
    showMeasured();
    Q_EMIT mapChanged();
}

void SweepStudy::take(const MapPlace& place)
{
    if (!m_map || !m_map->contains(place) || !m_map->gridCell(place))
        return;
    Experiment alone = pairAlone();
    // The map may be older than the experiment by the time that it takes to work it out.
    const auto isThere = [&](const SweepAxis& axis) { return axisTarget(axis.key, alone).ok(); };
    const auto pair = static_cast<std::size_t>(m_wish.end.pair);
    if (pair >= experiment().pairs.size() || !std::ranges::all_of(m_map->grid->sweep().axes(), isThere))
        return;
    m_map->grid->sweep().setTo(alone, *m_map->gridCell(place));
    Experiment next = alone;
    next.pairs = experiment().pairs;
    next.pairs[pair] = alone.pairs.front();
    m_draft.endMerging();
    m_draft.edit(next, SweepWords::tr("Set %1", "values of an experiment").arg(valuesText(*m_map, place)));
    m_draft.endMerging();
}

} // namespace halfopen
