// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/experiment_codec.h"

namespace halfopen {

namespace {

using Kind = OptionSpec::Kind;

/// One option that is set.
struct SetOption final
{
    const OptionSpec* spec;
    double value;

    [[nodiscard]] bool isTimeout() const { return spec->kind == Kind::Seconds; }
    [[nodiscard]] bool isLinger() const { return spec->name == "SO_LINGER"; }
    /// SOL_SOCKET, IPPROTO_IP or IPPROTO_TCP: setsockopt(2)
    [[nodiscard]] std::string_view level() const
    {
        if (spec->name.starts_with("SO_"))
            return "SOL_SOCKET";
        return spec->name.starts_with("IP_") ? "IPPROTO_IP" : "IPPROTO_TCP";
    }
    [[nodiscard]] std::int64_t integer() const { return std::llround(value); }
    [[nodiscard]] std::int64_t seconds() const { return microseconds() / 1'000'000; }
    [[nodiscard]] std::int64_t microseconds() const { return std::llround(value * 1e6); }
    /// "s", "ms", "bytes", "on or off", or what is counted.
    [[nodiscard]] std::string_view unit() const
    {
        if (spec->kind == Kind::Flag)
            return "on or off";
        if (spec->unit == "s")
            return "seconds";
        if (spec->unit == "ms")
            return "milliseconds";
        if (spec->name == "TCP_SYNCNT")
            return "retransmissions of a SYN";
        return spec->unit.empty() ? "unanswered probes" : spec->unit;
    }
};

/// In the order of a run: SO_KEEPALIVE starts the timer with what the others have said, so it comes last.
std::vector<SetOption> setOptions(const SocketOptions& options)
{
    std::vector<SetOption> set;
    for (const OptionSpec& spec : optionSpecs()) {
        if (const auto value = optionValue(options, spec.name))
            set.push_back({&spec, *value});
    }
    // Not std::ranges: clang 14 cannot build libstdc++ 12's.
    std::stable_partition(set.begin(), set.end(), [](const SetOption& each) { return each.spec->name != "SO_KEEPALIVE"; });
    return set;
}

bool uses(const std::vector<SetOption>& set, std::string_view name)
{
    return std::ranges::any_of(set, [name](const SetOption& each) { return each.spec->name == name; });
}

std::string inC(const std::vector<SetOption>& set)
{
    std::string code = "#include <netinet/in.h>\n#include <netinet/tcp.h>\n#include <sys/socket.h>\n#include <sys/time.h>\n\n";
    if (uses(set, "TCP_RTO_MAX_MS"))
        code += "#ifndef TCP_RTO_MAX_MS\n#define TCP_RTO_MAX_MS 44 /* Linux 6.15, include/uapi/linux/tcp.h */\n#endif\n\n";
    code += "/* Before connect(), of a listener before listen(). 0, or -1 with errno. */\n"
            "int set_socket_options(int fd)\n{\n";
    if (set.empty())
        return code + "    (void)fd; /* no option is set: the kernel's defaults rule */\n    return 0;\n}\n";
    for (std::size_t number = 0; number < set.size(); ++number) {
        const SetOption& each = set[number];
        if (each.isTimeout())
            code += fmt::format("    const struct timeval value{} = {{{}, {}}}; /* {}: seconds, microseconds */\n", number + 1, each.seconds(),
                                each.microseconds() % 1'000'000, each.spec->name);
        else if (each.isLinger())
            code += fmt::format("    const struct linger value{} = {{1, {}}}; /* {}: on, seconds */\n", number + 1, each.integer(),
                                each.spec->name);
        else
            code += fmt::format("    const int value{} = {}; /* {}: {} */\n", number + 1, each.integer(), each.spec->name, each.unit());
    }
    code += '\n';
    for (std::size_t number = 0; number < set.size(); ++number) {
        const SetOption& each = set[number];
        code += fmt::format("    if (setsockopt(fd, {0}, {1}, &value{2}, sizeof value{2}) == -1)\n        return -1;\n",
                            each.level(), each.spec->name, number + 1);
    }
    return code + "    return 0;\n}\n";
}

/// Python's socket module may lack its name.
bool isNamedByHand(const SetOption& option) { return option.spec->name == "TCP_RTO_MAX_MS" || option.spec->name == "IP_RECVERR"; }

std::string inPython(const std::vector<SetOption>& set)
{
    const bool packs = std::ranges::any_of(set, [](const SetOption& each) { return each.isTimeout() || each.isLinger(); });
    std::string code = packs ? "import socket\nimport struct\n" : "import socket\n";
    if (uses(set, "TCP_RTO_MAX_MS"))
        code += "\nTCP_RTO_MAX_MS = 44  # Linux 6.15, include/uapi/linux/tcp.h\n";
    if (uses(set, "IP_RECVERR"))
        code += "\nIP_RECVERR = 11  # include/uapi/linux/in.h; Python's socket module does not name it everywhere\n";
    code += "\n\ndef set_socket_options(sock: socket.socket) -> None:\n"
            "    \"\"\"Before connect(), of a listener before listen(). Raises OSError.\"\"\"\n";
    if (set.empty())
        return code + "    # no option is set: the kernel's defaults rule\n";
    for (const SetOption& each : set) {
        const std::string_view level = each.level();
        const std::string_view prefix = isNamedByHand(each) ? "" : "socket.";
        if (each.isTimeout())
            code += fmt::format("    sock.setsockopt(socket.{}, socket.{}, struct.pack(\"@ll\", {}, {}))  # seconds, microseconds\n", level,
                                each.spec->name, each.seconds(), each.microseconds() % 1'000'000);
        else if (each.isLinger())
            code += fmt::format("    sock.setsockopt(socket.{}, socket.{}, struct.pack(\"@ii\", 1, {}))  # on, seconds\n", level, each.spec->name,
                                each.integer());
        else
            code += fmt::format("    sock.setsockopt(socket.{}, {}{}, {})  # {}\n", level, prefix, each.spec->name, each.integer(), each.unit());
    }
    return code;
}

std::string inGo(const std::vector<SetOption>& set)
{
    std::string body;
    for (const SetOption& each : set) {
        if (each.isTimeout()) {
            body += fmt::format("\t// {} {} s: Go's sockets never wait in the kernel; call\n\t// conn.{}(time.Now().Add({} * time.Microsecond)) before each call.\n",
                                each.spec->name, each.value, each.spec->name == "SO_RCVTIMEO" ? "SetReadDeadline" : "SetWriteDeadline",
                                each.microseconds());
            continue;
        }
        body += fmt::format("\t// {}: {}\n", each.spec->name, each.unit());
        if (each.spec->name == "TCP_RTO_MAX_MS")
            body += fmt::format("\t// 44 is TCP_RTO_MAX_MS since Linux 6.15, include/uapi/linux/tcp.h\n"
                                "\tif err := unix.SetsockoptInt(fd, unix.IPPROTO_TCP, 44, {}); err != nil {{\n\t\treturn err\n\t}}\n", each.integer());
        else if (each.isLinger())
            body += fmt::format("\tlinger := unix.Linger{{Onoff: 1, Linger: {}}}\n"
                                "\tif err := unix.SetsockoptLinger(fd, unix.{}, unix.{}, &linger); err != nil {{\n\t\treturn err\n\t}}\n",
                                each.integer(), each.level(), each.spec->name);
        else
            body += fmt::format("\tif err := unix.SetsockoptInt(fd, unix.{}, unix.{}, {}); err != nil {{\n\t\treturn err\n\t}}\n",
                                each.level(), each.spec->name, each.integer());
    }
    const bool calls = body.find("unix.Setsockopt") != std::string::npos;
    std::string code = "package main\n\nimport (\n\t\"syscall\"\n";
    if (calls)
        code += "\n\t\"golang.org/x/sys/unix\"\n";
    code += ")\n\n"
            "// Control sets the options before connect or listen:\n"
            "//\n"
            "//\tdialer := net.Dialer{Control: Control, KeepAlive: -1}\n"
            "//\n"
            "// Without KeepAlive: -1 Go sets keepalive values of its own after connecting.\n"
            "func Control(network, address string, conn syscall.RawConn) error {\n"
            "\tvar failed error\n"
            "\terr := conn.Control(func(fd uintptr) { failed = setSocketOptions(int(fd)) })\n"
            "\tif err != nil {\n\t\treturn err\n\t}\n\treturn failed\n}\n\n"
            "func setSocketOptions(fd int) error {\n";
    if (set.empty())
        body = "\t// no option is set: the kernel's defaults rule\n";
    return code + body + "\treturn nil\n}\n";
}

/// For a POSIX shell: as it is where no character has a meaning there, else in single quotes.
std::string shellQuoted(std::string_view word)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./,:@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string_view::npos)
        return std::string{word};
    std::string quoted = "'";
    for (const char character : word)
        quoted += character == '\'' ? std::string{"'\\''"} : std::string(1, character);
    return quoted + '\'';
}

} // namespace

std::string socketOptionsCode(const SocketOptions& options, CodeLanguage language)
{
    const auto set = setOptions(options);
    switch (language) {
    case CodeLanguage::C:
        return inC(set);
    case CodeLanguage::Python:
        return inPython(set);
    case CodeLanguage::Go:
        break;
    }
    return inGo(set);
}

std::string runCommand(const Experiment& experiment, std::string_view program)
{
    std::string json = writeExperiment(experiment);
    if (!json.ends_with('\n'))
        json += '\n';
    // No line of JSON is a bare word, so the word cannot end the document early; in quotes it is taken as it stands.
    return shellQuoted(program) + " run /dev/stdin <<'EXPERIMENT'\n" + json + "EXPERIMENT\n";
}

} // namespace halfopen
