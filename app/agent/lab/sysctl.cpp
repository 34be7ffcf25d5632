// SPDX-License-Identifier: GPL-3.0-or-later
// Sysctls of the calling thread's network namespace.
#include "agent/lab/sysctl.h"

#include "agent/base/fd.h"
#include "agent/base/system_error.h"
#include "core/kernel_profile.h"
#include "core/words.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

namespace halfopen {

namespace {

struct Setting
{
    std::string_view name;
    std::string_view value;
};

// Kernel defaults (tcp_sk_init() in net/ipv4/tcp_ipv4.c, Documentation/networking/ip-sysctl.rst) of what changes when
// TCP sends, resends, answers or gives up but is not the experiment's to choose. New namespaces inherit part of them
// from the machine. Missing ones are skipped: they came with later kernels or are not per namespace there.
constexpr std::array kFixedStack{
    Setting{"ipv4.tcp_rmem", "4096 131072 6291456"},
    Setting{"ipv4.tcp_wmem", "4096 16384 4194304"},
    Setting{"ipv4.tcp_no_metrics_save", "1"}, // not the default: an earlier connection's RTT would set the first RTO
    Setting{"ipv4.tcp_no_ssthresh_metrics_save", "1"},
    Setting{"ipv4.tcp_challenge_ack_limit", "2147483647"},
    Setting{"ipv4.tcp_invalid_ratelimit", "500"},
    Setting{"ipv4.tcp_timestamps", "1"},
    Setting{"ipv4.tcp_window_scaling", "1"},
    Setting{"ipv4.tcp_dsack", "1"},
    Setting{"ipv4.tcp_recovery", "1"},
    Setting{"ipv4.tcp_frto", "2"},
    Setting{"ipv4.tcp_reordering", "3"},
    Setting{"ipv4.tcp_max_reordering", "300"},
    Setting{"ipv4.tcp_mtu_probing", "0"},
    Setting{"ipv4.tcp_moderate_rcvbuf", "1"},
    Setting{"ipv4.tcp_shrink_window", "0"},
    Setting{"ipv4.tcp_app_win", "31"},
    Setting{"ipv4.tcp_adv_win_scale", "1"},
    Setting{"ipv4.tcp_autocorking", "1"},
    Setting{"ipv4.tcp_slow_start_after_idle", "1"},
    Setting{"ipv4.tcp_notsent_lowat", "4294967295"},
    Setting{"ipv4.tcp_min_rtt_wlen", "300"},
    Setting{"ipv4.tcp_ecn", "2"},
    Setting{"ipv4.tcp_fastopen", "1"},
    Setting{"ipv4.tcp_syncookies", "1"},
    Setting{"ipv4.tcp_max_syn_backlog", "16384"}, // default depends on memory; thousands of pairs connect at once
    Setting{"core.somaxconn", "16384"},           // the same
    Setting{"ipv4.tcp_abort_on_overflow", "0"},
    Setting{"ipv4.tcp_rfc1337", "0"},
    Setting{"ipv4.tcp_stdurg", "0"},
    Setting{"ipv4.tcp_retrans_collapse", "1"},
    Setting{"ipv4.tcp_migrate_req", "0"},
    Setting{"ipv4.tcp_plb_enabled", "0"},
    Setting{"ipv4.tcp_reflect_tos", "0"},
    Setting{"ipv4.ip_default_ttl", "64"},
    Setting{"ipv4.ip_local_port_range", "32768\t60999"},
    Setting{"ipv4.ip_forward", "0"},
    Setting{"ipv4.conf.all.rp_filter", "0"},
    Setting{"ipv4.conf.default.rp_filter", "0"},
};

std::string sysctlPath(std::string_view name)
{
    std::string path = "/proc/sys/net/";
    for (const char c : name)
        path.push_back(c == '.' ? '/' : c);
    return path;
}

/// Blanks between the numbers of one sysctl are tabs when read.
bool sameWords(std::string_view left, std::string_view right)
{
    const auto next = [](std::string_view& text) {
        const auto begin = std::min(text.find_first_not_of(" \t\n"), text.size());
        const auto end = std::min(text.find_first_of(" \t\n", begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        text.remove_prefix(end);
        return word;
    };
    for (;;) {
        const std::string_view a = next(left);
        const std::string_view b = next(right);
        if (a != b)
            return false;
        if (a.empty())
            return true;
    }
}

/// cubic may be refused in a namespace of one's own where the machine does not allow it to everybody; reno never is.
Result<void> setCongestionControl(std::string_view wanted)
{
    if (wanted != "reno" && setSysctl("ipv4.tcp_congestion_control", "cubic").ok())
        return {};
    return setSysctl("ipv4.tcp_congestion_control", "reno");
}

std::string missingSysctl(const SysctlSpec& spec)
{
    if (spec.since.empty())
        return fmt::format(
            words("core",
                  "This kernel has no sysctl net.ipv4.{}; take it out of the experiment or use a newer kernel."),
            spec.name);
    return fmt::format(
        words("core",
              "This kernel has no sysctl net.ipv4.{} (it came with Linux {}); take it out of the experiment or use "
              "a newer kernel."),
        spec.name, spec.since);
}

} // namespace

bool hasSysctl(std::string_view name) { return ::access(sysctlPath(name).c_str(), F_OK) == 0; }

Result<std::string> readSysctl(std::string_view name)
{
    const Fd file{::open(sysctlPath(name).c_str(), O_RDONLY | O_CLOEXEC)};
    std::array<char, 256> text{};
    const ssize_t got = file.isOpen() ? ::read(file.get(), text.data(), text.size()) : -1;
    if (got < 0)
        return systemError(errno, fmt::format(words("core", "read the sysctl net.{}"), name));
    std::string value{text.data(), static_cast<std::size_t>(got)};
    while (!value.empty() && value.back() == '\n')
        value.pop_back();
    return value;
}

Result<void> setSysctl(std::string_view name, std::string_view value)
{
    const std::string what = fmt::format(words("core", "set the sysctl net.{} to {}"), name, value);
    const Fd file{::open(sysctlPath(name).c_str(), O_WRONLY | O_CLOEXEC)};
    if (!file.isOpen() || ::write(file.get(), value.data(), value.size()) != static_cast<ssize_t>(value.size()))
        return systemError(errno, what);
    const Result<std::string> inForce = readSysctl(name);
    if (!inForce)
        return inForce.error();
    if (!sameWords(*inForce, value))
        return Error{EINVAL, fmt::format(words("core", "Could not {}: the kernel holds {}."), what, *inForce)};
    return {};
}

Result<void> checkSysctlsExist(const std::map<std::string, std::int64_t>& wanted)
{
    for (const auto& [name, value] : wanted) {
        const SysctlSpec* const spec = findSysctl(name);
        if (!spec)
            return Error{0, fmt::format(words("core", "The sysctl {} is none that an experiment may set."), name)};
        if (!hasSysctl("ipv4." + name))
            return Error{ENOENT, missingSysctl(*spec)};
    }
    return {};
}

Result<void> checkCongestionControl(std::string_view wanted)
{
    if (wanted.empty())
        return {};
    const Fd socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (!socket.isOpen())
        return systemError(errno, words("core", "make a socket"));
    // Only a try tells: some are modules that the kernel loads when root asks for them.
    if (::setsockopt(socket.get(), IPPROTO_TCP, TCP_CONGESTION, wanted.data(), static_cast<socklen_t>(wanted.size())) == 0)
        return {};
    const int code = errno;
    const Result<std::string> available = readSysctl("ipv4.tcp_available_congestion_control");
    return Error{code, fmt::format(words("core", "This kernel has no congestion control {}; take tcp_congestion_control out of "
                                                 "the experiment, or choose one of those that there are: {}."),
                                   wanted, available ? *available : std::string{"reno"})};
}

Result<std::map<std::string, std::int64_t>> setHostStack(const std::map<std::string, std::int64_t>& wanted,
                                                         std::string_view congestionControl)
{
    for (const Setting& setting : kFixedStack)
        if (hasSysctl(setting.name))
            if (const Result<void> set = setSysctl(setting.name, setting.value); !set)
                return set.error();
    if (const Result<void> set = setCongestionControl(congestionControl); !set)
        return set.error();

    std::map<std::string, std::int64_t> inForce;
    for (const SysctlSpec& spec : sysctlSpecs()) {
        const std::string name{spec.name};
        const auto asked = wanted.find(name);
        if (!hasSysctl("ipv4." + name)) {
            if (asked != wanted.end())
                return Error{ENOENT, missingSysctl(spec)};
            continue;
        }
        const std::int64_t value = asked != wanted.end() ? asked->second : spec.kernelDefault;
        if (const Result<void> set = setSysctl("ipv4." + name, std::to_string(value)); !set)
            return set.error();
        inForce[name] = value;
    }
    return inForce;
}

Result<void> setIpv6(bool on)
{
    if (!hasSysctl("ipv6.conf.all.disable_ipv6")) {
        if (!on)
            return {};
        return Error{
            EAFNOSUPPORT,
            words("core", "This kernel runs without IPv6; choose the family ipv4 or boot without ipv6.disable=1.")};
    }
    for (const std::string scope : {"all", "default"}) {
        if (const Result<void> set = setSysctl("ipv6.conf." + scope + ".disable_ipv6", on ? "0" : "1"); !set)
            return set.error();
        for (const char* const silent : {"accept_dad", "dad_transmits", "router_solicitations", "autoconf", "accept_ra"})
            if (const Result<void> set = setSysctl(std::string("ipv6.conf.").append(scope).append(".").append(silent), "0"); !set)
                return set.error();
        // 1: no link-local address is made, so nothing speaks from one
        if (const Result<void> set = setSysctl("ipv6.conf." + scope + ".addr_gen_mode", "1"); !set)
            return set.error();
    }
    return {};
}

Result<void> setNeighbourTimes(std::string_view link, bool ipv6)
{
    // arp_tbl in net/ipv4/arp.c, nd_tbl in net/ipv6/ndisc.c
    constexpr std::array kDefaults{Setting{"base_reachable_time_ms", "30000"}, Setting{"delay_first_probe_time", "5"},
                                   Setting{"gc_stale_time", "60"},             Setting{"mcast_solicit", "3"},
                                   Setting{"ucast_solicit", "3"},              Setting{"retrans_time_ms", "1000"}};
    for (const Setting& setting : kDefaults) {
        const std::string name = fmt::format("{}.neigh.{}.{}", ipv6 ? "ipv6" : "ipv4", link, setting.name);
        if (hasSysctl(name))
            if (const Result<void> set = setSysctl(name, setting.value); !set)
                return set;
    }
    return {};
}

Result<void> setRouterStack()
{
    if (const Result<void> set = setIpv6(false); !set)
        return set.error();
    for (const std::string_view name : {"ipv4.ip_forward", "ipv4.conf.all.forwarding", "ipv4.conf.default.forwarding"})
        if (const Result<void> set = setSysctl(name, "0"); !set)
            return set.error();
    // A namespace made from here then has a socket table of its own and small (Linux 6.1): reading /proc/net/tcp
    // of an idle host costs 0.1 ms instead of 2 ms. Best effort: it changes no result.
    if (hasSysctl("ipv4.tcp_child_ehash_entries"))
        (void)setSysctl("ipv4.tcp_child_ehash_entries", "4096").ok();
    return {};
}

} // namespace halfopen
