// SPDX-License-Identifier: GPL-3.0-or-later
// The line above the time line: what it shows and how.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace halfopen {

class ShownRun;
class ViewState;

/// Controls of the view state; the time line itself listens to that.
class TimelineHeader final : public QWidget
{
    Q_OBJECT

public:
    TimelineHeader(ShownRun& run, ViewState& view, QWidget* parent = nullptr);

private:
    void buildControls();
    void refresh();

    ShownRun& m_run;
    ViewState& m_view;
    QLabel* m_what = nullptr;
    QComboBox* m_rows = nullptr;
    QComboBox* m_end = nullptr;
    QComboBox* m_scale = nullptr;
    QToolButton* m_follow = nullptr;
};

} // namespace halfopen
