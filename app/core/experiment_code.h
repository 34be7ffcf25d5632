// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment as text to paste elsewhere: source code that sets an end's options, and a shell command.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/experiment.h"

namespace halfopen {

enum class CodeLanguage { C, Python, Go };

inline constexpr std::array kCodeLanguages{CodeLanguage::C, CodeLanguage::Python, CodeLanguage::Go};

/// A function that sets those options on a socket, with its includes or imports: the order is that of a run (before
/// connect() or listen(), TCP_KEEP* before SO_KEEPALIVE). What the language's runtime makes of an option is said in a
/// comment. Without options it sets nothing and says so. C is C99 for Linux, Go as gofmt writes it.
[[nodiscard]] std::string socketOptionsCode(const SocketOptions& options, CodeLanguage language);

/// A line for a POSIX shell that runs the experiment, which comes with it as a here-document: it needs no file.
/// `program` is the command or the path of it, quoted where it must be.
[[nodiscard]] std::string runCommand(const Experiment& experiment, std::string_view program = "halfopen-cli");

} // namespace halfopen
