// SPDX-License-Identifier: GPL-3.0-or-later
// All faults by place, one row each: for the script before a run, for the run itself while it is live.
#include "ui/faults/fault_panel.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/faults/fault_line.h"
#include "ui/faults/fault_state.h"

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
    for (const FaultPlace place : kFaultPlaces) {
        auto* heading = new QLabel(this);
        heading->setForegroundRole(QPalette::PlaceholderText);
        QFont small = heading->font();
        if (small.pointSizeF() > 0)
            small.setPointSizeF(small.pointSizeF() * 0.9);
        heading->setFont(small);
        layout->addWidget(heading);
        m_headings.push_back(heading);
        for (const CataloguedFault& entry : faultCatalogue()) {
            if (entry.place != place)
                continue;
            auto* line = new FaultLine(entry, this);
            layout->addWidget(line);
            m_lines.push_back(line);
            connect(line, &FaultLine::switched, this, [this, &entry](bool on, Direction direction) { takeSwitch(entry, on, direction); });
            connect(line, &FaultLine::againWanted, this, [this, &entry] { comeAgain(entry); });
            connect(line, &FaultLine::edited, this, [this, &entry](int number, const Fault& fault, const QString& field) {
                auto next = m_faults;
                const std::size_t index = indicesOf(entry)[static_cast<std::size_t>(number)];
                next[index] = fault;
                tell(next, tr("Change a fault"), QStringLiteral("fault%1.%2").arg(index).arg(field));
            });
            connect(line, &FaultLine::removed, this, [this, &entry](int number) {
                auto next = m_faults;
                next.erase(next.begin() + static_cast<std::ptrdiff_t>(indicesOf(entry)[static_cast<std::size_t>(number)]));
                tell(next, tr("Remove a fault"));
            });
        }
    }
    showLines();
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
    showLines();
}

void FaultPanel::takeSwitch(const CataloguedFault& entry, bool on, Direction direction)
{
    if (m_run) {
        if (on)
            Q_EMIT faultRequested(faultOf(entry, direction));
        for (const FaultSpan* const span : on ? std::vector<const FaultSpan*>{} : faultsInForce(*m_run, entry))
            Q_EMIT healRequested(span->id);
        return;
    }
    if (on) {
        addToScript(entry, direction);
        return;
    }
    auto next = m_faults;
    std::erase_if(next, [&](const Fault& fault) { return covers(entry, fault); });
    tell(next, tr("Remove a fault"));
}

void FaultPanel::addToScript(const CataloguedFault& entry, Direction direction)
{
    auto next = m_faults;
    Fault fault = faultOf(entry, direction);
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
        where = {m_run->place()->place == PlaceKind::Loopback, {}};
    for (std::size_t index = 0; index < kFaultPlaces.size(); ++index)
        m_headings[index]->setText(placeText(kFaultPlaces[index], where.onLoopback));
    for (FaultLine* const line : m_lines) {
        const CataloguedFault& entry = line->entry();
        FaultLineShow shown;
        for (const std::size_t index : indicesOf(entry))
            shown.faults.push_back(m_faults[index]);
        shown.state = FaultState::of(entry, m_run ? m_run->experiment().faults : m_faults, m_run);
        shown.live = m_run != nullptr;
        shown.onLoopback = where.onLoopback;
        shown.obstacle = obstacle(entry, where);
        if (m_run && shown.obstacle.isEmpty())
            shown.obstacle = liveObstacle(entry, *m_run);
        line->show(shown);
    }
}

} // namespace halfopen
