// SPDX-License-Identifier: GPL-3.0-or-later
// Event lines on their way from a host's program to the director.
#include "agent/base/event_batch.h"

#include "agent/base/host_wire.h"
#include "core/event_codec.h"

namespace halfopen {

void EventBatch::add(const Event& event)
{
    const std::string line = writeEvent(event);
    if (m_lines.size() + line.size() + 1 > kMaxWireText)
        send();
    m_lines += line;
    m_lines += '\n';
}

void EventBatch::send()
{
    if (m_lines.empty())
        return;
    sendWire(m_channel, WireKind::Lines, 0, m_lines);
    m_lines.clear();
}

} // namespace halfopen
