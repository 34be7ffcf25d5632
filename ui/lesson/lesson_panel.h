// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson dock: the text beside the lesson's experiment.
#pragma once

#include <QWidget>

#include "core/result.h"
#include "session/installation.h"

class QTextBrowser;

namespace halfopen {

/// Shows a lesson's Markdown. Not the lesson: that is data.
class LessonPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LessonPanel(QWidget* parent = nullptr);

    /// Fails where the text cannot be read.
    [[nodiscard]] Result<void> show(const Lesson& lesson);

private:
    QTextBrowser* m_text = nullptr;
};

} // namespace halfopen
