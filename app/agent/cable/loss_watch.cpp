// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the frames that no fault took.
#include "agent/cable/loss_watch.h"

#include <algorithm>
#include <utility>

#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

LossWatch::LossWatch(const Lab& lab) : m_lab(lab), m_drops(lab.drops()), m_linkChanges(linkChanges()) {}

std::array<int, 2> LossWatch::linkChanges() const
{
    return {m_lab.linkChanges(Host::Client), m_lab.linkChanges(Host::Server)};
}

std::vector<LossEvent> LossWatch::look()
{
    // Counters first: a link that goes after they were read has dropped nothing of what they count.
    std::map<std::string, std::int64_t> drops = m_lab.drops();
    const std::array<int, 2> changes = linkChanges();
    std::vector<LossEvent> losses;
    for (const Host host : {Host::Client, Host::Server}) {
        const std::size_t slot = slotOf(host);
        const std::string end{name(host)};
        const std::int64_t atHost = drops["veth " + end] - m_drops["veth " + end] - std::exchange(m_told[slot], 0);
        const bool wasLinked = changes[slot] == m_linkChanges[slot] && m_lab.isLinked(host);
        if (atHost > 0 && wasLinked)
            losses.push_back({"veth " + end, atHost});
        const std::int64_t atRouter = drops["router to " + end] - m_drops["router to " + end];
        if (atRouter > 0 && wasLinked)
            losses.push_back({fmt::format(words("core", "router to {}"), end), atRouter});
    }
    m_drops = std::move(drops);
    m_linkChanges = changes;
    return losses;
}

} // namespace halfopen
