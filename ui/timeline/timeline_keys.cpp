// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and menu of the time line.
#include "ui/timeline/timeline_view.h"

#include "ui/timeline/lanes.h"

#include <QAction>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace halfopen {

void TimelineView::zoom(double factor, double aroundX)
{
    const TimeRange range = axis().zoomed(factor, aroundX);
    m_state.setRange(range);
}

void TimelineView::pan(double pixels)
{
    const TimeRange range = axis().moved(pixels);
    m_state.setFollows(false);
    m_state.setRange(range);
}

void TimelineView::bringIntoSight(double seconds)
{
    const TimeAxis before = axis();
    const double x = before.x(seconds);
    if (x >= before.left() && x <= before.right())
        return;
    pan((before.left() + before.right()) / 2 - x);
    const TimeAxis after = axis();
    if (seconds < after.from() || seconds > after.to()) // so far away on a bent axis that shifting does not get there
        showEverything();
}

void TimelineView::moveCursor(double pixels)
{
    const TimeAxis shown = axis();
    const double from = m_state.cursor() ? shown.x(toSeconds(*m_state.cursor())) : shown.x(facts().now);
    m_pinned = true;
    m_readPair = -1;
    m_state.setCursor(fromSeconds(shown.seconds(std::clamp(from + pixels, shown.left(), shown.right()))));
}

void TimelineView::jumpCursor(bool forward)
{
    const RunFacts shown = facts();
    const RunTime from = m_state.cursor() ? *m_state.cursor() + shown.sinceHello(0) : shown.sinceHello(shown.now);
    const Moments moments(shown, m_picture.digest(m_state.pair()), m_state.pair(), m_state.end(),
                          m_state.showsBothEnds());
    const auto next = moments.neighbour(from, forward);
    m_pinned = true;
    m_readPair = -1;
    if (!next)
        return;
    m_state.setCursor(next->at - shown.sinceHello(0));
    bringIntoSight(shown.since(next->at));
}

void TimelineView::pickAtCursor()
{
    if (!m_state.cursor())
        return;
    const RunFacts shown = facts();
    const RunTime at = *m_state.cursor() + shown.sinceHello(0);
    const Moments moments(shown, m_picture.digest(m_state.pair()), m_state.pair(), m_state.end(),
                          m_state.showsBothEnds());
    const std::vector<Moment> found = moments.at(at);
    m_showingPicked = true;
    m_state.setSelected(found.empty() ? std::nullopt : std::optional{found.front().ref(m_state.pair())});
    m_showingPicked = false;
}

void TimelineView::markAtCursor()
{
    const RunTime here = m_state.cursor().value_or(fromSeconds(facts().now));
    if (!m_mark) {
        m_mark = here;
        m_state.setMeasured(TimeRange{here, here});
        return;
    }
    m_state.setMeasured(TimeRange{*m_mark, here});
    m_mark.reset();
}

void TimelineView::stepPair(int step)
{
    const auto pairs = static_cast<int>(facts().experiment->pairs.size());
    m_readPair = -1;
    m_state.setPair(std::clamp(m_state.pair() + step, 0, std::max(pairs - 1, 0)));
    const double row = currentLayout().rowHeight;
    const double top = m_state.pair() * row;
    if (top < m_rows->value())
        m_rows->setValue(static_cast<int>(std::floor(top)));
    else if (top + row > m_rows->value() + m_rows->pageStep())
        m_rows->setValue(static_cast<int>(std::ceil(top + row)) - m_rows->pageStep());
}

void TimelineView::cycleScale()
{
    switch (m_state.scale()) {
    case TimeScale::Linear:
        m_state.setScale(TimeScale::SquareRoot);
        break;
    case TimeScale::SquareRoot:
        m_state.setScale(TimeScale::Logarithmic);
        break;
    case TimeScale::Logarithmic:
        m_state.setScale(TimeScale::Linear);
        break;
    }
}

/// The next value of TCP_INFO; after the last one no lane of it.
void TimelineView::cycleInfo()
{
    const auto here = m_state.info() ? std::ranges::find(kInfoFields, *m_state.info()) + 1 : kInfoFields.begin();
    m_state.setInfo(here == kInfoFields.end() ? std::nullopt : std::optional{*here});
}

bool TimelineView::canLetGo() const
{
    return m_state.measured() || m_state.selected() || m_state.cursor() || m_mark;
}

void TimelineView::letGo()
{
    m_mark.reset();
    if (m_state.measured()) {
        m_state.setMeasured(std::nullopt);
        return;
    }
    m_pinned = false;
    m_state.setSelected(std::nullopt);
    m_state.setCursor(std::nullopt);
}

bool TimelineView::keyMoves(const QKeyEvent& event)
{
    const double page = plotArea().width() * 0.8;
    const double step = event.modifiers() & Qt::ShiftModifier ? 25.0 : 2.0;
    const bool jump = event.modifiers() & Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Left:
        jump ? jumpCursor(false) : moveCursor(-step);
        break;
    case Qt::Key_Right:
        jump ? jumpCursor(true) : moveCursor(step);
        break;
    case Qt::Key_Up:
        stepPair(-1);
        break;
    case Qt::Key_Down:
        stepPair(1);
        break;
    case Qt::Key_PageUp:
        pan(page);
        break;
    case Qt::Key_PageDown:
        pan(-page);
        break;
    case Qt::Key_Home:
        showEverything();
        break;
    case Qt::Key_End:
        m_state.setFollows(true);
        break;
    default:
        return false;
    }
    // While a mark is set the measured piece reaches to the cursor.
    if (m_mark && m_state.cursor())
        m_state.setMeasured(TimeRange{*m_mark, *m_state.cursor()});
    return true;
}

bool TimelineView::keyActs(const QKeyEvent& event)
{
    const QRectF plot = plotArea();
    const double centre = m_state.cursor() ? axis().x(toSeconds(*m_state.cursor())) : plot.center().x();
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1 / 1.5, centre);
        break;
    case Qt::Key_Minus:
        zoom(1.5, centre);
        break;
    case Qt::Key_M:
        markAtCursor();
        break;
    case Qt::Key_G:
        if (!m_state.isGuessing())
            return false;
        guessAt(m_state.cursor() ? centre : axis().x(facts().now));
        break;
    case Qt::Key_S:
        cycleScale();
        break;
    case Qt::Key_I:
        cycleInfo();
        break;
    case Qt::Key_R:
        m_state.setCompared(m_state.compared() ? std::nullopt : std::optional{LaneKind::Call});
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pickAtCursor();
        break;
    case Qt::Key_Escape:
        letGo();
        break;
    default:
        return false;
    }
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (keyMoves(*event) || (plain && keyActs(*event)))
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

bool TimelineView::event(QEvent* event)
{
    // Esc stops a run in the whole window; here it first lets go of what is marked.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        canLetGo())
        event->accept();
    if (event->type() == QEvent::ToolTip) {
        auto* const help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), tipAt(QPointF(help->pos()) / magnification()), this);
        return true;
    }
    return RunView::event(event);
}

QString TimelineView::tipAt(const QPointF& at) const
{
    const TimelineLayout layout = currentLayout();
    if (layout.flags.contains(at))
        return flagsToolTip(facts(), m_state.origin() == TimeOrigin::Fault ? facts().faultAt.value_or(0) : 0, m_state.compared() ? -1 : m_state.pair(), m_state.end());
    if (layout.leftOutSign.contains(at))
        return leftOutToolTip(layout);
    const LaneBox* const lane = layout.laneAt(at.y());
    if (!lane || at.x() >= layout.plot.left())
        return {};
    const int pair = lane->pair >= 0 ? lane->pair : m_state.pair();
    const bool ofEnd = lane->kind == LaneKind::Call || lane->kind == LaneKind::State;
    const Host end = ofEnd ? lane->end : m_state.end();
    return laneToolTip(facts(), m_picture.digest(pair).of(end), lane->kind, pair, end, m_state.info().value_or(InfoField::Rto));
}

QMenu* TimelineView::makeMenu(QWidget* parent)
{
    auto* const menu = new QMenu(tr("T&ime line"), parent);
    menu->setObjectName(QStringLiteral("timelineMenu"));
    fillMenu(menu);
    if (parent == this) {
        menu->setAttribute(Qt::WA_DeleteOnClose);
        Q_EMIT menuOpening(menu);
    } else {
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    }
    return menu;
}

void TimelineView::fillMenu(QMenu* menu)
{
    qDeleteAll(menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly)); // clear() leaves submenus
    menu->clear();
    const auto option = [this](QMenu* into, const char* name, const QString& text, bool on, auto act) {
        QAction* const action = into->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this, act);
    };
    connect(menu->addAction(tr("Show everything\tHome")), &QAction::triggered, this, &TimelineView::showEverything);
    option(menu, "follow", tr("Follow the run\tEnd"), m_state.follows(), [this](bool on) { m_state.setFollows(on); });
    menu->addSeparator();
    const auto scale = [&](const char* name, const QString& text, TimeScale wanted) {
        option(menu, name, text, m_state.scale() == wanted, [this, wanted] { m_state.setScale(wanted); });
    };
    scale("scaleLinear", tr("Linear time\tS"), TimeScale::Linear);
    scale("scaleRoot", tr("Square-root time: back-off stays readable\tS"), TimeScale::SquareRoot);
    scale("scaleLog", tr("Logarithmic time: each doubling has the same width\tS"), TimeScale::Logarithmic);
    option(menu, "countFromFault", tr("Count from the fault"), m_state.origin() == TimeOrigin::Fault,
           [this](bool on) { m_state.setOrigin(on ? TimeOrigin::Fault : TimeOrigin::Start); });
    menu->addSeparator();
    option(menu, "clientSide", tr("Client's side"), m_state.end() == Host::Client, [this] { m_state.setEnd(Host::Client); });
    option(menu, "serverSide", tr("Server's side"), m_state.end() == Host::Server, [this] { m_state.setEnd(Host::Server); });
    option(menu, "bothEnds", tr("Calls and states of both ends"), m_state.showsBothEnds(),
           [this](bool on) { m_state.setShowsBothEnds(on); });
    QMenu* const race = menu->addMenu(tr("All pairs under one another"));
    race->setObjectName(QStringLiteral("compareMenu"));
    for (const LaneKind kind : {LaneKind::Call, LaneKind::State, LaneKind::Timer, LaneKind::Wire})
        option(race, "compareLane", kind == LaneKind::Call ? laneName(kind) + QStringLiteral("\tR") : laneName(kind),
               m_state.compared() == kind, [this, kind] { m_state.setCompared(kind); });
    option(race, "compareNone", tr("Only the selected pair"), !m_state.compared(),
           [this] { m_state.setCompared(std::nullopt); });
    QMenu* const info = menu->addMenu(tr("TCP_INFO over time"));
    info->setObjectName(QStringLiteral("infoMenu"));
    option(info, "infoNone", tr("No lane for it\tI"), !m_state.info(), [this] { m_state.setInfo(std::nullopt); });
    for (const InfoField field : kInfoFields)
        option(info, "infoLane", tr("%1: %2", "a value of TCP_INFO, its meaning").arg(infoName(field), infoMeaning(field)),
               m_state.info() == field, [this, field] { m_state.setInfo(field); });
    menu->addSeparator();
    connect(menu->addAction(tr("Set or end a measure at the cursor\tM")), &QAction::triggered, this,
            &TimelineView::markAtCursor);
    connect(menu->addAction(tr("Pick the event at the cursor\tEnter")), &QAction::triggered, this,
            &TimelineView::pickAtCursor);
    QAction* const release = menu->addAction(tr("Let go of cursor, measure and event\tEsc"));
    release->setEnabled(canLetGo());
    connect(release, &QAction::triggered, this, &TimelineView::letGo);
}

} // namespace halfopen
