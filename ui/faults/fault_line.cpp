// SPDX-License-Identifier: GPL-3.0-or-later
// The row of one fault: switch, values, state lamp.
#include "ui/faults/fault_line.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/experiment/number_spin_box.h"
#include "ui/faults/fault_lamp.h"
#include "ui/faults/fault_text.h"
#include "ui/faults/fault_times.h"
#include "ui/faults/fault_values.h"

namespace halfopen {

namespace {

/// What an experiment begins with.
bool isUsual(FaultKind kind)
{
    return kind == FaultKind::Drop || kind == FaultKind::CableOut || kind == FaultKind::Kill || kind == FaultKind::Freeze;
}

QString spokenName(const CataloguedFault& entry, PathKind path)
{
    return FaultLine::tr("%1: %2", "place of the fault, what to do")
        .arg(placeText(entry.place, path), shortText(entry, path));
}

} // namespace

FaultLine::FaultLine(const CataloguedFault& entry, QWidget* parent) : QWidget(parent), m_entry(entry)
{
    setObjectName(QStringLiteral("fault.") + QLatin1String(entry.key) + QStringLiteral(".row"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    buildHead(*layout);
    m_script = new QLabel(this);
    m_script->setObjectName(QStringLiteral("fault.") + QLatin1String(entry.key) + QStringLiteral(".script"));
    m_script->setFont(m_state->font());
    m_script->setIndent(fontMetrics().height() * 3 / 2);
    m_script->setForegroundRole(QPalette::PlaceholderText);
    m_script->hide();
    layout->addWidget(m_script);
    m_list = new QVBoxLayout;
    m_list->setSpacing(2);
    layout->addLayout(m_list);
    showHead();
    // Toggled, not clicked: a screen reader toggles without a click.
    connect(m_switch, &QCheckBox::toggled, this, [this](bool on) {
        showHead(); // what is true is shown again at once, and the wish when it has come true
        Q_EMIT switched(on, wanted());
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
    if (FaultValues::has(m_entry.kind) || canHeal(m_entry.kind)) {
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
    if (FaultValues::has(m_entry.kind))
        buildValues(layout);
    if (canHeal(m_entry.kind))
        buildLasting(layout);
    if (m_unfold)
        m_unfold->setChecked(m_entry.kind == FaultKind::Drop);
}

void FaultLine::buildValues(QVBoxLayout& layout)
{
    const QString name = m_switch->objectName();
    const int indent = fontMetrics().height() * 3 / 2; // under the switch's words
    m_values = new FaultValues(name, {}, m_entry.kind, this);
    m_values->setFault(faultOf(m_entry));
    m_values->layout()->setContentsMargins(indent, 0, 0, 0);
    m_nowWord = new QLabel(this);
    m_nowWord->setObjectName(name + QStringLiteral(".now"));
    m_nowWord->setFont(m_state->font());
    m_nowWord->setIndent(indent);
    m_nowWord->setForegroundRole(QPalette::PlaceholderText);
    m_nowWord->hide();
    layout.addWidget(m_nowWord);
    layout.addWidget(m_values);
    m_changing = new QWidget(this);
    auto* row = new QHBoxLayout(m_changing);
    row->setContentsMargins(indent, 0, 0, 0);
    row->setSpacing(5);
    const auto button = [&](const char* suffix) {
        auto* made = new QPushButton(m_changing);
        made->setObjectName(name + QLatin1String(suffix));
        row->addWidget(made);
        return made;
    };
    m_apply = button(".apply");
    m_keep = button(".keep");
    row->addStretch(1);
    layout.addWidget(m_changing);
    m_changing->hide();
    connect(m_values, &FaultValues::edited, this, &FaultLine::showValues);
    connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT changed(m_values->fault()); });
    connect(m_keep, &QPushButton::clicked, this, [this] {
        m_lastInForce.reset();
        takeValuesInForce();
        showValues();
    });
}

void FaultLine::buildLasting(QVBoxLayout& layout)
{
    m_lasting = new QWidget(this);
    auto* row = new QHBoxLayout(m_lasting);
    row->setContentsMargins(fontMetrics().height() * 3 / 2, 0, 0, 0);
    row->setSpacing(5);
    m_lastsLabel = new QLabel(m_lasting);
    m_lasts = NumberSpinBox::ofSeconds(0, 3, m_lasting);
    m_lasts->setObjectName(m_switch->objectName() + QStringLiteral(".lasts"));
    m_lastsLabel->setBuddy(m_lasts);
    row->addWidget(m_lastsLabel);
    row->addWidget(m_lasts);
    row->addStretch(1);
    layout.addWidget(m_lasting);
    m_lasting->hide();
}

/// What the row makes: with the values it shows, and in a live run for as long as it says.
Fault FaultLine::wanted() const
{
    Fault fault = m_values ? m_values->fault() : faultOf(m_entry);
    fault.healAfterSeconds.reset();
    if (m_shown.live && m_lasts && m_lasts->value() > 0)
        fault.healAfterSeconds = m_lasts->value();
    return fault;
}

/// When a fault comes into force, or another one of its kind, its own values are shown; what the user is just choosing
/// stays as long as nothing has happened.
void FaultLine::takeValuesInForce()
{
    if (m_values && m_shown.inForce && (!m_lastInForce || !hasSameValues(*m_lastInForce, *m_shown.inForce)))
        m_values->setFault(*m_shown.inForce);
    m_lastInForce = m_shown.inForce;
}

bool FaultLine::isChanged() const
{
    return m_shown.live && m_shown.inForce && !hasSameValues(m_values->fault(), *m_shown.inForce);
}

void FaultLine::show(const FaultLineShow& shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    takeValuesInForce();
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
        // Deleted later: it may be the one whose button was pressed. What was half typed into it goes with it: its boxes
        // would tell it on hiding, of a fault that is there no more.
        m_times.back()->disconnect(this);
        m_times.back()->hide();
        m_times.back()->setObjectName({});
        m_list->removeWidget(m_times.back());
        m_times.back()->deleteLater();
        m_times.pop_back();
    }
    while (m_times.size() < m_shown.faults.size()) {
        const int number = static_cast<int>(m_times.size());
        auto* times = new FaultTimes(QStringLiteral("fault.%1.%2").arg(QLatin1String(m_entry.key)).arg(number),
                                     spokenName(m_entry, m_shown.path), m_entry.kind, this);
        connect(times, &FaultTimes::edited, this, [this, number](const Fault& fault, const QString& field) {
            Q_EMIT edited(number, fault, field);
        });
        connect(times, &FaultTimes::againWanted, this, &FaultLine::againWanted);
        connect(times, &FaultTimes::removed, this, [this, number] { Q_EMIT removed(number); });
        m_list->addWidget(times);
        m_times.push_back(times);
    }
    for (std::size_t index = 0; index < m_times.size(); ++index) {
        m_times[index]->setSpoken(spokenName(m_entry, m_shown.path));
        m_times[index]->setOnLoopback(m_shown.path == PathKind::Loopback);
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
    m_switch->setText(shortText(m_entry, m_shown.path));
    m_switch->setAccessibleName(spokenName(m_entry, m_shown.path));
    m_switch->setAccessibleDescription(m_shown.obstacle.isEmpty()
                                           ? state
                                           : tr("%1. %2", "state of a fault, why it cannot be made").arg(state, m_shown.obstacle));
    m_switch->setToolTip(m_shown.obstacle.isEmpty() ? effectText(m_entry, m_shown.path) : m_shown.obstacle);
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
    m_script->setText(tr("In the script, for the next run:"));
    m_script->setVisible(m_shown.live && !m_shown.faults.empty());
    showValues();
}

bool FaultLine::isPressing() const
{
    return isUsual(m_entry.kind) || !m_shown.faults.empty() || m_shown.state.phase != FaultPhase::Idle;
}

void FaultLine::showValues()
{
    if (!m_unfold)
        return;
    const QString spoken = spokenName(m_entry, m_shown.path);
    const bool offered = (m_shown.live || m_shown.faults.empty()) && m_switch->isEnabled();
    // What is in force is shown even where it cannot be changed.
    const bool told = (m_values && (offered || (m_shown.live && m_shown.inForce))) || (m_lasting && offered && m_shown.live);
    const bool unfolded = told && m_unfold->isChecked();
    if (m_values)
        showChoice(spoken, offered, unfolded);
    if (m_lasting) {
        m_lasting->setVisible(unfolded && offered && m_shown.live && !m_shown.inForce);
        m_lastsLabel->setText(tr("lasts", "how long a fault lasts"));
        m_lasts->setSpecialValueText(tr("until healed", "how long a fault lasts"));
        m_lasts->setSuffix(tr(" s"));
        m_lasts->setAccessibleName(tr("%1: for how many seconds", "place of the fault and what to do").arg(spoken));
        m_lasts->setToolTip(tr("It heals by itself after this time; switched on again and again it makes the way flap"));
    }
    m_unfold->setVisible(told);
    m_unfold->setArrowType(m_unfold->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_unfold->setAccessibleName(tr("%1: its values", "place of the fault and what to do").arg(spoken));
    m_unfold->setToolTip(m_unfold->isChecked() ? tr("Hide its values") : tr("Show its values"));
}

void FaultLine::showChoice(const QString& spoken, bool offered, bool unfolded)
{
    const QString fixed = m_shown.inForce ? fixedBecause(m_entry.kind) : QString{};
    m_values->setSpoken(spoken);
    m_values->setOnLoopback(m_shown.path == PathKind::Loopback);
    m_values->setVisible(unfolded);
    // The same fields stand below once more: those of the script.
    m_nowWord->setText(m_shown.inForce ? tr("In force now:") : tr("To be made now:"));
    m_nowWord->setVisible(unfolded && m_shown.live && !m_shown.faults.empty());
    m_values->setEnabled(offered && fixed.isEmpty());
    m_values->setToolTip(fixed);
    m_values->setAccessibleDescription(fixed);
    m_changing->setVisible(unfolded && m_values->isEnabled() && isChanged());
    m_apply->setText(tr("Change it now"));
    m_apply->setAccessibleName(tr("%1: change it now", "place of the fault and what to do").arg(spoken));
    m_apply->setToolTip(m_shown.howManyInForce > 1
                            ? tr("Puts one fault with these values in the place of the %n that are in force", nullptr, m_shown.howManyInForce)
                            : tr("Puts a fault with these values in the place of the one in force, without a gap"));
    m_keep->setText(tr("Keep"));
    m_keep->setAccessibleName(tr("%1: keep its values", "place of the fault and what to do").arg(spoken));
    m_keep->setToolTip(tr("Shows the values in force again"));
}

} // namespace halfopen
