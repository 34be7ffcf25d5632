// SPDX-License-Identifier: GPL-3.0-or-later
// Where received bytes go that nobody wants to keep.
#pragma once

#include <memory>
#include <span>

namespace halfopen {

/// Not cleared: only what arrives touches the memory, so a thousand idle readers cost none.
class ReceiveRoom final
{
public:
    [[nodiscard]] std::span<char> bytes() const { return {m_bytes.get(), kBytes}; }

private:
    static constexpr std::size_t kBytes = 64 * 1024;
    std::unique_ptr<char[]> m_bytes = std::make_unique_for_overwrite<char[]>(kBytes);
};

} // namespace halfopen
