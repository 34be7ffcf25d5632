// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the results' pages.
#include "ui/results/result_tabs.h"

#include <QCursor>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include "ui/results/result_pages.h"

namespace halfopen {

namespace {

constexpr int kBesideText = 7; // pixels
constexpr int kAboveText = 3;
constexpr int kUnderline = 2;

} // namespace

ResultTabs::ResultTabs(QWidget* parent) : QTabBar(parent)
{
    setObjectName(QStringLiteral("results.pages"));
    setAccessibleName(tr("Pages of the results"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setClose(false);
    const auto add = [this](int page, const QString& text, const QString& tip) {
        insertTab(page, text);
        setTabToolTip(page, tip);
    };
    add(ResultPages::Charts, tr("Charts", "page of the results"), tr("Measured minus predicted, and the time until the call failed"));
    add(ResultPages::Spread, tr("Spread", "page of the results"), tr("How the times of many pairs spread"));
    add(ResultPages::Overlay, tr("Overlay", "page of the results"), tr("Runs laid over each other, aligned at the fault"));
    add(ResultPages::Table, tr("Table", "page of the results"), tr("The numbers, to sort and to copy"));
}

void ResultTabs::setClose(bool close)
{
    m_close = close;
    auto small = parentWidget()->font();
    small.setPointSizeF(small.pointSizeF() * (close ? 0.84 : 1.0));
    setFont(small);
}

int ResultTabs::besideText() const { return m_close ? 2 : kBesideText; }

QSize ResultTabs::tabSizeHint(int tab) const
{
    const auto metrics = fontMetrics();
    return {metrics.horizontalAdvance(tabText(tab)) + 2 * besideText(), metrics.height() + 2 * kAboveText + kUnderline};
}

void ResultTabs::paintEvent(QPaintEvent*)
{
    // By hand: a style sheet would take its parent, too, out of the palette's reach.
    QPainter painter(this);
    const int hovered = underMouse() ? tabAt(mapFromGlobal(QCursor::pos())) : -1;
    for (int tab = 0; tab < count(); ++tab) {
        const QRect area = tabRect(tab);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(area.adjusted(0, 0, 0, -kUnderline), Qt::AlignCenter, tabText(tab));
        const QRect underline(area.left(), area.bottom() + 1 - kUnderline, area.width(), kUnderline);
        if (tab == currentIndex())
            painter.fillRect(underline, palette().color(QPalette::Highlight));
        else if (tab == hovered)
            painter.fillRect(underline, palette().color(QPalette::Mid));
        if (tab == currentIndex() && hasFocus()) {
            QStyleOptionFocusRect focus;
            focus.initFrom(this);
            focus.rect = area.adjusted(1, 1, -1, -kUnderline);
            style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
        }
    }
}

void ResultTabs::fit()
{
    int wanted = 0;
    for (int tab = 0; tab < count(); ++tab)
        wanted += parentWidget()->fontMetrics().horizontalAdvance(tabText(tab)) + 2 * kBesideText + 2;
    if (const bool close = wanted > width(); close != m_close)
        setClose(close);
}

} // namespace halfopen
