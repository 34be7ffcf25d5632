// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of one fault.
#include "ui/experiment/fault_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/experiment/number_spin_box.h"
#include "ui/text/format.h"

namespace halfopen {

FaultRow::FaultRow(int number, QWidget* parent) : QWidget(parent), m_number(number)
{
    setObjectName(QStringLiteral("fault%1").arg(number));
    buildControls();
    showFields();
    connect(m_kind, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        Fault next = m_fault;
        next.kind = static_cast<FaultKind>(m_kind->itemData(index).toInt());
        if (!canHeal(next.kind))
            next.healAfterSeconds.reset();
        tell(next, "kind");
    });
    connect(m_host, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        Fault next = m_fault;
        next.host = static_cast<Host>(m_host->itemData(index).toInt());
        tell(next, "host");
    });
    connect(m_direction, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        Fault next = m_fault;
        next.direction = static_cast<Direction>(m_direction->itemData(index).toInt());
        tell(next, "direction");
    });
    connect(m_at, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double value) {
        Fault next = m_fault;
        next.atSeconds = value;
        tell(next, "at_s");
    });
    connect(m_heal, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double value) {
        Fault next = m_fault;
        next.healAfterSeconds = value;
        tell(next, "heal_after_s");
    });
    connect(m_heals, &QCheckBox::toggled, this, [this](bool on) {
        Fault next = m_fault;
        next.healAfterSeconds = on ? std::optional{m_heal->value()} : std::nullopt;
        tell(next, "heals");
    });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removed(m_number); });
}

void FaultRow::buildControls()
{
    const QString root = objectName();
    const auto prepare = [&](QWidget* control, const char* name, const QString& spoken) {
        control->setObjectName(root + u'.' + QString::fromLatin1(name));
        control->setAccessibleName(tr("Fault %1: %2").arg(m_number + 1).arg(spoken));
    };
    m_kind = new QComboBox(this);
    prepare(m_kind, "kind", tr("kind"));
    for (const FaultKind each : allFaultKinds())
        m_kind->addItem(faultText(each), static_cast<int>(each));
    m_host = new QComboBox(this);
    prepare(m_host, "host", tr("at which host"));
    m_host->addItem(tr("server"), static_cast<int>(Host::Server));
    m_host->addItem(tr("client"), static_cast<int>(Host::Client));
    m_direction = new QComboBox(this);
    prepare(m_direction, "direction", tr("direction"));
    m_direction->addItem(tr("both ways"), static_cast<int>(Direction::Both));
    m_direction->addItem(tr("to server"), static_cast<int>(Direction::ToServer));
    m_direction->addItem(tr("to client"), static_cast<int>(Direction::ToClient));
    m_at = new NumberSpinBox(this);
    prepare(m_at, "at", tr("seconds after the start"));
    m_at->setToolTip(tr("Counted from the moment when all pairs are armed"));
    m_heals = new QCheckBox(tr("heals after"), this);
    prepare(m_heals, "heals", tr("heals by itself"));
    m_heal = new NumberSpinBox(this);
    prepare(m_heal, "healAfter", tr("heals after seconds"));
    for (auto* spin : {m_at, m_heal}) {
        spin->setRange(0, 1'000'000);
        spin->setDecimals(3);
        spin->setSuffix(tr(" s"));
        spin->setKeyboardTracking(false);
        spin->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000.0 s")) + fontMetrics().height() * 3 / 2);
    }
    m_heal->setValue(10);
    m_remove = new QToolButton(this);
    prepare(m_remove, "remove", tr("remove"));
    m_remove->setText(QStringLiteral("×"));
    m_remove->setAutoRaise(true);
    m_remove->setToolTip(tr("Remove this fault"));
    auto* atLabel = new QLabel(tr("at"), this);
    atLabel->setBuddy(m_at);

    auto* first = new QHBoxLayout;
    first->addWidget(m_kind, 3);
    first->addWidget(m_host, 2);
    first->addWidget(m_direction, 2);
    first->addWidget(m_remove);
    auto* second = new QHBoxLayout;
    second->addWidget(atLabel);
    second->addWidget(m_at);
    second->addStretch(1);
    second->addWidget(m_heals);
    second->addWidget(m_heal);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(first);
    layout->addLayout(second);
}

void FaultRow::setFault(const Fault& fault)
{
    if (m_fault == fault)
        return;
    m_fault = fault;
    showFields();
}

void FaultRow::showFields()
{
    const QSignalBlocker blockers[] = {QSignalBlocker{m_kind}, QSignalBlocker{m_host},  QSignalBlocker{m_direction},
                                       QSignalBlocker{m_at},   QSignalBlocker{m_heals}, QSignalBlocker{m_heal}};
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_fault.kind)));
    m_host->setCurrentIndex(m_host->findData(static_cast<int>(m_fault.host)));
    m_direction->setCurrentIndex(m_direction->findData(static_cast<int>(m_fault.direction)));
    m_host->setVisible(actsAtHost(m_fault.kind));
    m_direction->setVisible(!actsAtHost(m_fault.kind));
    m_at->setValue(m_fault.atSeconds);
    m_heals->setEnabled(canHeal(m_fault.kind));
    m_heals->setChecked(m_fault.healAfterSeconds.has_value());
    m_heal->setEnabled(m_fault.healAfterSeconds.has_value());
    if (m_fault.healAfterSeconds)
        m_heal->setValue(*m_fault.healAfterSeconds);
}

void FaultRow::tell(Fault fault, const char* key)
{
    if (fault == m_fault)
        return;
    m_fault = fault;
    showFields();
    Q_EMIT edited(m_number, m_fault, QStringLiteral("fault%1.%2").arg(m_number).arg(QLatin1String(key)));
}

} // namespace halfopen
