// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of one axis of a sweep.
#include "ui/sweep/axis_editor.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

#include "ui/experiment/number_spin_box.h"
#include "ui/sweep/flow_row.h"
#include "ui/sweep/sweep_words.h"
#include "ui/text/core_words.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/baseline_keeper.h"

namespace halfopen {

namespace {

constexpr int kMostValues = 200;
constexpr double kLargest = 1e7; // more than any range: what the kernel refuses can be asked for

} // namespace

AxisEditor::AxisEditor(const QString& name, const QString& title, bool mayBeNone, QWidget* parent) : QWidget(parent), m_mayBeNone(mayBeNone)
{
    setObjectName(name);
    auto* row = new FlowRow(4);
    setLayout(row);
    auto sizing = sizePolicy();
    sizing.setHeightForWidth(true);
    setSizePolicy(sizing);
    m_label = new QLabel(title, this);
    m_label->setObjectName(name + QStringLiteral(".label"));
    m_key = new QComboBox(this);
    m_key->setObjectName(name + QStringLiteral(".key"));
    m_key->setAccessibleName(tr("%1: which number", "an axis").arg(title));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumContentsLength(16);
    m_label->setBuddy(m_key);
    row->addWidget(m_label);
    row->addWidget(m_key);
    buildValues(title);
    for (auto* each : {static_cast<QWidget*>(m_spacing), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_dash), static_cast<QWidget*>(m_to), static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_list)})
        row->addWidget(each);
    connect(m_key, qOverload<int>(&QComboBox::activated), this, &AxisEditor::takeKey);
    connect(m_spacing, qOverload<int>(&QComboBox::activated), this, &AxisEditor::takeSpacing);
    for (auto* box : {m_from, m_to})
        connect(box, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &AxisEditor::takeSpan);
    connect(m_count, qOverload<int>(&QSpinBox::valueChanged), this, &AxisEditor::takeSpan);
    connect(m_list, &QLineEdit::editingFinished, this, &AxisEditor::takeList);
    refresh();
}

void AxisEditor::buildValues(const QString& title)
{
    const QString name = objectName();
    m_spacing = new QComboBox(this);
    m_spacing->setObjectName(name + QStringLiteral(".spacing"));
    m_spacing->setAccessibleName(tr("%1: how far apart its values are", "an axis").arg(title));
    m_spacing->addItems({tr("evenly", "values of an axis"), tr("logarithmic", "values of an axis"), tr("a list", "values of an axis")});
    const auto number = [&](const char* part, const QString& spoken) {
        auto* box = new NumberSpinBox(this);
        box->setObjectName(name + QLatin1String(part));
        box->setAccessibleName(spoken);
        box->setDecimals(3);
        box->setRange(0, kLargest);
        box->setKeyboardTracking(false);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("000000 ms")));
        return box;
    };
    m_from = number(".from", tr("%1: the least value", "an axis").arg(title));
    m_dash = new QLabel(QStringLiteral("–"), this);
    m_to = number(".to", tr("%1: the largest value", "an axis").arg(title));
    m_count = new QSpinBox(this);
    m_count->setObjectName(name + QStringLiteral(".count"));
    m_count->setAccessibleName(tr("%1: how many values", "an axis").arg(title));
    m_count->setToolTip(tr("How many values; whole numbers that round to the same count once"));
    m_count->setRange(2, kMostValues);
    m_count->setKeyboardTracking(false);
    m_count->setSuffix(tr(" values", "behind a number"));
    keepBaseline(*m_count);
    m_list = new QLineEdit(this);
    m_list->setObjectName(name + QStringLiteral(".list"));
    m_list->setAccessibleName(tr("%1: the list of its values", "an axis").arg(title));
    m_list->setPlaceholderText(QStringLiteral("5,10,30"));
    m_list->setToolTip(tr("A list or a range: 5,10,30 · 1..10 · 10..100+10 · 1..1024x2 · 1..7200/log25"));
    m_list->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("10,20,30,60,120,300,600")));
}

void AxisEditor::setTargets(const std::vector<AxisTarget>& targets)
{
    if (m_targets == targets && m_key->count() > 0)
        return;
    m_targets = targets;
    const QSignalBlocker block(m_key);
    m_key->clear();
    if (m_mayBeNone)
        m_key->addItem(tr("none", "no third axis"), QString());
    for (const AxisTarget& target : m_targets) {
        m_key->addItem(axisChoiceText(target), QString::fromStdString(target.key()));
        m_key->setItemData(m_key->count() - 1, axisExplanation(target), Qt::ToolTipRole);
    }
    refresh();
}

void AxisEditor::setWish(const AxisWish& wish)
{
    if (m_wish == wish)
        return;
    m_wish = wish;
    refresh();
}

void AxisEditor::takeKey(int index)
{
    const std::string key = m_key->itemData(index).toString().toStdString();
    if (key != m_wish.key)
        Q_EMIT keyChosen(key);
}

void AxisEditor::takeSpacing(int index)
{
    AxisWish wish = m_wish;
    wish.spacing = static_cast<AxisWish::Spacing>(index);
    if (wish.spacing == AxisWish::Spacing::List && wish.list.empty())
        wish.list = wish.span.text(); // what is there, to be written on
    wish.span.logarithmic = wish.spacing == AxisWish::Spacing::Logarithmic;
    edit(std::move(wish));
    if (m_wish.spacing == AxisWish::Spacing::List)
        m_list->setFocus();
}

void AxisEditor::takeSpan()
{
    AxisWish wish = m_wish;
    wish.span.from = m_from->value();
    wish.span.to = m_to->value();
    wish.span.count = m_count->value();
    edit(std::move(wish));
}

void AxisEditor::takeList()
{
    AxisWish wish = m_wish;
    wish.list = m_list->text().remove(u' ').toStdString();
    edit(std::move(wish));
}

void AxisEditor::edit(AxisWish wish)
{
    if (m_wish == wish)
        return;
    m_wish = std::move(wish);
    refresh();
    Q_EMIT wishEdited(m_wish);
}

void AxisEditor::refresh()
{
    const auto target = std::ranges::find(m_targets, m_wish.key, &AxisTarget::key);
    const bool isThere = target != m_targets.end();
    const bool isList = m_wish.spacing == AxisWish::Spacing::List;
    m_key->setCurrentIndex(m_key->findData(QString::fromStdString(m_wish.key)));
    setExplanation(m_key, isThere ? axisExplanation(*target) : tr("Choose the number that this axis is to have."));
    const QSignalBlocker blockFrom(m_from);
    const QSignalBlocker blockTo(m_to);
    const QSignalBlocker blockCount(m_count);
    m_from->setValue(m_wish.span.from);
    m_to->setValue(m_wish.span.to);
    m_count->setValue(m_wish.span.count);
    const QString unit = isThere && !target->unit.empty() ? u' ' + (target->unit == "bytes" ? tr("B", "bytes, short") : verbatim(target->unit)) : QString{};
    m_to->setSuffix(unit);
    m_to->setUnitSeconds(isThere && target->unit == "s" ? 1 : isThere && target->unit == "ms" ? 0.001 : 0);
    m_from->setUnitSeconds(isThere && target->unit == "s" ? 1 : isThere && target->unit == "ms" ? 0.001 : 0);
    m_spacing->setCurrentIndex(static_cast<int>(m_wish.spacing));
    m_list->setText(QString::fromStdString(m_wish.list));
    m_spacing->setVisible(isThere);
    m_list->setVisible(isThere && isList);
    for (auto* each : {static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_dash), static_cast<QWidget*>(m_to), static_cast<QWidget*>(m_count)})
        each->setVisible(isThere && !isList);
}

} // namespace halfopen
