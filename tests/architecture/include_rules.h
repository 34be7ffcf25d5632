// SPDX-License-Identifier: GPL-3.0-or-later
// Which folder may include what: the arrows between the modules, as a pure function over a file's text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace halfopen::architecture {

/// One sentence for every #include in `text` that the file at `path` (relative to the project, '/' between folders)
/// may not have: "app/core/x.cpp:7: core may not include session (session/run_controller.h)".
[[nodiscard]] std::vector<std::string> forbiddenIncludes(std::string_view path, std::string_view text);

} // namespace halfopen::architecture
