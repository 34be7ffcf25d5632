// SPDX-License-Identifier: GPL-3.0-or-later
// Calls and what they return, in words. A heartbeat and a QTcpSocket are no calls, and have no errno.
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace halfopen {

/// "recv()", "heartbeat", "QTcpSocket".
[[nodiscard]] QString callText(const QString& call);
[[nodiscard]] QString callText(std::string_view call);
/// What told of the end: "ETIMEDOUT", "recv() = 0", "no answer", "orphan gone", "disconnected".
[[nodiscard]] QString endingText(const QString& call, std::int64_t result, int errorNumber);
/// Both together: "recv() −1 ETIMEDOUT", "recv() 0", "heartbeat: no answer", "close(): orphan gone".
[[nodiscard]] QString callResultText(std::string_view call, std::int64_t result, int errorNumber);

} // namespace halfopen
