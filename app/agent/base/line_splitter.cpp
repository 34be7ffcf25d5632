// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes from a pipe, cut into lines of bounded length.
#include "agent/base/line_splitter.h"

namespace halfopen {

bool LineSplitter::feed(std::string_view bytes, std::vector<std::string>& lines)
{
    while (!m_broken && !bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view part = bytes.substr(0, end);
        if (m_pending.size() + part.size() > m_limit) {
            m_broken = true;
            m_pending.clear();
            break;
        }
        m_pending += part;
        if (end == std::string_view::npos)
            break;
        if (!m_pending.empty())
            lines.push_back(std::move(m_pending));
        m_pending.clear();
        bytes.remove_prefix(end + 1);
    }
    return !m_broken;
}

} // namespace halfopen
