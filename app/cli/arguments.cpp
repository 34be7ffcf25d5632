// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "cli/exit_status.h"

namespace halfopen {

namespace {

/// Of the contract, but not in this version: refused by name, never ignored.
constexpr std::array<std::string_view, 2> kFutureCommands{"replay", "kernels"};

/// Plain strings as CLI11 fills them.
struct RawArguments final
{
    std::string source;
    std::string place;
    std::string csv;
    std::string events;
    std::string samplesCsv;
    std::string pcapng;
    std::string experiment;
    std::string run;
    std::string history;
    std::string kernel;
    std::vector<std::string> axes;
    std::string measure;
    std::string view = "auto";
    int hz = 0;
    int repeat = 1;
    int limit = 1000;
    bool json = false;
    bool quiet = false;
    bool noHistory = false;
    bool check = false;
};

std::optional<std::string> futurePart(int argc, char** argv)
{
    for (const std::string_view command : kFutureCommands) {
        if (argc > 1 && argv[1] == command)
            return fmt::format("command '{}' is not available in this version", command);
    }
    return std::nullopt;
}

std::string checkPlace(const std::string& text)
{
    if (text == "virtual-time")
        return "place 'virtual-time' is not available in this version";
    return text == "auto" || text == "namespaces" || text == "loopback" ? "" : "has to be auto, namespaces or loopback";
}

std::string checkKernel(const std::string& text)
{
    const Result<KernelProfile> profile = profileForRelease(text, 250);
    return profile ? "" : "has to be a kernel version such as 6.1";
}

CLI::App* addRun(CLI::App& app, RawArguments& raw)
{
    CLI::App* run = app.add_subcommand("run", "Runs an experiment on the real kernel and tells what came of it");
    run->add_option("experiment", raw.source, "Experiment file, or the name of a lesson")->required()->type_name("FILE|LESSON");
    run->add_option("--place", raw.place, "Where to run it: auto, namespaces or loopback (default: as the experiment says)")
        ->check(checkPlace)->type_name("PLACE");
    run->add_option("--csv", raw.csv, "Write the outcomes as CSV")->type_name("FILE");
    run->add_option("--samples-csv", raw.samplesCsv, "Write what each socket said over time (TCP_INFO, /proc/net/tcp) as CSV")
        ->type_name("FILE");
    run->add_option("--events", raw.events, "Write every event of the run, one JSON line each")->type_name("FILE");
    run->add_option("--pcapng", raw.pcapng, "Write every packet of both hosts, for Wireshark and tshark")->type_name("FILE");
    run->add_flag("--json", raw.json, "Print the outcomes as JSON, one object a row");
    run->add_option("--repeat", raw.repeat, "How many times to run it")->check(CLI::Range(1, 100000))->type_name("N");
    run->add_flag("--quiet", raw.quiet, "Neither table nor progress");
    run->add_flag("--no-history", raw.noHistory, "Do not keep the run");
    run->add_option("--history", raw.history, "Keep the run in this file instead of your history")->type_name("FILE");
    run->footer("'-' is standard output. Exit status: 0 all as predicted, 1 not, 2 wrong usage or experiment,\n"
                "3 cannot run here, 4 the run failed, 130 interrupted.");
    return run;
}

void addKernelOptions(CLI::App* command, RawArguments& raw)
{
    command->add_option("--hz", raw.hz, "Ticks a second of the kernel (CONFIG_HZ; default: this machine's)")
        ->check(CLI::Range(10, 10000))->type_name("N");
    command->add_option("--kernel", raw.kernel, "Kernel version (default: this machine's)")->check(checkKernel)->type_name("X.Y");
}

CLI::App* addPredict(CLI::App& app, RawArguments& raw)
{
    CLI::App* predict = app.add_subcommand("predict", "Says when each end will notice, without running anything");
    predict->add_option("experiment", raw.source, "Experiment file, or the name of a lesson")->required()->type_name("FILE|LESSON");
    predict->add_flag("--json", raw.json, "Print one JSON object an end");
    addKernelOptions(predict, raw);
    return predict;
}

CLI::App* addSweep(CLI::App& app, RawArguments& raw)
{
    CLI::App* sweep = app.add_subcommand("sweep", "Predicts an experiment over one to three of its numbers, and runs chosen cells");
    sweep->add_option("experiment", raw.source, "Experiment file, or the name of a lesson")->required()->type_name("FILE|LESSON");
    sweep->add_option("--set", raw.axes, "What changes, for all pairs, and its values, as client.TCP_KEEPIDLE=5,10,30; once for each axis, up to three")
        ->required()->take_all()->allow_extra_args(false)->type_name("KEY=VALUES");
    sweep->add_option("--measure", raw.measure, "Run these cells for real: all, or their numbers as 1,5,9..12")->type_name("CELLS");
    sweep->add_option("--place", raw.place, "Where to run them: auto, namespaces or loopback (default: as the experiment says)")
        ->check(checkPlace)->type_name("PLACE");
    addKernelOptions(sweep, raw);
    sweep->add_option("--csv", raw.csv, "Write every cell as CSV")->type_name("FILE");
    sweep->add_flag("--json", raw.json, "Print every cell as JSON, one object a row of the CSV");
    sweep->add_option("--view", raw.view, "What people see: a table of numbers, a heat map, or what fits (auto)")
        ->check(CLI::IsMember({"auto", "table", "heat"}))->type_name("VIEW");
    sweep->add_flag("--quiet", raw.quiet, "Neither table nor progress");
    sweep->add_flag("--no-history", raw.noHistory, "Do not keep the runs");
    sweep->add_option("--history", raw.history, "Keep the runs in this file instead of your history")->type_name("FILE");
    sweep->footer("KEY: client. or server. with an option or another number of an end; a sysctl; fault. or faults[N]. with a\n"
                  "number of a fault; time_limit_s. VALUES, in the units of the experiment file: a list 5,10,30, or a range:\n"
                  "1..10 by one, 10..100+10 by ten, 1..1024x2 doubling, 1..7200/25 as 25 values, 1..7200/log25 in the logarithm.\n"
                  "'-' is standard output. Exit status as for run; 0 where nothing is run.");
    return sweep;
}

void addHistoryOption(CLI::App* command, RawArguments& raw)
{
    command->add_option("--history", raw.history, "Read this file instead of your history")->type_name("FILE");
}

CLI::App* addHistory(CLI::App& app, RawArguments& raw)
{
    CLI::App* history = app.add_subcommand("history", "Lists the runs that were kept, newest first");
    history->add_option("--limit", raw.limit, "At most so many")->check(CLI::Range(1, 1000000))->type_name("N");
    addHistoryOption(history, raw);
    return history;
}

CLI::App* addShow(CLI::App& app, RawArguments& raw)
{
    CLI::App* show = app.add_subcommand("show", "Shows a kept run: its experiment, its outcomes and why");
    show->add_option("run", raw.run, "The run's id, the beginning of it, or 'last'")->required()->type_name("RUN");
    addHistoryOption(show, raw);
    return show;
}

CLI::App* addExport(CLI::App& app, RawArguments& raw)
{
    CLI::App* exporter = app.add_subcommand("export", "Writes parts of a kept run to files");
    exporter->add_option("run", raw.run, "The run's id, the beginning of it, or 'last'")->required()->type_name("RUN");
    exporter->add_option("--csv", raw.csv, "Write the outcomes as CSV")->type_name("FILE");
    exporter->add_option("--samples-csv", raw.samplesCsv, "Write what each socket said over time (TCP_INFO, /proc/net/tcp) as CSV")
        ->type_name("FILE");
    exporter->add_option("--events", raw.events, "Write every event of the run, one JSON line each")->type_name("FILE");
    exporter->add_option("--experiment", raw.experiment, "Write the experiment")->type_name("FILE");
    exporter->add_flag("--json", raw.json, "Print the outcomes as JSON, one object a row");
    addHistoryOption(exporter, raw);
    exporter->footer("'-' is standard output.");
    return exporter;
}

void addLessons(CLI::App& app, RawArguments& raw)
{
    CLI::App* lessons = app.add_subcommand("lessons", "Lists the lessons: name and title");
    lessons->add_flag("--check", raw.check,
                      "Run the public figures that they speak of, side by side in less than two minutes: source, predicted, measured");
    lessons->footer("Exit status of --check: 0 all reproduced and as predicted, 1 not, 3 cannot run here, 4 a run failed,\n130 interrupted.");
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

RunArguments runArguments(const RawArguments& raw)
{
    RunArguments run{text(raw.source), std::nullopt, text(raw.csv), text(raw.events), text(raw.samplesCsv), text(raw.pcapng), raw.json, raw.repeat, raw.quiet, raw.noHistory,
                     text(raw.history)};
    for (const PlaceKind place : {PlaceKind::Auto, PlaceKind::Namespaces, PlaceKind::Loopback}) {
        if (raw.place == name(place))
            run.place = place;
    }
    return run;
}

PredictArguments predictArguments(const RawArguments& raw)
{
    PredictArguments predict{text(raw.source), raw.json, std::nullopt, std::nullopt};
    if (raw.hz > 0)
        predict.hz = raw.hz;
    if (!raw.kernel.empty()) {
        if (const Result<KernelProfile> kernel = profileForRelease(raw.kernel, 250))
            predict.kernel = *kernel;
    }
    return predict;
}

SweepArguments sweepArguments(const RawArguments& raw)
{
    const PredictArguments predict = predictArguments(raw);
    const RunArguments run = runArguments(raw);
    SweepArguments sweep{text(raw.source), {}, std::nullopt, run.place, predict.hz, predict.kernel, run.csv, raw.json, raw.quiet,
                         SweepArguments::View::Auto, raw.noHistory, run.history};
    for (const std::string& axis : raw.axes)
        sweep.axes.push_back(text(axis));
    if (!raw.measure.empty())
        sweep.measure = text(raw.measure);
    if (raw.view != "auto")
        sweep.view = raw.view == "table" ? SweepArguments::View::Table : SweepArguments::View::Heat;
    return sweep;
}

/// One line for people; CLI11's own report has two and names the help of the wrong program.
int refuse(const std::string& why, const CLI::App* command)
{
    const std::string help = command ? " " + command->get_name() : std::string();
    fmt::print(stderr, "halfopen-cli: {}\nTry 'halfopen-cli{} --help'.\n", why, help);
    return static_cast<int>(ExitStatus::Usage);
}

} // namespace

std::variant<Arguments, int> parseArguments(int argc, char** argv)
{
    if (const std::optional<std::string> future = futurePart(argc, argv)) {
        fmt::print(stderr, "halfopen-cli: {}\n", *future);
        return static_cast<int>(ExitStatus::Usage);
    }
    CLI::App app{"Shows how long your sockets go on believing in a dead peer, and why.", "halfopen-cli"};
    app.set_version_flag("--version", "halfopen-cli " HALFOPEN_VERSION);
    app.require_subcommand(1);
    RawArguments raw;
    const CLI::App* run = addRun(app, raw);
    const CLI::App* predict = addPredict(app, raw);
    const CLI::App* sweep = addSweep(app, raw);
    const CLI::App* check = app.add_subcommand("check", "Says what can run on this machine, what cannot, why, and the remedy");
    const CLI::App* history = addHistory(app, raw);
    const CLI::App* show = addShow(app, raw);
    const CLI::App* exporter = addExport(app, raw);
    addLessons(app, raw);
    const auto isFirst = [&](const CLI::App* command) { return command->get_name() == argv[1]; };
    if (argc > 1 && argv[1][0] != '-' && app.get_subcommands(isFirst).empty())
        return refuse(fmt::format("there is no command '{}'", argv[1]), nullptr);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        const std::vector<CLI::App*> named = app.get_subcommands();
        return refuse(error.what(), named.empty() ? nullptr : named.front());
    }
    if (*run)
        return runArguments(raw);
    if (*predict)
        return predictArguments(raw);
    if (*sweep)
        return sweepArguments(raw);
    if (*check)
        return CheckArguments{};
    if (*history)
        return HistoryArguments{text(raw.history), raw.limit};
    if (*show)
        return ShowArguments{text(raw.run), text(raw.history)};
    if (*exporter)
        return ExportArguments{text(raw.run), text(raw.history), text(raw.csv), text(raw.events), text(raw.samplesCsv), text(raw.experiment), raw.json};
    return LessonsArguments{raw.check};
}

} // namespace halfopen
