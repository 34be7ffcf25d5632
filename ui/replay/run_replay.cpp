// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is over, played again.
#include "ui/replay/run_replay.h"

#include <algorithm>
#include <utility>

#include "session/free_elsewhere.h"
#include "session/replay.h"

namespace halfopen {

namespace {

constexpr qint64 kReplaySlice = 10;      // ms of folding between two looks at the event loop
constexpr int kReplayTick = 33;          // ms; 30 pictures a second
constexpr qint64 kReplayTold = 100;      // ms; the tenths of what counts beside the pictures
constexpr std::size_t kFoldsAtOnce = 64; // between two looks at the clock
constexpr std::size_t kPredictedAtOnce = 16; // pairs; a few ms

/// The controller of a live run predicts again after these.
bool changesPredictions(const Event& event)
{
    if (const auto* info = std::get_if<TcpInfoEvent>(&event.body))
        return info->atFault;
    return std::holds_alternative<HelloEvent>(event.body) || std::holds_alternative<SysctlEvent>(event.body)
        || std::holds_alternative<StartedEvent>(event.body) || std::holds_alternative<FaultEvent>(event.body)
        || std::holds_alternative<FinishedEvent>(event.body);
}

} // namespace

RunReplay::RunReplay(QObject* parent) : QObject(parent)
{
    m_work.setInterval(0);
    m_tick.setInterval(kReplayTick);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_predict.setSingleShot(true);
    m_predict.setInterval(0);
    connect(&m_work, &QTimer::timeout, this, &RunReplay::work);
    connect(&m_predict, &QTimer::timeout, this, [this] {
        if (!m_building) // what is foreseen then takes the place of this
            predictAgain();
    });
    connect(&m_tick, &QTimer::timeout, this, &RunReplay::tick);
}

void RunReplay::open(Recording recording)
{
    close();
    m_recording = std::move(recording);
    freeElsewhere(std::exchange(m_timeline, Timeline{m_recording.experiment()}));
    m_foresees = true;
    if (!isOpen())
        return;
    predictSoon();
    Q_EMIT opened();
    toStart();
}

void RunReplay::close()
{
    m_tick.stop();
    m_work.stop();
    m_predict.stop();
    m_wanted.reset();
    if (m_building)
        freeElsewhere(std::exchange(m_building, std::nullopt));
    m_since.invalidate();
    if (!isOpen())
        return;
    freeElsewhere(std::exchange(m_recording, {}));
    Q_EMIT closed();
    freeElsewhere(std::exchange(m_timeline, Timeline{}));
    m_predictions.clear();
    m_at = RunTime{0};
}

RunTime RunReplay::now() const
{
    if (!m_since.isValid())
        return m_at;
    const RunTime gone{static_cast<std::int64_t>(static_cast<double>(m_since.nsecsElapsed()) * m_speed)};
    return std::min(m_at + gone, m_recording.end());
}

void RunReplay::stand(RunTime instant)
{
    m_at = instant;
    if (isPlaying())
        m_since.start();
    else
        m_since.invalidate();
}

void RunReplay::play()
{
    if (!isOpen() || isPlaying())
        return;
    if (!isSeeking() && position() >= count())
        toStart();
    m_tick.start();
    m_told.start();
    stand(m_at);
    Q_EMIT moved();
}

void RunReplay::pause()
{
    if (!isPlaying())
        return;
    const RunTime instant = now();
    m_tick.stop();
    stand(instant);
    Q_EMIT moved();
}

void RunReplay::setSpeed(double speed)
{
    const double wanted = std::clamp(speed, kSlowestReplay, kFastestReplay);
    if (m_speed == wanted)
        return;
    const RunTime instant = now();
    m_speed = wanted;
    stand(instant);
    Q_EMIT moved();
}

void RunReplay::seek(RunTime instant)
{
    const RunTime at = std::clamp(instant, RunTime{0}, m_recording.end());
    // With nothing known it would not be a run: the agent's first word always is.
    go({std::max<std::size_t>(m_recording.knownAt(at), 1), at});
}

void RunReplay::step(int events)
{
    pause();
    const auto from = static_cast<std::ptrdiff_t>(m_wanted ? m_wanted->count : position());
    const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + events, 1, static_cast<std::ptrdiff_t>(count())));
    go({to, m_recording.instantOf(to)});
}

void RunReplay::toStart() { seek(RunTime{0}); }

void RunReplay::toEnd() { seek(m_recording.end()); }

void RunReplay::go(const Place& place)
{
    if (!isOpen())
        return;
    m_wanted = place;
    if (!m_work.isActive())
        m_work.start();
    work();
}

bool RunReplay::fold(Timeline& timeline, std::size_t upTo)
{
    QElapsedTimer clock;
    clock.start();
    while (timeline.eventCount() < upTo) {
        if (clock.hasExpired(kReplaySlice))
            return false;
        const auto from = timeline.eventCount();
        for (auto number = from; number < std::min(from + kFoldsAtOnce, upTo); ++number) {
            const Event& event = m_recording.events()[number];
            timeline.append(event);
            m_foresees = m_foresees || changesPredictions(event);
        }
    }
    return true;
}

void RunReplay::work()
{
    if (!m_wanted) {
        m_work.stop();
        return;
    }
    // One way back is gone to its end before the next begins: while a slider is dragged each is a picture.
    if (!m_building && m_wanted->count < position()) {
        m_building.emplace(m_recording.experiment());
        m_buildingUpTo = m_wanted->count;
        m_foresees = true;
    }
    if (m_building) {
        if (!fold(*m_building, m_buildingUpTo))
            return;
        freeElsewhere(std::exchange(m_timeline, std::move(*m_building)));
        m_building.reset();
        predictSoon();
        Q_EMIT refolded();
        if (!m_wanted || m_wanted->count < position())
            return;
    }
    if (grow(m_wanted->count))
        arrive();
}

bool RunReplay::grow(std::size_t upTo)
{
    const auto before = position();
    const bool there = fold(m_timeline, upTo);
    if (position() != before) {
        predictSoon();
        Q_EMIT grew();
    }
    return there;
}

void RunReplay::arrive()
{
    if (!m_wanted)
        return;
    const RunTime instant = m_wanted->instant;
    m_wanted.reset();
    m_work.stop();
    stand(instant);
    Q_EMIT moved();
}

void RunReplay::tick()
{
    if (m_wanted)
        return;
    const RunTime instant = now();
    const bool there = grow(m_recording.knownAt(instant));
    if (there && instant >= m_recording.end()) {
        pause();
    } else if (!there) {
        stand(m_recording.instantOf(position())); // more happens than can be folded: time waits for it
        Q_EMIT moved();
    } else if (m_told.hasExpired(kReplayTold)) {
        m_told.start();
        Q_EMIT passed();
    }
}

void RunReplay::predictSoon()
{
    if (m_timeline.pairs().size() <= kPredictedAtOnce)
        predictAgain();
    else if (m_foresees)
        m_predict.start();
}

void RunReplay::predictAgain()
{
    if (!std::exchange(m_foresees, false))
        return;
    auto predictions = predictRun(m_timeline);
    if (predictions == m_predictions)
        return;
    m_predictions = std::move(predictions);
    Q_EMIT predictionsChanged();
}

} // namespace halfopen
