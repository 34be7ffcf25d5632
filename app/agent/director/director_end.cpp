// SPDX-License-Identifier: GPL-3.0-or-later
// The director's end: nothing is left behind.
#include "agent/director/director.h"
#include "core/words.h"

#include <fmt/format.h>

#include <poll.h>

namespace halfopen {

namespace {

constexpr RunTime kFlushLimit = std::chrono::milliseconds{200};

} // namespace

void Director::finish(FinishedEvent event)
{
    if (!m_end)
        m_end = std::move(event);
}

void Director::refuse(const Error& error)
{
    finish(FinishedEvent{
        .why = FinishedEvent::Why::Refused,
        .stage = m_experiment ? "place" : "command",
        .errorNumber = error.code,
        .message = error.message,
        .remedy = m_experiment
                      ? words("core", "Run 'halfopen-cli check' to see what this machine can run and what would help.")
                      : ""});
}

void Director::fail(std::string stage, const Error& error)
{
    finish(FinishedEvent{.why = FinishedEvent::Why::Failed,
                         .stage = std::move(stage),
                         .errorNumber = error.code,
                         .message = error.message});
}

void Director::flushHosts()
{
    int asked = 0;
    for (const Host host : {Host::Client, Host::Server}) {
        const std::size_t i = host == Host::Client ? 0 : 1;
        if (m_channelOpen[i] && m_hosts[i].isAlive() && m_armed[i] && !m_book.isFrozen(host))
            asked += sendWire(m_hosts[i].channel(), WireKind::Flush) ? 1 : 0;
    }
    const RunTime limit = m_clock.now() + kFlushLimit;
    while (m_flushAnswers < asked && m_clock.now() < limit) {
        std::array<pollfd, 2> waits{pollfd{m_channelOpen[0] ? m_hosts[0].channel() : -1, POLLIN, 0},
                                    pollfd{m_channelOpen[1] ? m_hosts[1].channel() : -1, POLLIN, 0}};
        ::poll(waits.data(), waits.size(), 10);
        readHost(Host::Client);
        readHost(Host::Server);
    }
}

void Director::closeCapture()
{
    if (!m_capture)
        return;
    const Result<std::int64_t> leftOut = m_capture->finish();
    if (!leftOut)
        m_reporter.fact(NoteEvent{leftOut.error().message});
    else if (*leftOut > 0)
        m_reporter.fact(NoteEvent{fmt::format(
            words("core", "The capture lacks {} packets: its disk did not keep up."), *leftOut)});
}

void Director::clearAway()
{
    if (m_stage == Stage::Running && m_nextRows) {
        flushHosts();
        sampleRows(m_clock.now());
        sampleInfo(m_clock.now());
        tellCounters(CountersEvent::At::End);
    }
    if (m_cable) { // before the hosts end: their last segments are no part of the run
        for (const Event& event : m_cable->finish())
            m_reporter.fact(event);
        m_cable.reset();
        closeCapture();
    }
    for (std::size_t i = 0; i < m_hosts.size(); ++i) {
        m_hosts[i].end();
        while (m_channelOpen[i])
            readHost(i == 0 ? Host::Client : Host::Server);
        m_hosts[i].abortSockets();
    }
    if (m_lab)
        m_lab->destroySockets();
    m_janitor.dismiss();
}

} // namespace halfopen
