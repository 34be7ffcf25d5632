// SPDX-License-Identifier: GPL-3.0-or-later
// The values of TCP_INFO that the time line can show over time.
#pragma once

#include <QString>

#include <array>
#include <optional>

#include "core/timeline.h"

namespace halfopen {

/// One value of TCP_INFO. In the order of the menu: what fails first, then what waits, then the clocks.
enum class InfoField {
    Retransmits, Probes, Backoff, Rto, Unacked, NotSent, SinceAck, SinceData, TotalRetransmits, TotalRto, TotalRtoTime, SendWindow, RoundTrip
};

inline constexpr std::array kInfoFields{InfoField::Retransmits, InfoField::Probes, InfoField::Backoff, InfoField::Rto, InfoField::Unacked,
                                        InfoField::NotSent, InfoField::SinceAck, InfoField::SinceData, InfoField::TotalRetransmits,
                                        InfoField::TotalRto, InfoField::TotalRtoTime, InfoField::SendWindow, InfoField::RoundTrip};

/// The kernel's own name, which is not translated: rto, last_ack_recv.
[[nodiscard]] QString infoName(InfoField field);
/// What it means, in a few words.
[[nodiscard]] QString infoMeaning(InfoField field);
/// Of that sample, in seconds, bytes or pieces; empty where the kernel does not tell it.
[[nodiscard]] std::optional<double> infoValue(InfoField field, const TcpInfo& info);
/// Whether it is a time since something: it grows with the clock between two samples.
[[nodiscard]] constexpr bool isAge(InfoField field) { return field == InfoField::SinceAck || field == InfoField::SinceData; }
/// With its unit: "1.63 s", "12 KiB", "3".
[[nodiscard]] QString infoText(InfoField field, double value);

/// That end's value at that time (since hello): the last sample told before; empty before the first one.
[[nodiscard]] std::optional<double> infoAt(const EndTrack& track, InfoField field, RunTime at);
/// "rto 1.63 s"; empty where there is none.
[[nodiscard]] QString infoReading(const EndTrack& track, InfoField field, RunTime at);

} // namespace halfopen
