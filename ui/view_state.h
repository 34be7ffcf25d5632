// SPDX-License-Identifier: GPL-3.0-or-later
// What the user is looking at.
#pragma once

#include <QObject>

#include <optional>

#include "core/host.h"
#include "core/run_time.h"
#include "ui/timeline/info_field.h"

namespace halfopen {

/// How the time axis is drawn. SquareRoot spreads the time right after the fault and draws the rest together, so that
/// back-off from 0.2 s to minutes stays readable. Logarithmic does so more strongly: each doubling of the time since the
/// fault has the same width, so that even steps are a back-off; around the fault itself it is linear.
enum class TimeScale { Linear, SquareRoot, Logarithmic };

/// Which instant the axis calls 0.
enum class TimeOrigin { Start, Fault };

/// What one lane of the time line shows of a pair.
enum class LaneKind { Call, State, Timer, Wire, Queues, Info };

/// A piece of the run, both times since t = 0 (all pairs armed).
struct TimeRange final
{
    RunTime from{0};
    RunTime to{0};
    bool operator==(const TimeRange&) const = default;
};

/// One fact of the run that the user has picked, in whatever view: a packet, a call's edge, a timer's fire, a state's
/// change, a fault. Named by whose it is and when it was; what it was is in the timeline.
struct EventRef final
{
    int pair = 0;
    Host end = Host::Client;
    RunTime at{0}; // since hello, as in the timeline and the log; unlike all other times here
    bool operator==(const EventRef&) const = default;
};

/// When the learner of a lesson thinks that the end is noticed.
struct Guess final
{
    std::optional<RunTime> sinceFault{}; // empty: never
    bool operator==(const Guess&) const = default;
};

/// Selection, cursor and zoom, shared by all views; they talk to it, not to each other. It knows nothing of the run.
/// All its times but the selected event's count from t = 0, so they mean the same in a plan, a live run and a stored one.
class ViewState final : public QObject
{
    Q_OBJECT

public:
    explicit ViewState(QObject* parent = nullptr);

    [[nodiscard]] int pair() const { return m_pair; }
    [[nodiscard]] Host end() const { return m_end; }
    [[nodiscard]] bool showsBothEnds() const { return m_bothEnds; }
    [[nodiscard]] std::optional<RunTime> cursor() const { return m_cursor; }
    /// The visible piece; empty: whatever shows all of it.
    [[nodiscard]] std::optional<TimeRange> range() const { return m_range; }
    /// Whether the time line keeps "now" in sight while a run is live.
    [[nodiscard]] bool follows() const { return m_follow; }
    [[nodiscard]] TimeScale scale() const { return m_scale; }
    [[nodiscard]] TimeOrigin origin() const { return m_origin; }
    /// The lane of which all pairs' are stacked on the time line; empty: all lanes of the selected pair.
    [[nodiscard]] std::optional<LaneKind> compared() const { return m_compared; }
    /// The value of TCP_INFO that has a lane of its own; empty: none has.
    [[nodiscard]] std::optional<InfoField> info() const { return m_info; }
    /// The piece whose length the user measures.
    [[nodiscard]] const std::optional<TimeRange>& measured() const { return m_measured; }
    /// The fact that is picked in all views; empty: none.
    [[nodiscard]] const std::optional<EventRef>& selected() const { return m_selected; }
    /// Marked on the time line; empty: none was given.
    [[nodiscard]] const std::optional<Guess>& guess() const { return m_guess; }
    /// Whether the guess may still be changed.
    [[nodiscard]] bool isGuessing() const { return m_guessing; }

public Q_SLOTS:
    void setPair(int pair); // negative: 0
    void setEnd(halfopen::Host end);
    void setShowsBothEnds(bool both);
    void setCursor(std::optional<halfopen::RunTime> cursor);
    void setRange(std::optional<halfopen::TimeRange> range); // a range of no length is ignored
    void setFollows(bool follow);
    void setScale(halfopen::TimeScale scale);
    void setOrigin(halfopen::TimeOrigin origin);
    void setCompared(std::optional<halfopen::LaneKind> lane);
    void setInfo(std::optional<halfopen::InfoField> field);
    void setMeasured(std::optional<halfopen::TimeRange> range); // turned round if it runs backwards
    void setSelected(const std::optional<halfopen::EventRef>& event); // does not change the pair or the end looked at
    void setGuess(const std::optional<halfopen::Guess>& guess); // a negative time is the fault's
    void setGuessing(bool guessing);
    /// For a new run: no cursor, nothing measured, no event picked, everything visible, following. Pair, end, scale, the
    /// guess and what is compared stay.
    void forgetTimes();

Q_SIGNALS:
    void pairChanged(int pair);
    void endChanged(halfopen::Host end);
    void showsBothEndsChanged(bool both);
    void cursorChanged(std::optional<halfopen::RunTime> cursor);
    void rangeChanged(std::optional<halfopen::TimeRange> range);
    void followsChanged(bool follow);
    void scaleChanged(halfopen::TimeScale scale);
    void originChanged(halfopen::TimeOrigin origin);
    void comparedChanged(std::optional<halfopen::LaneKind> lane);
    void infoChanged(std::optional<halfopen::InfoField> field);
    void measuredChanged(std::optional<halfopen::TimeRange> range);
    void selectedChanged(const std::optional<halfopen::EventRef>& event);
    /// The guess, or whether it may be changed.
    void guessChanged();

private:
    int m_pair = 0;
    Host m_end = Host::Client;
    bool m_bothEnds = false;
    std::optional<RunTime> m_cursor;
    std::optional<TimeRange> m_range;
    bool m_follow = true;
    TimeScale m_scale = TimeScale::Linear;
    TimeOrigin m_origin = TimeOrigin::Fault;
    std::optional<LaneKind> m_compared;
    std::optional<InfoField> m_info;
    std::optional<TimeRange> m_measured;
    std::optional<EventRef> m_selected;
    std::optional<Guess> m_guess;
    bool m_guessing = false;
};

} // namespace halfopen
