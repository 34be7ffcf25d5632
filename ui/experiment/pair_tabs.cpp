// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs of which each is in sight as a whole or not at all.
#include "ui/experiment/pair_tabs.h"

#include <QStyle>
#include <QStyleOptionTab>
#include <QToolButton>

#include <algorithm>

namespace halfopen {

namespace {

constexpr int kLeastLetters = 10; // of a name that is elided: "keep…2/1/3"
constexpr int kSlack = 6;         // px a tab may stick out by: its words stand further in

} // namespace

PairTabs::PairTabs(QWidget* parent) : QTabBar(parent)
{
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideMiddle);
}

/// What an elided name needs, with what the style has beside it.
int PairTabs::leastWidth(int index) const
{
    const int words = fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width();
    const int beside = QTabBar::tabSizeHint(index).width() - words;
    return beside + std::min(words, fontMetrics().averageCharWidth() * kLeastLetters);
}

/// Of each tab where they scroll; 0 where all of them fit, elided or not.
int PairTabs::sharedWidth() const
{
    int all = 0;
    int widest = 1;
    for (int index = 0; index < count(); ++index) {
        all += leastWidth(index);
        widest = std::max(widest, leastWidth(index));
    }
    if (all <= width())
        return 0;
    const int button = style()->pixelMetric(QStyle::PM_TabBarScrollButtonWidth, nullptr, this);
    const int room = std::max(width() - 2 * button, widest);
    return room / (room / widest);
}

QSize PairTabs::tabSizeHint(int index) const
{
    const QSize own = QTabBar::tabSizeHint(index);
    return {std::max(own.width(), sharedWidth()), own.height()};
}

QSize PairTabs::minimumTabSizeHint(int index) const
{
    const int shared = sharedWidth();
    return {shared > 0 ? shared : leastWidth(index), QTabBar::tabSizeHint(index).height()};
}

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
    const QRect part = option->rect.intersected(sight());
    if (part.width() >= option->rect.width() - kSlack)
        return;
    // Not drawn: half a name tells nothing, and a tab without one is a puzzle.
    option->text.clear();
    option->rect = {};
}

} // namespace halfopen
