// SPDX-License-Identifier: GPL-3.0-or-later
// Writes sample runs, event by event.
#pragma once

#include <string>
#include <utility>

#include "core/predictor.h"
#include "sample_runs.h"

namespace halfopen::samples {

inline constexpr double kStart = 0.25; // s since hello: t = 0

/// Writes events with times since t = 0.
class Script final
{
public:
    explicit Script(Experiment experiment) : m_timeline(std::move(experiment))
    {
        at(-0.25, HelloEvent{kProtocolNumber, "0.1.0", "6.12.0-sample", 250, "2026-11-22T10:30:59.123Z"});
        at(-0.24, PlaceEvent{PlaceKind::Namespaces, {}});
        at(-0.20, ProcessEvent{Host::Client, ProcessEvent::What::Started, 4711, 0, "10.0.1.2"});
        at(-0.20, ProcessEvent{Host::Server, ProcessEvent::What::Started, 4712, 0, "10.0.2.2"});
        const SocketAddress client{"10.0.1.2", 40112};
        const SocketAddress server{"10.0.2.2", 9000};
        at(-0.19, SocketEvent{0, Host::Client, client, server});
        at(-0.19, SocketEvent{0, Host::Server, server, client});
        for (const Host end : {Host::Client, Host::Server}) {
            for (const OptionSpec& spec : optionSpecs()) {
                if (const auto value = optionValue(m_timeline.experiment().pairs[0].end(end).options, spec.name))
                    at(-0.19, OptionEvent{0, end, std::string(spec.name), *value});
            }
        }
        packet(-0.0501, Host::Client, PacketKind::Syn);
        packet(-0.0500, Host::Server, PacketKind::SynAck);
        packet(-0.0499, Host::Client, PacketKind::Ack);
        at(-0.01, ArmedEvent{0, Host::Client, fromSeconds(kStart - 0.05)});
        at(-0.01, ArmedEvent{0, Host::Server, fromSeconds(kStart - 0.05)});
        at(0, StartedEvent{});
    }

    template<class Body> void at(double seconds, Body body)
    {
        m_timeline.append({fromSeconds(seconds + kStart), std::move(body)});
    }
    void packet(double seconds, Host from, PacketKind kind, PacketFate fate = PacketFate::Delivered, int length = 0)
    {
        Packet packet;
        packet.from = from;
        packet.pair = 0;
        packet.kind = kind;
        packet.fate = fate;
        packet.length = length;
        at(seconds, PacketEvent{packet});
    }
    void row(double seconds, Host host, KernelTimer timer, double left = 0, int probes = 0, int retransmits = 0,
             std::uint32_t sendQueue = 0, TcpState state = TcpState::Established)
    {
        SocketRow row;
        row.state = state;
        row.timer = timer;
        row.timerLeft = fromSeconds(left);
        row.probesOut = probes;
        row.retransmits = retransmits;
        row.sendQueue = sendQueue;
        at(seconds, RowEvent{host, 0, row});
    }
    void gone(double seconds, Host host) { at(seconds, RowGoneEvent{host, 0, {}, {}}); }
    void begin(double seconds, Host end, const char* call)
    {
        at(seconds, CallEvent{0, end, CallEvent::What::Begin, call, fromSeconds(seconds + kStart)});
    }
    void finishCall(double seconds, Host end, const char* call, double began, std::int64_t result, int errorNumber = 0)
    {
        at(seconds, CallEvent{0, end, CallEvent::What::End, call, fromSeconds(began + kStart), result, errorNumber,
                              result > 0 ? result : 0});
    }
    void fault(double seconds, FaultEvent::What what, int id = 0)
    {
        const auto& faults = m_timeline.experiment().faults;
        at(seconds, FaultEvent{id, what, faults.at(static_cast<std::size_t>(id)), RunTime{20'000}, {}});
    }
    void end(double seconds) { at(seconds, FinishedEvent{}); }

    [[nodiscard]] SampleRun finish(std::string name, bool live = false)
    {
        auto predictions = predict(m_timeline.asExecuted(), m_timeline.kernel(), m_timeline.endsAtFault());
        return {std::move(name), std::move(m_timeline), std::move(predictions), live};
    }

private:
    Timeline m_timeline;
};

[[nodiscard]] Experiment experimentWith(Endpoint client, Fault fault, const char* title);
/// Waits in recv(), with keepalive 5/3/3 or without.
[[nodiscard]] Endpoint reader(bool keepalive);
/// Both ends connected, the client in recv().
void armReader(Script& script);

} // namespace halfopen::samples
