// SPDX-License-Identifier: GPL-3.0-or-later
// One numeric option: its names, a slider for large changes and a spin box for exact ones.
#include "ui/experiment/option_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

#include "ui/experiment/number_spin_box.h"
#include "ui/glossary/glossary.h"
#include "ui/text/elided_label.h"
#include "ui/text/tool_tip.h"
#include "ui/window/tinted_icon.h"

namespace halfopen {

namespace {

/// An option of a socket, or a sysctl; the rest is what our own program does.
bool isOfKernel(const QString& key) { return key.front().isUpper() || key.startsWith(u"tcp_"); }

} // namespace

OptionRow::OptionRow(OptionRowSpec spec, const OptionOwner& whose, QWidget* parent)
    : QWidget(parent), m_spec(std::move(spec)),
      m_scale(m_spec.sliderMinimum, m_spec.sliderMaximum, m_spec.lowestIsOff, std::pow(10.0, -m_spec.decimals), m_spec.minimum)
{
    buildControls(whose);
    connect(m_slider, &QSlider::valueChanged, this, &OptionRow::takeSlider);
    connect(m_slider, &QSlider::actionTriggered, this, &OptionRow::stepSlider);
    connect(m_spin, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &OptionRow::takeSpin);
    connect(m_reset, &QToolButton::clicked, this, [this] { edit(std::nullopt); });
    refresh();
}

void OptionRow::buildControls(const OptionOwner& whose)
{
    const QString root = whose.root + u'.' + m_spec.key;
    const QString spoken = tr("%1 %2 (%3)", "whose, title, kernel name").arg(whose.title, m_spec.title.toLower(), m_spec.key);
    const QString tip = glossaryToolTip(m_spec.key, m_spec.toolTip);
    m_label = new QLabel(QStringLiteral("%1 · %2").arg(m_spec.title, m_spec.key), this);
    m_label->setObjectName(root + QStringLiteral(".label"));
    setExplanation(m_label, tip);
    m_note = new ElidedLabel(tr("kernel default"), this);
    m_note->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // the last to have room, but not without need
    m_note->setObjectName(root + QStringLiteral(".note"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_reset = new QToolButton(this);
    m_reset->setObjectName(root + QStringLiteral(".reset"));
    m_reset->setAutoRaise(true);
    m_reset->setIcon(tintedIcon(QStringLiteral("undo")));
    const int icon = fontMetrics().height() * 3 / 4;
    m_reset->setIconSize(QSize(icon, icon));
    m_reset->setAccessibleName(tr("Kernel default for %1").arg(spoken));
    m_reset->setToolTip(tr("Do not set it: the kernel's default rules"));

    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(root + QStringLiteral(".slider"));
    m_slider->setAccessibleName(tr("%1, slider").arg(spoken));
    m_slider->setRange(0, ValueScale::kSteps);
    m_slider->setPageStep(ValueScale::kSteps / 10);
    setExplanation(m_slider, tip);
    m_slider->setMinimumWidth(fontMetrics().horizontalAdvance(u'0') * 8);

    m_spin = new NumberSpinBox(this);
    m_spin->setObjectName(root + QStringLiteral(".spin"));
    m_spin->setAccessibleName(spoken);
    m_spin->setDecimals(m_spec.decimals);
    m_spin->setRange(m_spec.minimum, m_spec.maximum);
    m_spin->setStepType(m_spec.decimals == 0 && m_spec.unit == u"ms" ? QAbstractSpinBox::AdaptiveDecimalStepType
                                                                     : QAbstractSpinBox::DefaultStepType);
    m_spin->setKeyboardTracking(false);
    setExplanation(m_spin, tip);
    if (!m_spec.unit.isEmpty())
        m_spin->setSuffix(u' ' + m_spec.unit);
    if (m_spec.unit == u"ms" || m_spec.unit == u"s")
        m_spin->setUnitSeconds(m_spec.unit == u"ms" ? 0.001 : 1);
    if (m_spec.lowestIsOff)
        m_spin->setSpecialValueText(m_spec.lowestText.isEmpty() ? tr("off") : m_spec.lowestText);
    // The same for all rows, so that the sliders end in line.
    m_spin->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000000 ms")) + fontMetrics().height() * 2);
    m_label->setBuddy(m_spin);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_label, 1);
    head->addWidget(m_note);
    head->addWidget(m_reset);
    auto* controls = new QHBoxLayout;
    controls->addWidget(m_slider, 1);
    controls->addWidget(m_spin);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(controls);
    m_reset->setFixedHeight(m_label->sizeHint().height() + 2);
    setFocusProxy(m_spin);
}

void OptionRow::setValue(std::optional<double> value, double kernelDefault)
{
    if (m_value == value && m_default == kernelDefault)
        return;
    m_value = value;
    m_default = kernelDefault;
    refresh();
}

void OptionRow::takeSlider(int position) { edit(m_scale.valueAt(position)); }

void OptionRow::takeSpin(double value) { edit(value); }

void OptionRow::stepSlider(int action)
{
    // An arrow key moves to the next value, not to the next of a thousand positions.
    if (action == QAbstractSlider::SliderSingleStepAdd || action == QAbstractSlider::SliderSingleStepSub) {
        const int direction = action == QAbstractSlider::SliderSingleStepAdd ? 1 : -1;
        const double next = m_scale.stepped(m_value.value_or(m_default), direction);
        m_slider->setSliderPosition(m_slider->value());
        edit(next);
    }
}

void OptionRow::edit(std::optional<double> value)
{
    if (m_value == value)
        return;
    m_value = value;
    refresh();
    Q_EMIT valueEdited(m_spec.key, m_value);
}

void OptionRow::refresh()
{
    const double shown = m_value.value_or(m_default);
    const QSignalBlocker blockSlider(m_slider);
    const QSignalBlocker blockSpin(m_spin);
    m_spin->setValue(shown);
    // The knob stays under the pointer while its value is one of the many positions that round to it.
    if (m_scale.valueAt(m_slider->value()) != shown)
        m_slider->setValue(m_scale.positionOf(shown));
    // Where "off" stands in the box, its unit stands nowhere else.
    m_note->setText(m_spec.lowestIsOff ? tr("in %1", "unit").arg(m_spec.unit) : isOfKernel(m_spec.key) ? tr("kernel default") : tr("default"));
    m_note->setVisible(m_spec.lowestIsOff ? shown <= m_spec.minimum && !m_spec.unit.isEmpty() : !m_value);
    m_reset->setVisible(m_value.has_value() && !m_spec.lowestIsOff);
}

} // namespace halfopen
