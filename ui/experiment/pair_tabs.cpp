// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs of which none is cut in the middle of a letter.
#include "ui/experiment/pair_tabs.h"

#include <QStyleOptionTab>
#include <QToolButton>

#include <algorithm>

namespace halfopen {

namespace {

constexpr qsizetype kSaysNothing = 2; // letters, with the dots

} // namespace

/// Without the buttons that scroll.
QRect PairTabs::sight() const
{
    int right = width();
    for (const auto* button : findChildren<QToolButton*>(Qt::FindDirectChildrenOnly)) {
        if (button->isVisible())
            right = std::min(right, button->geometry().left());
    }
    return {0, 0, right, height()};
}

void PairTabs::initStyleOption(QStyleOptionTab* option, int tabIndex) const
{
    QTabBar::initStyleOption(option, tabIndex);
    const QRect whole = option->rect;
    const QRect part = whole.intersected(sight());
    if (part == whole)
        return;
    if (part.isEmpty()) { // under the buttons, perhaps
        option->text.clear();
        return;
    }
    const int beside = whole.width() - option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width();
    option->rect = part;
    option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, std::max(part.width() - beside, 0), Qt::TextShowMnemonic);
    if (option->text.size() <= kSaysNothing)
        option->text.clear();
}

} // namespace halfopen
