// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/export_command.h"

#include <string>

#include "cli/history_source.h"
#include "cli/output.h"
#include "core/experiment_codec.h"
#include "core/outcome_csv.h"
#include "core/samples_csv.h"

namespace halfopen {

namespace {

Result<void> writeParts(const ExportArguments& arguments, const KeptRun& kept)
{
    const std::string id = kept.stored.id.toStdString();
    const std::string version = kept.stored.programVersion.toStdString();
    const ReplayedRun& run = kept.run;
    const std::vector<Outcome> outcomes = settledOutcomes(run.timeline, run.outcomes); // it may still be going on
    if (!arguments.csv.isEmpty()) {
        const std::string csv = outcomeCsvHeading() + outcomeCsvRows(id, version, run.timeline, outcomes);
        if (Result<void> written = writeOutput(arguments.csv, csv); !written)
            return written;
    }
    if (!arguments.samplesCsv.isEmpty()) {
        PartedOutput samples(arguments.samplesCsv);
        samples.write(samplesCsvHeading());
        for (std::size_t pair = 0; pair < run.timeline.pairs().size(); ++pair)
            samples.write(samplesCsvRows(id, run.timeline, pair));
        if (Result<void> written = samples.finish(); !written)
            return written;
    }
    if (!arguments.events.isEmpty()) {
        const std::string_view events{kept.lines.constData(), static_cast<std::size_t>(kept.lines.size())};
        if (Result<void> written = writeOutput(arguments.events, events); !written)
            return written;
    }
    if (!arguments.experiment.isEmpty()) {
        if (Result<void> written = writeOutput(arguments.experiment, writeExperiment(kept.experiment)); !written)
            return written;
    }
    if (arguments.json)
        return writeOutput(QStringLiteral("-"), outcomeJsonLines(id, version, run.timeline, outcomes));
    return {};
}

} // namespace

void ExportCommand::start()
{
    const ExportArguments& wanted = m_arguments;
    const auto finish = [this](const Result<void>& result) {
        if (!result)
            complainLine(result.error().message);
        Q_EMIT done(result ? ExitStatus::AsPredicted : ExitStatus::Usage);
    };
    if (wanted.csv.isEmpty() && wanted.events.isEmpty() && wanted.samplesCsv.isEmpty() && wanted.experiment.isEmpty() && !wanted.json)
        return finish(Error{0, "Say what to export: --csv, --samples-csv, --events, --experiment or --json."});
    if (const Result<void> writable = checkOutputs({wanted.csv, wanted.events, wanted.samplesCsv, wanted.experiment}, wanted.json); !writable)
        return finish(writable);
    const Result<KeptRun> kept = loadRun(wanted.history, wanted.run);
    if (!kept)
        return finish(kept.error());
    finish(writeParts(wanted, *kept));
}

} // namespace halfopen
