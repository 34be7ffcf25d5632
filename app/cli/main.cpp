// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli: one command, one event loop, one exit status.
#include <QCoreApplication>
#include <QMetaObject>

#include <memory>
#include <variant>

#include "cli/arguments.h"
#include "cli/check_command.h"
#include "cli/export_command.h"
#include "cli/figure_check_command.h"
#include "cli/history_command.h"
#include "cli/interrupts.h"
#include "cli/lessons_command.h"
#include "cli/output.h"
#include "cli/predict_command.h"
#include "cli/run_experiment_command.h"
#include "cli/show_command.h"
#include "cli/sweep_command.h"
#include "session/installation.h"

using namespace halfopen;

namespace {

struct CommandMaker final
{
    std::unique_ptr<Command> operator()(const RunArguments& arguments) const { return std::make_unique<RunExperimentCommand>(arguments, agentProgram()); }
    std::unique_ptr<Command> operator()(const PredictArguments& arguments) const { return std::make_unique<PredictCommand>(arguments); }
    std::unique_ptr<Command> operator()(const SweepArguments& arguments) const { return std::make_unique<SweepCommand>(arguments, agentProgram()); }
    std::unique_ptr<Command> operator()(const CheckArguments&) const { return std::make_unique<CheckCommand>(agentProgram()); }
    std::unique_ptr<Command> operator()(const LessonsArguments& arguments) const
    {
        if (arguments.check)
            return std::make_unique<FigureCheckCommand>(agentProgram());
        return std::make_unique<LessonsCommand>();
    }
    std::unique_ptr<Command> operator()(const HistoryArguments& arguments) const { return std::make_unique<HistoryCommand>(arguments); }
    std::unique_ptr<Command> operator()(const ShowArguments& arguments) const { return std::make_unique<ShowCommand>(arguments); }
    std::unique_ptr<Command> operator()(const ExportArguments& arguments) const { return std::make_unique<ExportCommand>(arguments); }
};

} // namespace

// What is thrown here is a fault of the program: it ends it, and loudly. NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv)
{
    const std::variant<Arguments, int> arguments = parseArguments(argc, argv);
    if (const int* status = std::get_if<int>(&arguments))
        return *status;
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("halfopen-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HALFOPEN_VERSION));
    Interrupts interrupts;
    const std::unique_ptr<Command> command = std::visit(CommandMaker{}, std::get<Arguments>(arguments));
    QObject::connect(&interrupts, &Interrupts::interrupted, command.get(), &Command::interrupt);
    // Queued: a command may be done before the loop runs.
    QObject::connect(command.get(), &Command::done, &app, [](ExitStatus status) {
                         const bool lost = hasStandardOutputFailed();
                         QCoreApplication::exit(static_cast<int>(lost ? worseOf(status, ExitStatus::Usage) : status));
                     },
                     Qt::QueuedConnection);
    QMetaObject::invokeMethod(command.get(), &Command::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
