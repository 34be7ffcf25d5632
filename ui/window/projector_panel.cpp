// SPDX-License-Identifier: GPL-3.0-or-later
// The number for the back row: predicted, counting down, measured.
#include "ui/window/projector_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

#include "core/option_warnings.h"
#include "ui/lesson/lesson_question.h"
#include "ui/text/elided_label.h"
#include "ui/text/format.h"
#include "ui/theme/looks.h"
#include "ui/theme/quantity_text.h"
#include "ui/view_state.h"
#include "ui/window/next_step.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

/// The selected end, or the other one where nobody looks at the selected.
Host tellingEnd(const ShownRun& run, const ViewState& view)
{
    const auto* selected = run.prediction(view.pair(), view.end());
    if (selected != nullptr && selected->applicable)
        return view.end();
    const Host other = view.end() == Host::Client ? Host::Server : Host::Client;
    const auto* prediction = run.prediction(view.pair(), other);
    return prediction != nullptr && prediction->applicable ? other : view.end();
}

ProjectorWords projected(const QString& caption, const QString& number, const QString& detail)
{
    ProjectorWords words;
    words.caption = caption;
    words.number = number;
    words.detail = detail;
    return words;
}

ProjectorWords plannedWords(const ShownRun& run, const Prediction& prediction)
{
    ProjectorWords words;
    words.caption = ProjectorPanel::tr("Predicted");
    words.number = predictionText(prediction);
    if (prediction.never())
        words.detail = ProjectorPanel::tr("%1: press F5 to see it", "why an end never notices")
                           .arg(fromCore(neverBecause(run.experiment().pairs[static_cast<std::size_t>(prediction.pair)].end(prediction.end), prediction)));
    else
        words.detail = ProjectorPanel::tr("after the fault, %1 ends: press F5 to see it").arg(fromCore(prediction.modes.front().call));
    return words;
}

ProjectorWords runningWords(const ShownRun& run, const Prediction& prediction, RunTime now)
{
    const auto origin = run.timeline().origin();
    ProjectorWords words;
    words.detail = ProjectorPanel::tr("predicted %1 after the fault").arg(predictionText(prediction));
    if (!origin) {
        words.caption = ProjectorPanel::tr("Predicted");
        words.number = predictionText(prediction);
        words.detail = run.timeline().startedAt() ? ProjectorPanel::tr("connected; the fault is still to come")
                                                  : ProjectorPanel::tr("the hosts are being built and the pairs connected");
        return words;
    }
    const double since = std::max(0.0, toSeconds(now - *origin));
    if (prediction.never()) {
        words.caption = prediction.livesOn() ? ProjectorPanel::tr("Living on, after", "a connection, a time") : ProjectorPanel::tr("Still believing, after");
        words.number = clockText(since);
        words.detail = prediction.livesOn() ? ProjectorPanel::tr("predicted: lives on") : ProjectorPanel::tr("predicted: never");
        return words;
    }
    const auto hull = prediction.hull();
    const double left = (toSeconds(hull.earliest) + toSeconds(hull.latest)) / 2 - since;
    words.caption = ProjectorPanel::tr("%1 fails in about").arg(fromCore(prediction.modes.front().call));
    words.number = left > 0 ? countdownText(left) : ProjectorPanel::tr("now");
    return words;
}

ProjectorWords finishedWords(const Outcome& outcome, const Prediction* prediction, bool measured)
{
    ProjectorWords words;
    const QString predicted = prediction == nullptr ? QString{} : predictionText(*prediction);
    if (!measured) {
        words.caption = ProjectorPanel::tr("The run ended too early");
        words.number = ProjectorPanel::tr("not measured");
        words.detail = ProjectorPanel::tr("predicted %1").arg(predicted);
        return words;
    }
    if (!outcome.detection) {
        words.caption = ProjectorPanel::tr("Measured");
        const bool livesOn = prediction != nullptr && prediction->livesOn();
        words.number = livesOn ? predicted : ProjectorPanel::tr("nobody noticed");
        words.detail = ProjectorPanel::tr("predicted %1").arg(predicted);
        return words;
    }
    words.caption = ProjectorPanel::tr("Measured: %1").arg(callResultText(outcome.detection->call, outcome.detection->result, outcome.detection->errorNumber));
    words.number = secondsText(outcome.detection->elapsed);
    words.detail = ProjectorPanel::tr("predicted %1: %2").arg(predicted, verdictText(outcome.verdict, outcome.prediction.livesOn()));
    return words;
}

} // namespace

namespace {

ProjectorWords wordsOfThePair(const ShownRun& run, const ViewState& view, RunTime now)
{
    const Host end = tellingEnd(run, view);
    const auto* prediction = run.prediction(view.pair(), end);
    const auto& outcomes = run.outcomes();
    const auto outcome = std::ranges::find_if(outcomes, [&](const Outcome& each) { return each.pair == view.pair() && each.end == end; });
    if (run.hasRun() && outcome != outcomes.end() && (outcome->detection || !run.isRunning()))
        return finishedWords(*outcome, prediction, run.isMeasured(view.pair(), end));
    if (run.isHeldBack())
        return projected(lessonQuestion(run.experiment()), ProjectorPanel::tr("your guess?"), ProjectorPanel::tr("drag the flag on the time line, then press Run (F5)"));
    if (prediction == nullptr || !prediction->applicable)
        return projected(ProjectorPanel::tr("Predicted"), ProjectorPanel::tr("nobody looks"), ProjectorPanel::tr("no program of this pair could notice anything"));
    return run.isRunning() ? runningWords(run, *prediction, now) : plannedWords(run, *prediction);
}

} // namespace

ProjectorWords projectorWords(const ShownRun& run, const ViewState& view, RunTime now)
{
    ProjectorWords words = wordsOfThePair(run, view, now);
    words.title = fromCore(run.experiment().title);
    const bool isAsked = run.isHeldBack() && !run.hasRun(); // the question names its pair
    if (run.experiment().pairs.size() > 1 && !isAsked)
        words.caption = ProjectorPanel::tr("%1 · %2", "a pair's name, what is told of it").arg(shortPairName(run.experiment(), view.pair()), words.caption);
    return words;
}

ProjectorPanel::ProjectorPanel(const ShownRun& run, const ViewState& view, QWidget* parent)
    : QFrame(parent), m_run(run), m_view(view), m_title(new ElidedLabel({}, this)), m_caption(new QLabel(this)), m_number(new QLabel(this)), m_detail(new QLabel(this))
{
    setObjectName(QStringLiteral("projector"));
    wear(*this, Look::Projector);
    setAccessibleName(tr("The predicted and the measured time"));
    const auto prepare = [this](QLabel* label, const char* name, double larger, bool bold) {
        label->setObjectName(QLatin1String(name));
        auto type = font();
        type.setPointSizeF(type.pointSizeF() * larger);
        type.setBold(bold);
        label->setFont(type);
    };
    prepare(m_title, "projector.title", 1.5, true);
    prepare(m_caption, "projector.caption", 1.8, false);
    prepare(m_number, "projector.number", 6.0, true);
    prepare(m_detail, "projector.detail", 1.6, false);
    wear(*m_number, Look::LeadingText);
    m_number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_caption->setWordWrap(true);
    m_detail->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_caption);
    words->addWidget(m_detail);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 2, 20, 2);
    layout->setSpacing(24);
    layout->addLayout(words, 1);
    layout->addWidget(m_number);
}

void ProjectorPanel::refresh(RunTime now)
{
    const auto words = projectorWords(m_run, m_view, now);
    if (words == m_shown)
        return;
    m_shown = words;
    m_title->setText(words.title);
    m_title->setVisible(!words.title.isEmpty());
    m_caption->setText(words.caption);
    m_number->setText(words.number);
    m_detail->setText(words.detail);
}

} // namespace halfopen
