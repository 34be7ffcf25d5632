// SPDX-License-Identifier: GPL-3.0-or-later
// A tool tip that a screen reader can read too.
#include "ui/text/tool_tip.h"

#include <QTextDocumentFragment>
#include <QWidget>

namespace halfopen {

void setExplanation(QWidget* widget, const QString& toolTip)
{
    widget->setToolTip(toolTip);
    widget->setAccessibleDescription(Qt::mightBeRichText(toolTip) ? QTextDocumentFragment::fromHtml(toolTip).toPlainText() : toolTip);
}

} // namespace halfopen
