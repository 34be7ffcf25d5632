// SPDX-License-Identifier: GPL-3.0-or-later
// The log dock: the run's facts as lines.
#include "ui/log/log_panel.h"

#include <QFontDatabase>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/text/format.h"
#include "ui/window/shown_run.h"

namespace halfopen {

LogPanel::LogPanel(ShownRun& run, QWidget* parent) : QWidget(parent), m_run(run), m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("logPanel"));
    m_text->setObjectName(QStringLiteral("log"));
    m_text->setAccessibleName(tr("Log of the run"));
    m_text->setReadOnly(true);
    m_text->setMaximumBlockCount(kMostLines);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(tr("Every fact that the agent tells, with its time, as soon as a run has begun."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 0, 0, 0);
    layout->addWidget(m_text);
    connect(&m_run, &ShownRun::replaced, this, &LogPanel::restart);
    restart();
}

QString LogPanel::text() const { return m_text->toPlainText(); }

void LogPanel::restart()
{
    m_text->clear();
    m_lines = 0;
    refresh();
}

void LogPanel::refresh()
{
    const auto& log = m_run.timeline().log();
    if (log.size() <= m_lines)
        return;
    m_lines = std::max(m_lines, log.size() > kMostLines ? log.size() - kMostLines : 0);
    QStringList fresh;
    for (; m_lines < log.size(); ++m_lines) {
        const auto& line = log[m_lines];
        fresh << QStringLiteral("%1  %2").arg(QLocale().toString(toSeconds(line.time), 'f', 6).rightJustified(12), fromCore(line.text));
    }
    m_text->appendPlainText(fresh.join(u'\n'));
}

} // namespace halfopen
