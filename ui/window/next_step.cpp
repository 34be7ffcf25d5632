// SPDX-License-Identifier: GPL-3.0-or-later
// The line that says what to do or wait for next.
#include "ui/window/next_step.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

#include "session/run_controller.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"
#include "ui/window/run_progress.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

QString planStep(const Experiment& experiment)
{
    const auto fault = firstFaultSeconds(experiment);
    if (!fault)
        return NextStep::tr("Press Run (F5), then click the cable to cut it, or a host to stop its program.");
    return NextStep::tr("Press Run (F5): the pairs connect, and %1 later the peer is lost. Or change a slider first and see the "
                        "prediction move.").arg(durationText(*fault));
}

QString runningStep(const ShownRun& run, RunTime now)
{
    const auto progress = progressOf(run.timeline(), run.predictions(), run.outcomes(), now);
    if (!progress.sinceFault) {
        const auto fault = firstFaultSeconds(run.experiment());
        const auto started = run.timeline().startedAt();
        const double left = fault && started ? *fault - toSeconds(now - *started) : 0;
        if (!fault || left < 0)
            return NextStep::tr("Connected and silent. Click the cable to cut it, or a host to stop its program.");
        return NextStep::tr("Connected. The peer is lost in %1; or click the cable to cut it now.").arg(clockText(left));
    }
    if (progress.nextEnd && *progress.nextEnd > 0)
        return NextStep::tr("Failing in about %1. A click on the cable plugs it in again, if you would rather save it.").arg(clockText(*progress.nextEnd));
    if (progress.nextEnd)
        return NextStep::tr("About to fail: the prediction's time has come.");
    if (progress.expected == 0)
        return NextStep::tr("Nobody will notice, however long you wait. Stop the run (Esc) and read why.");
    return NextStep::tr("All have noticed; the run ends in a moment.");
}

QString finishedStep(const std::vector<Outcome>& outcomes)
{
    std::vector<const Detection*> detections;
    int looking = 0;
    for (const auto& outcome : outcomes) {
        looking += outcome.verdict == Verdict::NotApplicable ? 0 : 1;
        if (outcome.verdict != Verdict::NotApplicable && outcome.detection)
            detections.push_back(&*outcome.detection);
    }
    if (detections.empty())
        return NextStep::tr("Nobody noticed. Read why, then switch SO_KEEPALIVE on or choose a preset, and run again.");
    const auto* last = *std::ranges::max_element(detections, {}, [](const Detection* each) { return each->elapsed; });
    const QString after = secondsText(last->elapsed);
    if (detections.size() > 1)
        return NextStep::tr("%1 of %2 ends noticed, the last after %3. Read why, export (Ctrl+E), or change a slider and run again.")
            .arg(detections.size()).arg(looking).arg(after);
    const QString call = fromCore(last->call);
    if (last->result < 0)
        return NextStep::tr("%1 failed with %2 after %3. Read why, export (Ctrl+E), or change a slider and run again.")
            .arg(call, errnoText(last->errorNumber), after);
    return NextStep::tr("%1 returned %2 after %3. Read why, export (Ctrl+E), or change a slider and run again.").arg(call).arg(last->result).arg(after);
}

} // namespace

QString nextStepText(const ShownRun& run, const RunController& controller, RunTime now)
{
    switch (run.source()) {
    case ShownRun::Source::Plan:
        if (run.isHeldBack())
            return NextStep::tr("Your guess first: drag the flag on the time line, or give it in the lesson. Then press Run (F5).");
        return planStep(run.experiment());
    case ShownRun::Source::Stored:
        return NextStep::tr("A run from the history. Move over the time line to read it, or press Run (F5) to repeat it.");
    case ShownRun::Source::Replay:
        return NextStep::tr("Played again: Space plays and pauses, comma and full stop go by one event, the slider goes anywhere.");
    case ShownRun::Source::Live:
        break;
    }
    switch (controller.state()) {
    case RunController::State::Starting:
        return NextStep::tr("Building two hosts with a cable between them and connecting the pairs…");
    case RunController::State::Running:
        return runningStep(run, now);
    case RunController::State::Finishing:
        return NextStep::tr("Over: the hosts are being cleared away.");
    case RunController::State::Refused:
    case RunController::State::Failed:
        return NextStep::tr("This run came to nothing; the message above says why and what helps.");
    case RunController::State::Idle:
    case RunController::State::Finished:
        break;
    }
    return finishedStep(run.outcomes());
}

NextStep::NextStep(const ShownRun& run, const RunController& controller, QWidget* parent)
    : QFrame(parent), m_run(run), m_controller(controller), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("nextStep"));
    auto* sign = new QLabel(tr("Next", "short, in front of the sentence that says what to do next"), this);
    sign->setObjectName(QStringLiteral("nextStep.sign"));
    sign->setProperty("sign", true);
    m_text->setObjectName(QStringLiteral("nextStep.text"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 10, 5);
    layout->setSpacing(8);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    refresh(RunTime{0});
}

QString NextStep::text() const { return m_text->text(); }

void NextStep::refresh(RunTime now)
{
    const QString words = nextStepText(m_run, m_controller, now);
    if (m_text->text() != words)
        m_text->setText(words);
}

} // namespace halfopen
