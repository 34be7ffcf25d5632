// SPDX-License-Identifier: GPL-3.0-or-later
// The include rules find what is forbidden and leave alone what is not.
#include "include_rules.h"

#include <gtest/gtest.h>

#include <ostream>

namespace halfopen::architecture {

namespace {

struct Case final
{
    const char* path;
    const char* text;
    const char* found; // the sentence, or empty where the include is allowed
};

void PrintTo(const Case& one, std::ostream* out)
{
    *out << one.path;
}

class IncludeRules : public testing::TestWithParam<Case>
{};

TEST_P(IncludeRules, judge)
{
    std::string found;
    for (const std::string& sentence : forbiddenIncludes(GetParam().path, GetParam().text))
        found += sentence;
    EXPECT_EQ(found, GetParam().found);
}

const Case kCases[] = {
    // Arrows between our modules.
    {"app/core/x.cpp", "#include \"core/y.h\"\n", ""},
    {"app/core/x.cpp", "#include \"y.h\"\n", ""},
    {"app/core/x.cpp", "// one\n#include \"agent/y.h\"\n", "app/core/x.cpp:2: core may not include agent (agent/y.h)"},
    {"app/core/x.cpp", "#include \"app/agent/y.h\"", "app/core/x.cpp:1: core may not include agent (app/agent/y.h)"},
    {"app/agent/x.cpp", "#include \"core/y.h\"\n", ""},
    {"app/agent/x.h", "#include \"session/y.h\"\n", "app/agent/x.h:1: agent may not include session (session/y.h)"},
    {"app/session/x.h", "#include \"store/y.h\"\n", "app/session/x.h:1: session may not include store (store/y.h)"},
    {"app/store/x.h", "  #  include \"session/y.h\"\n", "app/store/x.h:1: store may not include session (session/y.h)"},
    {"app/cli/main.cpp", "#include \"session/y.h\"\n#include \"store/y.h\"\n#include \"core/y.h\"\n", ""},
    {"app/cli/main.cpp", "#include \"ui/y.h\"\n", "app/cli/main.cpp:1: cli may not include ui (ui/y.h)"},
    {"ui/main.cpp", "#include \"session/y.h\"\n#include \"ui/charts/y.h\"\n#include \"charts/z.h\"\n", ""},
    {"ui/main.cpp", "#include \"agent/y.h\"\n", "ui/main.cpp:1: ui may not include agent (agent/y.h)"},
    {"ui/main.cpp", "#include \"../app/agent/y.h\"\n",
     "ui/main.cpp:1: an include names its module, not the way to it (../app/agent/y.h)"},
    {"app/core/x.h", "#include \"tests/core/y.h\"\n", "app/core/x.h:1: only tests may include tests (tests/core/y.h)"},
    {"app/extra/x.h", "#include \"core/y.h\"\n",
     "app/extra/x.h:1: folder 'extra' is in no table of this test (core/y.h)"},
    {"tests/agent/x.cpp", "#include \"agent/y.h\"\n#include \"core/y.h\"\n#include <sys/socket.h>\n", ""},
    {"tests/core/x.cpp", "#include \"agent/y.h\"\n", "tests/core/x.cpp:1: core may not include agent (agent/y.h)"},
    // Headers of others.
    {"app/core/x.h", "#include <vector>\n#include <nlohmann/json.hpp>\n#include <fmt/format.h>\n#include <chrono>\n",
     ""},
    {"app/core/x.h", "#include <QString>\n", "app/core/x.h:1: Qt may not be included here (QString)"},
    {"app/agent/x.h", "#include <QtCore/QString>\n", "app/agent/x.h:1: Qt may not be included here (QtCore/QString)"},
    {"app/agent/x.h", "#include <linux/if_packet.h>\n#include <netinet/tcp.h>\n#include <sys/socket.h>\n", ""},
    {"app/session/x.h", "#include <QProcess>\n", ""},
    {"app/session/x.h", "#include <QWidget>\n",
     "app/session/x.h:1: Qt Gui or Widgets may not be included here (QWidget)"},
    {"app/cli/x.h", "#include <QTableView>\n",
     "app/cli/x.h:1: Qt Gui or Widgets may not be included here (QTableView)"},
    {"app/cli/x.h", "#include <QStringView>\n#include <QByteArrayView>\n", ""},
    {"app/store/x.h", "#include <QSqlQuery>\n", ""},
    {"app/cli/x.h", "#include <QSqlQuery>\n", "app/cli/x.h:1: Qt Sql may not be included here (QSqlQuery)"},
    {"ui/x.h", "#include <QChartView>\n", "ui/x.h:1: Qt Charts may not be included here (QChartView)"},
    {"ui/x.h", "#include <QWidget>\n#include <QTableView>\n", ""},
    {"ui/charts/x.h", "#include <QChartView>\n#include <QLineSeries>\n", ""},
    {"ui/x.h", "#include <sys/socket.h>\n", "ui/x.h:1: sockets may not be included here (sys/socket.h)"},
    {"ui/x.h", "#include <QTcpSocket>\n", "ui/x.h:1: sockets may not be included here (QTcpSocket)"},
    {"app/core/x.h", "#include <fstream>\n", "app/core/x.h:1: the operating system may not be included here (fstream)"},
    {"app/core/x.h", "// #include <fstream>\nconst char* text = \"#include <thread>\";\n", ""},
};

INSTANTIATE_TEST_SUITE_P(Table, IncludeRules, testing::ValuesIn(kCases));

} // namespace

} // namespace halfopen::architecture
