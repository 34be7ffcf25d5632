// SPDX-License-Identifier: GPL-3.0-or-later
// What a fault has of its own: which packets, how many of them, how long, with which answer.
#include "ui/faults/fault_values.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "ui/experiment/number_spin_box.h"
#include "ui/faults/fault_text.h"
#include "ui/faults/middlebox_button.h"
#include "ui/text/core_words.h"

namespace halfopen {

namespace {

QComboBox* choiceOf(const QString& name, QWidget* parent)
{
    auto* choice = new QComboBox(parent);
    choice->setObjectName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return choice;
}

NumberSpinBox* numberOf(const QString& name, double lowest, double highest, int decimals, QWidget* parent)
{
    auto* spin = new NumberSpinBox(parent);
    spin->setObjectName(name);
    spin->setDecimals(decimals);
    spin->setRange(lowest, highest);
    spin->setKeyboardTracking(false);
    return spin;
}

template<class Value> void choose(QComboBox* choice, Value value)
{
    if (choice)
        choice->setCurrentIndex(choice->findData(static_cast<int>(value)));
}

template<class Value> Value chosen(const QComboBox& choice)
{
    return static_cast<Value>(choice.currentData().toInt());
}

} // namespace

bool FaultValues::has(FaultKind kind)
{
    const FaultNature& nature = natureOf(kind);
    return nature.direction || nature.choice || nature.delay || nature.idle || nature.back || !answersOf(kind).empty();
}

FaultValues::FaultValues(const QString& name, const QString& spoken, FaultKind kind, QWidget* parent)
    : QWidget(parent), m_spoken(spoken), m_fault(defaultFault(kind))
{
    setObjectName(name + QStringLiteral(".values"));
    build(name);
    buildNumbers(name);
    arrange();
    writeTexts();
    showFields();
    connectFields();
}

void FaultValues::build(const QString& name)
{
    const FaultNature& nature = natureOf(m_fault.kind);
    if (nature.direction) {
        m_direction = choiceOf(name + QStringLiteral(".direction"), this);
        for (const Direction each : {Direction::Both, Direction::ToServer, Direction::ToClient})
            m_direction->addItem({}, static_cast<int>(each));
    }
    if (nature.choice) {
        m_only = choiceOf(name + QStringLiteral(".only"), this);
        for (const PacketChoice each :
             {PacketChoice::Any, PacketChoice::Data, PacketChoice::Ack, PacketChoice::KeepaliveProbe})
            m_only->addItem({}, static_cast<int>(each));
    }
    if (const auto answers = answersOf(m_fault.kind); !answers.empty()) {
        m_with = choiceOf(name + QStringLiteral(".with"), this);
        for (const RouterAnswer each : answers)
            m_with->addItem({}, static_cast<int>(each));
    }
}

void FaultValues::buildNumbers(const QString& name)
{
    const FaultNature& nature = natureOf(m_fault.kind);
    if (nature.choice) {
        m_percent = numberOf(name + QStringLiteral(".percent"), 0, 100, 2, this);
        m_nth = numberOf(name + QStringLiteral(".nth"), 0, kMaxFaultNth, 0, this);
    }
    if (nature.delay) {
        m_delay = numberOf(name + QStringLiteral(".ms"), 0, kMaxFaultDelayMs, 1, this);
        m_delay->setUnitSeconds(0.001);
    }
    if (nature.idle) {
        m_idle = NumberSpinBox::ofSeconds(0, 3, this);
        m_idle->setObjectName(name + QStringLiteral(".idle"));
        m_idleLabel = new QLabel(this);
        m_idleLabel->setBuddy(m_idle);
        m_like = new MiddleboxButton(name + QStringLiteral(".like"), this);
    }
    if (nature.back) {
        m_back = NumberSpinBox::ofSeconds(kShortestFaultSeconds, 3, this);
        m_back->setObjectName(name + QStringLiteral(".back"));
        m_backLabel = new QLabel(this);
        m_backLabel->setBuddy(m_back);
    }
}

void FaultValues::arrange()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const auto row = [&](std::initializer_list<QWidget*> fields) {
        if (std::ranges::none_of(fields, [](const QWidget* field) { return field != nullptr; }))
            return;
        auto* line = new QHBoxLayout;
        line->setSpacing(5);
        for (QWidget* const field : fields) {
            if (field)
                line->addWidget(field);
        }
        line->addStretch(1);
        layout->addLayout(line);
    };
    for (NumberSpinBox* const spin : {m_percent, m_nth, m_delay, m_idle, m_back}) {
        if (spin)
            spin->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("000.00 ms"))
                                + fontMetrics().height() * 3 / 2);
    }
    if (m_with && m_direction) {
        row({m_with});
        row({m_direction});
        return;
    }
    row({m_direction, m_percent, m_delay});
    row({m_only, m_nth});
    row({m_idleLabel, m_idle, m_like, m_backLabel, m_back});
    row({m_with});
}

template<class Change> void FaultValues::tell(const char* field, Change change)
{
    Fault next = m_fault;
    change(next);
    if (next == m_fault)
        return;
    m_fault = next;
    showFields();
    Q_EMIT edited(m_fault, QLatin1String(field));
}

void FaultValues::connectFields()
{
    const auto choice = [this](QComboBox* box, auto act) {
        if (box)
            connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, act);
    };
    const auto number = [this](NumberSpinBox* box, auto act) {
        if (box)
            connect(box, qOverload<double>(&QDoubleSpinBox::valueChanged), this, act);
    };
    choice(m_direction, [this] {
        tell("direction", [this](Fault& fault) { fault.direction = chosen<Direction>(*m_direction); });
    });
    choice(m_only, [this] { tell("only", [this](Fault& fault) { fault.only = chosen<PacketChoice>(*m_only); }); });
    choice(m_with, [this] { tell("with", [this](Fault& fault) { fault.with = chosen<RouterAnswer>(*m_with); }); });
    number(m_percent, [this](double value) { tell("percent", [value](Fault& fault) { fault.percent = value; }); });
    number(m_nth, [this](double value) {
        tell("nth", [value](Fault& fault) {
            fault.nth = value >= 1 ? std::optional{static_cast<int>(std::lround(value))} : std::nullopt;
        });
    });
    number(m_delay, [this](double value) { tell("ms", [value](Fault& fault) { fault.delayMs = value; }); });
    number(m_idle, [this](double value) { tell("idle_s", [value](Fault& fault) { fault.idleSeconds = value; }); });
    if (m_like) {
        connect(m_like, &MiddleboxButton::chosen, this, [this](const Middlebox& box) {
            tell("idle_s", [&box](Fault& fault) {
                fault.idleSeconds = box.idleSeconds;
                fault.with = box.answer;
            });
        });
    }
    number(m_back, [this](double value) {
        tell("back_after_s", [value](Fault& fault) { fault.backAfterSeconds = value; });
    });
}

void FaultValues::writeTexts()
{
    const auto write = [&](QComboBox* choice, const QString& spoken, auto text) {
        if (!choice)
            return;
        choice->setAccessibleName(spoken);
        for (int index = 0; index < choice->count(); ++index)
            choice->setItemText(index, text(choice->itemData(index).toInt()));
    };
    const auto name = [](QWidget* field, const QString& spoken, const QString& tip) {
        if (!field)
            return;
        field->setAccessibleName(spoken);
        field->setToolTip(tip);
    };
    write(m_direction, tr("%1: direction").arg(m_spoken),
          [](int value) { return directionText(static_cast<Direction>(value)); });
    write(m_only, tr("%1: which packets").arg(m_spoken),
          [](int value) { return choiceText(static_cast<PacketChoice>(value)); });
    write(m_with, tr("%1: the answer").arg(m_spoken),
          [](int value) { return answerText(static_cast<RouterAnswer>(value)); });
    name(m_percent, tr("%1: share in percent").arg(m_spoken), tr("How many of these packets are dropped, by chance"));
    name(m_nth, tr("%1: only the n-th packet").arg(m_spoken),
         tr("Only the n-th of these packets of each pair and direction is dropped"));
    name(m_delay, tr("%1: milliseconds").arg(m_spoken), tr("How much later each packet is handed on"));
    name(m_idle, tr("%1: idle seconds").arg(m_spoken), tr("How long a connection may be silent before it is forgotten"));
    name(m_back, tr("%1: back after how many seconds").arg(m_spoken),
         tr("From the fault to the first answer of the host that is back"));
    if (m_percent)
        m_percent->setSuffix(tr(" %", "percent, behind a number"));
    if (m_nth) {
        m_nth->setSpecialValueText(tr("each", "of the chosen packets"));
        m_nth->setPrefix(tr("no. ", "only the n-th packet, before its number"));
    }
    if (m_delay)
        m_delay->setSuffix(tr(" ms"));
    for (NumberSpinBox* const seconds : {m_idle, m_back}) {
        if (seconds)
            seconds->setSuffix(tr(" s"));
    }
    if (m_idleLabel)
        m_idleLabel->setText(tr("idle for", "how long a connection is silent"));
    if (m_like)
        m_like->setSpoken(m_spoken);
    if (m_backLabel)
        m_backLabel->setText(tr("back after", "when a rebooted host is back"));
    showWhatWorks();
}

void FaultValues::showFields()
{
    const QSignalBlocker blockers[] = {QSignalBlocker{m_direction}, QSignalBlocker{m_only}, QSignalBlocker{m_with},
                                       QSignalBlocker{m_percent},   QSignalBlocker{m_nth},  QSignalBlocker{m_delay},
                                       QSignalBlocker{m_idle},      QSignalBlocker{m_back}};
    choose(m_direction, m_fault.direction);
    choose(m_only, m_fault.only);
    choose(m_with, m_fault.with);
    const auto set = [](NumberSpinBox* spin, double value) {
        if (spin)
            spin->setValue(value);
    };
    set(m_percent, m_fault.percent);
    set(m_nth, m_fault.nth.value_or(0));
    set(m_delay, m_fault.delayMs);
    set(m_idle, m_fault.idleSeconds);
    set(m_back, m_fault.backAfterSeconds);
    showWhatWorks();
}

void FaultValues::showWhatWorks()
{
    if (!natureOf(m_fault.kind).choice)
        return;
    // What a script from elsewhere asks for can be taken back all the same.
    const bool chooses = !m_onLoopback || !dropsAll(m_fault);
    Fault some = m_fault;
    some.nth = 1;
    const Result<void> works = worksOnLoopback(some);
    for (QWidget* const field : std::initializer_list<QWidget*>{m_only, m_percent, m_nth}) {
        field->setEnabled(chooses);
        field->setAccessibleDescription(m_onLoopback && !works ? fromCore(works.error().message) : QString{});
    }
}

void FaultValues::setSpoken(const QString& spoken)
{
    if (m_spoken == spoken)
        return;
    m_spoken = spoken;
    writeTexts();
}

void FaultValues::setFault(const Fault& fault)
{
    if (m_fault == fault)
        return;
    m_fault = fault;
    showFields();
}

void FaultValues::setOnLoopback(bool onLoopback)
{
    if (m_onLoopback == onLoopback)
        return;
    m_onLoopback = onLoopback;
    showWhatWorks();
}

void FaultValues::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        writeTexts();
    QWidget::changeEvent(event);
}

} // namespace halfopen
