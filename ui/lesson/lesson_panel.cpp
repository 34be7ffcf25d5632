// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson dock: its steps, the guess, what came of it, and the text.
#include "ui/lesson/lesson_panel.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/experiment/experiment_draft.h"
#include "ui/lesson/code_lines.h"
#include "ui/lesson/guess_comparison.h"
#include "ui/lesson/guess_row.h"
#include "ui/lesson/lesson_course.h"
#include "ui/lesson/lesson_question.h"
#include "ui/lesson/lesson_text.h"
#include "ui/text/format.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

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

LessonPanel::LessonPanel(const LessonParts& parts, QWidget* parent)
    : QWidget(parent), m_parts(parts), m_steps(new QLabel(this)), m_next(new QPushButton(this)), m_run(new QPushButton(this)),
      m_guess(new GuessRow(parts.view, this)), m_comparison(new GuessComparison(this)), m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("lessonPanel"));
    buildLayout();
    connect(m_run, &QPushButton::clicked, this, &LessonPanel::runWanted);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (const auto lesson = next())
            Q_EMIT lessonWanted(*lesson);
    });
    connect(m_guess, &GuessRow::commitWanted, &m_parts.course, &LessonCourse::commit);
    connect(m_guess, &GuessRow::showWanted, &m_parts.course, &LessonCourse::justShow);
    connect(&m_parts.course, &LessonCourse::changed, this, &LessonPanel::refresh);
    connect(&m_parts.run, &ShownRun::replaced, this, &LessonPanel::showComparison);
    connect(&m_parts.run, &ShownRun::grew, this, &LessonPanel::showComparison);
    connect(&m_parts.run, &ShownRun::refolded, this, &LessonPanel::showComparison);
    connect(&m_parts.run, &ShownRun::predictionsChanged, this, &LessonPanel::showComparison);
    connect(&m_parts.draft, &ExperimentDraft::changed, this, &LessonPanel::showComparison);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &LessonPanel::noteReading);
    m_text->viewport()->installEventFilter(this);
    retranslate();
}

LessonPanel::~LessonPanel()
{
    // Draft, run and course outlive the window.
    m_parts.draft.disconnect(this);
    m_parts.run.disconnect(this);
    m_parts.course.disconnect(this);
}

void LessonPanel::buildLayout()
{
    m_steps->setObjectName(QStringLiteral("lesson.steps"));
    m_steps->setTextFormat(Qt::RichText);
    m_steps->setWordWrap(true);
    m_next->setObjectName(QStringLiteral("lesson.next"));
    m_again = new QPushButton(this);
    m_again->setObjectName(QStringLiteral("lesson.again"));
    connect(m_again, &QPushButton::clicked, this, &LessonPanel::openAgain);
    m_run->setObjectName(QStringLiteral("lesson.run"));
    m_text->setObjectName(QStringLiteral("lesson"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setOpenLinks(false);
    m_text->setMinimumHeight(fontMetrics().height() * 2); // the guess must not be cut in a low dock
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_steps, 1);
    head->addWidget(m_run);
    head->addWidget(m_next);
    head->addWidget(m_again);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 2, 6, 6);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_guess);
    layout->addWidget(m_comparison);
    layout->addWidget(m_text, 1);
}

void LessonPanel::retranslate()
{
    m_text->setAccessibleName(tr("Text of the lesson"));
    m_text->setPlaceholderText(tr("Choose a lesson from the Lessons menu: it loads its experiment and tells what to look for."));
    m_run->setText(tr("Run"));
    m_run->setAccessibleName(tr("Run the lesson's experiment"));
    m_next->setText(tr("Next lesson"));
    m_next->setAccessibleName(m_next->text());
    m_again->setText(tr("Load it again"));
    m_again->setAccessibleName(tr("Load the lesson's experiment again"));
    refresh();
}

void LessonPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

Result<void> LessonPanel::show(const Lesson& lesson)
{
    QFile file(textPathOf(lesson));
    if (!file.open(QIODevice::ReadOnly))
        return Error{0, tr("The lesson's text %1 cannot be read: %2.").arg(file.fileName(), file.errorString()).toStdString()};
    m_stem = lesson.stem;
    m_markdown = QString::fromUtf8(file.readAll());
    m_shown.clear();
    refresh();
    return {};
}

void LessonPanel::setObstacle(const QString& obstacle)
{
    m_run->setEnabled(obstacle.isEmpty());
    m_run->setToolTip(obstacle);
}

std::optional<Lesson> LessonPanel::next() const
{
    const auto here = std::ranges::find(m_parts.lessons, m_stem, &Lesson::stem);
    return here == m_parts.lessons.end() || std::next(here) == m_parts.lessons.end() ? std::nullopt : std::optional{*std::next(here)};
}

void LessonPanel::openAgain()
{
    const auto here = std::ranges::find(m_parts.lessons, m_stem, &Lesson::stem);
    if (here != m_parts.lessons.end())
        Q_EMIT lessonWanted(Lesson{*here});
}

void LessonPanel::refresh()
{
    const auto& course = m_parts.course;
    const bool active = course.isActive();
    const bool left = !active && !m_markdown.isEmpty(); // another experiment has been loaded
    m_steps->setVisible(active || left);
    m_steps->setText(left ? tr("The experiment is no longer that of this lesson.") : stepsText());
    m_again->setVisible(left);
    m_run->setVisible(active && course.step() == LessonCourse::Step::Run);
    m_next->setVisible(active && course.hasRun() && next().has_value());
    m_guess->setVisible(course.holdsBack());
    m_guess->setQuestion(question());
    showComparison();
    showText();
}

QString LessonPanel::stepsText() const
{
    const auto& course = m_parts.course;
    const auto step = course.step();
    const auto word = [](const QString& text, bool done, bool now) {
        QString marked = (done ? QStringLiteral("✓ ") : QString{}) + text.toHtmlEscaped();
        marked.replace(u' ', QChar::Nbsp); // a step's number stands beside its name
        return now ? QStringLiteral("<b>%1</b>").arg(marked) : marked;
    };
    const QStringList words{
        word(course.wasShown() ? tr("1 No guess") : tr("1 Guess"), course.hasGuessed(), step == LessonCourse::Step::Guess),
        word(tr("2 Run"), course.hasRun(), step == LessonCourse::Step::Run),
        word(tr("3 Read why"), step == LessonCourse::Step::Finished, step == LessonCourse::Step::Read),
    };
    return words.join(QStringLiteral(" → "));
}

QString LessonPanel::question() const
{
    return lessonQuestion(m_parts.course.isOwnRun() ? m_parts.run.experiment() : m_parts.draft.experiment());
}

void LessonPanel::showComparison()
{
    const auto& course = m_parts.course;
    m_comparison->setVisible(course.isActive() && !course.holdsBack());
    if (m_comparison->isHidden())
        return;
    Compared compared;
    const auto& run = m_parts.run;
    const bool own = course.isOwnRun();
    const Host end = guessedEnd(own ? run.experiment() : m_parts.draft.experiment());
    const auto& experiment = own ? run.experiment() : m_parts.draft.experiment();
    if (experiment.pairs.size() > 1) // the panels beside it may speak of another
        compared.whose = tr("“%1”, %2", "name of a pair, client or server").arg(fromCore(pairName(experiment, 0)), endTitle(end).toLower());
    if (course.hasGuessed())
        compared.guess = m_parts.view.guess();
    if (const auto* prediction = own ? run.prediction(0, end) : m_parts.draft.prediction(0, end); prediction != nullptr && prediction->applicable)
        compared.prediction = *prediction;
    compared.over = own && run.isMeasured(0, end);
    compared.brokenOff = own && run.hasRun() && !run.isRunning() && !compared.over;
    const auto& outcomes = run.outcomes();
    const auto found = std::ranges::find_if(outcomes, [&](const Outcome& each) { return each.pair == 0 && each.end == end; });
    if (compared.over && found != outcomes.end()) {
        compared.measured = found->detection;
        compared.verdict = verdictText(found->verdict, found->prediction.livesOn());
    }
    m_comparison->show(compared);
}

void LessonPanel::showText()
{
    const auto& course = m_parts.course;
    auto part = LessonPart::Whole;
    if (course.holdsBack())
        part = LessonPart::Question;
    else if (course.isActive() && course.hasGuessed() && !course.hasRun())
        part = LessonPart::Look;
    const auto text = lessonText(m_markdown, part);
    if (text == m_shown)
        return;
    m_shown = text;
    m_filling = true;
    m_text->setMarkdown(text);
    // Markdown's first heading would fill the dock: one step above the text is enough.
    for (auto block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat format;
        format.setProperty(QTextFormat::FontSizeAdjustment, 1);
        cursor.mergeCharFormat(format);
    }
    fitCodeLines();
    m_text->moveCursor(QTextCursor::Start);
    m_filling = false;
}

/// Code breaks its lines in a narrow dock rather than hiding their ends.
void LessonPanel::fitCodeLines()
{
    const QScopedValueRollback filling(m_filling, true);
    fitCode(*m_text->document(), m_text->viewport()->width() - 2 * m_text->document()->documentMargin());
}

bool LessonPanel::eventFilter(QObject* watched, QEvent* event)
{
    // Text that needs no scrolling is read where it is seen; its end is known once it is painted.
    if (event->type() == QEvent::Paint && m_parts.course.step() == LessonCourse::Step::Read)
        QMetaObject::invokeMethod(this, &LessonPanel::noteReading, Qt::QueuedConnection);
    if (event->type() == QEvent::Resize)
        fitCodeLines();
    return QWidget::eventFilter(watched, event);
}

void LessonPanel::noteReading()
{
    const auto* bar = m_text->verticalScrollBar();
    // A dock behind a tab is visible to Qt, but not to people. The viewport may cover all of its area.
    const bool seen = !m_filling && !m_text->viewport()->visibleRegion().isEmpty();
    if (m_parts.course.step() == LessonCourse::Step::Read && seen && bar->value() >= bar->maximum())
        m_parts.course.noteRead();
}

} // namespace halfopen
