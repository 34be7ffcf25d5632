// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the socket table: names, terms, and how much room they want.
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace halfopen {

/// The columns in the order of the table: who, what, what decides, then the rest of /proc/net/tcp, then TCP_INFO.
struct SocketColumns
{
    enum Column {
        Pair, HostName, Local, State, Timer, Left, Unanswered, Retransmits, TimerHistory, SendQueue, QueueHistory,
        ReceiveQueue, Rto, Backoff, Window, Remote, Threshold, DelayedAck, Inode, Uid, References,
        Unacked, Lost, Resent, TotalRetransmits, RoundTrip, RoundTripVariance, SendWindow, NotSent,
        SinceSent, SinceReceived, SinceAck, CongestionState, TotalRto, TotalRtoTime, ColumnCount
    };
};

/// A set of columns, one bit each.
using ColumnSet = std::uint64_t;
static_assert(SocketColumns::ColumnCount <= 64);

[[nodiscard]] constexpr ColumnSet columnBit(int column) { return ColumnSet{1} << column; }

/// What is fixed about a column.
struct SocketColumn final
{
    enum class From { Halfopen, Table, Info }; // the program itself, /proc/net/tcp, TCP_INFO

    const char* key;     // in the settings
    const char* title;   // translation context "SocketColumns"
    const char* term;    // in the glossary
    From from;
    const char* longest; // a text that is about as wide as its widest, empty for painted ones and for the pairs' own names
    int rank;            // in which order columns are given up where there is no room; 0: shown only where the user wants it
    bool isNumber;
};

[[nodiscard]] const SocketColumn& socketColumn(int column);
[[nodiscard]] QString socketColumnTitle(int column);
/// −1 for an unknown key.
[[nodiscard]] int socketColumnOf(const QString& key);
/// Columns with a rank, the most important first.
[[nodiscard]] std::vector<int> socketColumnsByRank();

} // namespace halfopen
