// SPDX-License-Identifier: GPL-3.0-or-later
// Every lesson is an experiment that reads, has its text, ends soon, and is where programs look for it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

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
    EXPECT_FALSE(all.empty());
    for (const auto& [stem, experiment] : all) {
        EXPECT_LE(experiment.timeLimitSeconds, 90) << stem;
        EXPECT_FALSE(experiment.faults.empty()) << stem << " has no fault";
        EXPECT_FALSE(experiment.title.empty()) << stem;
    }
}

TEST(Lessons, areNumberedWithoutAGap)
{
    int number = 0;
    for (const auto& [stem, experiment] : lessons()) {
        ++number;
        EXPECT_EQ(stem.substr(0, 3), (number < 10 ? "0" : "") + std::to_string(number) + "-") << stem;
    }
    EXPECT_GE(number, 25) << "the course answers every question of its list";
}

TEST(Lessons, haveTheirOwnTitlesAndPairs)
{
    std::set<std::string> titles;
    for (const auto& [stem, experiment] : lessons()) {
        EXPECT_TRUE(titles.insert(experiment.title).second) << stem << " has the title of another";
        std::set<std::string> names;
        for (const auto& pair : experiment.pairs)
            EXPECT_TRUE(names.insert(pair.name).second) << stem << " has two pairs called " << pair.name;
    }
}

/// What the text calls by name is a pair of its experiment: *One message* and *one message* alike.
TEST(Lessons, nameTheirPairs)
{
    static const std::regex named(R"((^|[^*])\*([^*]+)\*(?!\*))");
    for (const auto& [stem, experiment] : lessons()) {
        std::string text; // of people, no code
        bool code = false;
        std::istringstream lines(contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / (stem + ".md")));
        for (std::string line; std::getline(lines, line);) {
            code = line.starts_with("```") ? !code : code;
            text += code ? std::string{} : line + " ";
        }
        for (std::sregex_iterator found(text.begin(), text.end(), named), end; found != end; ++found) {
            std::string name = (*found)[2];
            if (name.find(' ') == std::string::npos) // a stressed word
                continue;
            name.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(name.front())));
            const auto known = std::any_of(experiment.pairs.begin(), experiment.pairs.end(), [&](const Pair& pair) {
                return pair.name == name || pair.name.starts_with(name + " ");
            });
            EXPECT_TRUE(known) << stem << " speaks of *" << name << "*, which is no pair of it";
        }
    }
}

/// Sentences of both languages, as far as a full stop ends them.
std::vector<std::string> sentencesOf(std::string text)
{
    for (const std::string_view stop : {"。", "；", "\n\n"}) {
        for (auto place = text.find(stop); place != std::string::npos; place = text.find(stop, place))
            text.replace(place, stop.size(), ". ");
    }
    std::ranges::replace(text, '\n', ' ');
    std::vector<std::string> sentences;
    std::size_t from = 0;
    for (auto end = text.find(". "); end != std::string::npos; end = text.find(". ", from)) {
        sentences.push_back(text.substr(from, end - from));
        from = end + 2;
    }
    sentences.push_back(text.substr(from));
    return sentences;
}

/// Keepalive values beside the word "default" are read as the kernel's.
TEST(Lessons, callNothingDefaultThatIsNot)
{
    static const std::regex triple(R"(\d+/\d+/\d+)");
    for (const auto& [stem, experiment] : lessons()) {
        for (const std::string_view language : {".md", ".zh_CN.md"}) {
            for (const auto& sentence : sentencesOf(contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / (stem + std::string{language})))) {
                if (sentence.find("default") == std::string::npos && sentence.find("默认") == std::string::npos)
                    continue;
                for (std::sregex_iterator found(sentence.begin(), sentence.end(), triple), end; found != end; ++found)
                    EXPECT_EQ(found->str(), "7200/75/9") << stem << language << ": " << sentence;
            }
        }
    }
}

/// The time line shows the lanes of one pair and one end: whoever is to compare more is told where to choose them.
TEST(Lessons, sayHowToSeeSeveralTimers)
{
    static const std::regex several(R"(timers of (both|all)|timer lanes)");
    for (const auto& [stem, experiment] : lessons()) {
        const std::string english = contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / (stem + ".md"));
        const std::string chinese = contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / (stem + ".zh_CN.md"));
        if (!std::regex_search(english, several))
            continue;
        EXPECT_NE(english.find("over the time line"), std::string::npos) << stem;
        EXPECT_NE(chinese.find("时间线上方"), std::string::npos) << stem;
    }
}

TEST(Lessons, referToLessonsThatThereAre)
{
    static const std::regex reference(R"(lesson (\d+))");
    const auto all = lessons();
    for (const auto& [stem, experiment] : all) {
        const std::string text = contentsOf(fs::path{HALFOPEN_LESSON_SOURCES} / (stem + ".md"));
        for (std::sregex_iterator found(text.begin(), text.end(), reference), end; found != end; ++found) {
            const std::string prefix = (*found)[1].str() + "-";
            EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.first.starts_with(prefix); }))
                << stem << " speaks of " << found->str();
        }
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
