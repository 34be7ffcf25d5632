// SPDX-License-Identifier: GPL-3.0-or-later
// Errno values as words.
#include "agent/base/system_error.h"

#include <array>
#include <cstring>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

/// glibc's words for what hinders an agent, so that the window can say them in another language.
[[maybe_unused]] constexpr std::array kDescriptions{
    words("core", "{} ({})"),
    words("core", "Operation not permitted"),
    words("core", "Permission denied"),
    words("core", "Operation not supported"),
    words("core", "Function not implemented"),
    words("core", "No such file or directory"),
    words("core", "No such device"),
    words("core", "No such process"),
    words("core", "No space left on device"),
    words("core", "Read-only file system"),
    words("core", "Device or resource busy"),
    words("core", "Resource temporarily unavailable"),
    words("core", "Cannot allocate memory"),
    words("core", "Too many open files"),
    words("core", "Invalid argument"),
    words("core", "File exists"),
    words("core", "Input/output error"),
};

} // namespace

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
