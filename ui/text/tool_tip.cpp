// SPDX-License-Identifier: GPL-3.0-or-later
// A tool tip that a screen reader can read too.
#include "ui/text/tool_tip.h"

#include <QTextDocumentFragment>
#include <QWidget>

namespace halfopen {

namespace {

/// The same without its tags. All controls of a row come with one text in turn, and reading HTML is slow: the last is kept.
const QString& withoutTags(const QString& toolTip)
{
    static QString asked;
    static QString plain;
    if (asked != toolTip) {
        asked = toolTip;
        plain = QTextDocumentFragment::fromHtml(toolTip).toPlainText();
    }
    return plain;
}

} // namespace

void setExplanation(QWidget* widget, const QString& toolTip)
{
    widget->setToolTip(toolTip);
    widget->setAccessibleDescription(Qt::mightBeRichText(toolTip) ? withoutTags(toolTip) : toolTip);
}

} // namespace halfopen
