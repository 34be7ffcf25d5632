// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the results' pages.
#pragma once

#include <QTabBar>

namespace halfopen {

/// All of them are in sight, in the narrow dock of a projector's 1280 pixels too: closer together and smaller there.
class ResultTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit ResultTabs(QWidget* parent);

    void fit();

protected:
    [[nodiscard]] QSize tabSizeHint(int tab) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int tab) const override { return tabSizeHint(tab); }
    void paintEvent(QPaintEvent* event) override;

private:
    void setClose(bool close);
    [[nodiscard]] int besideText() const; // pixels on either side

    bool m_close = false;
};

} // namespace halfopen
