// SPDX-License-Identifier: GPL-3.0-or-later
// The status bar's parts: what runs, how far, and a way to break it off.
#include "ui/window/run_status.h"

#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>

#include "session/run_controller.h"
#include "session/run_summary.h"
#include "ui/results/result_rows.h"
#include "ui/text/elided_label.h"
#include "ui/text/format.h"
#include "ui/theme/looks.h"
#include "ui/theme/quantity_text.h"
#include "ui/window/next_step.h"
#include "ui/window/run_progress.h"
#include "ui/window/shown_run.h"
#include "ui/window/tinted_icon.h"

namespace halfopen {

RunStatus::RunStatus(ShownRun& run, RunController& controller, QStatusBar* bar)
    : QObject(bar), m_run(run), m_controller(controller), m_text(new ElidedLabel({}, bar)), m_bar(new QProgressBar(bar)), m_cancel(new QToolButton(bar))
{
    wear(*bar, Look::StatusBar);
    m_text->setObjectName(QStringLiteral("status.text"));
    m_text->setContentsMargins(6, 0, 0, 0);
    // A long sentence may be cut by the bar, but never widens the window.
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setObjectName(QStringLiteral("status.progress"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_bar->setRange(0, 100);
    m_bar->setTextVisible(false); // half of a number would lie on the bar; the text beside it says how far the run is
    m_bar->setFixedWidth(bar->fontMetrics().height() * 11);
    m_cancel->setObjectName(QStringLiteral("status.cancel"));
    m_cancel->setAccessibleName(tr("Break off the run"));
    m_cancel->setToolTip(tr("Break off the run; what has been seen stays"));
    m_cancel->setIcon(tintedIcon(QStringLiteral("close")));
    m_cancel->setAutoRaise(true);
    bar->addWidget(m_text, 1);
    bar->addPermanentWidget(m_bar);
    bar->addPermanentWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, &m_controller, &RunController::cancel);
    refresh(std::chrono::nanoseconds{0});
}

void RunStatus::setObstacle(const QString& obstacle)
{
    m_obstacle = obstacle;
    refresh(m_lastInstant);
}

void RunStatus::setSweeping(bool sweeping)
{
    if (m_sweeping == sweeping)
        return;
    m_sweeping = sweeping;
    refresh(m_lastInstant);
}

QString RunStatus::text() const { return m_text->text(); }

QString RunStatus::sentence(const RunProgress& progress) const
{
    if (m_run.cameToNothing())
        return tr("The run came to nothing: nothing was measured.");
    const auto& predictions = m_run.predictions();
    const bool nobodyLooks = !predictions.empty() && std::ranges::none_of(predictions, &Prediction::applicable);
    if (!m_run.hasRun())
        return !m_obstacle.isEmpty() ? tr("This machine cannot run these settings.")
               : m_run.isHeldBack()  ? tr("Ready. Your guess first, then press Run.")
               : nobodyLooks         ? tr("Ready. Nobody looks at these sockets, so nobody will notice.")
               : m_sweeping          ? tr("Ready. The map shows what is predicted; mark cells of it and measure them.")
                                     : tr("Ready. Press Run, then watch the prediction come true.");
    const QString clock = runClock(m_run.runId());
    const QString runName = m_run.isReplayed() ? tr("Run %1 played again").arg(clock) : tr("Run %1").arg(clock);
    if (m_run.isBroken())
        return runName + QStringLiteral(" · ") + tr("it broke in its midst; what is missing was not measured");
    if (!m_run.isRunning())
        return runName + QStringLiteral(" · ") + fromCore(runSummary(m_run.outcomes()));
    if (m_run.isLive() && m_controller.state() == RunController::State::Finishing)
        return runName + QStringLiteral(" · ") + tr("cleaning up");
    if (!m_run.timeline().startedAt()) // live, or played again
        return runName + QStringLiteral(" · ") + tr("building the hosts and connecting the pairs");
    QStringList parts{runName};
    parts << (progress.sinceFault ? tr("%1 after the fault").arg(clockText(*progress.sinceFault)) : tr("connected, no fault yet"));
    const bool isOneOfMany = progress.next && m_run.experiment().pairs.size() > 1;
    const QString pair = isOneOfMany ? shortPairName(m_run.experiment(), m_run.predictions()[*progress.next].pair) : QString{};
    const QString left = countdownText(progress.nextEnd.value_or(0));
    if (progress.limitFirst)
        parts << tr("the time limit ends it in about %1", "a run; time").arg(countdownText(*progress.limitFirst));
    else if (progress.nextEnd && *progress.nextEnd > 0)
        parts << (isOneOfMany ? tr("“%1” is failing in about %2", "a pair's name, time").arg(pair, left) : tr("failing in about %1").arg(left));
    else if (progress.nextEnd)
        parts << (isOneOfMany ? tr("“%1” is about to fail", "a pair's name").arg(pair) : tr("about to fail"));
    else if (progress.expected == 0)
        parts << (progress.livingOn == progress.waiting && progress.waiting > 0 ? tr("the connection lives on") : tr("nobody will notice"));
    if (progress.waiting > 1)
        parts << tr("%1 of %2 waiting programs have noticed").arg(progress.noticed).arg(progress.waiting);
    return parts.join(QStringLiteral(" · "));
}

void RunStatus::refresh(std::chrono::nanoseconds now)
{
    m_lastInstant = now;
    const bool running = m_run.isRunning();
    m_bar->setVisible(running);
    m_cancel->setVisible(m_run.isLive());
    const auto progress = running ? progressOf(m_run.timeline(), m_run.predictions(), m_run.outcomes(), now) : RunProgress{};
    const QString words = sentence(progress);
    if (m_text->text() != words)
        m_text->setText(words);
    if (running)
        m_bar->setValue(static_cast<int>(progress.part * 100));
}

} // namespace halfopen
