// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the results' pages.
#include "ui/results/result_tabs.h"

#include "ui/results/result_pages.h"

namespace halfopen {

ResultTabs::ResultTabs(QWidget* parent) : QTabBar(parent)
{
    setObjectName(QStringLiteral("results.pages"));
    setAccessibleName(tr("Pages of the results"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    style(false);
    const auto add = [this](int page, const QString& text, const QString& tip) {
        insertTab(page, text);
        setTabToolTip(page, tip);
    };
    add(ResultPages::Charts, tr("Charts", "page of the results"), tr("Measured minus predicted, and the time until the call failed"));
    add(ResultPages::Spread, tr("Spread", "page of the results"), tr("How the times of many pairs spread"));
    add(ResultPages::Overlay, tr("Overlay", "page of the results"), tr("Runs laid over each other, aligned at the fault"));
    add(ResultPages::Table, tr("Table", "page of the results"), tr("The numbers, to sort and to copy"));
}

void ResultTabs::style(bool close)
{
    m_close = close;
    setStyleSheet(QStringLiteral("QTabBar::tab { padding: %1; border: none; border-bottom: 2px solid transparent; }"
                                 "QTabBar::tab:selected { border-bottom: 2px solid palette(highlight); }"
                                 "QTabBar::tab:hover { border-bottom: 2px solid palette(mid); }"
                                 "QTabBar::tab:selected:hover { border-bottom: 2px solid palette(highlight); }")
                      .arg(close ? QStringLiteral("3px 2px") : QStringLiteral("3px 7px")));
    auto small = parentWidget()->font();
    small.setPointSizeF(small.pointSizeF() * (close ? 0.84 : 1.0));
    setFont(small);
}

void ResultTabs::fit()
{
    int wanted = 0;
    for (int tab = 0; tab < count(); ++tab)
        wanted += parentWidget()->fontMetrics().horizontalAdvance(tabText(tab)) + 2 * 7 + 2;
    if (const bool close = wanted > width(); close != m_close)
        style(close);
}

} // namespace halfopen
