// SPDX-License-Identifier: GPL-3.0-or-later
// A line to type what is looked for.
#include "ui/text/search_field.h"

#include <QEvent>
#include <QKeyEvent>
#include <QToolButton>

namespace halfopen {

SearchField::SearchField(const QString& objectName, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(objectName);
    // The first button of its kind looks through the desktop's icon themes; without a text it could not be seen.
    connect(this, &QLineEdit::textChanged, this, &SearchField::offerClearing);
}

void SearchField::offerClearing()
{
    if (isClearButtonEnabled())
        return;
    setClearButtonEnabled(true);
    nameButton();
}

void SearchField::nameButton()
{
    // Qt 6.4 leaves the button without a name.
    for (auto* button : findChildren<QToolButton*>()) {
        button->setObjectName(objectName() + QStringLiteral(".clear"));
        button->setAccessibleName(tr("Clear"));
    }
}

bool SearchField::event(QEvent* event)
{
    // Else Escape would be the window's shortcut, and break off the run.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameButton();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || text().isEmpty()) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    clear();
    event->accept();
}

} // namespace halfopen
