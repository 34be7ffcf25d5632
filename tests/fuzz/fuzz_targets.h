// SPDX-License-Identifier: GPL-3.0-or-later
// What is fuzzed: each takes any text, must not crash, and checks what has to hold for every text.
#pragma once

#include <span>
#include <string_view>

namespace halfopen::fuzz {

void fuzzExperiment(std::string_view text);
void fuzzEvent(std::string_view text);
void fuzzCommand(std::string_view text);
void fuzzProcNetTcp(std::string_view text);
/// A value as it stands after --set.
void fuzzSweepAxis(std::string_view text);
void fuzzFrame(std::string_view text);

struct Target final
{
    std::string_view name; // of the program and of its folder of kept inputs
    void (*run)(std::string_view text);
};

[[nodiscard]] std::span<const Target> targets();

/// Ends the program with that sentence unless it holds: a finding, for the fuzzer and for the replay alike.
void require(bool holds, const char* sentence);

} // namespace halfopen::fuzz
