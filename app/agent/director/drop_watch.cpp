// SPDX-License-Identifier: GPL-3.0-or-later
// Frames that this machine's loopback interface lost although no fault took them.
#include "agent/director/drop_watch.h"

#include <algorithm>
#include <charconv>
#include <fcntl.h>
#include <unistd.h>

namespace halfopen {

namespace {

constexpr std::size_t kMaxProcNetDev = 64 * 1024;
constexpr int kDropColumn = 3; // bytes packets errs drop …, net/core/net-procfs.c dev_seq_printf_stats()

/// The number in that column, or −1.
std::int64_t columnOf(std::string_view line, int column)
{
    for (int i = 0;; ++i) {
        const std::size_t start = line.find_first_not_of(' ');
        if (start == std::string_view::npos)
            return -1;
        line.remove_prefix(start);
        const std::size_t length = std::min(line.find(' '), line.size());
        if (i < column) {
            line.remove_prefix(length);
            continue;
        }
        std::int64_t value = -1;
        std::from_chars(line.data(), line.data() + length, value);
        return value;
    }
}

} // namespace

std::map<std::string, std::int64_t> receiveDrops(std::string_view procNetDev)
{
    std::map<std::string, std::int64_t> drops;
    while (!procNetDev.empty()) {
        const std::string_view line = procNetDev.substr(0, procNetDev.find('\n'));
        procNetDev.remove_prefix(std::min(line.size() + 1, procNetDev.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::size_t start = line.find_first_not_of(' ');
        const std::int64_t value = columnOf(line.substr(colon + 1), kDropColumn);
        if (value >= 0)
            drops.emplace(line.substr(start, colon - start), value);
    }
    return drops;
}

DropWatch::DropWatch(Reporter& reporter)
    : m_reporter(reporter), m_procNetDev(::open("/proc/thread-self/net/dev", O_RDONLY | O_CLOEXEC)), m_told(read())
{}

void DropWatch::look()
{
    const std::int64_t drops = read();
    if (drops > m_told)
        m_reporter.fact(LossEvent{.where = "lo", .frames = drops - m_told});
    m_told = drops;
}

std::int64_t DropWatch::read() const
{
    std::string text(kMaxProcNetDev, '\0');
    const ssize_t got = ::pread(m_procNetDev.get(), text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    const std::map<std::string, std::int64_t> drops = receiveDrops(text);
    const auto loopback = drops.find("lo");
    return loopback == drops.end() ? 0 : loopback->second;
}

} // namespace halfopen
