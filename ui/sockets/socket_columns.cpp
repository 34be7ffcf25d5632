// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the socket table: names, terms, and how much room they want.
#include "ui/sockets/socket_columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace halfopen {

namespace {

using From = SocketColumn::From;

constexpr std::array<SocketColumn, SocketColumns::ColumnCount> kColumns{{
    {"pair", QT_TRANSLATE_NOOP("SocketColumns", "pair"), "pair", From::Halfopen, "", 1, false},
    {"host", QT_TRANSLATE_NOOP("SocketColumns", "host"), "host", From::Halfopen, "server", 2, false},
    {"local", QT_TRANSLATE_NOOP("SocketColumns", "local"), "local", From::Table, "10.0.1.2:00000", 12, false},
    {"state", QT_TRANSLATE_NOOP("SocketColumns", "state"), "state", From::Table, "(gone: ECONNRESET)", 3, false},
    {"timer", QT_TRANSLATE_NOOP("SocketColumns", "timer"), "timer", From::Table, "window-probe", 4, false},
    {"left", QT_TRANSLATE_NOOP("SocketColumns", "in"), "timer in", From::Table, "00.00 s", 5, true},
    {"unanswered", QT_TRANSLATE_NOOP("SocketColumns", "probes"), "unanswered", From::Table, "00", 6, true},
    {"retransmits", QT_TRANSLATE_NOOP("SocketColumns", "retrans"), "retrans", From::Table, "00", 7, true},
    {"timer-history", QT_TRANSLATE_NOOP("SocketColumns", "history"), "timer", From::Halfopen, "", 8, false},
    {"send-queue", QT_TRANSLATE_NOOP("SocketColumns", "Send-Q [B]"), "Send-Q", From::Table, "0,000,000", 9, true},
    {"queue-history", QT_TRANSLATE_NOOP("SocketColumns", "Send-Q history"), "Send-Q", From::Halfopen, "", 14, false},
    {"receive-queue", QT_TRANSLATE_NOOP("SocketColumns", "Recv-Q [B]"), "Recv-Q", From::Table, "000,000", 11, true},
    {"rto", QT_TRANSLATE_NOOP("SocketColumns", "rto [ms]"), "RTO", From::Table, "000,000", 10, true},
    {"backoff", QT_TRANSLATE_NOOP("SocketColumns", "backoff"), "backoff", From::Info, "00", 13, true},
    {"cwnd", QT_TRANSLATE_NOOP("SocketColumns", "cwnd"), "cwnd", From::Table, "0000", 0, true},
    {"remote", QT_TRANSLATE_NOOP("SocketColumns", "remote"), "remote", From::Table, "10.0.2.2:00000", 16, false},
    {"ssthresh", QT_TRANSLATE_NOOP("SocketColumns", "ssthresh"), "ssthresh", From::Table, "0000", 0, true},
    {"ato", QT_TRANSLATE_NOOP("SocketColumns", "ato [ms]"), "ato", From::Table, "000", 0, true},
    {"inode", QT_TRANSLATE_NOOP("SocketColumns", "inode"), "inode", From::Table, "00000000", 0, true},
    {"uid", QT_TRANSLATE_NOOP("SocketColumns", "uid"), "uid", From::Table, "00000", 0, true},
    {"references", QT_TRANSLATE_NOOP("SocketColumns", "refs"), "refs", From::Table, "00", 0, true},
    {"unacked", QT_TRANSLATE_NOOP("SocketColumns", "unacked"), "unacked", From::Info, "000", 15, true},
    {"lost", QT_TRANSLATE_NOOP("SocketColumns", "lost"), "lost", From::Info, "000", 0, true},
    {"resent", QT_TRANSLATE_NOOP("SocketColumns", "resent"), "resent", From::Info, "000", 0, true},
    {"total-retransmits", QT_TRANSLATE_NOOP("SocketColumns", "total retrans"), "total retrans", From::Info, "000", 0, true},
    {"rtt", QT_TRANSLATE_NOOP("SocketColumns", "rtt [ms]"), "rtt", From::Info, "000.000", 17, true},
    {"rttvar", QT_TRANSLATE_NOOP("SocketColumns", "rttvar [ms]"), "rttvar", From::Info, "000.000", 0, true},
    {"send-window", QT_TRANSLATE_NOOP("SocketColumns", "snd_wnd [B]"), "snd_wnd", From::Info, "0,000,000", 0, true},
    {"not-sent", QT_TRANSLATE_NOOP("SocketColumns", "notsent [B]"), "notsent", From::Info, "0,000,000", 0, true},
    {"last-data-sent", QT_TRANSLATE_NOOP("SocketColumns", "last sent [s]"), "last data sent", From::Info, "000.000", 0, true},
    {"last-data-recv", QT_TRANSLATE_NOOP("SocketColumns", "last data [s]"), "last data recv", From::Info, "000.000", 0, true},
    {"last-ack-recv", QT_TRANSLATE_NOOP("SocketColumns", "last ACK [s]"), "last ack recv", From::Info, "000.000", 0, true},
    {"ca-state", QT_TRANSLATE_NOOP("SocketColumns", "ca_state"), "ca_state", From::Info, "Recovery", 0, false},
    {"total-rto", QT_TRANSLATE_NOOP("SocketColumns", "total_rto"), "total_rto", From::Info, "000", 0, true},
    {"total-rto-time", QT_TRANSLATE_NOOP("SocketColumns", "total_rto_time [s]"), "total_rto", From::Info, "000.000", 0, true},
}};

} // namespace

const SocketColumn& socketColumn(int column) { return kColumns[static_cast<std::size_t>(column)]; }

QString socketColumnTitle(int column) { return QCoreApplication::translate("SocketColumns", socketColumn(column).title); }

int socketColumnOf(const QString& key)
{
    const auto found = std::ranges::find_if(kColumns, [&](const SocketColumn& each) { return key == QLatin1String(each.key); });
    return found == kColumns.end() ? -1 : static_cast<int>(found - kColumns.begin());
}

std::vector<int> socketColumnsByRank()
{
    std::vector<int> columns;
    for (int column = 0; column < SocketColumns::ColumnCount; ++column) {
        if (socketColumn(column).rank > 0)
            columns.push_back(column);
    }
    std::ranges::sort(columns, {}, [](int column) { return socketColumn(column).rank; });
    return columns;
}

} // namespace halfopen
