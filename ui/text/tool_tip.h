// SPDX-License-Identifier: GPL-3.0-or-later
// A tool tip that a screen reader can read too.
#pragma once

class QString;
class QWidget;

namespace halfopen {

/// Qt takes a tool tip for the accessible description where there is none, markup and all: this sets both, the
/// description without the markup.
void setExplanation(QWidget* widget, const QString& toolTip);

} // namespace halfopen
