// SPDX-License-Identifier: GPL-3.0-or-later
// What the user is looking at.
#include "ui/view_state.h"

#include <algorithm>
#include <utility>

namespace halfopen {

ViewState::ViewState(QObject* parent) : QObject(parent) {}

void ViewState::setPair(int pair)
{
    const int wanted = std::max(pair, 0);
    if (m_pair == wanted)
        return;
    m_pair = wanted;
    Q_EMIT pairChanged(wanted);
}

void ViewState::setEnd(Host end)
{
    if (m_end == end)
        return;
    m_end = end;
    Q_EMIT endChanged(end);
}

void ViewState::setShowsBothEnds(bool both)
{
    if (m_bothEnds == both)
        return;
    m_bothEnds = both;
    Q_EMIT showsBothEndsChanged(both);
}

void ViewState::setCursor(std::optional<RunTime> cursor)
{
    if (m_cursor == cursor)
        return;
    m_cursor = cursor;
    Q_EMIT cursorChanged(cursor);
}

void ViewState::setRange(std::optional<TimeRange> range)
{
    if (m_range == range || (range && range->to <= range->from))
        return;
    m_range = range;
    Q_EMIT rangeChanged(range);
}

void ViewState::setFollows(bool follow)
{
    if (m_follow == follow)
        return;
    m_follow = follow;
    Q_EMIT followsChanged(follow);
}

void ViewState::setScale(TimeScale scale)
{
    if (m_scale == scale)
        return;
    m_scale = scale;
    Q_EMIT scaleChanged(scale);
}

void ViewState::setOrigin(TimeOrigin origin)
{
    if (m_origin == origin)
        return;
    m_origin = origin;
    Q_EMIT originChanged(origin);
}

void ViewState::setCompared(std::optional<LaneKind> lane)
{
    if (m_compared == lane)
        return;
    m_compared = lane;
    Q_EMIT comparedChanged(lane);
}

void ViewState::setInfo(std::optional<InfoField> field)
{
    if (m_info == field)
        return;
    m_info = field;
    Q_EMIT infoChanged(field);
}

void ViewState::setMeasured(std::optional<TimeRange> range)
{
    if (range && range->to < range->from)
        std::swap(range->from, range->to);
    if (m_measured == range)
        return;
    m_measured = range;
    Q_EMIT measuredChanged(range);
}

void ViewState::setSelected(const std::optional<EventRef>& event)
{
    if (m_selected == event)
        return;
    m_selected = event;
    Q_EMIT selectedChanged(event);
}

void ViewState::setGuess(const std::optional<Guess>& guess)
{
    auto wanted = guess;
    if (wanted && wanted->sinceFault)
        wanted->sinceFault = std::max(*wanted->sinceFault, RunTime{0});
    if (m_guess == wanted)
        return;
    m_guess = wanted;
    Q_EMIT guessChanged();
}

void ViewState::setGuessing(bool guessing)
{
    if (m_guessing == guessing)
        return;
    m_guessing = guessing;
    Q_EMIT guessChanged();
}

void ViewState::forgetTimes()
{
    setSelected(std::nullopt);
    setMeasured(std::nullopt);
    setCursor(std::nullopt);
    setRange(std::nullopt);
    setFollows(true);
}

} // namespace halfopen
