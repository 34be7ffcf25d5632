// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the agent: HALFOPEN_FAKE_AGENT names what it does, well or badly. It makes no network.
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <unistd.h>

#include "core/agent_command.h"
#include "core/event_codec.h"
#include "core/predictor.h"

using namespace halfopen;
using namespace std::chrono_literals;

namespace {

// As the agent itself says it, word for word.
constexpr const char* kRefused =
    "Could not make the veth pair client0: EOPNOTSUPP (Operation not supported). And on loopback it cannot run either: "
    "Sysctl 'tcp_retries2' needs the place 'namespaces': on loopback the sysctls are this machine's own.";
constexpr const char* kSeeCheck = "Run 'halfopen-cli check' to see what this machine can run and what would help.";
constexpr const char* kNoVeth = "Could not make the veth pair try0: EOPNOTSUPP (Operation not supported). Signs: Seccomp = 0, NoNewPrivs = 0.";
constexpr const char* kLoadVeth = "Load the kernel module for virtual cables: as root, modprobe veth. Or use the loopback place, which needs none of this.";

void tell(RunTime time, EventBody body)
{
    std::cout << writeEvent({time, std::move(body)}) << '\n' << std::flush;
}

void hello()
{
    tell(0ms, HelloEvent{kProtocolNumber, "0.1.0", "6.12.48-amd64", 250, "2026-11-22T10:30:59.123Z"});
}

/// One reader, armed, at t = 0.
void untilStarted()
{
    tell(1ms, PlaceEvent{PlaceKind::Namespaces, ""});
    tell(2ms, ProcessEvent{Host::Client, ProcessEvent::What::Started, 1001, 0, "10.0.1.2"});
    tell(2ms, ProcessEvent{Host::Server, ProcessEvent::What::Started, 1002, 0, "10.0.2.2"});
    tell(9ms, ArmedEvent{0, Host::Server, 8ms});
    tell(10ms, ArmedEvent{0, Host::Client, 8ms});
    tell(10ms, CallEvent{.pair = 0, .end = Host::Client, .what = CallEvent::What::Begin, .call = "recv", .began = 10ms});
    tell(10ms, StartedEvent{});
}

TcpInfoEvent infoAtFault(int pair, Host end)
{
    TcpInfoEvent event{.pair = pair, .end = end, .atFault = true, .info = {}};
    event.info.rto = 204ms;
    event.info.rtt = 100us;
    event.info.sinceAckReceived = 700ms; // not the planned second: the prediction has to move
    event.info.sinceDataReceived = 700ms;
    return event;
}

void tellInfo(Host end) { tell(1011ms, infoAtFault(0, end)); }

/// The server's program is killed at 1 s: recv returns 0 one millisecond later.
void untilDead()
{
    tell(1010ms, FaultEvent{0, FaultEvent::What::Applied, Fault{.kind = FaultKind::Kill}, 20us, ""});
    tellInfo(Host::Client);
    tellInfo(Host::Server);
    tell(1010ms, ProcessEvent{Host::Server, ProcessEvent::What::Ended, 1002, SIGKILL, ""});
    tell(1011ms, CallEvent{.pair = 0, .end = Host::Client, .what = CallEvent::What::End, .call = "recv", .began = 10ms});
}

void dropAt(RunTime time)
{
    tell(time, FaultEvent{0, FaultEvent::What::Applied, Fault{.kind = FaultKind::Drop}, 20us, ""});
    tellInfo(Host::Client);
    tellInfo(Host::Server);
}

void dropAmidInfos(RunTime time)
{
    tellInfo(Host::Client);
    tell(time, FaultEvent{0, FaultEvent::What::Applied, Fault{.kind = FaultKind::Drop}, 20us, ""});
    tellInfo(Host::Server);
}

/// Reads commands until it is asked to finish, answers faults, and finishes.
int untilAsked(RunTime finished)
{
    int faults = 1;
    for (std::string line; std::getline(std::cin, line);) {
        const Result<AgentCommand> command = parseCommand(line);
        if (!command) {
            std::cerr << command.error().message << '\n';
            return EXIT_FAILURE;
        }
        if (const auto* fault = std::get_if<FaultCommand>(&*command)) {
            tell(2000ms, FaultEvent{faults++, FaultEvent::What::Applied, fault->fault, 10us, ""});
        } else if (const auto* heal = std::get_if<HealCommand>(&*command)) {
            tell(2500ms, FaultEvent{heal->id, FaultEvent::What::Healed, Fault{}, 10us, ""});
        } else if (const auto* set = std::get_if<SetOptionCommand>(&*command)) {
            for (const OptionSpec& spec : optionSpecs()) {
                if (const auto value = optionValue(set->options, spec.name))
                    tell(2200ms, OptionEvent{set->pair, set->end, std::string{spec.name}, *value, true, true});
            }
        } else if (const auto* finish = std::get_if<FinishCommand>(&*command)) {
            tell(finished, FinishedEvent{.why = finish->cancelled ? FinishedEvent::Why::Cancelled : FinishedEvent::Why::Asked,
                                       .stage = "", .message = "", .remedy = ""});
            return EXIT_SUCCESS;
        }
    }
    return EXIT_SUCCESS;
}

int untilAsked() { return untilAsked(3000ms); }

/// Runs whatever readers it is given: each fails as the rules say, but for the last of several, which is a second late.
int readers()
{
    std::string line;
    std::getline(std::cin, line);
    const Result<AgentCommand> command = parseCommand(line);
    const auto* run = command ? std::get_if<RunCommand>(&*command) : nullptr;
    if (run == nullptr)
        return EXIT_FAILURE;
    const auto count = static_cast<int>(run->experiment.pairs.size());
    hello();
    tell(1ms, PlaceEvent{PlaceKind::Namespaces, ""});
    for (int pair = 0; pair < count; ++pair) {
        tell(9ms, ArmedEvent{pair, Host::Server, 8ms});
        tell(9ms, ArmedEvent{pair, Host::Client, 8ms});
        tell(9ms, CallEvent{.pair = pair, .end = Host::Client, .what = CallEvent::What::Begin, .call = "recv", .began = 9ms});
    }
    tell(10ms, StartedEvent{});
    tell(1010ms, FaultEvent{0, FaultEvent::What::Applied, Fault{.kind = FaultKind::Drop}, 20us, ""});
    std::vector<EndAtFault> infos;
    for (int pair = 0; pair < count; ++pair) {
        for (const Host end : {Host::Client, Host::Server}) {
            tell(1011ms, infoAtFault(pair, end));
            infos.push_back({pair, end, infoAtFault(pair, end).info});
        }
    }
    std::multimap<RunTime, int> deaths;
    for (const Prediction& prediction : predict(run->experiment, profileForRelease("6.12.48-amd64", 250).value(), infos)) {
        if (!prediction.applicable || prediction.never())
            continue;
        const bool late = count > 1 && prediction.pair == count - 1;
        deaths.emplace(1010ms + prediction.hull().earliest + (prediction.hull().latest - prediction.hull().earliest) / 2 + (late ? 1s : 0s), prediction.pair);
    }
    RunTime last = 3000ms;
    for (const auto& [time, pair] : deaths) {
        last = time;
        tell(time, CallEvent{.pair = pair, .end = Host::Client, .what = CallEvent::What::End, .call = "recv", .began = 9ms, .result = -1, .errorNumber = ETIMEDOUT});
    }
    return untilAsked(last + 1s);
}

/// Does nothing, and does not even see that its standard input closes.
[[noreturn]] void hang()
{
    for (;;)
        ::pause();
}

int good() { hello(); untilStarted(); untilDead(); return untilAsked(); }
/// The death is noticed a second after it was predicted.
int late()
{
    hello(); untilStarted();
    tell(1010ms, FaultEvent{0, FaultEvent::What::Applied, Fault{.kind = FaultKind::Kill}, 20us, ""});
    tellInfo(Host::Client);
    tellInfo(Host::Server);
    tell(2000ms, CallEvent{.pair = 0, .end = Host::Client, .what = CallEvent::What::End, .call = "recv", .began = 10ms});
    return untilAsked();
}

/// As predicted, but frames were lost that nobody meant to lose.
int losing()
{
    hello(); untilStarted();
    tell(500ms, LossEvent{"packet ring client", 12});
    untilDead();
    return untilAsked();
}

int mortal() { hello(); untilStarted(); return untilAsked(); }
int dropped() { hello(); untilStarted(); dropAt(1010ms); return untilAsked(); }
int droppedAmidInfos() { hello(); untilStarted(); dropAmidInfos(1010ms); return untilAsked(); }
int silent() { hang(); }
int untilTimeLimit()
{
    hello(); untilStarted(); dropAt(1010ms);
    tell(3010ms, FinishedEvent{.why = FinishedEvent::Why::TimeLimit, .stage = "", .message = "", .remedy = ""});
    return EXIT_SUCCESS;
}

int silentAfterHello() { hello(); hang(); }
int deaf() { hello(); untilStarted(); hang(); }
/// Goes on building while it is asked to finish, and starts all the same.
int stubborn()
{
    for (std::string line; std::getline(std::cin, line) && line.find("finish") == std::string::npos;) {
    }
    hello(); untilStarted();
    hang();
}

int deafAfterDeath() { hello(); untilStarted(); untilDead(); hang(); }

int tellsItsPid()
{
    hello();
    tell(2ms, ProcessEvent{Host::Client, ProcessEvent::What::Started, ::getpid(), 0, "10.0.1.2"});
    hang();
}

int lingering()
{
    hello(); untilStarted(); untilDead(); untilAsked();
    hang();
}

int garbage()
{
    hello(); untilStarted();
    std::cout << "\x01\xff this is no event\n" << std::flush;
    hang();
}

int wrongKeys()
{
    hello();
    std::cout << R"({"ev":"call","t":1,"pair":"zero"})" << '\n' << std::flush;
    hang();
}

int half()
{
    hello(); untilStarted();
    std::cout << R"({"ev":"sta)" << std::flush;
    return EXIT_SUCCESS;
}

int huge()
{
    hello(); untilStarted();
    std::cout << std::string(2 * kMaxEventLineBytes, 'x') << '\n' << std::flush;
    hang();
}

int endless()
{
    hello();
    const std::string block(64 * 1024, 'x');
    for (;;)
        std::cout << block;
}

int flood()
{
    hello(); untilStarted();
    for (int i = 0; i < 20000; ++i)
        tell(20ms, NoteEvent{"one of very many notes"});
    untilDead();
    return untilAsked();
}

int dieOfSignal()
{
    std::cerr << "about to crash\n" << std::flush;
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
    return EXIT_FAILURE;
}

int crash() { hello(); untilStarted(); return dieOfSignal(); }

int leaves() { hello(); untilStarted(); std::cerr << "no more memory\n"; return 3; }
int stranger() { untilStarted(); hang(); }
int twice() { hello(); hello(); hang(); }

int newer()
{
    std::string line = writeEvent({0ms, HelloEvent{kProtocolNumber, "9.0.0", "6.12.48", 250, "2026-11-22T10:30:59.123Z"}});
    const std::string key = "\"protocol\":1";
    line.replace(line.find(key), key.size(), "\"protocol\":99");
    std::cout << line << '\n' << std::flush;
    hang();
}

int refused()
{
    hello();
    tell(1ms, FinishedEvent{FinishedEvent::Why::Refused, "place", EOPNOTSUPP, kRefused, kSeeCheck});
    return EXIT_SUCCESS;
}

int failed()
{
    hello(); untilStarted();
    tell(20ms, FinishedEvent{FinishedEvent::Why::Failed, "fault", EIO, "The cable could not be cut.", ""});
    return EXIT_FAILURE;
}

int faultFails()
{
    hello(); untilStarted();
    tell(1010ms, FaultEvent{0, FaultEvent::What::Failed, Fault{.kind = FaultKind::Kill}, 0us, "no such process"});
    return untilAsked();
}

int check()
{
    hello();
    tell(1ms, CheckEvent{PlaceKind::Namespaces, "user namespace", true, "made", ""});
    tell(2ms, CheckEvent{PlaceKind::Namespaces, "veth", false, kNoVeth, kLoadVeth});
    tell(3ms, CheckEvent{PlaceKind::Loopback, "IP_MINTTL", true, "set", ""});
    tell(4ms, FinishedEvent{.why = FinishedEvent::Why::Asked, .stage = "", .message = "", .remedy = ""});
    return EXIT_SUCCESS;
}

/// A machine that can do all.
int checkWhole()
{
    hello();
    tell(1ms, CheckEvent{PlaceKind::Namespaces, "user namespace", true, "made", ""});
    tell(2ms, CheckEvent{PlaceKind::Loopback, "IP_MINTTL", true, "set", ""});
    tell(3ms, FinishedEvent{.why = FinishedEvent::Why::Asked, .stage = "", .message = "", .remedy = ""});
    return EXIT_SUCCESS;
}

int recording();

/// Writes the name of its file into the file that it was asked to record into, and tells a recording if there is one.
int capturing()
{
    std::string line;
    std::getline(std::cin, line);
    const Result<AgentCommand> command = parseCommand(line);
    const auto* run = command ? std::get_if<RunCommand>(&*command) : nullptr;
    if (run == nullptr)
        return EXIT_FAILURE;
    if (!run->capture.empty())
        std::ofstream(run->capture) << run->capture;
    return std::getenv("HALFOPEN_FAKE_RECORDING") != nullptr ? recording() : good();
}

/// Tells what another run has told, HALFOPEN_FAKE_RECORDING, until HALFOPEN_FAKE_UNTIL seconds since its hello; whole
/// recordings end by themselves.
int tellRecording(int (*then)())
{
    const char* path = std::getenv("HALFOPEN_FAKE_RECORDING");
    const char* until = std::getenv("HALFOPEN_FAKE_UNTIL");
    std::ifstream lines(path != nullptr ? path : "");
    if (!lines) {
        std::cerr << "HALFOPEN_FAKE_RECORDING names no file that can be read\n";
        return EXIT_FAILURE;
    }
    for (std::string line; std::getline(lines, line);) {
        const Result<Event> event = parseEvent(line);
        if (!event) {
            std::cerr << event.error().message << '\n';
            return EXIT_FAILURE;
        }
        if (until != nullptr && std::chrono::duration<double>(event->time).count() > std::atof(until))
            return then();
        std::cout << line << '\n' << std::flush;
    }
    return EXIT_SUCCESS;
}

int recording() { return tellRecording(untilAsked); }
int crashAmidRecording() { return tellRecording(dieOfSignal); }

} // namespace

int main()
{
    const std::map<std::string, int (*)()> deeds{
        {"good", good}, {"late", late}, {"losing", losing}, {"mortal", mortal}, {"dropped", dropped}, {"dropped-amid-infos", droppedAmidInfos}, {"silent", silent}, {"until-time-limit", untilTimeLimit}, {"silent-after-hello", silentAfterHello},
        {"deaf", deaf}, {"stubborn", stubborn}, {"deaf-after-death", deafAfterDeath}, {"lingering", lingering}, {"garbage", garbage},
        {"wrong-keys", wrongKeys}, {"half", half}, {"huge", huge}, {"endless", endless}, {"flood", flood}, {"crash", crash},
        {"leaves", leaves}, {"stranger", stranger}, {"twice", twice}, {"newer", newer}, {"refused", refused}, {"failed", failed},
        {"fault-fails", faultFails}, {"check", check}, {"check-whole", checkWhole}, {"capturing", capturing}, {"tells-its-pid", tellsItsPid},
        {"recording", recording}, {"readers", readers}, {"crash-amid-recording", crashAmidRecording},
    };
    const char* wanted = std::getenv("HALFOPEN_FAKE_AGENT");
    const auto deed = deeds.find(wanted ? wanted : "");
    if (deed == deeds.end()) {
        std::cerr << "HALFOPEN_FAKE_AGENT names nothing that is known\n";
        return EXIT_FAILURE;
    }
    return deed->second();
}
