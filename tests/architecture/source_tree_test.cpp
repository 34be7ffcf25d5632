// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the whole source tree against its rules: arrows, licence lines, lengths, top-level entries.
#include "include_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace halfopen::architecture {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxSourceLines = 450;

const fs::path& projectFolder()
{
    static const fs::path folder = HALFOPEN_SOURCE_DIR;
    return folder;
}

std::string contentsOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Every regular file below the project's rooms, relative to the project, sorted.
std::vector<fs::path> filesOf(std::initializer_list<const char*> rooms)
{
    std::vector<fs::path> files;
    for (const char* room : rooms) {
        for (const auto& entry : fs::recursive_directory_iterator(projectFolder() / room)) {
            const bool isCache = entry.path().string().find("__pycache__") != std::string::npos;
            if (entry.is_regular_file() && !isCache)
                files.push_back(fs::relative(entry.path(), projectFolder()));
        }
    }
    std::ranges::sort(files);
    return files;
}

bool isCpp(const fs::path& path)
{
    return path.extension() == ".cpp" || path.extension() == ".h";
}

/// Files that can carry a licence line: C++, CMake, Python, and scripts by their first line.
bool carriesLicenceLine(const fs::path& path, std::string_view text)
{
    return isCpp(path) || path.extension() == ".cmake" || path.extension() == ".py" || path.extension() == ".sh" ||
           path.filename() == "CMakeLists.txt" || text.starts_with("#!");
}

std::string firstLines(std::string_view text, int count)
{
    std::size_t end = 0;
    for (int line = 0; line < count && end != std::string_view::npos; ++line)
        end = text.find('\n', end == 0 ? 0 : end + 1);
    return std::string{text.substr(0, end)};
}

TEST(SourceTree, keepsTheArrowsBetweenModules)
{
    int checked = 0;
    for (const fs::path& path : filesOf({"app", "ui", "tests"})) {
        if (!isCpp(path))
            continue;
        ++checked;
        for (const std::string& sentence : forbiddenIncludes(path.generic_string(), contentsOf(projectFolder() / path)))
            ADD_FAILURE() << sentence;
    }
    EXPECT_GT(checked, 30) << "The source tree was not found at " << projectFolder();
}

TEST(SourceTree, namesTheLicenceInEverySource)
{
    for (const fs::path& path : filesOf({"app", "ui", "tests", "packaging", "resources", ".ci"})) {
        const std::string text = contentsOf(projectFolder() / path);
        const bool named = firstLines(text, 3).find("SPDX-License-Identifier: GPL-3.0-or-later") != std::string::npos;
        EXPECT_TRUE(named || !carriesLicenceLine(path, text)) << path;
    }
}

TEST(SourceTree, keepsSourcesShort)
{
    for (const fs::path& path : filesOf({"app", "ui", "tests"})) {
        if (!isCpp(path) && path.extension() != ".py")
            continue;
        const std::string text = contentsOf(projectFolder() / path);
        const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
        EXPECT_LE(lines, kMaxSourceLines) << path << " has grown too long: split it by concept.";
    }
}

TEST(SourceTree, hasOnlyTheKnownRoomsAtTheTop)
{
    constexpr std::array<std::string_view, 12> kKnown{
        "CMakeLists.txt", "CMakePresets.json", "README.md", "CHANGELOG.md",    "LICENSE", "app", "ui", "resources",
        "tests",          "packaging",         "build",     "halfopen-results"};
    // What a run or an editor may have left there is nobody's concern.
    constexpr std::array<std::string_view, 6> kProducts{".csv", ".png", ".pcapng", ".jsonl", ".user", ".svg"};
    for (const auto& entry : fs::directory_iterator(projectFolder())) {
        const std::string name = entry.path().filename().string();
        const bool permitted = name.starts_with('.') || std::ranges::find(kKnown, name) != kKnown.end() ||
                               std::ranges::find(kProducts, entry.path().extension().string()) != kProducts.end();
        EXPECT_TRUE(permitted) << name << " has no room at the top of the project.";
    }
}

} // namespace

} // namespace halfopen::architecture
