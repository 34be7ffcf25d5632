// SPDX-License-Identifier: GPL-3.0-or-later
// The number for the back row: predicted, counting down, measured.
#pragma once

#include <QFrame>

#include "core/run_time.h"

class QLabel;

namespace halfopen {

class ElidedLabel;
class ShownRun;
class ViewState;

/// What the projector says of the selected pair, under the experiment's title.
struct ProjectorWords final
{
    QString title{}; // of the lesson or experiment; empty where it has none
    QString caption; // what the number is
    QString number;  // the largest thing in the room
    QString detail;  // what it is to be compared with

    bool operator==(const ProjectorWords&) const = default;
};

/// `now` since hello.
[[nodiscard]] ProjectorWords projectorWords(const ShownRun& run, const ViewState& view, RunTime now);

/// Those words in large type. Asked to look again by the projector's clock.
class ProjectorPanel final : public QFrame
{
    Q_OBJECT

public:
    ProjectorPanel(const ShownRun& run, const ViewState& view, QWidget* parent = nullptr);

public Q_SLOTS:
    void refresh(halfopen::RunTime now);

private:
    const ShownRun& m_run;
    const ViewState& m_view;
    ElidedLabel* m_title = nullptr;
    QLabel* m_caption = nullptr;
    QLabel* m_number = nullptr;
    QLabel* m_detail = nullptr;
    ProjectorWords m_shown;
};

} // namespace halfopen
