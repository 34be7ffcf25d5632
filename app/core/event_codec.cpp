// SPDX-License-Identifier: GPL-3.0-or-later
// Events as JSON lines. Each kind's keys are described once and used for writing and for reading.
#include "core/event_codec.h"

#include <algorithm>
#include <array>
#include <concepts>

#include <nlohmann/json.hpp>

#include "core/event_fields.h"
#include "core/json_reader.h"
#include "core/quick_field_reader.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr Words<PlaceKind, 3> kPlaces{{{PlaceKind::Auto, "auto"}, {PlaceKind::Namespaces, "namespaces"}, {PlaceKind::Loopback, "loopback"}}};
constexpr Words<Host, 2> kEnds{{{Host::Client, "client"}, {Host::Server, "server"}}};
constexpr Words<ProcessEvent::What, 4> kProcessWords{{{ProcessEvent::What::Started, "started"},
                                                      {ProcessEvent::What::Ended, "ended"},
                                                      {ProcessEvent::What::Stopped, "stopped"},
                                                      {ProcessEvent::What::Continued, "continued"}}};
constexpr Words<FaultEvent::What, 3> kFaultWords{{{FaultEvent::What::Applied, "applied"},
                                                  {FaultEvent::What::Healed, "healed"},
                                                  {FaultEvent::What::Failed, "failed"}}};
constexpr Words<CallEvent::What, 3> kCallWords{{{CallEvent::What::Begin, "begin"},
                                                {CallEvent::What::End, "end"},
                                                {CallEvent::What::Burst, "burst"}}};
constexpr Words<CountersEvent::At, 4> kCounterWords{{{CountersEvent::At::Start, "start"},
                                                     {CountersEvent::At::Fault, "fault"},
                                                     {CountersEvent::At::End, "end"},
                                                     {CountersEvent::At::Outcome, "outcome"}}};
constexpr Words<FinishedEvent::Why, 5> kFinishWords{{{FinishedEvent::Why::Asked, "asked"},
                                                     {FinishedEvent::Why::TimeLimit, "time-limit"},
                                                     {FinishedEvent::Why::Cancelled, "cancelled"},
                                                     {FinishedEvent::Why::Failed, "failed"},
                                                     {FinishedEvent::Why::Refused, "refused"}}};

template<class Fields>
void describe(Fields& fields, auto& pair, auto& end)
{
    fields.number("pair", pair);
    fields.word("end", end, kEnds);
}

template<class Event, class Wanted>
concept Is = std::same_as<std::remove_const_t<Event>, Wanted>;

// One description a kind: key order is the order on the wire.

template<Is<HelloEvent> E>
void describe(auto& fields, E& event)
{
    fields.number("protocol", event.protocol);
    fields.text("program_version", event.programVersion);
    fields.text("kernel", event.kernelRelease);
    fields.number("hz", event.hz);
    fields.text("started_at", event.startedAt);
}

template<Is<PlaceEvent> E>
void describe(auto& fields, E& event)
{
    fields.word("place", event.place, kPlaces);
    fields.text("why", event.why);
}

template<Is<CheckEvent> E>
void describe(auto& fields, E& event)
{
    fields.word("place", event.place, kPlaces);
    fields.text("stage", event.stage);
    fields.flag("passed", event.passed);
    fields.text("why", event.why);
    fields.text("remedy", event.remedy);
}

template<Is<SysctlEvent> E>
void describe(auto& fields, E& event)
{
    fields.table("values", event.values);
    fields.optionalText("tcp_congestion_control", event.congestionControl);
}

template<Is<ProcessEvent> E>
void describe(auto& fields, E& event)
{
    fields.word("host", event.host, kEnds);
    fields.word("what", event.what, kProcessWords);
    fields.number("pid", event.pid);
    fields.number("signal", event.signal);
    fields.text("address", event.address);
}

template<Is<SocketEvent> E>
void describe(auto& fields, E& event)
{
    describe(fields, event.pair, event.end);
    fields.address("local", event.local);
    fields.address("remote", event.remote);
}

template<Is<OptionEvent> E>
void describe(auto& fields, E& event)
{
    describe(fields, event.pair, event.end);
    fields.text("name", event.name);
    fields.number("value", event.value);
    fields.optionalFlag("change", event.isChange);
    fields.optionalFlag("by_hand", event.byHand);
}

template<Is<ArmedEvent> E>
void describe(auto& fields, E& event)
{
    describe(fields, event.pair, event.end);
    fields.time("established", event.established);
}

template<Is<StartedEvent> E>
void describe(auto&, E&)
{
}

template<Is<FaultEvent> E>
void describe(auto& fields, E& event)
{
    fields.number("id", event.id);
    fields.word("what", event.what, kFaultWords);
    fields.fault(event.fault);
    fields.time("took", event.took);
    fields.text("why", event.why);
}

template<Is<CallEvent> E>
void describe(auto& fields, E& event)
{
    describe(fields, event.pair, event.end);
    fields.word("what", event.what, kCallWords);
    fields.text("call", event.call);
    fields.time("began", event.began);
    fields.number("result", event.result);
    fields.number("errno", event.errorNumber);
    fields.number("bytes", event.bytes);
    fields.number("count", event.count);
    fields.optionalNumber("readiness", event.readiness);
    fields.optionalNumber("so_error", event.socketError);
}

template<Is<RowEvent> E>
void describe(auto& fields, E& event)
{
    fields.word("host", event.host, kEnds);
    fields.number("pair", event.pair);
    auto& row = event.row;
    fields.address("local", row.local);
    fields.address("remote", row.remote);
    fields.named("state", row.state, &tcpStateFromName);
    fields.number("send_queue", row.sendQueue);
    fields.number("receive_queue", row.receiveQueue);
    fields.named("timer", row.timer, &kernelTimerFromName);
    fields.time("timer_left", row.timerLeft);
    fields.number("retransmits", row.retransmits);
    fields.number("probes_out", row.probesOut);
    fields.number("uid", row.uid);
    fields.number("inode", row.inode);
    fields.number("references", row.references);
    fields.time("rto", row.rto);
    fields.time("ato", row.ato);
    fields.number("quick_pingpong", row.quickAckPingpong);
    fields.number("cwnd", row.congestionWindow);
    fields.number("ssthresh", row.slowStartThreshold);
}

template<Is<RowGoneEvent> E>
void describe(auto& fields, E& event)
{
    fields.word("host", event.host, kEnds);
    fields.number("pair", event.pair);
    fields.address("local", event.local);
    fields.address("remote", event.remote);
    fields.optionalTime("last_seen", event.lastSeen);
}

template<Is<TcpInfoEvent> E>
void describe(auto& fields, E& event)
{
    describe(fields, event.pair, event.end);
    fields.flag("at_fault", event.atFault);
    auto& info = event.info;
    fields.named("state", info.state, &tcpStateFromName);
    fields.number("ca_state", info.congestionState);
    fields.number("retransmits", info.retransmits);
    fields.number("probes", info.probes);
    fields.number("backoff", info.backoff);
    fields.time("rto", info.rto);
    fields.time("ato", info.ato);
    fields.number("unacked", info.unacked);
    fields.number("lost", info.lost);
    fields.number("retrans", info.retransmitted);
    fields.number("total_retrans", info.totalRetransmits);
    fields.time("rtt", info.rtt);
    fields.time("rttvar", info.rttVariance);
    fields.number("cwnd", info.congestionWindow);
    fields.time("since_data_sent", info.sinceDataSent);
    fields.time("since_data_received", info.sinceDataReceived);
    fields.time("since_ack_received", info.sinceAckReceived);
    fields.number("notsent", info.notSentBytes);
    fields.number("snd_wnd", info.sendWindow);
    fields.knownNumber("ssthresh", info.slowStartThreshold);
    fields.knownNumber("total_rto", info.totalRto);
    fields.knownNumber("total_rto_recoveries", info.totalRtoRecoveries);
    fields.knownTime("total_rto_time", info.totalRtoTime);
}

template<Is<PacketEvent> E>
void describe(auto& fields, E& event)
{
    auto& packet = event.packet;
    fields.number("pair", packet.pair);
    fields.word("from", packet.from, kEnds);
    fields.named("kind", packet.kind, &packetKindFromName);
    fields.named("fate", packet.fate, &packetFateFromName);
    fields.number("seq", packet.sequence);
    fields.number("ack", packet.acknowledgement);
    fields.number("len", packet.length);
    fields.number("win", packet.window);
    fields.number("flags", packet.flags);
    fields.optionalFlag("made", packet.isMade);
    fields.optionalNumber("delay_ms", packet.delayMs);
}

template<Is<FlowEvent> E>
void describe(auto& fields, E& event)
{
    fields.number("pair", event.pair);
    fields.word("from", event.from, kEnds);
    fields.time("first", event.first);
    fields.number("packets", event.packets);
    fields.number("bytes", event.bytes);
}

template<Is<CountersEvent> E>
void describe(auto& fields, E& event)
{
    fields.word("host", event.host, kEnds);
    fields.word("at", event.at, kCounterWords);
    fields.table("values", event.values);
}

template<Is<LossEvent> E>
void describe(auto& fields, E& event)
{
    fields.text("where", event.where);
    fields.number("frames", event.frames);
}

template<Is<LateEvent> E>
void describe(auto& fields, E& event)
{
    fields.text("what", event.what);
    fields.time("late", event.late);
}

template<Is<SkippedEvent> E>
void describe(auto& fields, E& event)
{
    fields.number("samples", event.samples);
}

template<Is<NoteEvent> E>
void describe(auto& fields, E& event)
{
    fields.text("text", event.text);
}

template<Is<FinishedEvent> E>
void describe(auto& fields, E& event)
{
    fields.word("why", event.why, kFinishWords);
    fields.text("stage", event.stage);
    fields.number("errno", event.errorNumber);
    fields.text("message", event.message);
    fields.text("remedy", event.remedy);
}

/// The `event` word of every kind, in the order of EventBody.
constexpr std::array<std::string_view, std::variant_size_v<EventBody> - 1> kKinds{
    "hello", "place", "check", "sysctl", "process", "socket", "option", "armed",   "started", "fault",   "call",
    "row",   "gone",  "info",  "packet", "flow",    "counters", "loss", "late",   "skipped", "note",    "finished"};

template<std::size_t Index = 0>
std::optional<EventBody> readBody(std::size_t kind, auto& fields)
{
    if constexpr (Index < kKinds.size()) {
        if (Index != kind)
            return readBody<Index + 1>(kind, fields);
        std::variant_alternative_t<Index, EventBody> body;
        describe(fields, body);
        return body;
    }
    return std::nullopt;
}

bool isTooNew(const EventBody& body)
{
    const auto* hello = std::get_if<HelloEvent>(&body);
    return hello && hello->protocol > kProtocolNumber;
}

/// A line as the agent writes it. Empty where it is another, or something is wrong with it.
std::optional<Event> readQuickly(std::string_view line)
{
    if (line.size() > kMaxEventLineBytes)
        return std::nullopt;
    auto object = json::FlatObject::read(line);
    if (!object)
        return std::nullopt;
    QuickFieldReader fields{*object};
    RunTime time{0};
    std::string kind;
    fields.time("t", time);
    fields.text("event", kind);
    const auto known = std::ranges::find(kKinds, kind);
    if (!fields.ok() || known == kKinds.end())
        return std::nullopt;
    std::optional<EventBody> body = readBody(static_cast<std::size_t>(known - kKinds.begin()), fields);
    if (!body || !fields.ok() || isTooNew(*body))
        return std::nullopt;
    return Event{time, *std::move(body)};
}

} // namespace

std::string writeEvent(const Event& event)
{
    if (const auto* unknown = std::get_if<UnknownEvent>(&event.body))
        return unknown->line;
    std::string line;
    line.reserve(256);
    FieldWriter fields{line};
    fields.time("t", event.time);
    fields.text("event", kKinds[event.body.index()]);
    std::visit(
        [&fields](const auto& body) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(body)>, UnknownEvent>)
                describe(fields, body);
        },
        event.body);
    line += '}';
    return line;
}

Result<Event> parseEvent(std::string_view line)
{
    if (auto event = readQuickly(line))
        return *std::move(event);
    if (line.find('\n') != std::string_view::npos)
        return Error{0, words("core", "An event is one line, but this text has several.")};
    const auto parsed = json::parse(line, kMaxEventLineBytes);
    if (!parsed)
        return parsed.error();
    if (!parsed->is_object())
        return Error{0, fmt::format(words("core", "An event has to be an object {{…}}, not {}."), parsed->type_name())};
    json::ObjectReader reader{*parsed, ""};
    Event event;
    FieldReader fields{reader};
    fields.time("t", event.time);
    std::string kind;
    fields.text("event", kind);
    if (!reader.ok())
        return reader.error();
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        if (kKinds[i] == kind) {
            event.body = *readBody(i, fields);
            if (!reader.ok())
                return Error{0, fmt::format(words("core", "Event '{}': {}"), kind, reader.error().message)};
            if (isTooNew(event.body))
                return Error{
                    0,
                    fmt::format(words("core", "The agent speaks protocol {}, but this program understands {} at most."),
                                std::get<HelloEvent>(event.body).protocol, kProtocolNumber)};
            return event;
        }
    }
    event.body = UnknownEvent{std::string{line}};
    return event;
}

} // namespace halfopen
