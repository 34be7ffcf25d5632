// SPDX-License-Identifier: GPL-3.0-or-later
// Every key of the window on one page.
#include "ui/window/keyboard_page.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace halfopen {

namespace {

bool hasChinese(const QString& text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Han; });
}

QString row(const QString& keys, const QString& what)
{
    // Chinese letters make their line higher above its base line; a space as high as they are does the same for the keys.
    const QString space = hasChinese(what) && !hasChinese(keys) ? QStringLiteral("<span style=\"white-space:pre\">\u3000</span>") : QStringLiteral("&nbsp;&nbsp;");
    return QStringLiteral("<tr><td width=\"40%\"><b>%1</b>%2</td><td>%3</td></tr>").arg(keys.toHtmlEscaped(), space, what.toHtmlEscaped());
}

QString plain(QString text)
{
    // A lone & marks the letter of the menu, in Chinese as "(&F)" after the word; two stand for one.
    static const QRegularExpression letter(QStringLiteral("\\(&\\w\\)"));
    text.remove(letter);
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01")).remove(u'&').replace(u'\x01', u'&');
    return text.endsWith(u'…') ? text.chopped(1) : text;
}

QString rowsOf(const QMenu& menu, const QString& lead, QSet<const QAction*>& listed)
{
    QString rows;
    for (const auto* action : menu.actions()) {
        if (const auto* inner = action->menu()) {
            rows += rowsOf(*inner, KeyboardPage::tr("%1: ", "a menu inside a menu, before its entries").arg(plain(inner->title())), listed);
        } else if (!action->shortcut().isEmpty() && !listed.contains(action)) {
            listed << action;
            rows += row(action->shortcut().toString(QKeySequence::NativeText), lead + plain(action->text()));
        }
    }
    return rows;
}

QString section(const QString& title, const QString& rows)
{
    return rows.isEmpty() ? QString{} : QStringLiteral("<h3>%1</h3><table width=\"100%\">%2</table>").arg(title.toHtmlEscaped(), rows);
}

QString timelineRows()
{
    return row(KeyboardPage::tr("Left, Right"), KeyboardPage::tr("move the cursor; with Shift farther, with Ctrl to the next event"))
         + row(KeyboardPage::tr("Enter"), KeyboardPage::tr("pick the event at the cursor"))
         + row(QStringLiteral("M"), KeyboardPage::tr("begin or end a measure at the cursor"))
         + row(QStringLiteral("G"), KeyboardPage::tr("in a lesson: the guess is where the cursor is"))
         + row(KeyboardPage::tr("Up, Down"), KeyboardPage::tr("the pair before or after"))
         + row(QStringLiteral("R"), KeyboardPage::tr("all pairs under one another, or only the selected one"))
         + row(QStringLiteral("S"), KeyboardPage::tr("linear, square-root or logarithmic time"))
         + row(QStringLiteral("I"), KeyboardPage::tr("the next value of TCP_INFO, after the last one none"))
         + row(KeyboardPage::tr("+ and −"), KeyboardPage::tr("zoom"))
         + row(KeyboardPage::tr("Page Up, Page Down"), KeyboardPage::tr("go along"))
         + row(KeyboardPage::tr("Home"), KeyboardPage::tr("the whole run"))
         + row(KeyboardPage::tr("End"), KeyboardPage::tr("follow the run"))
         + row(KeyboardPage::tr("Esc"), KeyboardPage::tr("let go of cursor, measure and event"));
}

QString replayRows()
{
    return row(KeyboardPage::tr("Space"), KeyboardPage::tr("play or pause"))
         + row(KeyboardPage::tr("Comma, full stop"), KeyboardPage::tr("one event back, one event on"))
         + row(KeyboardPage::tr("Ctrl+Home, Ctrl+End"), KeyboardPage::tr("to the start or the end of the run"));
}

QString sweepRows()
{
    return row(KeyboardPage::tr("Arrows"), KeyboardPage::tr("the next cell; with Ctrl ten farther, with Shift marking it"))
         + row(KeyboardPage::tr("Home, End"), KeyboardPage::tr("the first or last cell of the row"))
         + row(KeyboardPage::tr("Page Up, Page Down"), KeyboardPage::tr("the map before or after, of a third axis"))
         + row(KeyboardPage::tr("Enter"), KeyboardPage::tr("make the cell the experiment"))
         + row(KeyboardPage::tr("Space"), KeyboardPage::tr("mark the cell, to measure it"))
         + row(KeyboardPage::tr("Delete"), KeyboardPage::tr("forget all marks"));
}

} // namespace

QString keyboardHtml(const QMainWindow& window)
{
    QSet<const QAction*> listed;
    QString html = section(KeyboardPage::tr("Everywhere"), row(KeyboardPage::tr("Alt and the underlined letter"), KeyboardPage::tr("a menu; the arrows and Enter go on from there"))
                                                   + row(KeyboardPage::tr("Tab, Shift+Tab"), KeyboardPage::tr("the next or previous control; also from client to cable to server"))
                                                   + row(KeyboardPage::tr("Menu key or Shift+F10"), KeyboardPage::tr("the context menu of what has the focus")));
    for (const auto* action : window.menuBar()->actions()) {
        if (const auto* menu = action->menu())
            html += section(plain(action->text()), rowsOf(*menu, {}, listed));
    }
    QString inPanels;
    for (const auto* action : window.findChildren<QAction*>()) {
        if (!action->objectName().isEmpty() && !action->shortcut().isEmpty() && !listed.contains(action))
            inPanels += row(action->shortcut().toString(QKeySequence::NativeText), plain(action->text()));
    }
    html += section(KeyboardPage::tr("In the panel that has the focus"), inPanels);
    html += section(KeyboardPage::tr("Hosts and cable"), row(KeyboardPage::tr("Left, Right"), KeyboardPage::tr("from client to cable to server"))
                                                 + row(KeyboardPage::tr("Space or Enter"), KeyboardPage::tr("cut or plug the cable, or the menu of the host")));
    html += section(KeyboardPage::tr("Time line"), timelineRows());
    html += section(KeyboardPage::tr("Time line of a run that is over, and the row of controls below it"), replayRows());
    html += section(KeyboardPage::tr("Map of the sweep"), sweepRows());
    html += section(KeyboardPage::tr("Sliders and number boxes"), row(KeyboardPage::tr("Arrows"), KeyboardPage::tr("the next value")) + row(KeyboardPage::tr("Page Up, Page Down"), KeyboardPage::tr("ten times as far"))
                                                          + row(KeyboardPage::tr("Home, End"), KeyboardPage::tr("the least and the largest")));
    html += section(KeyboardPage::tr("Tables"), row(KeyboardPage::tr("Arrows"), KeyboardPage::tr("the next cell; a run of the history opens with Enter")));
    return html;
}

KeyboardPage::KeyboardPage(QMainWindow* window) : QDialog(window)
{
    setObjectName(QStringLiteral("keyboardPage"));
    setWindowTitle(tr("Keyboard"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* text = new QTextBrowser(this);
    text->setObjectName(QStringLiteral("keyboardPage.text"));
    text->setAccessibleName(tr("All keys"));
    text->setHtml(keyboardHtml(*window));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
    resize(fontMetrics().height() * 34, fontMetrics().height() * 36);
}

} // namespace halfopen
