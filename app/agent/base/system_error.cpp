// SPDX-License-Identifier: GPL-3.0-or-later
// Errno values as words.
#include "agent/base/system_error.h"

#include <cstring>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

std::string errnoText(int code)
{
    const char* const name = ::strerrorname_np(code);
    const char* const description = ::strerrordesc_np(code);
    return std::string{name ? name : "errno " + std::to_string(code)} + " (" + (description ? description : "unknown") + ")";
}

Error systemError(int code, const std::string& what, const std::string& detail)
{
    if (detail.empty())
        return Error{code, fmt::format(words("core", "Could not {}: {}."), what, errnoText(code))};
    return Error{
        code, fmt::format(words("core", "Could not {}: {}, the kernel says \"{}\"."), what, errnoText(code), detail)};
}

} // namespace halfopen
