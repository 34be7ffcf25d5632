// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is half typed into a number box from going astray.
#include "ui/experiment/typing_guard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QSpinBox>

namespace halfopen {

namespace {

QAbstractSpinBox* typedInto() { return qobject_cast<QAbstractSpinBox*>(QApplication::focusWidget()); }

/// Whether there was something to take back.
bool takeBack(QAbstractSpinBox* box)
{
    const QString typed = box->text();
    // The value that it has still: this writes its text anew, and tells nothing.
    if (auto* number = qobject_cast<QDoubleSpinBox*>(box))
        number->setValue(number->value());
    else if (auto* whole = qobject_cast<QSpinBox*>(box))
        whole->setValue(whole->value());
    return box->text() != typed;
}

/// What stands there is the value: the box has no typing of its own to take back.
bool isSettled(const QAbstractSpinBox* box)
{
    if (!box->specialValueText().isEmpty() && box->text() == box->specialValueText())
        return true;
    if (const auto* number = qobject_cast<const QDoubleSpinBox*>(box))
        return number->cleanText() == number->textFromValue(number->value());
    if (const auto* whole = qobject_cast<const QSpinBox*>(box))
        return whole->cleanText() == QString::number(whole->value());
    return false;
}

bool isUndoOrRedo(const QKeyEvent& key) { return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo); }

} // namespace

void commitTyping()
{
    if (auto* box = typedInto())
        box->interpretText();
}

TypingGuard::TypingGuard(QWidget* window) : QObject(window), m_window(window) { qApp->installEventFilter(this); }

bool TypingGuard::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::Shortcut && type != QEvent::Close && type != QEvent::ShortcutOverride)
        return false;
    auto* box = typedInto();
    if (box == nullptr || box->window() != m_window)
        return false;
    if (type == QEvent::ShortcutOverride && watched == box && isUndoOrRedo(*static_cast<QKeyEvent*>(event)) && isSettled(box)) {
        event->ignore(); // else the box would take the keys for itself, and do nothing
        return true;
    }
    if (type == QEvent::ShortcutOverride) {
        // Else it would be the window's shortcut, and break off the run.
        if (watched != box || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape || !takeBack(box))
            return false;
        event->accept();
        return true;
    }
    const auto* widget = qobject_cast<QWidget*>(watched);
    const bool elsewhere = widget != nullptr && widget->window() == m_window && widget != box && !box->isAncestorOf(widget);
    if (type == QEvent::Shortcut || (type == QEvent::MouseButtonPress && elsewhere) || (type == QEvent::Close && watched == m_window))
        box->interpretText();
    return false;
}

} // namespace halfopen
