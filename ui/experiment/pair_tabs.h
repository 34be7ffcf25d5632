// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs of which each is in sight as a whole or not at all.
#pragma once

#include <QTabBar>

namespace halfopen {

/// Where its names have no room they are elided in the middle: what tells pairs apart mostly stands at the end. Where even
/// those have none it scrolls, and so many tabs share the room that none is in sight in part.
class PairTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit PairTabs(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void initStyleOption(QStyleOptionTab* option, int tabIndex) const override;

private:
    [[nodiscard]] int leastWidth(int index) const;
    [[nodiscard]] int sharedWidth() const;
    [[nodiscard]] QRect sight() const;
};

} // namespace halfopen
