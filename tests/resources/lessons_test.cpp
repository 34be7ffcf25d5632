// SPDX-License-Identifier: GPL-3.0-or-later
// Every lesson is an experiment that reads, has its text, ends soon, and is where programs look for it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "core/experiment_codec.h"

namespace halfopen {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExperimentSuffix = ".halfopen.json";

std::string contentsOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

std::map<std::string, Experiment> lessons()
{
    std::map<std::string, Experiment> found;
    for (const std::string& name : namesIn(HALFOPEN_LESSON_SOURCES)) {
        if (!name.ends_with(kExperimentSuffix))
            continue;
        const auto experiment = parseExperiment(contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / name));
        EXPECT_TRUE(experiment.ok()) << name << ": " << (experiment.ok() ? std::string{} : experiment.error().message);
        if (experiment)
            found.emplace(name.substr(0, name.size() - kExperimentSuffix.size()), *experiment);
    }
    return found;
}

TEST(Lessons, readAndEndSoon)
{
    const auto all = lessons();
    EXPECT_GE(all.size(), 6U);
    for (const auto& [stem, experiment] : all) {
        EXPECT_LE(experiment.timeLimitSeconds, 90) << stem;
        EXPECT_FALSE(experiment.faults.empty()) << stem << " has no fault";
        EXPECT_FALSE(experiment.title.empty()) << stem;
    }
}

TEST(Lessons, haveTheirTextUnderTheSameTitle)
{
    for (const auto& [stem, experiment] : lessons()) {
        const std::string text = contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / (stem + ".md"));
        EXPECT_TRUE(text.starts_with("# " + experiment.title + "\n")) << stem << ".md begins with another title";
        for (const std::string_view part : {"**Look at**", "**What happens", "**Why", "Sources: "})
            EXPECT_NE(text.find(part), std::string::npos) << stem << ".md lacks " << part;
    }
}

/// The places where the learner is told something, one by one: a translation leaves none out.
std::string skeletonOf(const std::string& text)
{
    static const std::regex piece(R"(`[^`\n]+`|^```.*$|[0-9.]*[0-9])", std::regex::multiline);
    std::multiset<std::string> pieces;
    bool code = false;
    std::string line;
    for (std::istringstream lines(text); std::getline(lines, line);) {
        code = line.starts_with("```") ? !code : code;
        if (code && line.find("setsockopt") == std::string::npos)
            continue;
        for (std::sregex_iterator found(line.begin(), line.end(), piece), end; found != end; ++found)
            pieces.insert(found->str());
    }
    std::string all;
    for (const auto& each : pieces)
        all += each + " ";
    return all;
}

TEST(Lessons, areTranslatedWithAllCallsOptionsAndNumbers)
{
    for (const auto& [stem, experiment] : lessons()) {
        const std::string english = contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / (stem + ".md"));
        const std::string chinese = contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / (stem + ".zh_CN.md"));
        EXPECT_TRUE(chinese.starts_with("# ")) << stem;
        for (const std::string_view part : {"**请看**", "**会发生什么**：", "**为什么", "出处："})
            EXPECT_NE(chinese.find(part), std::string::npos) << stem << ".zh_CN.md lacks " << part;
        EXPECT_EQ(skeletonOf(chinese), skeletonOf(english)) << stem;
    }
}

TEST(Lessons, areAllInTheBuildTreeUnchanged)
{
    const auto sources = namesIn(HALFOPEN_LESSON_SOURCES);
    EXPECT_EQ(namesIn(HALFOPEN_LESSON_COPIES), sources) << "resources/CMakeLists.txt lists the lessons by hand";
    for (const std::string& name : sources)
        EXPECT_EQ(contentsOf(fs::path{HALFOPEN_LESSON_COPIES} / name),
                  contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / name))
            << name;
}

} // namespace

} // namespace halfopen
