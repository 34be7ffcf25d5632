// SPDX-License-Identifier: GPL-3.0-or-later
// The search and the buttons over the list of runs.
#include "ui/history/history_deeds.h"

#include <QAction>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>
#include <numeric>

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
    connect(action, &QAction::changed, made, [made, action] { made->setEnabled(action->isEnabled()); });
    return made;
}

int HistoryDeeds::widthOf(int columns) const
{
    QList<int> widths(columns, 0);
    for (qsizetype button = 0; button < m_buttons.size(); ++button)
        widths[button % columns] = std::max(widths.at(button % columns), m_buttons.at(button)->minimumWidth());
    return std::accumulate(widths.begin(), widths.end(), (columns - 1) * m_grid->spacing());
}

int HistoryDeeds::arrange(std::optional<int> room)
{
    const int all = static_cast<int>(m_buttons.size());
    const int search = fontMetrics().averageCharWidth() * 14;
    const int columns = !room || widthOf(all) + search <= *room ? all : widthOf(3) <= *room ? 3 : 2;
    const int least = widthOf(2);
    if (columns == m_columns)
        return least;
    m_columns = columns;
    const bool beside = columns == all;
    m_grid->addWidget(m_search, 0, 0, 1, beside ? 1 : columns);
    for (int button = 0; button < all; ++button)
        m_grid->addWidget(m_buttons.at(button), beside ? 0 : 1 + button / columns, beside ? 1 + button : button % columns);
    m_grid->setColumnStretch(0, beside ? 1 : 0);
    return least;
}

} // namespace halfopen
