// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/predict_command.h"

#include <fmt/format.h>

#include "cli/experiment_source.h"
#include "cli/machine_kernel.h"
#include "cli/outcome_text.h"
#include "cli/output.h"
#include "cli/prediction_text.h"
#include "core/option_warnings.h"
#include "core/predictor.h"

namespace halfopen {

void PredictCommand::start()
{
    const Result<Experiment> experiment = loadExperiment(m_arguments.source);
    if (!experiment) {
        complainLine(experiment.error().message);
        Q_EMIT done(ExitStatus::Usage);
        return;
    }
    KernelProfile kernel = machineKernel();
    const int hz = m_arguments.hz.value_or(kernel.hz);
    if (m_arguments.kernel)
        kernel = *m_arguments.kernel;
    kernel.hz = hz;
    kernel = kernelUnder(*experiment, kernel);
    const std::vector<Prediction> predictions = predict(*experiment, kernel);
    if (m_arguments.json) {
        print(predictionJsonLines(*experiment, predictions));
    } else {
        print(fmt::format("{}: Linux {}, HZ {}, seconds after the first fault\n", experiment->title, kernel.release, kernel.hz));
        print(predictionText(*experiment, predictions));
        for (const OptionWarning& warning : warnings(*experiment, kernel, predictions))
            print(fmt::format("Mind ({}): {}\n", endName(*experiment, warning.pair, warning.end), warning.text));
    }
    Q_EMIT done(ExitStatus::AsPredicted);
}

} // namespace halfopen
