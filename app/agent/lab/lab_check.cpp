// SPDX-License-Identifier: GPL-3.0-or-later
// Tries what the places need, stage by stage, in forked children.
#include "agent/lab/lab.h"

#include "agent/lab/links.h"
#include "agent/lab/namespaces.h"
#include "agent/cable/packet_ring.h"
#include "agent/lab/place_evidence.h"
#include "agent/lab/sysctl.h"
#include "agent/base/system_error.h"
#include "core/words.h"

#include <fcntl.h>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <optional>
#include <span>

#include <fmt/format.h>

namespace halfopen {

namespace {

constexpr int kTriedLink = 101; // interface index
constexpr int kPatienceMs = 10'000; // for one stage; the longest (the loopback cut) takes about 0.3 s

struct Stage
{
    CheckStage stage;
    std::string seen; // what a success means, as a sentence
    std::function<Result<void>()> attempt;
};

/// What a child tells of one stage through the pipe. Shorter than PIPE_BUF, so it arrives whole.
struct Report
{
    int code = 0;
    bool passed = false;
    std::array<char, 500> message{};
};

Report reportOf(const Result<void>& result)
{
    Report report;
    report.passed = result.ok();
    if (!result.ok()) {
        report.code = result.error().code;
        std::strncpy(report.message.data(), result.error().message.c_str(), report.message.size() - 1);
    }
    return report;
}

Result<void> tryVeth()
{
    const Result<NetlinkSocket> route = NetlinkSocket::open(NETLINK_ROUTE);
    const Result<Fd> here = currentNetwork();
    if (!route || !here)
        return route ? here.error() : route.error();
    const LinkEnd one{"try0", kTriedLink, {0x02, 0, 0, 0, 0, 1}};
    const LinkEnd other{"try1", 11, {0x02, 0, 0, 0, 0, 2}};
    if (const Result<void> made = createVethPair(*route, one, other, here->get()); !made)
        return made;
    const Result<Fd> control = openControlSocket();
    if (!control)
        return control.error();
    return switchOffloadsOff(*control, one.name);
}

Result<void> tryHostStack()
{
    const Result<std::map<std::string, std::int64_t>> set = setHostStack({});
    return set ? Result<void>{} : Result<void>{set.error()};
}

/// In the order of CheckStage. Each attempt builds on those before it in the same child.
std::vector<Stage> namespaceStages()
{
    const unsigned uid = ::geteuid();
    const unsigned gid = ::getegid();
    return {
        {CheckStage::UserNamespace, words("core", "A user namespace was made."), [] { return unshareUser(); }},
        {CheckStage::IdMap, words("core", "It was given this user as its root."),
         [uid, gid] { return mapIds(uid, gid); }},
        {CheckStage::NetworkNamespace, words("core", "A network namespace was made."), [] { return unshareNetwork(); }},
        {CheckStage::Veth, words("core", "A virtual cable was made, its offloads switched off."),
         [] { return tryVeth(); }},
        {CheckStage::PacketSocket, words("core", "A packet socket with a ring was bound to it."),
         [] {
             const Result<PacketRing> ring = PacketRing::open(kTriedLink);
             return ring ? Result<void>{} : Result<void>{ring.error()};
         }},
        {CheckStage::HostStack, words("core", "TCP's settings were set and read back."), [] { return tryHostStack(); }},
    };
}

/// Root needs no user namespace where those are refused.
std::vector<Stage> rootStages()
{
    std::vector<Stage> stages = namespaceStages();
    stages.erase(stages.begin(), stages.begin() + 2);
    return stages;
}

struct LoopbackPair
{
    Fd client;
    Fd server;
};

Result<void> connectLoopback(LoopbackPair& pair)
{
    const std::string what = words("core", "connect two sockets on 127.0.0.1");
    const Fd listener{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    pair.client = Fd{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (!listener.isOpen() || !pair.client.isOpen())
        return systemError(errno, what);
    const timeval limit{2, 0};
    (void)::setsockopt(pair.client.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener.get(), generic, size) != 0 || ::listen(listener.get(), 1) != 0
        || ::getsockname(listener.get(), generic, &size) != 0 || ::connect(pair.client.get(), generic, size) != 0)
        return systemError(errno, what);
    pair.server = Fd{::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC)};
    if (!pair.server.isOpen())
        return systemError(errno, what);
    return {};
}

bool arrives(const Fd& socket, int withinMs)
{
    pollfd readable{socket.get(), POLLIN, 0};
    return ::poll(&readable, 1, withinMs) == 1;
}

/// A socket that asks for TTL 255 is deaf to loopback packets, which have 64; 0 makes it hear again.
Result<void> tryLoopbackCut(const LoopbackPair& pair)
{
    const auto setMinimum = [&pair](int ttl) {
        return ::setsockopt(pair.server.get(), IPPROTO_IP, IP_MINTTL, &ttl, sizeof ttl) == 0;
    };
    if (!setMinimum(255))
        return systemError(errno, words("core", "set IP_MINTTL"));
    if (::send(pair.client.get(), "x", 1, MSG_NOSIGNAL) != 1)
        return systemError(errno, words("core", "send on 127.0.0.1"));
    if (arrives(pair.server, 100))
        return Error{0, words("core", "A byte got through to a socket that IP_MINTTL should have made deaf.")};
    if (!setMinimum(0))
        return systemError(errno, words("core", "reset IP_MINTTL"));
    // The next retransmission: about 0.2 s after the first sending, then doubling.
    if (!arrives(pair.server, 3000))
        return Error{
            0, words("core", "A byte sent to a socket that was deaf did not arrive after IP_MINTTL was taken back.")};
    return {};
}

std::vector<Stage> loopbackStages(LoopbackPair& pair)
{
    return {
        {CheckStage::LoopbackConnection, words("core", "Two sockets were connected on 127.0.0.1."),
         [&pair] { return connectLoopback(pair); }},
        {CheckStage::LoopbackCut, words("core", "A socket was made deaf and heard again."),
         [&pair] { return tryLoopbackCut(pair); }},
    };
}

/// The child: tries one stage after the other until one fails.
[[noreturn]] void tryStages(const Fd& out, const std::vector<Stage>& stages)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const Stage& stage : stages) {
        const Report report = reportOf(stage.attempt());
        if (::write(out.get(), &report, sizeof report) != sizeof report || !report.passed)
            break;
    }
    ::_exit(0);
}

/// Empty: the child ended or hung without a word on this stage.
std::optional<Report> nextReport(const Fd& in)
{
    pollfd readable{in.get(), POLLIN, 0};
    if (::poll(&readable, 1, kPatienceMs) != 1)
        return {};
    Report report;
    if (::read(in.get(), &report, sizeof report) != sizeof report)
        return {};
    return report;
}

/// Forks, tries, and returns as many reports as came: all passed but perhaps the last.
std::vector<Report> reportsOf(const std::vector<Stage>& stages)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {reportOf(systemError(errno, words("core", "make a pipe for the check")))};
    const Fd in{ends[0]};
    Fd out{ends[1]};
    // Not fork(): ThreadSanitizer would start a thread in the child, and two threads may enter no user namespace.
    const pid_t child = ::_Fork();
    if (child < 0)
        return {reportOf(systemError(errno, words("core", "start a process for the check")))};
    if (child == 0)
        tryStages(out, stages);
    out.reset();
    std::vector<Report> reports;
    while (reports.size() < stages.size() && (reports.empty() || reports.back().passed)) {
        const std::optional<Report> report = nextReport(in);
        if (!report)
            break;
        reports.push_back(*report);
    }
    ::kill(child, SIGKILL); // has nothing left to do, or hangs
    int status = 0;
    ::waitpid(child, &status, 0);
    const bool isSilent = reports.size() < stages.size() && (reports.empty() || reports.back().passed);
    if (isSilent && WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
        reports.push_back(reportOf(Error{EPERM, words("core", "A system call filter ended the trial (SIGSYS).")}));
    else if (isSilent)
        reports.push_back(reportOf(Error{ETIMEDOUT, words("core", "The trial gave no answer within ten seconds.")}));
    return reports;
}

bool passedAll(const std::vector<Report>& reports, const std::vector<Stage>& stages)
{
    return reports.size() == stages.size() && reports.back().passed;
}

void tell(std::vector<CheckEvent>& events, PlaceKind place, const std::vector<Stage>& stages, const std::vector<Report>& reports,
          const PlaceEvidence& evidence)
{
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Stage& stage = stages[i];
        CheckEvent event{place, std::string{name(stage.stage)}, false, {}, {}};
        if (i >= reports.size()) {
            event.why = words("core", "Not tried: it needs what failed before it.");
            event.remedy = events.back().remedy;
        } else if (reports[i].passed) {
            event.passed = true;
            event.why = stage.seen;
        } else {
            event.why = std::string{reports[i].message.data()} + ' ' + fmt::format(words("core", "Signs: {}."), evidenceText(evidence));
            event.remedy = remedyFor(stage.stage, reports[i].code, evidence);
        }
        events.push_back(std::move(event));
    }
}

} // namespace

std::vector<CheckEvent> checkPlaces()
{
    std::vector<CheckEvent> events;
    const PlaceEvidence evidence = gatherEvidence();
    std::vector<Stage> stages = namespaceStages();
    std::vector<Report> reports = reportsOf(stages);
    if (!passedAll(reports, stages) && ::geteuid() == 0) {
        std::vector<Stage> asRoot = rootStages();
        std::vector<Report> rootReports = reportsOf(asRoot);
        if (passedAll(rootReports, asRoot)) {
            stages = std::move(asRoot);
            reports = std::move(rootReports);
        }
    }
    tell(events, PlaceKind::Namespaces, stages, reports, evidence);

    LoopbackPair pair;
    const std::vector<Stage> loopback = loopbackStages(pair);
    tell(events, PlaceKind::Loopback, loopback, reportsOf(loopback), evidence);
    return events;
}

} // namespace halfopen
