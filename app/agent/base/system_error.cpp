// SPDX-License-Identifier: GPL-3.0-or-later
// Errno values as words.
#include "agent/base/system_error.h"

#include <cstring>

namespace halfopen {

std::string errnoText(int code)
{
    const char* const name = ::strerrorname_np(code);
    const char* const description = ::strerrordesc_np(code);
    return std::string{name ? name : "errno " + std::to_string(code)} + " (" + (description ? description : "unknown") + ")";
}

Error systemError(int code, const std::string& what, const std::string& detail)
{
    std::string message = "Could not " + what + ": " + errnoText(code);
    if (!detail.empty())
        message += ", the kernel says \"" + detail + "\"";
    return Error{code, message + "."};
}

} // namespace halfopen
