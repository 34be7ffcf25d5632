// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs of which none is cut in the middle of a letter.
#pragma once

#include <QTabBar>

namespace halfopen {

/// Where it scrolls, a tab that is in sight in part is drawn in that part, its name elided.
class PairTabs final : public QTabBar
{
    Q_OBJECT

public:
    using QTabBar::QTabBar;

protected:
    void initStyleOption(QStyleOptionTab* option, int tabIndex) const override;

private:
    [[nodiscard]] QRect sight() const;
};

} // namespace halfopen
