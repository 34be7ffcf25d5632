// SPDX-License-Identifier: GPL-3.0-or-later
// A spin box that shows no more decimals than its value has and understands times in other units than its own.
#include "ui/experiment/number_spin_box.h"

#include <QLocale>
#include <QRegularExpression>

#include "core/experiment.h"
#include "ui/theme/baseline_keeper.h"

namespace halfopen {

namespace {

double secondsOf(const QString& unit)
{
    if (unit == u"ms")
        return 0.001;
    if (unit == u"h")
        return 3600;
    return unit.startsWith(u's') ? 1 : 60;
}

// Also what is on the way to one: "10 m" may become "10 ms" or "10 min".
const QRegularExpression& numberWithUnit()
{
    static const QRegularExpression pattern(QStringLiteral("^([\\d.,]+)\\s*(ms|s|sec|se|min|mi|m|h)$"));
    return pattern;
}

} // namespace

NumberSpinBox::NumberSpinBox(QWidget* parent) : QDoubleSpinBox(parent) { keepBaseline(*this); }

NumberSpinBox* NumberSpinBox::ofSeconds(double minimum, int decimals, QWidget* parent)
{
    auto* box = new NumberSpinBox(parent);
    box->setDecimals(decimals);
    box->setRange(minimum, kMaxTimeLimitSeconds);
    box->setSuffix(tr(" s"));
    box->setUnitSeconds(1);
    box->setKeyboardTracking(false);
    return box;
}

QString NumberSpinBox::textFromValue(double value) const
{
    const QString zero = locale().zeroDigit();
    QString text = locale().toString(value, 'f', decimals());
    if (!isGroupSeparatorShown())
        text.remove(locale().groupSeparator());
    if (decimals() > 0) {
        while (text.endsWith(zero))
            text.chop(1);
        if (text.endsWith(locale().decimalPoint()))
            text.chop(1);
    }
    return text;
}

std::optional<double> NumberSpinBox::converted(const QString& text) const
{
    if (m_unitSeconds <= 0)
        return std::nullopt;
    auto found = numberWithUnit().match(text.trimmed());
    // The own unit still stands behind what was typed: "10 s ms".
    if (!found.hasMatch() && !suffix().isEmpty() && text.endsWith(suffix()))
        found = numberWithUnit().match(text.chopped(suffix().size()).trimmed());
    bool isNumber = false;
    const double number = locale().toDouble(found.captured(1), &isNumber);
    if (!found.hasMatch() || !isNumber)
        return std::nullopt;
    return number * secondsOf(found.captured(2)) / m_unitSeconds;
}

QString NumberSpinBox::lowestWord(const QString& text) const
{
    const QString typed = (!suffix().isEmpty() && text.endsWith(suffix()) ? text.chopped(suffix().size()) : text).trimmed();
    return specialValueText().startsWith(typed, Qt::CaseInsensitive) ? typed : QString{};
}

double NumberSpinBox::valueFromText(const QString& text) const
{
    if (const QString word = lowestWord(text); !word.isEmpty() && word.size() == specialValueText().size())
        return minimum();
    const auto typed = converted(text);
    return typed ? *typed : QDoubleSpinBox::valueFromText(text);
}

QValidator::State NumberSpinBox::validate(QString& text, int& position) const
{
    if (const QString word = lowestWord(text); !word.isEmpty())
        return word.size() == specialValueText().size() ? QValidator::Acceptable : QValidator::Intermediate;
    if (const auto typed = converted(text))
        return *typed >= minimum() && *typed <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
    return QDoubleSpinBox::validate(text, position);
}

} // namespace halfopen
