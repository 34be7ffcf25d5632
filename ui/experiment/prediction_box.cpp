// SPDX-License-Identifier: GPL-3.0-or-later
// The predicted time in large type, the rule in words, and what the options do not do.
#include "ui/experiment/prediction_box.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/experiment/experiment_draft.h"
#include "ui/text/format.h"
#include "ui/theme/looks.h"
#include "ui/theme/quantity_text.h"
#include "ui/view_state.h"

namespace halfopen {

namespace {

QString captionFor(const Experiment& experiment)
{
    if (experiment.faults.empty())
        return PredictionBox::tr("Predicted, without a fault");
    const auto first = std::ranges::min_element(experiment.faults, {}, &Fault::atSeconds);
    if (dropsAll(*first))
        return PredictionBox::tr("Predicted from the cut");
    if (first->kind == FaultKind::Kill)
        return PredictionBox::tr("Predicted from the kill");
    if (first->kind != FaultKind::Freeze)
        return PredictionBox::tr("Predicted from the fault");
    return PredictionBox::tr("Predicted from the freeze");
}

/// Those of that pair. The limit is the whole run's and costs a whole run: that of another pair, which it names, is told as well,
/// after all else.
std::vector<OptionWarning> warningsOf(const std::vector<OptionWarning>& all, int pair)
{
    const auto isLimit = [](const OptionWarning& warning) { return warning.rule == OptionWarning::Rule::BeyondTimeLimit; };
    std::vector<OptionWarning> own;
    std::ranges::copy_if(all, std::back_inserter(own), [&](const OptionWarning& warning) { return warning.pair == pair && !isLimit(warning); });
    const auto ownLimit = std::ranges::find_if(all, [&](const OptionWarning& warning) { return warning.pair == pair && isLimit(warning); });
    if (ownLimit != all.end())
        own.insert(own.begin(), *ownLimit);
    else if (const auto anothers = std::ranges::find_if(all, isLimit); anothers != all.end())
        own.push_back(*anothers);
    return own;
}

QLabel* addLabel(QVBoxLayout* layout, const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(label);
    return label;
}

} // namespace

PredictionBox::PredictionBox(ExperimentDraft& draft, ViewState& view, QWidget* parent) : QWidget(parent), m_draft(draft), m_view(view)
{
    setObjectName(QStringLiteral("prediction"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(2);
    m_caption = addLabel(layout, "prediction.caption", this);
    m_later = addLabel(layout, "prediction.later", this);
    m_later->hide();
    m_later->setText(tr("Changed: counts from the next run on. The one that goes on keeps its settings."));
    m_time = addLabel(layout, "predictionTime", this);
    wear(*m_time, Look::LeadingText);
    m_time->setAccessibleName(tr("Predicted time"));
    auto large = font();
    large.setPointSizeF(large.pointSizeF() * 2.1);
    large.setBold(true);
    m_time->setFont(large);
    m_before = addLabel(layout, "prediction.before", this);
    m_before->setForegroundRole(QPalette::PlaceholderText);
    m_before->hide();
    m_show = new QPushButton(tr("Just show it"), this);
    m_show->setObjectName(QStringLiteral("prediction.show"));
    m_show->setAccessibleName(tr("Show the prediction without a guess"));
    m_show->setToolTip(tr("This lesson asks for your guess first, in its panel or by the flag on the time line"));
    m_show->hide();
    layout->addWidget(m_show, 0, Qt::AlignLeft);
    connect(m_show, &QPushButton::clicked, this, &PredictionBox::showWanted);
    m_formula = addLabel(layout, "prediction.formula", this);
    m_formula->setToolTip(tr("As set; the kernel's timers round each of these times up a little, so the sum comes out a little shorter than the prediction."));
    m_why = addLabel(layout, "prediction.why", this);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_other = addLabel(layout, "prediction.other", this);
    m_other->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    buildWarning();
    connect(&m_draft, &ExperimentDraft::changed, this, &PredictionBox::refresh);
    connect(&m_view, &ViewState::pairChanged, this, &PredictionBox::refresh);
    connect(&m_view, &ViewState::endChanged, this, &PredictionBox::refresh);
    refresh();
}

void PredictionBox::buildWarning()
{
    auto* frame = new QFrame(this);
    m_card = frame;
    frame->setObjectName(QStringLiteral("warningCard"));
    wear(*frame, Look::WarningCard);
    auto* box = new QVBoxLayout(frame);
    box->setContentsMargins(8, 6, 8, 6);
    box->setSpacing(2);
    m_warning = addLabel(box, "warning.text", frame);
    auto* line = new QHBoxLayout;
    m_correct = new QPushButton(frame);
    m_correct->setObjectName(QStringLiteral("warning.correct"));
    m_correct->setAccessibleName(tr("Correct the option"));
    m_correct->setFlat(true);
    m_next = new QPushButton(frame);
    m_next->setObjectName(QStringLiteral("warning.next"));
    m_next->setAccessibleName(tr("Next warning"));
    m_next->setFlat(true);
    line->addWidget(m_correct);
    line->addStretch(1);
    line->addWidget(m_next);
    box->addLayout(line);
    static_cast<QVBoxLayout*>(layout())->addSpacing(4);
    layout()->addWidget(frame);
    connect(m_correct, &QPushButton::clicked, this, &PredictionBox::correct);
    connect(m_next, &QPushButton::clicked, this, [this] {
        m_shown = m_warnings.empty() ? 0 : (m_shown + 1) % m_warnings.size();
        showWarnings();
    });
}

QString PredictionBox::predictedText() const { return m_time->text(); }

void PredictionBox::setHeldBack(bool heldBack)
{
    if (m_heldBack == heldBack)
        return;
    m_heldBack = heldBack;
    m_show->setVisible(heldBack);
    refresh();
}

void PredictionBox::setMeasured(std::function<const Prediction*(int pair, Host end)> measured)
{
    m_measured = std::move(measured);
    refresh();
}

void PredictionBox::showPrediction(const Experiment& experiment, int pair)
{
    const auto* chosen = m_draft.prediction(pair, m_view.end());
    const auto* other = m_draft.prediction(pair, otherHost(m_view.end()));
    if (chosen != nullptr && other != nullptr && !chosen->applicable && other->applicable)
        std::swap(chosen, other);
    m_caption->setText(captionFor(experiment));
    m_before->hide();
    if (chosen == nullptr) {
        m_time->setText(tr("no pair"));
        m_formula->clear();
        m_why->clear();
        m_other->hide();
        return;
    }
    // Beside a run of these settings its own prediction stands, the one that the other panels show.
    if (const auto* measured = m_measured ? m_measured(pair, chosen->end) : nullptr; measured != nullptr && measured->applicable) {
        const QString before = predictionText(*chosen);
        m_before->setText(unitsKept(tr("With the timers that this run had at its fault. Before the run: %1", "a predicted time").arg(before)));
        m_before->setVisible(before != predictionText(*measured));
        if (experiment.faults.empty()) // one made by hand
            m_caption->setText(tr("Predicted from the fault"));
        chosen = measured;
    }
    if (const auto* measured = m_measured && other != nullptr ? m_measured(pair, other->end) : nullptr; measured != nullptr)
        other = measured;
    const auto& endpoint = experiment.pairs[static_cast<std::size_t>(pair)].end(chosen->end);
    m_time->setText(predictionText(*chosen));
    m_formula->setText(chosen->applicable ? unitsKept(fromCore(formula(endpoint, kernelUnder(experiment, m_draft.kernel()), *chosen))) : QString{});
    m_why->setText(unitsKept(fromCore(chosen->why)));
    if (chosen->applicable)
        m_caption->setText(m_caption->text() + QStringLiteral(" · ") + endTitle(chosen->end).toLower());
    m_other->setVisible(other != nullptr && other->applicable);
    if (other != nullptr && other->applicable)
        m_other->setText(tr("%1: %2").arg(endTitle(other->end), predictionText(*other)));
}

void PredictionBox::refresh()
{
    if (m_heldBack) {
        m_caption->setText(captionFor(m_draft.experiment()));
        m_time->setText(tr("Your guess first"));
        for (auto* hidden : {m_before, m_formula, m_why, m_other})
            hidden->hide();
        m_card->hide();
        return;
    }
    const auto& experiment = m_draft.experiment();
    const int pair = std::clamp(m_view.pair(), 0, std::max(0, static_cast<int>(experiment.pairs.size()) - 1));
    showPrediction(experiment, pair);
    m_formula->setVisible(!m_formula->text().isEmpty());
    m_why->setVisible(!m_why->text().isEmpty());
    m_warnings = warningsOf(m_draft.warnings(), pair);
    setRunning(m_running);
    m_shown = std::min(m_shown, m_warnings.empty() ? 0 : m_warnings.size() - 1);
    showWarnings();
}

void PredictionBox::setRunning(const std::optional<Experiment>& running)
{
    m_running = running;
    m_later->setVisible(m_running && *m_running != m_draft.experiment());
}

void PredictionBox::showWarnings()
{
    m_card->setVisible(!m_warnings.empty());
    if (m_warnings.empty())
        return;
    const auto& warning = m_warnings[m_shown];
    m_warning->setText(QStringLiteral("⚠ ") + fromCore(warning.text));
    m_correct->setVisible(warning.correction.has_value());
    if (warning.correction) {
        m_correct->setText(fromCore(warning.correction->text));
        m_correct->setAccessibleName(m_correct->text());
    }
    m_next->setVisible(m_warnings.size() > 1);
    m_next->setText(tr("%1 of %2 ›").arg(m_shown + 1).arg(m_warnings.size()));
}

void PredictionBox::correct()
{
    if (m_shown < m_warnings.size()) {
        const auto warning = m_warnings[m_shown];
        m_draft.edit(corrected(m_draft.experiment(), warning), tr("Correct an option"));
    }
}

} // namespace halfopen
