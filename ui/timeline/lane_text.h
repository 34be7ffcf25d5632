// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences that the lanes write, apart from how they paint them.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "ui/text/call_words.h"
#include "ui/timeline/run_facts.h"

namespace halfopen {

/// Translation context of everything painted in the time line and the drawing of the hosts.
struct LaneText final
{
    Q_DECLARE_TR_FUNCTIONS(halfopen::LaneText)
};

[[nodiscard]] QString hostText(Host host);           // client, server
[[nodiscard]] QString timerText(KernelTimer timer);  // keepalive, retransmission …
[[nodiscard]] QString packetText(PacketKind kind);   // probe, answer, data …
/// A retransmission by its number as the kernel counts (kLossProbe, or empty: sent again without a timer); long to short.
[[nodiscard]] QStringList sentAgainTexts(std::optional<int> number);
/// That name with what became of the packet: "probe 2 lost", "data rejected", "RST by the router", "data +100 ms".
[[nodiscard]] QString fateText(const Packet& packet, const QString& name);
[[nodiscard]] QString stateText(TcpState state);     // ESTABLISHED: kernel names are not translated

/// What was done: "cut", "killed: server" …; short enough for a flag.
[[nodiscard]] QString faultText(const Fault& fault, bool onLoopback);
/// The same in one or two words, without of whom and how much.
[[nodiscard]] QString briefText(const Fault& fault, bool onLoopback);
[[nodiscard]] QString healText(const Fault& fault);

/// Wordings for a call that waits, long to short. `inTheDark`: its peer is lost, and it does not know.
[[nodiscard]] QStringList waitingTexts(const QString& call, const QString& time, bool inTheDark);
/// How an end was told of: "ETIMEDOUT", "recv() = 0", "no answer".
[[nodiscard]] QString endingText(const Ending& ending);
[[nodiscard]] QString endingText(const PredictionMode& expected);
/// Why that end cannot have noticed anything: it does not look, or there has been no fault. Empty where it can.
[[nodiscard]] QString untriedText(const RunFacts& facts, int pair, Host end);
/// "13.2–13.5 s", "never", "lives on".
[[nodiscard]] QString predictedText(const Prediction& prediction);

} // namespace halfopen
