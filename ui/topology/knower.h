// SPDX-License-Identifier: GPL-3.0-or-later
// Who knows what: a program or a kernel, and what it thinks of its peer.
#pragma once

#include <QString>
#include <QStringList>

#include "ui/timeline/run_facts.h"

namespace halfopen {

/// What one of the four has made of what it was told. Not what is true.
enum class Knowing {
    Nothing,  // there is no connection yet
    Believes, // takes the peer for alive
    Doubts,   // has asked and got no answer so far
    Knows,    // was told of the end, or has given up
    Stopped,  // frozen: thinks nothing
    Gone,     // is not there any more
};

/// One statement, in two short parts. Wordings go from long to short; a view takes the first that fits.
struct Knower final
{
    Knowing knowing = Knowing::Nothing;
    QStringList doing; // the program's call, the socket's state
    QStringList knows;
    bool operator==(const Knower&) const = default;

    /// "recv() blocked 9.4 s: knows nothing"
    [[nodiscard]] QString statement() const;
};

/// What that means, in a sentence: the legend of the marks.
[[nodiscard]] QString knowingText(Knowing knowing);

/// What has happened to a host itself at one instant.
struct HostFate final
{
    bool killed = false; // its program
    bool frozen = false; // its program
    bool off = false;      // with its kernel: powered off, or not yet back
    bool rebooted = false; // and back, with a kernel that remembers nothing
    bool hasLost = false; // there is a fault that takes something from this connection
};

/// The program of that end at `seconds` since t = 0.
[[nodiscard]] Knower programAt(const RunFacts& facts, int pair, Host host, const HostFate& fate, double seconds);
/// The kernel under it.
[[nodiscard]] Knower kernelAt(const RunFacts& facts, int pair, Host host, const HostFate& fate, double seconds);

} // namespace halfopen
