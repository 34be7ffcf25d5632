// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every kept fuzz input through its target, in every build and without libFuzzer.
#include "fuzz_targets.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

namespace halfopen::fuzz {

void PrintTo(const Target& target, std::ostream* out)
{
    *out << target.name;
}

namespace {

class CorpusReplay : public testing::TestWithParam<Target>
{};

TEST_P(CorpusReplay, holdsForEveryKeptInput)
{
    const auto folder = std::filesystem::path{HALFOPEN_CORPUS_DIR} / GetParam().name;
    int replayed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        ASSERT_TRUE(file.good() || file.eof()) << entry.path();
        SCOPED_TRACE(entry.path().string());
        GetParam().run(text);
        ++replayed;
    }
    EXPECT_GE(replayed, 5) << "too few kept inputs in " << folder;
}

TEST_P(CorpusReplay, takesTextsOfAnyKind)
{
    GetParam().run("");
    GetParam().run(std::string(100'000, '['));
    GetParam().run(std::string_view{"\0\xff\xfe{", 4});
}

INSTANTIATE_TEST_SUITE_P(Targets, CorpusReplay, testing::ValuesIn(targets().begin(), targets().end()),
                         [](const auto& target) { return std::string{target.param.name}; });

} // namespace

} // namespace halfopen::fuzz
