// SPDX-License-Identifier: GPL-3.0-or-later
// Runs written by hand, event by event, for tests and pictures of the views.
#pragma once

#include <string>
#include <vector>

#include "core/experiment.h"
#include "core/prediction.h"
#include "core/timeline.h"

namespace halfopen::samples {

struct SampleRun final
{
    std::string name;
    Timeline timeline;
    std::vector<Prediction> predictions;
    bool live = false;
};

[[nodiscard]] SampleRun idleKeepalive();      // 5/3/3, cut at 1 s, ETIMEDOUT 13.3 s later
[[nodiscard]] SampleRun requestRetransmits(); // data in flight, tcp_retries2 = 5
[[nodiscard]] SampleRun fullSpeedSender();    // folded flows, then a full send buffer
[[nodiscard]] SampleRun killedPeer();         // recv() = 0 at once
[[nodiscard]] SampleRun frozenPeer();         // probes are answered: never
[[nodiscard]] SampleRun neverNoticed();       // no keepalive, nothing in flight
[[nodiscard]] SampleRun healedInTime();       // probe 1 lost, probe 2 answered
[[nodiscard]] SampleRun liveRun();            // idleKeepalive() 8.3 s after the cut
[[nodiscard]] std::vector<SampleRun> all();

/// Live runs for the drawing of the hosts: cut one way, cable out, loopback, a stream, nothing broken yet.
[[nodiscard]] std::vector<SampleRun> hostStates();

/// Live runs 3.2 s after a fault of each kind, or several of them.
[[nodiscard]] std::vector<SampleRun> faultStates();

/// A hundred idle readers on a cable that is cut, all of them waiting.
[[nodiscard]] SampleRun hundredLivePairs();

/// 5/3/3 against a holding server, cut at 1 s: nothing has run.
[[nodiscard]] Experiment plan();
/// The same without keepalive.
[[nodiscard]] Experiment planWithoutKeepalive();

/// About that many events: calls, rows, packets.
[[nodiscard]] SampleRun crowded(int events);

/// That many readers at the same cut, each with one more or fewer probes than its neighbours; the last one has no
/// keepalive and goes on believing.
[[nodiscard]] SampleRun race(int pairs);

/// A reader of which the second of three expected probes never came by, and the third came late.
[[nodiscard]] SampleRun missedProbe();

} // namespace halfopen::samples
