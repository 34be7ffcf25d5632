// SPDX-License-Identifier: GPL-3.0-or-later
// What the user asked for on the command line.
#pragma once

#include <QString>

#include <optional>
#include <variant>
#include <vector>

#include "core/experiment.h"
#include "core/kernel_profile.h"

namespace halfopen {

/// File names are as written; "-" is standard output; empty: not wanted.
struct RunArguments final
{
    QString source; // file or lesson
    std::optional<PlaceKind> place;
    QString csv;
    QString events;
    QString samplesCsv;
    QString pcapng;
    bool json = false;
    int repeat = 1;
    bool quiet = false;
    bool noHistory = false;
    QString history; // empty: the user's own
};

struct PredictArguments final
{
    QString source;
    bool json = false;
    std::optional<int> hz;                // empty: this machine's
    std::optional<KernelProfile> kernel;  // empty: this machine's
};

/// Lists with commas are as written: what they mean depends on the experiment.
struct SweepArguments final
{
    enum class View { Auto, Table, Heat };

    QString source;
    std::vector<QString> axes;            // KEY=VALUES
    std::optional<QString> measure;       // "all", or cells as 1,5,9..12; empty: nothing is run
    std::optional<PlaceKind> place;
    std::optional<int> hz;
    std::optional<KernelProfile> kernel;
    QString csv;
    bool json = false;
    bool quiet = false;
    View view = View::Auto;
    bool noHistory = false;
    QString history;
};

struct CheckArguments final
{
};

struct LessonsArguments final
{
    bool check = false; // repeat the public figures instead of listing the lessons
};

struct HistoryArguments final
{
    QString history;
    int limit = 1000;
};

struct ShowArguments final
{
    QString run;
    QString history;
};

struct ExportArguments final
{
    QString run;
    QString history;
    QString csv;
    QString events;
    QString samplesCsv;
    QString experiment;
    bool json = false;
};

using Arguments = std::variant<RunArguments, PredictArguments, SweepArguments, CheckArguments, LessonsArguments, HistoryArguments,
                               ShowArguments, ExportArguments>;

/// The arguments, or the exit status where there is nothing to do any more: --help and --version have been
/// answered, or a wrong usage has been told on standard error.
[[nodiscard]] std::variant<Arguments, int> parseArguments(int argc, char** argv);

} // namespace halfopen
