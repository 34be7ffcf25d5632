// SPDX-License-Identifier: GPL-3.0-or-later
// The line that says what to do or wait for next.
#include "ui/window/next_step.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

#include "core/experiment_codec.h"
#include "session/run_controller.h"
#include "session/run_summary.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/text/format.h"
#include "ui/theme/looks.h"
#include "ui/theme/quantity_text.h"
#include "ui/window/run_progress.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

constexpr int kLongestSentence = 150; // characters, with what stands beside them

/// After which nothing of the peer comes any more, for ever.
bool losesThePeer(const Fault& fault) { return dropsAll(fault) && fault.direction == Direction::Both && !fault.healAfterSeconds; }

const Fault* firstFault(const Experiment& experiment)
{
    const auto first = std::ranges::min_element(experiment.faults, {}, &Fault::atSeconds);
    return first == experiment.faults.end() ? nullptr : &*first;
}

QString planStep(const Experiment& experiment, ExperimentDraft::WayBack wayBack, const QString& obstacle)
{
    const auto fault = firstFaultSeconds(experiment);
    if (!obstacle.isEmpty())
        return obstacle;
    if (wayBack != ExperimentDraft::WayBack::None)
        return NextStep::tr("Press Run (F5) to measure these settings; %1 leads back to the last run.", "keys")
            .arg(QKeySequence(wayBack == ExperimentDraft::WayBack::Undo ? QKeySequence::Undo : QKeySequence::Redo).toString(QKeySequence::NativeText));
    if (!fault)
        return NextStep::tr("Press Run (F5), then click the cable to cut it, or a host to stop its program.");
    if (!losesThePeer(*firstFault(experiment)))
        return NextStep::tr("Press Run (F5): the pairs connect, and %1 later comes the first fault: %2. Or change a slider first and see the "
                            "prediction move.", "time, fault").arg(durationText(*fault), faultText(*firstFault(experiment)));
    return NextStep::tr("Press Run (F5): the pairs connect, and %1 later the peer is lost. Or change a slider first and see the "
                        "prediction move.").arg(durationText(*fault));
}

/// As a click on the cable takes it: where only some packets are dropped, it would cut the cable.
bool isCut(const Timeline& timeline)
{
    return std::ranges::any_of(timeline.faults(), [](const FaultSpan& span) { return dropsAll(span.fault) && !span.healed; });
}

/// Its call comes to its own limit.
bool onlyGivesUp(const Prediction& prediction)
{
    return !prediction.never() && isOwnLimit(prediction.modes.front().result, prediction.modes.front().errorNumber);
}

/// With several pairs it matters whose end it is: another pair may be in sight.
QString failingStepOfMany(const ShownRun& run, const RunProgress& progress)
{
    const auto& next = run.predictions()[*progress.next];
    const QString pair = shortPairName(run.experiment(), next.pair);
    const bool client = next.end == Host::Client;
    if (*progress.nextEnd <= 0)
        return (client ? NextStep::tr("About to fail: the client of “%1”. Its prediction's time has come.", "a pair's name")
                       : NextStep::tr("About to fail: the server of “%1”. Its prediction's time has come.", "a pair's name"))
            .arg(pair);
    const QString left = countdownText(*progress.nextEnd);
    if (onlyGivesUp(next)) // its call's own limit says nothing of the peer
        return (client ? NextStep::tr("The client of “%1” is the next to give up waiting, in about %2.", "a pair's name, time")
                       : NextStep::tr("The server of “%1” is the next to give up waiting, in about %2.", "a pair's name, time"))
            .arg(pair, left);
    return (client ? NextStep::tr("The client of “%1” is the next to notice, in about %2.", "a pair's name, time")
                   : NextStep::tr("The server of “%1” is the next to notice, in about %2.", "a pair's name, time"))
        .arg(pair, left);
}

QString failingStep(const ShownRun& run, const RunProgress& progress)
{
    if (progress.next && (progress.expected > 1 || run.experiment().pairs.size() > 1))
        return failingStepOfMany(run, progress);
    if (*progress.nextEnd <= 0)
        return NextStep::tr("About to fail: the prediction's time has come.");
    const QString time = countdownText(*progress.nextEnd);
    if (isCut(run.timeline()))
        return NextStep::tr("Failing in about %1. A click on the cable plugs it in again, if you would rather save it.").arg(time);
    return NextStep::tr("Failing in about %1.").arg(time);
}

bool anyInForce(const Timeline& timeline)
{
    return std::ranges::any_of(timeline.faults(), [](const FaultSpan& span) { return !span.healed; });
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
        if (!losesThePeer(*firstFault(run.experiment())))
            return NextStep::tr("Connected. The first fault comes in %1: %2. Or click the cable to cut it now.", "time, fault")
                .arg(countdownText(left), faultText(*firstFault(run.experiment())));
        return NextStep::tr("Connected. The peer is lost in %1; or click the cable to cut it now.").arg(countdownText(left));
    }
    if (progress.nextEnd && progress.limitFirst)
        return NextStep::tr("The time limit ends this run in about %1; the next failure is predicted only in about %2.", "time, time")
            .arg(countdownText(*progress.limitFirst), countdownText(*progress.nextEnd));
    if (progress.nextEnd)
        return failingStep(run, progress);
    if (progress.expected == 0 && !anyInForce(run.timeline()))
        return NextStep::tr("The way is whole again and the connection lives. Click the cable to cut it once more, or stop the run (Esc).");
    if (progress.expected == 0 && progress.livingOn == progress.waiting && progress.waiting > 0)
        return NextStep::tr("The connection lives on, however long you wait. Stop the run (Esc) and read why.");
    if (progress.expected == 0)
        return NextStep::tr("Nobody will notice, however long you wait. Stop the run (Esc) and read why.");
    if (progress.noticed < progress.waiting)
        return NextStep::tr("%1 of %2 waiting programs have noticed, and no other one will; the run ends in a moment.").arg(progress.noticed).arg(progress.waiting);
    return NextStep::tr("All have noticed; the run ends in a moment.");
}

QString finishedStep(const ShownRun& run, bool brokenOff)
{
    const auto& outcomes = run.outcomes();
    const auto noticing = noticingOf(outcomes);
    const auto& detections = noticing.detections;
    const bool hoped = std::ranges::any_of(run.predictions(), [](const Prediction& each) { return each.applicable && !each.never(); });
    if (brokenOff && detections.empty() && hoped)
        return NextStep::tr("You broke it off before anybody noticed; what was seen is kept. Press Run (F5) to begin again.");
    if (!brokenOff && std::ranges::any_of(outcomes, &Outcome::cutShort))
        return NextStep::tr("The time limit of %1 ended the run before a predicted failure. Set a longer one with the button at the lower "
                            "left, or under Kernel and place, and run again.").arg(durationText(run.experiment().timeLimitSeconds));
    if (detections.empty() && !run.timeline().faults().empty() && !anyInForce(run.timeline()))
        return NextStep::tr("The way was whole again before anybody noticed, and the connection lived on. Run again (F5) and leave it cut.");
    if (detections.empty() && noticing.livingOn == noticing.waiting && noticing.waiting > 0)
        return NextStep::tr("The connection lived on: nobody had anything to notice. Read why, or change a slider and run again.");
    if (detections.empty() && !noticing.gaveUp.empty())
        return NextStep::tr("%1 gave up waiting with %2 after %3, which says nothing about the peer. Read why, then switch SO_KEEPALIVE on and run again.", "call, errno, time")
            .arg(callText(noticing.gaveUp.back()->call), errnoText(noticing.gaveUp.back()->errorNumber), secondsText(noticing.gaveUp.back()->elapsed));
    if (detections.empty())
        return NextStep::tr("Nobody noticed. Read why, then switch SO_KEEPALIVE on or choose a preset, and run again.");
    const auto* last = detections.back();
    const QString after = secondsText(last->elapsed);
    if (noticing.besideOrphans)
        return NextStep::tr("%1 of %2 waiting programs noticed, the last after %3; who had closed the socket never will. Read why, export (Ctrl+E), or change a "
                            "slider and run again.").arg(detections.size()).arg(noticing.waiting).arg(after);
    if (noticing.waiting > 1 && detections.size() == 1)
        return NextStep::tr("1 of %1 waiting programs noticed, after %2. Read why, export (Ctrl+E), or change a slider and run again.").arg(noticing.waiting).arg(after);
    if (detections.size() > 1)
        return NextStep::tr("%1 of %2 waiting programs noticed, the last after %3. Read why, export (Ctrl+E), or change a slider and run again.")
            .arg(detections.size()).arg(noticing.waiting).arg(after);
    const QString call = fromCore(last->call);
    const bool isCall = last->call != detectingCall(Activity::Close) && last->call != detectingCall(Activity::Qt);
    if (!isCall || (last->result < 0 && last->errorNumber == 0))
        return NextStep::tr("%1 after %2. Read why, export (Ctrl+E), or change a slider and run again.", "heartbeat: no answer, time")
            .arg(callResultText(last->call, last->result, last->errorNumber), after);
    if (last->result < 0)
        return NextStep::tr("%1 failed with %2, %3 after the fault. Read why, export (Ctrl+E), or change a slider and run again.")
            .arg(call, errnoText(last->errorNumber), after);
    return NextStep::tr("%1 returned %2 after %3. Read why, export (Ctrl+E), or change a slider and run again.").arg(call).arg(last->result).arg(after);
}

} // namespace

QString loopbackObstacle(const Experiment& experiment)
{
    const auto fits = fitsLoopback(experiment);
    if (fits)
        return {};
    const auto fault = std::ranges::find_if(experiment.faults, [](const Fault& each) { return !worksOnLoopback(each); });
    // In the order of fitsLoopback(). First what to do: in large type there may be no room for more.
    QString what = NextStep::tr("Only loopback here, which has no such fault as “%1”: plan another.");
    if (!experiment.sysctl.empty())
        what = NextStep::tr("Only loopback here, where sysctl %1 is this machine's own: give it its default.").arg(verbatim(experiment.sysctl.begin()->first));
    else if (!experiment.congestionControl.empty())
        what = NextStep::tr("Only loopback here, where sysctl %1 is this machine's own: give it its default.").arg(QStringLiteral("tcp_congestion_control"));
    else if (experiment.path == PathKind::Direct)
        what = NextStep::tr("Only loopback here, which is no path between hosts: choose the path through a router.");
    else if (experiment.neighbours == Neighbours::Real)
        what = NextStep::tr("Only loopback here, which has no neighbours: choose pinned ones.");
    else if (fault != experiment.faults.end())
        what = what.arg(faultText(*fault));
    else
        return fromCore(fits.error().message);
    return NextStep::tr("%1 Kernel and place tells what this machine lacks.", "a sentence").arg(what);
}

QString shortPairName(const Experiment& experiment, int pair)
{
    constexpr qsizetype kLongest = 32; // characters
    const QString name = fromCore(pairName(experiment, pair));
    return name.size() > kLongest ? name.left(kLongest - 1).trimmed() + u'…' : name;
}

QString sentencesThatFit(const QString& words, const std::function<bool(const QString&)>& fits)
{
    static const QRegularExpression kEnd(QStringLiteral("(?<=[.!?] )|(?<=[。！？])"));
    QStringList sentences = words.split(kEnd, Qt::SkipEmptyParts);
    while (sentences.size() > 1 && !fits(sentences.join(QString{}).trimmed()))
        sentences.removeLast();
    return sentences.join(QString{}).trimmed();
}

QString nextStepText(const ShownRun& run, const RunController& controller, RunTime now, const QString& obstacle)
{
    switch (run.source()) {
    case ShownRun::Source::Plan:
        if (run.isHeldBack() && obstacle.isEmpty())
            return NextStep::tr("Your guess first: drag the flag on the time line, or give it in the lesson. Then press Run (F5).");
        if (run.cameToNothing())
            return NextStep::tr("This run came to nothing; the message above says why and what helps.");
        return planStep(run.experiment(), run.wayBack(), obstacle);
    case ShownRun::Source::Stored:
        return NextStep::tr("A run from the history. Move over the time line to read it, or press Run (F5) to repeat it.");
    case ShownRun::Source::Replay:
        return NextStep::tr("Played again: Space plays and pauses, comma and full stop go by one event. The slider goes anywhere.");
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
        if (run.timeline().startedAt())
            return NextStep::tr("This run broke off; what was seen until then is kept. The message above says why and what helps.");
        return NextStep::tr("This run came to nothing; the message above says why and what helps.");
    case RunController::State::Idle:
    case RunController::State::Finished:
        break;
    }
    return finishedStep(run, controller.wasCancelled());
}

QString nextStepWithoutPanels(const ShownRun& run, const RunController& controller, RunTime now, const QString& obstacle)
{
    const bool planned = run.source() == ShownRun::Source::Plan;
    if (planned && run.isHeldBack() && obstacle.isEmpty())
        return NextStep::tr("Your guess first: drag the flag on the time line. Then press Run (F5).");
    const QString words = nextStepText(run, controller, now, obstacle);
    const bool over = run.source() == ShownRun::Source::Live && !run.isRunning();
    // Of a plan and of a run that is over the first sentence says what is; the others send to sliders, panels and menus.
    return planned || over ? sentencesThatFit(words, [](const QString&) { return false; }) : words;
}

NextStep::NextStep(const ShownRun& run, const RunController& controller, QWidget* parent)
    : QFrame(parent), m_run(run), m_controller(controller), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("nextStep"));
    wear(*this, Look::NextStep);
    m_sign = new QLabel(tr("Next", "short, in front of the sentence that says what to do next"), this);
    m_sign->setObjectName(QStringLiteral("nextStep.sign"));
    wear(*m_sign, Look::LeadingText);
    auto bold = m_sign->font();
    bold.setWeight(QFont::DemiBold);
    m_sign->setFont(bold);
    m_text->setObjectName(QStringLiteral("nextStep.text"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->setSpacing(8);
    layout->addWidget(m_sign);
    layout->addWidget(m_text, 1);
    m_why = new QPushButton(tr("Why?", "button beside the sentence on how a run ended: shows the explanation"), this);
    m_why->setObjectName(QStringLiteral("nextStep.why"));
    m_why->setAccessibleName(tr("Read why"));
    m_why->setFlat(true);
    layout->addWidget(m_why);
    connect(m_why, &QPushButton::clicked, this, &NextStep::whyWanted);
    refresh(RunTime{0});
}

void NextStep::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    reserveLines();
}

int NextStep::textWidth() const
{
    const auto margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - m_sign->sizeHint().width() - layout()->spacing();
    if (m_why->isVisibleTo(this))
        room -= m_why->sizeHint().width() + layout()->spacing();
    return std::max(room, 1);
}

void NextStep::reserveLines()
{
    // What stands below must not jump when the next sentence is longer; in a wide window one line has room for all.
    const auto metrics = m_text->fontMetrics();
    const int lines = width() < metrics.averageCharWidth() * kLongestSentence ? 2 : 1;
    const QRect room(0, 0, textWidth(), 0);
    // Letters of another font, as in Chinese, may make a line higher than the font's own.
    const int line = std::max(metrics.lineSpacing(), metrics.boundingRect(QRect(0, 0, QWIDGETSIZE_MAX, 0), Qt::TextWordWrap, m_words).height());
    m_text->setMinimumHeight(line * lines);
    // In large type not all of it has room in them: what to do first is said first.
    const QString shown = sentencesThatFit(m_words, [&](const QString& words) {
        return metrics.boundingRect(room, Qt::TextWordWrap, unitsKept(words)).height() <= line * lines;
    });
    if (const QString kept = unitsKept(shown); m_text->text() != kept)
        m_text->setText(kept);
    m_text->setToolTip(shown == m_words ? QString{} : m_words);
}

void NextStep::setObstacle(const QString& obstacle)
{
    if (m_obstacle == obstacle)
        return;
    m_obstacle = obstacle;
    refresh(m_lastInstant);
}

void NextStep::setPanelsHidden(bool hidden)
{
    m_panelsHidden = hidden;
    refresh(m_lastInstant);
}

QString NextStep::text() const { return m_words; }

void NextStep::refresh(RunTime now)
{
    m_lastInstant = now;
    m_words = (m_panelsHidden ? nextStepWithoutPanels : nextStepText)(m_run, m_controller, now, m_obstacle);
    m_text->setAccessibleName(m_words);
    m_why->setVisible(m_run.hasRun() && !m_run.isRunning());
    reserveLines();
}

} // namespace halfopen
