// SPDX-License-Identifier: GPL-3.0-or-later
// The row of one fault: switch, values, state lamp.
#include "ui/faults/fault_line.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/faults/fault_lamp.h"
#include "ui/faults/fault_times.h"
#include "ui/faults/fault_values.h"

namespace halfopen {

namespace {

/// What an experiment begins with.
bool isUsual(FaultKind kind)
{
    return kind == FaultKind::Drop || kind == FaultKind::CableOut || kind == FaultKind::Kill || kind == FaultKind::Freeze;
}

QString spokenName(const CataloguedFault& entry, bool onLoopback)
{
    return FaultLine::tr("%1: %2", "place of the fault, what to do")
        .arg(placeText(entry.place, onLoopback), shortText(entry, onLoopback));
}

} // namespace

FaultLine::FaultLine(const CataloguedFault& entry, QWidget* parent) : QWidget(parent), m_entry(entry)
{
    setObjectName(QStringLiteral("fault.") + QLatin1String(entry.key) + QStringLiteral(".row"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    buildHead(*layout);
    m_list = new QVBoxLayout;
    m_list->setSpacing(2);
    layout->addLayout(m_list);
    showHead();
    connect(m_switch, &QCheckBox::clicked, this, [this](bool on) {
        showHead(); // what is true is shown again at once, and the wish when it has come true
        Q_EMIT switched(on, m_values ? m_values->fault() : faultOf(m_entry));
    });
}

void FaultLine::buildHead(QVBoxLayout& layout)
{
    const QString name = QStringLiteral("fault.") + QLatin1String(m_entry.key);
    m_switch = new QCheckBox(this);
    m_switch->setObjectName(name);
    m_lamp = new FaultLamp(this);
    m_state = new QLabel(this);
    m_state->setObjectName(name + QStringLiteral(".state"));
    QFont small = m_state->font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    m_state->setFont(small);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_switch);
    if (FaultValues::has(m_entry.kind)) {
        m_unfold = new QToolButton(this);
        m_unfold->setObjectName(name + QStringLiteral(".unfold"));
        m_unfold->setAutoRaise(true);
        m_unfold->setCheckable(true);
        head->addWidget(m_unfold);
        connect(m_unfold, &QToolButton::toggled, this, &FaultLine::showValues);
    }
    head->addStretch(1);
    head->addWidget(m_lamp);
    head->addWidget(m_state);
    layout.addLayout(head);
    m_reason = new QLabel(this);
    m_reason->setObjectName(name + QStringLiteral(".reason"));
    m_reason->setFont(small);
    m_reason->setWordWrap(true);
    m_reason->setIndent(fontMetrics().height() * 3 / 2);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    layout.addWidget(m_reason);
    m_memory = new QLabel(this);
    m_memory->setObjectName(name + QStringLiteral(".memory"));
    m_memory->setFont(small);
    m_memory->setWordWrap(true);
    m_memory->setIndent(fontMetrics().height() * 3 / 2);
    m_memory->hide();
    layout.addWidget(m_memory);
    if (!m_unfold)
        return;
    m_values = new FaultValues(name, {}, m_entry.kind, this);
    m_values->setFault(faultOf(m_entry));
    m_values->layout()->setContentsMargins(fontMetrics().height() * 3 / 2, 0, 0, 0); // under the switch's words
    m_unfold->setChecked(m_entry.kind == FaultKind::Drop);
    layout.addWidget(m_values);
}

void FaultLine::show(const FaultLineShow& shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    showTimes();
    showHead();
}

void FaultLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        showTimes();
        showHead();
    }
    QWidget::changeEvent(event);
}

void FaultLine::showTimes()
{
    while (m_times.size() > m_shown.faults.size()) {
        // Deleted later: it may be the one whose button was pressed.
        m_times.back()->hide();
        m_times.back()->setObjectName({});
        m_list->removeWidget(m_times.back());
        m_times.back()->deleteLater();
        m_times.pop_back();
    }
    while (m_times.size() < m_shown.faults.size()) {
        const int number = static_cast<int>(m_times.size());
        auto* times = new FaultTimes(QStringLiteral("fault.%1.%2").arg(QLatin1String(m_entry.key)).arg(number),
                                     spokenName(m_entry, m_shown.onLoopback), m_entry.kind, this);
        connect(times, &FaultTimes::edited, this, [this, number](const Fault& fault, const QString& field) {
            Q_EMIT edited(number, fault, field);
        });
        connect(times, &FaultTimes::againWanted, this, &FaultLine::againWanted);
        connect(times, &FaultTimes::removed, this, [this, number] { Q_EMIT removed(number); });
        m_list->addWidget(times);
        m_times.push_back(times);
    }
    for (std::size_t index = 0; index < m_times.size(); ++index) {
        m_times[index]->setSpoken(spokenName(m_entry, m_shown.onLoopback));
        m_times[index]->setOnLoopback(m_shown.onLoopback);
        m_times[index]->setFault(m_shown.faults[index]);
        m_times[index]->setOffersAgain(index + 1 == m_times.size());
        m_times[index]->setEnabled(!m_shown.live);
        m_times[index]->setToolTip(m_shown.live ? tr("The run has its script already; this is for the next one.")
                                                : QString{});
    }
}

void FaultLine::showHead()
{
    const QSignalBlocker block(m_switch);
    const bool on = m_shown.live ? m_shown.state.phase == FaultPhase::InForce : !m_shown.faults.empty();
    const QString state = stateText(m_shown.state);
    m_switch->setText(shortText(m_entry, m_shown.onLoopback));
    m_switch->setAccessibleName(spokenName(m_entry, m_shown.onLoopback));
    m_switch->setAccessibleDescription(m_shown.obstacle.isEmpty()
                                           ? state
                                           : tr("%1. %2", "state of a fault, why it cannot be made").arg(state, m_shown.obstacle));
    m_switch->setToolTip(m_shown.obstacle.isEmpty() ? effectText(m_entry, m_shown.onLoopback) : m_shown.obstacle);
    m_switch->setChecked(on);
    // What cannot be made here can still be taken out of the script.
    m_switch->setEnabled(m_shown.obstacle.isEmpty() || (on && !m_shown.live));
    m_lamp->setPhase(m_shown.state.phase);
    m_state->setText(state);
    m_state->setEnabled(m_shown.state.phase != FaultPhase::Idle);
    m_reason->setText(m_shown.obstacle);
    m_reason->setVisible(!m_shown.obstacle.isEmpty() && !m_shown.live);
    m_memory->setText(m_shown.memory);
    m_memory->setVisible(!m_shown.memory.isEmpty());
    showValues();
}

bool FaultLine::isPressing() const
{
    return isUsual(m_entry.kind) || !m_shown.faults.empty() || m_shown.state.phase != FaultPhase::Idle;
}

void FaultLine::showValues()
{
    if (!m_values)
        return;
    const QString spoken = spokenName(m_entry, m_shown.onLoopback);
    const bool offered = (m_shown.live || m_shown.faults.empty()) && m_switch->isEnabled();
    m_values->setSpoken(spoken);
    m_values->setOnLoopback(m_shown.onLoopback);
    m_values->setVisible(offered && m_unfold->isChecked());
    m_unfold->setVisible(offered);
    m_unfold->setArrowType(m_unfold->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_unfold->setAccessibleName(tr("%1: its values", "place of the fault and what to do").arg(spoken));
    m_unfold->setToolTip(m_unfold->isChecked() ? tr("Hide its values") : tr("Show its values"));
}

} // namespace halfopen
