// SPDX-License-Identifier: GPL-3.0-or-later
// The search and the buttons over the list of runs.
#include "ui/history/history_deeds.h"

#include <QAction>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>
#include <numeric>
#include <utility>

namespace halfopen {

HistoryDeeds::HistoryDeeds(QWidget* search, const QList<QAction*>& deeds, QWidget* parent) : QWidget(parent), m_search(search), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(4);
    for (auto* action : deeds)
        m_buttons << button(action);
}

QPushButton* HistoryDeeds::button(QAction* action)
{
    auto* made = new QPushButton(action->text(), this);
    made->setObjectName(QString(action->objectName()).remove(QStringLiteral("action.")));
    made->setToolTip(action->toolTip());
    // Less than the style's least: five of them stand in a row.
    made->setMinimumWidth(fontMetrics().horizontalAdvance(action->text()) + fontMetrics().averageCharWidth() * 3);
    made->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    made->setAccessibleName(action->toolTip());
    connect(made, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, made, [made, action] {
        made->setEnabled(action->isEnabled());
        made->setToolTip(action->toolTip());
    });
    return made;
}

int HistoryDeeds::widthOf(int columns) const
{
    QList<int> widths(columns, 0);
    for (qsizetype button = 0; button < m_buttons.size(); ++button)
        widths[button % columns] = std::max(widths.at(button % columns), m_buttons.at(button)->minimumWidth());
    return std::accumulate(widths.begin(), widths.end(), (columns - 1) * m_grid->spacing());
}

int HistoryDeeds::searchWidth() const { return fontMetrics().averageCharWidth() * 14; }

QSize HistoryDeeds::leastSize() const
{
    const int row = std::max(m_search->sizeHint().height(), m_buttons.first()->sizeHint().height());
    return {std::max(widthOf(2), searchWidth() + m_grid->spacing() + m_buttons.first()->minimumWidth()), row};
}

int HistoryDeeds::heightOf(int columns) const
{
    const int all = static_cast<int>(m_buttons.size());
    const int rows = 1 + (all + columns - 1) / columns;
    return rows * leastSize().height() + (rows - 1) * m_grid->spacing();
}

void HistoryDeeds::arrange(const QSize& room)
{
    const int all = static_cast<int>(m_buttons.size());
    const int columns = widthOf(3) <= room.width() ? 3 : 2;
    if (widthOf(all) + m_grid->spacing() + searchWidth() <= room.width())
        putBeside(all);
    else if (heightOf(columns) <= room.height())
        putBelow(columns);
    else
        putBeside(thatFit(room.width()));
}

int HistoryDeeds::thatFit(int width) const
{
    int left = width - searchWidth();
    int fit = 0;
    for (const auto* each : m_buttons) {
        left -= m_grid->spacing() + each->minimumWidth();
        fit += left >= 0 ? 1 : 0;
    }
    return std::max(fit, 1);
}

void HistoryDeeds::putBeside(int shown)
{
    if (std::exchange(m_arranged, {true, shown}) == std::pair(true, shown))
        return;
    m_grid->addWidget(m_search, 0, 0);
    for (int button = 0; button < m_buttons.size(); ++button) {
        m_grid->addWidget(m_buttons.at(button), 0, 1 + button);
        m_buttons.at(button)->setVisible(button < shown);
    }
    m_grid->setColumnStretch(0, 1);
}

void HistoryDeeds::putBelow(int columns)
{
    if (std::exchange(m_arranged, {false, columns}) == std::pair(false, columns))
        return;
    m_grid->addWidget(m_search, 0, 0, 1, columns);
    for (int button = 0; button < m_buttons.size(); ++button) {
        m_grid->addWidget(m_buttons.at(button), 1 + button / columns, button % columns);
        m_buttons.at(button)->setVisible(true);
    }
    m_grid->setColumnStretch(0, 0);
}

} // namespace halfopen
