// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of known middleboxes.
#include "ui/faults/middlebox_button.h"

#include <QMenu>

#include "ui/faults/fault_text.h"
#include "ui/text/core_words.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

MiddleboxButton::MiddleboxButton(const QString& name, QWidget* parent) : QToolButton(parent), m_boxes(builtInMiddleboxes())
{
    setObjectName(name);
    setPopupMode(InstantPopup);
    auto* choices = new QMenu(this);
    choices->setObjectName(name + QStringLiteral(".menu"));
    choices->setToolTipsVisible(true);
    for (const Middlebox& box : m_boxes)
        connect(choices->addAction(QString()), &QAction::triggered, this, [this, box] { Q_EMIT chosen(box); });
    setMenu(choices);
}

void MiddleboxButton::setSpoken(const QString& spoken)
{
    setText(tr("like", "button: the idle time of a known middlebox"));
    setAccessibleName(tr("%1: like a known middlebox").arg(spoken));
    setToolTip(tr("The idle time of a known middlebox, from its documentation"));
    const auto actions = menu()->actions();
    for (qsizetype index = 0; index < actions.size(); ++index) {
        const Middlebox& box = m_boxes[index];
        actions[index]->setText(tr("%1: %2, then %3", "middlebox, its idle time, its answer")
                                    .arg(fromCore(box.title.toStdString()), durationText(box.idleSeconds), answerText(box.answer)));
        actions[index]->setToolTip(fromCore(box.source.toStdString()));
        actions[index]->setStatusTip(actions[index]->toolTip());
    }
}

} // namespace halfopen
