// SPDX-License-Identifier: GPL-3.0-or-later
// When a fault of the script comes, and how long it lasts.
#include "ui/faults/fault_times.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/experiment/number_spin_box.h"
#include "ui/faults/fault_catalogue.h"

namespace halfopen {

namespace {

constexpr double kLongest = 1'000'000; // s, as in the experiment file

} // namespace

QComboBox* makeDirectionChoice(const QString& name, QWidget* parent)
{
    auto* choice = new QComboBox(parent);
    choice->setObjectName(name + QStringLiteral(".direction"));
    for (const Direction each : {Direction::Both, Direction::ToServer, Direction::ToClient})
        choice->addItem({}, static_cast<int>(each));
    return choice;
}

void writeDirections(QComboBox& choice, const QString& spoken)
{
    choice.setAccessibleName(FaultTimes::tr("%1: direction").arg(spoken));
    for (int index = 0; index < choice.count(); ++index)
        choice.setItemText(index, directionText(static_cast<Direction>(choice.itemData(index).toInt())));
}

Direction chosenDirection(const QComboBox& choice)
{
    return static_cast<Direction>(choice.currentData().toInt());
}

FaultTimes::FaultTimes(const QString& name, const QString& spoken, FaultKind kind, QWidget* parent)
    : QWidget(parent), m_spoken(spoken)
{
    setObjectName(name);
    m_fault.kind = kind;
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
    connect(m_direction, qOverload<int>(&QComboBox::activated), this, [this] {
        Fault next = m_fault;
        next.direction = chosenDirection(*m_direction);
        tell(next, "direction");
    });
    connect(m_again, &QToolButton::clicked, this, &FaultTimes::againWanted);
    connect(m_remove, &QToolButton::clicked, this, &FaultTimes::removed);
}

void FaultTimes::buildControls()
{
    const QString name = objectName();
    m_direction = makeDirectionChoice(name, this);
    m_direction->setVisible(m_fault.kind == FaultKind::Drop);
    m_at = new NumberSpinBox(this);
    m_at->setObjectName(name + QStringLiteral(".at"));
    m_lasts = new NumberSpinBox(this);
    m_lasts->setObjectName(name + QStringLiteral(".for"));
    for (auto* spin : {m_at, m_lasts}) {
        spin->setDecimals(3);
        spin->setRange(0, kLongest);
        spin->setKeyboardTracking(false);
        spin->setUnitSeconds(1);
        spin->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("000.0 s")) + fontMetrics().height() * 3 / 2);
    }
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
    layout->addWidget(m_direction, 0, Qt::AlignLeft);
    layout->addLayout(times);
}

void FaultTimes::writeTexts()
{
    writeDirections(*m_direction, m_spoken);
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

void FaultTimes::setOffersAgain(bool offers)
{
    m_again->setVisible(offers && canHeal(m_fault.kind));
}

void FaultTimes::showFields()
{
    const QSignalBlocker blockers[] = {QSignalBlocker{m_direction}, QSignalBlocker{m_at}, QSignalBlocker{m_lasts}};
    m_direction->setCurrentIndex(m_direction->findData(static_cast<int>(m_fault.direction)));
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
