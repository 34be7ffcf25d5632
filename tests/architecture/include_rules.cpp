// SPDX-License-Identifier: GPL-3.0-or-later
// The two tables of what may be included where, and the reading of #include lines.
#include "include_rules.h"

#include <algorithm>
#include <array>
#include <optional>

namespace halfopen::architecture {

namespace {

using namespace std::string_view_literals;

/// What a module may include of ours, besides itself. A module's tests may include the module and the same.
struct Arrows final
{
    std::string_view module;
    std::vector<std::string_view> to;
};

const std::array kArrows{
    Arrows{"core"sv, {}},
    Arrows{"agent"sv, {"core"sv}},
    Arrows{"qtend"sv, {"core"sv}},
    Arrows{"session"sv, {"core"sv}},
    Arrows{"store"sv, {"core"sv}},
    Arrows{"cli"sv, {"session"sv, "store"sv, "core"sv}},
    Arrows{"ui"sv, {"session"sv, "store"sv, "core"sv}},
    Arrows{"architecture"sv, {}},
    Arrows{"fuzz"sv, {"core"sv, "agent"sv}},
    Arrows{"benchmarks"sv, {"core"sv, "session"sv, "store"sv, "ui"sv}},
    Arrows{"resources"sv, {"core"sv}},
    Arrows{"packaging"sv, {}},
    Arrows{"live"sv, {"core"sv}},
};

/// Headers that are not ours, by name ('*' stands for any characters), and the folders they belong to.
struct HeaderRule final
{
    std::string_view what;
    std::vector<std::string_view> headers;
    std::vector<std::string_view> folders;
};

const std::array kHeaderRules{
    HeaderRule{"Qt"sv,
               {"Q*"sv, "qt*/*"sv},
               {"app/qtend/"sv, "app/session/"sv, "app/store/"sv, "app/cli/"sv, "ui/"sv, "tests/session/"sv, "tests/store/"sv,
                "tests/cli/"sv, "tests/ui/"sv, "tests/benchmarks/"sv}},
    HeaderRule{"Qt Gui or Widgets"sv,
               {"QtWidgets*"sv,      "QtGui*"sv,    "QtSvg*"sv,       "QApplication"sv,
                "QGuiApplication"sv, "Q*Widget"sv,  "Q*WidgetItem"sv, "QAbstractItemView"sv,
                "QTableView"sv,      "QTreeView"sv, "QListView"sv,    "QHeaderView"sv,
                "QGraphics*"sv,      "Q*Layout"sv,  "QMainWindow"sv,  "QDialog*"sv,
                "QAction*"sv,        "QPaint*"sv,   "QPalette"sv,     "QColor"sv,
                "QFont*"sv,          "QIcon"sv,     "QImage*"sv,      "QPixmap"sv,
                "QSvg*"sv,           "QStyle*"sv},
               {"ui/"sv, "tests/ui/"sv, "tests/benchmarks/"sv}},
    HeaderRule{"Qt Charts"sv,
               {"QtCharts*"sv, "QChart*"sv, "Q*Series"sv, "Q*Axis"sv, "QBarSet"sv, "QLegend*"sv},
               {"ui/charts/"sv, "tests/ui/"sv}},
    HeaderRule{"Qt Sql"sv, {"QtSql*"sv, "QSql*"sv}, {"app/store/"sv, "tests/store/"sv}},
    HeaderRule{"sockets"sv,
               {"sys/socket.h"sv, "sys/un.h"sv, "netinet/*"sv, "arpa/*"sv, "net/*"sv, "linux/*"sv, "netdb.h"sv,
                "QTcp*"sv, "QUdp*"sv, "QSsl*"sv, "QAbstractSocket"sv},
               {"app/agent/"sv, "app/qtend/"sv, "tests/agent/"sv}},
    // Core has values and pure functions: no files, no clock, no threads, nothing of the operating system.
    HeaderRule{"the operating system"sv,
               {"sys/*"sv, "unistd.h"sv, "fcntl.h"sv, "sched.h"sv, "signal.h"sv, "poll.h"sv, "dirent.h"sv,
                "pthread.h"sv, "fstream"sv, "iostream"sv, "filesystem"sv, "thread"sv, "mutex"sv, "ctime"sv, "time.h"sv,
                "cstdio"sv, "random"sv},
               {"app/agent/"sv, "app/qtend/"sv, "app/session/"sv, "app/store/"sv, "app/cli/"sv, "ui/"sv, "tests/"sv}},
};

bool matches(std::string_view pattern, std::string_view text)
{
    const auto star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == text;
    if (!text.starts_with(pattern.substr(0, star)))
        return false;
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t at = star; at <= text.size(); ++at) {
        if (matches(rest, text.substr(at)))
            return true;
    }
    return false;
}

/// "app/core/x.h" → core, "ui/charts/x.h" → ui, "tests/core/x.cpp" → core.
std::string_view moduleOfFile(std::string_view path)
{
    for (const std::string_view room : {"app/"sv, "tests/"sv}) {
        if (path.starts_with(room))
            path.remove_prefix(room.size());
    }
    return path.substr(0, path.find('/'));
}

bool isFolder(std::string_view name)
{
    return std::ranges::find(kArrows, name, &Arrows::module) != kArrows.end();
}

/// The module that a quoted include names, empty where it names a file beside the including one.
std::string_view moduleOfInclude(std::string_view include)
{
    const auto slash = include.find('/');
    if (slash == std::string_view::npos)
        return {};
    const std::string_view first = include.substr(0, slash);
    if (first == "app" || first == "tests")
        return moduleOfFile(include);
    return isFolder(first) ? first : std::string_view{};
}

struct Include final
{
    std::string_view name;
    bool quoted = false;
};

std::optional<Include> includeIn(std::string_view line)
{
    const auto skipBlanks = [&line] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    skipBlanks();
    if (!line.starts_with('#'))
        return std::nullopt;
    line.remove_prefix(1);
    skipBlanks();
    if (!line.starts_with("include"))
        return std::nullopt;
    line.remove_prefix("include"sv.size());
    skipBlanks();
    if (line.empty() || (line.front() != '"' && line.front() != '<'))
        return std::nullopt;
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    return Include{line.substr(0, line.find(quoted ? '"' : '>')), quoted};
}

/// Empty, or why the file at `path` may not have that include.
std::string fault(std::string_view path, const Include& include)
{
    if (include.name.find("..") != std::string_view::npos)
        return "an include names its module, not the way to it";
    if (include.quoted) {
        const std::string_view from = moduleOfFile(path);
        const std::string_view to = moduleOfInclude(include.name);
        const auto arrows = std::ranges::find(kArrows, from, &Arrows::module);
        if (arrows == kArrows.end())
            return "folder '" + std::string{from} + "' is in no table of this test";
        if (!to.empty() && to != from && std::ranges::find(arrows->to, to) == arrows->to.end())
            return std::string{from} + " may not include " + std::string{to};
        if (include.name.starts_with("tests/") && !path.starts_with("tests/"))
            return "only tests may include tests";
    }
    for (const HeaderRule& rule : kHeaderRules) {
        const bool named =
            std::ranges::any_of(rule.headers, [&](auto header) { return matches(header, include.name); });
        if (named && std::ranges::none_of(rule.folders, [&](auto folder) { return path.starts_with(folder); }))
            return std::string{rule.what} + " may not be included here";
    }
    return {};
}

} // namespace

std::vector<std::string> forbiddenIncludes(std::string_view path, std::string_view text)
{
    std::vector<std::string> found;
    int lineNumber = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++lineNumber;
        const auto include = includeIn(line);
        if (!include)
            continue;
        if (const std::string why = fault(path, *include); !why.empty()) {
            found.push_back(std::string{path} + ":" + std::to_string(lineNumber) + ": " + why + " (" +
                            std::string{include->name} + ")");
        }
    }
    return found;
}

} // namespace halfopen::architecture
