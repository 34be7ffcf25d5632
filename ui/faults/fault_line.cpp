// SPDX-License-Identifier: GPL-3.0-or-later
// The row of one fault: switch, values, state lamp.
#include "ui/faults/fault_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/faults/fault_lamp.h"
#include "ui/faults/fault_times.h"

namespace halfopen {

namespace {

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
        Q_EMIT switched(on, chosenDirection(*m_direction));
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
    m_direction = makeDirectionChoice(name, this);
    auto* ways = new QHBoxLayout;
    ways->addSpacing(fontMetrics().height() * 3 / 2);
    ways->addWidget(m_direction);
    ways->addStretch(1);
    layout.addLayout(ways);
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
    writeDirections(*m_direction, spokenName(m_entry, m_shown.onLoopback));
    m_direction->setVisible(m_entry.kind == FaultKind::Drop && (m_shown.live || m_shown.faults.empty()));
}

} // namespace halfopen
