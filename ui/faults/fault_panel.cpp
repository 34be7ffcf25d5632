// SPDX-License-Identifier: GPL-3.0-or-later
// All faults by place, one row each: for the script before a run, for the run itself while it is live.
#include "ui/faults/fault_panel.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/faults/fault_line.h"
#include "ui/faults/fault_state.h"
#include "ui/faults/fault_text.h"
#include "ui/faults/nat_memory.h"
#include "ui/text/core_words.h"
#include "ui/theme/looks.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

constexpr double kPause = 5; // s from the end of the last fault to the next one that is added

double afterAll(const std::vector<Fault>& faults)
{
    double last = 0;
    for (const Fault& fault : faults)
        last = std::max(last, fault.atSeconds + fault.healAfterSeconds.value_or(0));
    return last + kPause;
}

} // namespace

FaultPanel::FaultPanel(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("faults"));
    setAccessibleName(tr("Faults by place"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    for (const FaultPlace place : kFaultPlaces)
        buildPlace(place, *layout);
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_instant.reset(); // nobody has told one for so long
        showLines();
    });
    showLines();
}

void FaultPanel::buildPlace(FaultPlace place, QVBoxLayout& layout)
{
    auto* heading = new QToolButton(this);
    heading->setObjectName(QStringLiteral("faults.place") + QString::number(static_cast<int>(place)));
    heading->setAutoRaise(true);
    heading->setCheckable(true);
    heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    wear(*heading, Look::PlaceButton);
    QFont small = heading->font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    heading->setFont(small);
    layout.addWidget(heading, 0, Qt::AlignLeft);
    m_headings.push_back(heading);
    connect(heading, &QToolButton::toggled, this, &FaultPanel::showPlaces);
    for (const CataloguedFault& entry : faultCatalogue()) {
        if (entry.place != place)
            continue;
        auto* line = new FaultLine(entry, this);
        layout.addWidget(line);
        m_lines.push_back(line);
        connect(line, &FaultLine::switched, this, [this, &entry](bool on, const Fault& fault) { takeSwitch(entry, on, fault); });
        connect(line, &FaultLine::changed, this, [this, &entry](const Fault& fault) { replaceInForce(entry, fault); });
        connect(line, &FaultLine::againWanted, this, [this, &entry] { comeAgain(entry); });
        connect(line, &FaultLine::edited, this, [this, &entry](int number, const Fault& fault, const QString& field) {
            const auto indices = indicesOf(entry);
            if (static_cast<std::size_t>(number) >= indices.size())
                return;
            auto next = m_faults;
            const std::size_t index = indices[static_cast<std::size_t>(number)];
            next[index] = fault;
            tell(next, tr("Change a fault"), QStringLiteral("fault%1.%2").arg(index).arg(field));
        });
        connect(line, &FaultLine::removed, this, [this, &entry](int number) {
            const auto indices = indicesOf(entry);
            if (static_cast<std::size_t>(number) >= indices.size())
                return;
            auto next = m_faults;
            next.erase(next.begin() + static_cast<std::ptrdiff_t>(indices[static_cast<std::size_t>(number)]));
            tell(next, tr("Remove a fault"));
        });
    }
}

void FaultPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Faults by place"));
        showLines();
    }
    QWidget::changeEvent(event);
}

std::vector<std::size_t> FaultPanel::indicesOf(const CataloguedFault& entry) const
{
    std::vector<std::size_t> indices;
    for (std::size_t index = 0; index < m_faults.size(); ++index) {
        if (covers(entry, m_faults[index]))
            indices.push_back(index);
    }
    return indices;
}

void FaultPanel::setExperiment(const Experiment& experiment)
{
    m_faults = experiment.faults;
    m_where = FaultSurroundings::of(experiment, m_where.noNamespaces);
    showLines();
}

void FaultPanel::setNoNamespaces(const QString& reason)
{
    m_where.noNamespaces = reason;
    showLines();
}

void FaultPanel::setLiveRun(const Timeline* run)
{
    m_run = run;
    const bool counts = run && (!faultsInForce(*run, FaultKind::NatForget).empty() || !faultsInForce(*run, FaultKind::Reboot).empty());
    if (run)
        m_clock.heard(run->lastTime());
    else
        m_clock.stop(RunTime{0});
    if (!run || (m_instant && *m_instant < run->lastTime()))
        m_instant.reset();
    if (counts && !m_tick.isActive())
        m_tick.start();
    else if (!counts)
        m_tick.stop();
    showLines();
}

void FaultPanel::follow(RunTime instant)
{
    if (!m_tick.isActive())
        return;
    m_instant = instant;
    m_tick.start();
    showLines();
}

void FaultPanel::setPair(int pair)
{
    m_pair = pair;
    showLines();
}

void FaultPanel::takeSwitch(const CataloguedFault& entry, bool on, const Fault& fault)
{
    if (m_run) {
        if (on)
            Q_EMIT faultRequested(fault);
        for (const FaultSpan* const span : on ? std::vector<const FaultSpan*>{} : faultsInForce(*m_run, entry))
            Q_EMIT healRequested(span->id);
        return;
    }
    if (on) {
        addToScript(fault);
        return;
    }
    auto next = m_faults;
    std::erase_if(next, [&](const Fault& each) { return covers(entry, each); });
    tell(next, tr("Remove a fault"));
}

/// The new one comes first, then the others go: in between no packet slips through. What was to heal by itself still
/// heals when it was to.
void FaultPanel::replaceInForce(const CataloguedFault& entry, Fault fault)
{
    if (!m_run)
        return;
    const auto spans = faultsInForce(*m_run, entry);
    fault.healAfterSeconds.reset();
    if (!spans.empty() && spans.back()->fault.healAfterSeconds)
        fault.healAfterSeconds = std::max(*spans.back()->fault.healAfterSeconds - toSeconds(m_clock.now() - spans.back()->applied), 0.001);
    Q_EMIT faultRequested(fault);
    for (const FaultSpan* const span : spans)
        Q_EMIT healRequested(span->id);
}

void FaultPanel::addToScript(Fault fault)
{
    auto next = m_faults;
    fault.atSeconds = next.empty() ? Fault{}.atSeconds : afterAll(next);
    next.push_back(fault);
    tell(next, tr("Add a fault"));
}

void FaultPanel::comeAgain(const CataloguedFault& entry)
{
    auto next = m_faults;
    const auto indices = indicesOf(entry);
    if (indices.empty())
        return;
    // What lasts for ever cannot come again: it is healed first.
    Fault& last = next[indices.back()];
    if (!last.healAfterSeconds)
        last.healAfterSeconds = kPause;
    Fault fault = last;
    fault.atSeconds += *fault.healAfterSeconds + kPause;
    next.insert(next.begin() + static_cast<std::ptrdiff_t>(indices.back()) + 1, fault);
    tell(next, tr("Add a fault"));
}

void FaultPanel::tell(std::vector<Fault> faults, const QString& what, const QString& key)
{
    if (faults == m_faults)
        return;
    m_faults = std::move(faults);
    showLines();
    Q_EMIT edited(m_faults, what, key);
}

void FaultPanel::showLines()
{
    FaultSurroundings where = m_where;
    if (m_run && m_run->place())
        where = {pathOf(m_run->experiment(), m_run), {}};
    for (FaultLine* const line : m_lines)
        line->show(shownOf(line->entry(), where));
    showPlaces();
}

FaultLineShow FaultPanel::shownOf(const CataloguedFault& entry, const FaultSurroundings& where) const
{
    FaultLineShow shown;
    for (const std::size_t index : indicesOf(entry))
        shown.faults.push_back(m_faults[index]);
    shown.state = FaultState::of(entry, m_run ? m_run->experiment().faults : m_faults, m_run);
    shown.live = m_run != nullptr;
    shown.path = where.path;
    shown.obstacle = obstacle(entry, where);
    for (const Fault& fault : shown.faults) {
        // The kind may work there, but not with these values.
        const Result<void> works = worksOnLoopback(fault);
        if (!m_run && where.path == PathKind::Loopback && shown.obstacle.isEmpty() && !works)
            shown.obstacle = fromCore(works.error().message);
    }
    if (m_run && shown.obstacle.isEmpty())
        shown.obstacle = liveObstacle(entry, *m_run);
    if (m_run) {
        const auto spans = faultsInForce(*m_run, entry);
        shown.howManyInForce = isMomentary(entry.kind) ? 0 : static_cast<int>(spans.size());
        if (shown.howManyInForce > 0)
            shown.inForce = spans.back()->fault;
        shown.memory = memory(entry);
    }
    return shown;
}

QString FaultPanel::memory(const CataloguedFault& entry) const
{
    if (entry.kind == FaultKind::Reboot) {
        const auto spans = faultsInForce(*m_run, entry);
        if (spans.empty())
            return {};
        const double left = spans.back()->fault.backAfterSeconds - toSeconds(now() - spans.back()->applied);
        return tr("back in %1", "a rebooting host, time").arg(countdownText(left));
    }
    const auto known = entry.kind == FaultKind::NatForget ? NatMemory::of(*m_run, m_pair, now()) : std::nullopt;
    if (!known)
        return {};
    const auto& pairs = m_run->experiment().pairs;
    return memoryText(*known, fromCore(pairs[static_cast<std::size_t>(m_pair)].name));
}

void FaultPanel::showPlaces()
{
    const PathKind path = m_run && m_run->place() ? pathOf(m_run->experiment(), m_run) : m_where.path;
    for (std::size_t index = 0; index < kFaultPlaces.size(); ++index) {
        QToolButton& heading = *m_headings[index];
        int hidden = 0;
        bool foldable = false;
        for (FaultLine* const line : m_lines) {
            if (line->entry().place != kFaultPlaces[index])
                continue;
            foldable = foldable || !line->isPressing();
            const bool visible = heading.isChecked() || line->isPressing();
            line->setVisible(visible);
            hidden += visible ? 0 : 1;
        }
        const QString place = placeText(kFaultPlaces[index], path);
        heading.setText(hidden > 0 ? tr("%1 – %n more", "place; faults that are folded away", hidden).arg(place) : place);
        heading.setAccessibleName(tr("Faults: %1", "place").arg(heading.text()));
        heading.setToolTip(!foldable ? QString{} : hidden > 0 ? tr("Show all faults here") : tr("Show only the usual faults here"));
        heading.setArrowType(!foldable ? Qt::NoArrow : heading.isChecked() ? Qt::DownArrow : Qt::RightArrow);
        heading.setEnabled(foldable);
    }
}

} // namespace halfopen
