// SPDX-License-Identifier: GPL-3.0-or-later
// A spin box that shows no more decimals than its value has.
#include "ui/experiment/number_spin_box.h"

#include <QLocale>

#include "core/experiment.h"

namespace halfopen {

NumberSpinBox* NumberSpinBox::ofSeconds(double minimum, int decimals, QWidget* parent)
{
    auto* box = new NumberSpinBox(parent);
    box->setDecimals(decimals);
    box->setRange(minimum, kMaxTimeLimitSeconds);
    box->setSuffix(tr(" s"));
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

} // namespace halfopen
