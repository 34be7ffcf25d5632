// SPDX-License-Identifier: GPL-3.0-or-later
// Where the learner says how long it will take.
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace halfopen {

class NumberSpinBox;
class ViewState;

/// Seconds or "never", written to the view state as they are chosen; the marker on the time line does the same.
class GuessRow final : public QWidget
{
    Q_OBJECT

public:
    explicit GuessRow(ViewState& view, QWidget* parent = nullptr);

    void setQuestion(const QString& question);

Q_SIGNALS:
    void commitWanted();
    void showWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void refresh();
    /// Side by side where there is room, else below each other.
    void stack();

    ViewState& m_view;
    QLabel* m_question = nullptr;
    NumberSpinBox* m_seconds = nullptr;
    QLabel* m_after = nullptr;
    QPushButton* m_never = nullptr;
    QPushButton* m_commit = nullptr;
    QPushButton* m_show = nullptr;
    QBoxLayout* m_value = nullptr;
    QBoxLayout* m_deeds = nullptr;
};

} // namespace halfopen
