// SPDX-License-Identifier: GPL-3.0-or-later
// One fault of the script: its own values, when it comes and how long it lasts.
#include "ui/faults/fault_times.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/experiment/number_spin_box.h"
#include "ui/faults/fault_values.h"

namespace halfopen {

FaultTimes::FaultTimes(const QString& name, const QString& spoken, FaultKind kind, QWidget* parent)
    : QWidget(parent), m_spoken(spoken)
{
    setObjectName(name);
    m_fault = defaultFault(kind);
    buildControls();
    writeTexts();
    showFields();
    connect(m_at, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double value) {
        Fault next = m_fault;
        next.atSeconds = value;
        tell(next, "at_s");
    });
    connect(m_lasts, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double value) {
        Fault next = m_fault;
        next.healAfterSeconds = value > 0 ? std::optional{value} : std::nullopt;
        tell(next, "heal_after_s");
    });
    if (m_values)
        connect(m_values, &FaultValues::edited, this, [this](const Fault& fault, const QString& field) {
            m_fault = fault;
            Q_EMIT edited(m_fault, field);
        });
    connect(m_again, &QToolButton::clicked, this, &FaultTimes::againWanted);
    connect(m_remove, &QToolButton::clicked, this, &FaultTimes::removed);
}

void FaultTimes::buildControls()
{
    const QString name = objectName();
    if (FaultValues::has(m_fault.kind))
        m_values = new FaultValues(name, m_spoken, m_fault.kind, this);
    m_at = NumberSpinBox::ofSeconds(0, 3, this);
    m_at->setObjectName(name + QStringLiteral(".at"));
    m_lasts = NumberSpinBox::ofSeconds(0, 3, this);
    m_lasts->setObjectName(name + QStringLiteral(".for"));
    for (auto* spin : {m_at, m_lasts})
        spin->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("000.0 s")) + fontMetrics().height() * 3 / 2);
    const auto button = [&](const char* suffix, const QString& text) {
        auto* made = new QToolButton(this);
        made->setObjectName(name + QLatin1String(suffix));
        made->setText(text);
        made->setAutoRaise(true);
        return made;
    };
    m_again = button(".again", QStringLiteral("+"));
    m_remove = button(".remove", QStringLiteral("×"));
    m_atLabel = new QLabel(this);
    m_atLabel->setBuddy(m_at);
    m_lastsLabel = new QLabel(this);
    m_lastsLabel->setBuddy(m_lasts);
    m_lastsLabel->setVisible(canHeal(m_fault.kind));
    m_lasts->setVisible(canHeal(m_fault.kind));

    auto* times = new QHBoxLayout;
    times->setSpacing(5);
    for (QWidget* each : std::initializer_list<QWidget*>{m_atLabel, m_at, m_lastsLabel, m_lasts})
        times->addWidget(each);
    times->addStretch(1);
    times->addWidget(m_again);
    times->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(fontMetrics().height() * 3 / 2, 0, 0, 0); // under the switch's words
    layout->setSpacing(2);
    if (m_values)
        layout->addWidget(m_values);
    layout->addLayout(times);
}

void FaultTimes::writeTexts()
{
    if (m_values)
        m_values->setSpoken(m_spoken);
    m_atLabel->setText(tr("at", "when a fault comes"));
    m_lastsLabel->setText(tr("for", "how long a fault lasts"));
    m_at->setAccessibleName(tr("%1: seconds after the start").arg(m_spoken));
    m_at->setToolTip(tr("Counted from the moment when all pairs are armed"));
    m_lasts->setAccessibleName(tr("%1: how many seconds it lasts").arg(m_spoken));
    m_lasts->setToolTip(tr("How long it lasts before it heals by itself"));
    m_lasts->setSpecialValueText(tr("ever", "how long a fault lasts: for ever"));
    for (auto* spin : {m_at, m_lasts})
        spin->setSuffix(tr(" s"));
    m_again->setToolTip(tr("Make it once more, later"));
    m_remove->setToolTip(tr("Take this one out of the script"));
    for (auto* button : {m_again, m_remove})
        button->setAccessibleName(tr("%1: %2", "whose, what").arg(m_spoken, button->toolTip()));
}

void FaultTimes::setSpoken(const QString& spoken)
{
    if (m_spoken == spoken)
        return;
    m_spoken = spoken;
    writeTexts();
}

void FaultTimes::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        writeTexts();
    QWidget::changeEvent(event);
}

void FaultTimes::setFault(const Fault& fault)
{
    if (m_fault == fault)
        return;
    m_fault = fault;
    showFields();
}

void FaultTimes::setOnLoopback(bool onLoopback)
{
    if (m_values)
        m_values->setOnLoopback(onLoopback);
}

void FaultTimes::setOffersAgain(bool offers)
{
    m_again->setVisible(offers && canHeal(m_fault.kind));
}

void FaultTimes::showFields()
{
    const QSignalBlocker blockers[] = {QSignalBlocker{m_at}, QSignalBlocker{m_lasts}};
    if (m_values)
        m_values->setFault(m_fault);
    m_at->setValue(m_fault.atSeconds);
    m_lasts->setValue(m_fault.healAfterSeconds.value_or(0));
}

void FaultTimes::tell(Fault fault, const char* field)
{
    if (fault == m_fault)
        return;
    m_fault = fault;
    showFields();
    Q_EMIT edited(m_fault, QLatin1String(field));
}

} // namespace halfopen
