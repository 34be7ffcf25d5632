// SPDX-License-Identifier: GPL-3.0-or-later
// Event lines on their way from a host's program to the director.
#pragma once

#include <string>

#include "core/event.h"

namespace halfopen {

/// Gathers lines and sends them in as few messages as the channel allows; the rest when it is destroyed.
/// Not safe for threads; the channel is.
class EventBatch final
{
public:
    explicit EventBatch(int channel) : m_channel(channel) {}
    ~EventBatch() { send(); }
    EventBatch(const EventBatch&) = delete;
    EventBatch& operator=(const EventBatch&) = delete;

    void add(const Event& event);
    void send();

private:
    int m_channel;
    std::string m_lines;
};

} // namespace halfopen
