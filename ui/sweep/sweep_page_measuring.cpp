// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep: running cells for real.
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/experiment/typing_guard.h"
#include "ui/sweep/flow_row.h"
#include "ui/sweep/heat_view.h"
#include "ui/sweep/sweep_page.h"
#include "ui/sweep/sweep_study.h"
#include "ui/text/core_words.h"
#include "ui/theme/baseline_keeper.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

constexpr int kFirstSample = 12;
constexpr int kMostSample = 400;
constexpr int kProgressSteps = 1000;

} // namespace

void SweepPage::buildMeasuring(QVBoxLayout& box)
{
    auto* row = new FlowRow(6);
    m_count = new QSpinBox(this);
    m_count->setObjectName(QStringLiteral("sweep.count"));
    m_count->setRange(1, kMostSample);
    m_count->setValue(kFirstSample);
    m_count->setSuffix(tr(" cells", "behind a number"));
    m_count->setAccessibleName(tr("How many cells the sample has"));
    keepBaseline(*m_count);
    m_sample = new QPushButton(tr("Mark a sample"), this);
    m_sample->setObjectName(QStringLiteral("sweep.sample"));
    m_sample->setToolTip(tr("Mark about so many cells, spread over the map, that the time limit leaves room for. Or drag over the map, or Shift-click cells."));
    m_measure = new QPushButton(this);
    m_measure->setObjectName(QStringLiteral("sweep.measure"));
    m_measure->setToolTip(tr("Run the marked cells on the real kernel, side by side where they can be"));
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("sweep.progress"));
    m_progress->setAccessibleName(tr("How far the measurement is"));
    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(fontMetrics().height() * 8);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("sweep.cancel"));
    m_cancel->setAccessibleName(tr("Break off the measurement"));
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("sweep.state"));
    m_state->setTextFormat(Qt::PlainText);
    for (auto* each : {static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_sample), static_cast<QWidget*>(m_measure), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel), static_cast<QWidget*>(m_state)})
        row->addWidget(each);
    box.addLayout(row);
    connect(m_sample, &QPushButton::clicked, this, [this] { m_map->setMarked(m_study.sample(m_count->value())); });
    connect(m_measure, &QPushButton::clicked, this, &SweepPage::measure);
    connect(m_cancel, &QPushButton::clicked, &m_study, &SweepStudy::cancelMeasuring);
}

void SweepPage::measure()
{
    commitTyping();
    const auto begun = m_study.measure(m_map->marked());
    if (!begun)
        Q_EMIT failed(fromCore(begun.error().message));
    else
        m_map->setFocus(); // the button is gone now
}

void SweepPage::showMeasuring()
{
    const bool measuring = m_study.isMeasuring();
    if (std::exchange(m_measuring, measuring) && !measuring)
        m_map->setMarked({}); // until now they told what is being measured
    const bool isThere = m_study.map() != nullptr;
    const auto marked = static_cast<int>(m_map->marks().marked.size());
    for (auto* each : {static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_sample), static_cast<QWidget*>(m_measure)})
        each->setVisible(!measuring);
    m_count->setEnabled(isThere);
    m_sample->setEnabled(isThere);
    m_measure->setEnabled(marked > 0);
    m_measure->setText(marked > 0 ? tr("Measure %n cell(s)", nullptr, marked) : tr("Measure marked cells"));
    for (auto* each : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        each->setVisible(measuring);
    if (!measuring) {
        const auto* map = m_study.map();
        const auto done = map == nullptr ? 0 : static_cast<int>(map->measured.size());
        const auto inside = map == nullptr ? 0 : static_cast<int>(std::ranges::count_if(map->measured, [](const auto& each) { return each.second.isInside(); }));
        m_state->setText(done == 0 ? QString{} : tr("%1 of %n measured cell(s) as predicted", nullptr, done).arg(inside));
        m_state->setVisible(done > 0);
        return;
    }
    const auto progress = m_study.progress();
    const double share = progress.expected > 0 ? std::min(progress.seconds / progress.expected, 1.0) : 0;
    m_progress->setValue(static_cast<int>((progress.run - 1 + share) / std::max(progress.runs, 1) * kProgressSteps));
    m_state->setText(tr("Measuring %n cell(s), run %1 of %2: %3 of about %4", "two times", progress.cells)
                         .arg(progress.run).arg(progress.runs).arg(clockText(progress.seconds), durationText(progress.expected)));
    m_state->setVisible(true);
}

} // namespace halfopen
