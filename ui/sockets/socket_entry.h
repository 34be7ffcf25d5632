// SPDX-License-Identifier: GPL-3.0-or-later
// What the table knows of one end's socket.
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/outcome.h"
#include "core/timeline.h"
#include "ui/sockets/socket_columns.h"

namespace halfopen {

/// One step of a socket's history, in force until the next.
struct SocketStep final
{
    RunTime at{0};
    std::uint32_t sendQueue = 0;
    int count = 0; // unanswered probes or retransmissions, whichever is more
    KernelTimer timer = KernelTimer::None;
    bool gone = false;
};

/// The last row and TCP_INFO of one end, and the steps so far. Values only: words are in socket_cells.
struct SocketEntry final
{
    int pair = 0;
    Host end = Host::Client;
    QString pairName;
    std::optional<SocketRow> row; // the last there was
    std::optional<TcpInfo> info;
    RunTime sampled{0};  // of the row
    RunTime infoAt{0};
    bool gone = false;
    bool ownProgramEnded = false;
    bool gaveUpBefore = false; // gone: its call had come to its own limit while the row was there
    std::optional<FaultKind> lostPower{}; // gone with all that its host's kernel knew: by a power-off or a reboot
    bool runOver = false; // what has not connected until then never will
    std::optional<Detection> detection; // gone: what told of it, as far as it is known
    std::size_t seenRows = 0;
    std::size_t steppedRows = 0; // that are in `steps`
    std::size_t seenInfos = 0;
    std::size_t seenCalls = 0;
    std::vector<SocketStep> steps; // bounded: neighbours are merged, peaks stay

    ColumnSet lit = 0;
    std::int64_t litUntil = 0; // the model's clock, ms
};

/// That end as it was at an instant since hello, with the whole history. Nothing is lit in it.
[[nodiscard]] SocketEntry entryAt(const SocketEntry& latest, const Timeline& timeline, RunTime at);

/// Columns by what became of their values.
struct SocketNews final
{
    ColumnSet changed = 0; // against what was shown until now
    ColumnSet fresh = 0;   // between two samples of the same socket, of which the later is of `freshSince` or after it
};

/// Takes over what the timeline has learnt since.
[[nodiscard]] SocketNews takeNews(SocketEntry& entry, const Timeline& timeline, RunTime freshSince);

/// Takes rows that are new into the entry's steps, `room` at most, and takes what it has used off it: a million rows are
/// more than one turn of an event loop. Whether all of them are in.
bool takeSteps(SocketEntry& entry, const Timeline& timeline, std::size_t& room);

} // namespace halfopen
