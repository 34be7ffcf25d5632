// SPDX-License-Identifier: GPL-3.0-or-later
// The public figures read, end in less than two minutes, and are what the model says of the kernel that they come from.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "cli/public_figures.h"
#include "core/outcome_csv.h"
#include "core/predictor.h"

namespace halfopen {

namespace {

std::string contentsOf(const char* path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<PublicFigure> figures()
{
    auto read = readPublicFigures(contentsOf(HALFOPEN_FIGURES_SOURCE));
    EXPECT_TRUE(read.ok()) << (read.ok() ? std::string{} : read.error().message);
    return read.ok() ? *std::move(read) : std::vector<PublicFigure>{};
}

TEST(PublicFigures, haveASourceAndEndInTime)
{
    const auto all = figures();
    EXPECT_GE(all.size(), 15U);
    std::set<std::string> titles;
    for (const auto& figure : all) {
        EXPECT_TRUE(titles.insert(figure.title).second) << figure.title << " is there twice";
        EXPECT_FALSE(figure.said.empty()) << figure.title;
        EXPECT_FALSE(figure.source.empty()) << figure.title;
        EXPECT_LT(figure.experiment.timeLimitSeconds, 120) << figure.title;
        if (figure.range) {
            EXPECT_LT(figure.range->toSeconds, figure.experiment.timeLimitSeconds) << figure.title;
        }
    }
}

TEST(PublicFigures, areWhatTheModelSays)
{
    const auto kernel = profileForRelease("6.18", 250);
    ASSERT_TRUE(kernel.ok());
    for (const auto& figure : figures()) {
        const auto predictions = predict(figure.experiment, *kernel);
        const auto* prediction = findPrediction(predictions, 0, figure.end);
        ASSERT_NE(prediction, nullptr) << figure.title;
        EXPECT_TRUE(prediction->applicable) << figure.title << " speaks of an end that cannot notice anything";
        EXPECT_EQ(prediction->never(), !figure.range) << figure.title;
        if (prediction->never() || !figure.range)
            continue;
        EXPECT_GE(toSeconds(prediction->hull().earliest), figure.range->fromSeconds) << figure.title;
        EXPECT_LE(toSeconds(prediction->hull().latest), figure.range->toSeconds) << figure.title;
        for (const auto& mode : prediction->modes) {
            const std::string error = mode.errorNumber == 0 ? std::string() : errnoName(mode.errorNumber);
            EXPECT_EQ(error, figure.errorName) << figure.title;
        }
    }
}

TEST(PublicFigures, areBesideThePrograms)
{
    EXPECT_EQ(contentsOf(HALFOPEN_FIGURES_COPY), contentsOf(HALFOPEN_FIGURES_SOURCE));
}

TEST(PublicFigures, areRefusedByName)
{
    const auto complaint = [](const std::string& text) {
        const auto read = readPublicFigures(text);
        return read.ok() ? std::string() : read.error().message;
    };
    const std::string experiment = R"("experiment": {"format": "halfopen-experiment/1", "pairs": [{"client": {"activity": "recv"}}]})";
    const std::string head = R"({"figures": [{"title": "t", "said": "s", "source": "x", )";
    EXPECT_EQ(complaint(head + experiment + "}]}"), "");
    EXPECT_NE(complaint(R"({"figures": []})").find("figures"), std::string::npos);
    EXPECT_NE(complaint(R"({"figures": [{"title": "t", "said": "s", )" + experiment + "}]}").find("source"), std::string::npos);
    EXPECT_NE(complaint(head + R"("to_s": 3, )" + experiment + "}]}").find("figures[0].from_s"), std::string::npos);
    EXPECT_NE(complaint(head + R"("from_s": 4, "to_s": 3, )" + experiment + "}]}").find("figures[0].from_s"), std::string::npos);
    EXPECT_NE(complaint(head + R"("end": "router", )" + experiment + "}]}").find("figures[0].end"), std::string::npos);
    EXPECT_NE(complaint(head + R"("colour": 1, )" + experiment + "}]}").find("colour"), std::string::npos);
    EXPECT_NE(complaint(head + R"("experiment": {"format": "halfopen-experiment/1"}}]})").find("pairs"), std::string::npos);
}

} // namespace

} // namespace halfopen
