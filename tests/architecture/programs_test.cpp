// SPDX-License-Identifier: GPL-3.0-or-later
// What the built programs link: the agent nothing at all, halfopen-cli nothing that draws.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace halfopen::architecture {

namespace {

/// What readelf prints; fails the test where it cannot be run.
std::string readElf(const std::string& arguments)
{
    const std::string command = std::string{READELF_PROGRAM} + " " + arguments;
    struct Close
    {
        void operator()(FILE* pipe) const { pclose(pipe); }
    };
    const std::unique_ptr<FILE, Close> pipe{popen(command.c_str(), "r")};
    std::string text;
    if (!pipe) {
        ADD_FAILURE() << "cannot run " << command;
        return text;
    }
    std::array<char, 4096> buffer{};
    while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe.get()))
        text.append(buffer.data(), got);
    return text;
}

TEST(Programs, linkTheAgentStatically)
{
    const std::string agent = "'" AGENT_PROGRAM "'";
    ASSERT_NE(readElf("--wide --file-header " + agent).find("ELF Header"), std::string::npos);
    EXPECT_EQ(readElf("--wide --dynamic " + agent).find("(NEEDED)"), std::string::npos);
    EXPECT_EQ(readElf("--wide --program-headers " + agent).find("INTERP"), std::string::npos);
}

TEST(Programs, keepTheCommandLineFreeOfWindows)
{
    if (std::string_view{CLI_PROGRAM}.empty())
        GTEST_SKIP() << "halfopen-cli needs Qt and is not part of this build.";
    const std::string needed = readElf("--wide --dynamic '" CLI_PROGRAM "'");
    ASSERT_NE(needed.find("libQt6Core"), std::string::npos) << needed;
    for (const std::string library : {"libQt6Gui", "libQt6Widgets", "libQt6Charts", "libQt6Svg", "libQt6Network"})
        EXPECT_EQ(needed.find(library), std::string::npos) << library;
}

} // namespace

} // namespace halfopen::architecture
