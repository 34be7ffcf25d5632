// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson dock: the text beside the lesson's experiment.
#include "ui/lesson/lesson_panel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace halfopen {

namespace {

/// In the window's language where there is such a text: NN-name.zh_CN.md beside NN-name.md.
QString textPathOf(const Lesson& lesson)
{
    const QFileInfo english(lesson.textPath);
    const QString spoken = english.dir().filePath(QStringLiteral("%1.%2.%3").arg(english.completeBaseName(), QLocale().name(), english.suffix()));
    return QFileInfo::exists(spoken) ? spoken : lesson.textPath;
}

} // namespace

LessonPanel::LessonPanel(QWidget* parent) : QWidget(parent), m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("lessonPanel"));
    m_text->setObjectName(QStringLiteral("lesson"));
    m_text->setAccessibleName(tr("Text of the lesson"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setOpenLinks(false);
    m_text->setPlaceholderText(tr("Choose a lesson from the Lessons menu: it loads its experiment and tells what to look for."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 2, 6, 6);
    layout->addWidget(m_text);
}

Result<void> LessonPanel::show(const Lesson& lesson)
{
    QFile file(textPathOf(lesson));
    if (!file.open(QIODevice::ReadOnly))
        return Error{0, tr("The lesson's text %1 cannot be read: %2.").arg(file.fileName(), file.errorString()).toStdString()};
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    // Markdown's first heading would fill the dock: one step above the text is enough.
    for (auto block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        // Code breaks its lines in a narrow dock rather than hiding their ends.
        if (block.blockFormat().nonBreakableLines()) {
            auto format = block.blockFormat();
            format.setNonBreakableLines(false);
            QTextCursor(block).setBlockFormat(format);
        }
        if (block.blockFormat().headingLevel() == 0)
            continue;
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat format;
        format.setProperty(QTextFormat::FontSizeAdjustment, 1);
        cursor.mergeCharFormat(format);
    }
    m_text->moveCursor(QTextCursor::Start);
    return {};
}

} // namespace halfopen
