// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson dock: its steps, the guess, what came of it, and the text.
#pragma once

#include <QWidget>

#include <optional>

#include "core/result.h"
#include "session/installation.h"

class QLabel;
class QPushButton;
class QTextBrowser;

namespace halfopen {

class ExperimentDraft;
class GuessComparison;
class GuessRow;
class LessonCourse;
class ShownRun;
class ViewState;

/// What the panel shows; made and owned by others.
struct LessonParts final
{
    LessonCourse& course;
    ExperimentDraft& draft;
    ShownRun& run;
    ViewState& view;
    QList<Lesson> lessons; // in their order
};

/// Leads through a lesson's Markdown: as much of it as the course allows. Not the lesson: that is data.
class LessonPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LessonPanel(const LessonParts& parts, QWidget* parent = nullptr);
    ~LessonPanel() override;

    /// Fails where the text cannot be read.
    [[nodiscard]] Result<void> show(const Lesson& lesson);
    /// Why nothing can be run on this machine; empty where it can.
    void setObstacle(const QString& obstacle);

Q_SIGNALS:
    void runWanted();
    void lessonWanted(const halfopen::Lesson& lesson);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void retranslate();
    void refresh();
    void showText();
    void fitCodeLines();
    void showComparison();
    void noteReading();
    [[nodiscard]] QString stepsText() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] std::optional<Lesson> next() const;
    void openAgain();

    LessonParts m_parts;
    QString m_stem; // of the shown lesson
    QString m_markdown;
    QString m_shown;
    bool m_filling = false; // the text is being put in: where it is scrolled to means nothing
    QLabel* m_steps = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_run = nullptr;
    GuessRow* m_guess = nullptr;
    GuessComparison* m_comparison = nullptr;
    QTextBrowser* m_text = nullptr;
};

} // namespace halfopen
