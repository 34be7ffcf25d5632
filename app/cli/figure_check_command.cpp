// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figure_check_command.h"

#include <QFile>

#include <algorithm>

#include <fmt/format.h>

#include "cli/output.h"
#include "cli/prediction_text.h"
#include "cli/progress_line.h"
#include "cli/run_result.h"
#include "session/installation.h"
#include "session/run_summary.h"

namespace halfopen {

namespace {

std::string predictedText(const Prediction& prediction)
{
    return prediction.never() ? "never" : intervalText(prediction.hull());
}

std::string measuredText(const Outcome& outcome)
{
    return outcome.detection ? detectionText(*outcome.detection) : "noticed nothing";
}

std::string verdictText(const PublicFigure& figure, const Outcome& outcome)
{
    std::string text{name(outcome.verdict)};
    if (!isReproduced(figure, outcome))
        text += ", not as said";
    return outcome.flagged.empty() ? text : text + ", " + outcome.flagged;
}

} // namespace

FigureCheckCommand::FigureCheckCommand(QString agentProgram) : m_agentProgram(std::move(agentProgram)) {}

Result<std::vector<PublicFigure>> FigureCheckCommand::load()
{
    QFile file(resourceFolder() + QStringLiteral("/figures.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{0, "The public figures were not found; they belong in ../share/halfopen/figures.json beside this program's folder."};
    const QByteArray text = file.readAll();
    auto figures = readPublicFigures({text.constData(), static_cast<std::size_t>(text.size())});
    if (!figures)
        return Error{0, file.fileName().toStdString() + ": " + figures.error().message};
    return figures;
}

void FigureCheckCommand::start()
{
    auto figures = load();
    if (!figures) {
        complainLine(figures.error().message);
        Q_EMIT done(ExitStatus::RunFailed);
        return;
    }
    m_figures = *std::move(figures);
    begin();
}

void FigureCheckCommand::begin()
{
    const auto longest = std::ranges::max(m_figures, {}, [](const PublicFigure& figure) { return figure.experiment.timeLimitSeconds; });
    if (ProgressLine::isPossible())
        complainLine(fmt::format("{} runs side by side, for up to {:g} s.", m_figures.size(), longest.experiment.timeLimitSeconds));
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        auto run = std::make_unique<RunController>(m_agentProgram);
        // Queued: one that ends at once must not be counted before all have begun.
        connect(run.get(), &RunController::runEnded, this, &FigureCheckCommand::onRunEnded, Qt::QueuedConnection);
        m_runs.push_back(std::move(run));
    }
    for (std::size_t i = 0; i < m_figures.size(); ++i)
        m_runs[i]->start(m_figures[i].experiment);
}

void FigureCheckCommand::interrupt()
{
    for (const auto& run : m_runs)
        run->cancel();
    if (m_runs.empty())
        Q_EMIT done(ExitStatus::Interrupted);
}

void FigureCheckCommand::onRunEnded()
{
    ++m_ended;
    if (m_ended == m_runs.size())
        report();
}

ExitStatus FigureCheckCommand::addRow(TextTable& table, const PublicFigure& figure, const RunController& run) const
{
    const ExitStatus status = exitStatusOf(run);
    const std::vector<Outcome> outcomes = run.outcomes();
    const auto found = std::ranges::find_if(outcomes, [&](const Outcome& each) { return each.pair == 0 && each.end == figure.end; });
    const bool ended = status == ExitStatus::AsPredicted || status == ExitStatus::Otherwise;
    if (!ended || found == outcomes.end()) {
        const std::string why = run.wasCancelled() ? "broken off" : run.message().toStdString();
        table.add({figure.title, figure.said, figure.source, "", why, "not measured"});
        return worseOf(status, ExitStatus::Otherwise);
    }
    table.add({figure.title, figure.said, figure.source, predictedText(found->prediction), measuredText(*found), verdictText(figure, *found)});
    return isAsPredicted(*found) && isReproduced(figure, *found) ? ExitStatus::AsPredicted : ExitStatus::Otherwise;
}

void FigureCheckCommand::report()
{
    using Align = TextTable::Align;
    TextTable table({{"figure"}, {"said"}, {"source"}, {"predicted", Align::Right}, {"measured"}, {"verdict"}});
    ExitStatus status = ExitStatus::AsPredicted;
    int good = 0;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const ExitStatus one = addRow(table, m_figures[i], *m_runs[i]);
        status = worseOf(status, one);
        good += one == ExitStatus::AsPredicted ? 1 : 0;
    }
    print(table.text());
    print(fmt::format("{} of {} figures reproduced as predicted.\n", good, m_figures.size()));
    Q_EMIT done(status);
}

} // namespace halfopen
