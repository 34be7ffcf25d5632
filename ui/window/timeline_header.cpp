// SPDX-License-Identifier: GPL-3.0-or-later
// The line above the time line: what it shows and how.
#include "ui/window/timeline_header.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/text/elided_label.h"
#include "ui/text/format.h"
#include "ui/theme/looks.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

constexpr int kBothEnds = 2; // after the two hosts in the combo box

} // namespace

TimelineHeader::TimelineHeader(ShownRun& run, ViewState& view, QWidget* parent) : QWidget(parent), m_run(run), m_view(view)
{
    setObjectName(QStringLiteral("timelineHeader"));
    buildControls();
    connect(m_end, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        m_view.setShowsBothEnds(index == kBothEnds);
        if (index != kBothEnds)
            m_view.setEnd(static_cast<Host>(index));
    });
    connect(m_scale, qOverload<int>(&QComboBox::activated), this, [this](int index) { m_view.setScale(static_cast<TimeScale>(index)); });
    connect(m_rows, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        m_view.setCompared(index == 0 ? std::nullopt : std::optional{static_cast<LaneKind>(index - 1)});
    });
    connect(m_follow, &QToolButton::toggled, &m_view, &ViewState::setFollows);
    connect(&m_view, &ViewState::pairChanged, this, &TimelineHeader::refresh);
    connect(&m_view, &ViewState::endChanged, this, &TimelineHeader::refresh);
    connect(&m_view, &ViewState::showsBothEndsChanged, this, &TimelineHeader::refresh);
    connect(&m_view, &ViewState::scaleChanged, this, &TimelineHeader::refresh);
    connect(&m_view, &ViewState::comparedChanged, this, &TimelineHeader::refresh);
    connect(&m_view, &ViewState::followsChanged, this, &TimelineHeader::refresh);
    connect(&m_run, &ShownRun::replaced, this, &TimelineHeader::refresh);
    connect(&m_run, &ShownRun::refolded, this, &TimelineHeader::refresh);
    refresh();
}

void TimelineHeader::buildControls()
{
    auto* title = new QLabel(tr("Time line"), this);
    auto bold = title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    title->setFont(bold);
    m_what = new ElidedLabel({}, this);
    m_what->setObjectName(QStringLiteral("timeline.what"));
    m_what->setForegroundRole(QPalette::PlaceholderText);
    m_end = new QComboBox(this);
    m_end->setObjectName(QStringLiteral("timeline.end"));
    m_end->setAccessibleName(tr("Which end the time line shows"));
    m_end->addItem(tr("client"), static_cast<int>(Host::Client));
    m_end->addItem(tr("server"), static_cast<int>(Host::Server));
    m_end->addItem(tr("both ends"));
    m_rows = new QComboBox(this);
    m_rows->setObjectName(QStringLiteral("timeline.rows"));
    m_rows->setAccessibleName(tr("One pair with all its lanes, or one lane of all pairs"));
    m_rows->setToolTip(tr("One pair with all its lanes, or the same lane of all pairs under one another: a race"));
    m_rows->addItem(tr("one pair"));
    m_rows->addItem(tr("all: calls", "the same lane of all pairs")); // in the order of LaneKind
    m_rows->addItem(tr("all: states", "the same lane of all pairs"));
    m_rows->addItem(tr("all: timers", "the same lane of all pairs"));
    m_rows->addItem(tr("all: wire", "the same lane of all pairs"));
    m_scale = new QComboBox(this);
    m_scale->setObjectName(QStringLiteral("timeline.scale"));
    m_scale->setAccessibleName(tr("Scale of the time axis"));
    m_scale->setToolTip(tr("√ and log time keep back-off from 0.2 s to minutes readable; in log time each doubling has the same width"));
    m_scale->addItem(tr("linear", "time scale")); // in the order of TimeScale
    m_scale->addItem(tr("√ time"));
    m_scale->addItem(tr("log time"));
    m_follow = new QToolButton(this);
    m_follow->setObjectName(QStringLiteral("timeline.follow"));
    m_follow->setText(tr("follow"));
    m_follow->setAccessibleName(tr("Keep now in sight while a run goes on"));
    m_follow->setToolTip(m_follow->accessibleName());
    m_follow->setCheckable(true);
    wear(*m_follow, Look::FilterButton); // as the log's: a frame, and not a grey ground, says that it is on
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(m_what, 1);
    layout->addWidget(m_rows);
    layout->addWidget(m_end);
    layout->addWidget(m_scale);
    layout->addWidget(m_follow);
}

void TimelineHeader::refresh()
{
    const QSignalBlocker blockers[] = {QSignalBlocker{m_end}, QSignalBlocker{m_rows}, QSignalBlocker{m_scale}, QSignalBlocker{m_follow}};
    QString what = fromCore(pairName(m_run.experiment(), m_view.pair()));
    switch (m_run.source()) {
    case ShownRun::Source::Plan:
        what += QStringLiteral(" · ") + tr("planned");
        break;
    case ShownRun::Source::Stored:
        what += QStringLiteral(" · ") + tr("from the history");
        break;
    case ShownRun::Source::Replay:
        what += QStringLiteral(" · ") + tr("played again");
        break;
    case ShownRun::Source::Live:
        break;
    }
    m_what->setText(what);
    m_end->setCurrentIndex(m_view.showsBothEnds() ? kBothEnds : static_cast<int>(m_view.end()));
    const auto compared = m_view.compared();
    m_rows->setCurrentIndex(compared && *compared != LaneKind::Queues ? static_cast<int>(*compared) + 1 : 0);
    m_scale->setCurrentIndex(static_cast<int>(m_view.scale()));
    m_follow->setChecked(m_view.follows());
}

} // namespace halfopen
