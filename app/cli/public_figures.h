// SPDX-License-Identifier: GPL-3.0-or-later
// What others have measured or written about the detection of dead peers, with the experiment that repeats it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment.h"
#include "core/outcome.h"
#include "core/result.h"

namespace halfopen {

/// One figure of a public source. It speaks of one end of the experiment's first pair.
struct PublicFigure final
{
    /// What "about 13 s" may mean on this machine's kernel, whose ticks differ from the source's.
    struct Range final
    {
        double fromSeconds = 0;
        double toSeconds = 0;
    };

    std::string title;
    std::string said;            // as the source has it
    std::string source;
    Host end = Host::Client;
    std::optional<Range> range;  // empty: that end never notices
    std::string errorName;       // of the failing call; empty: it returns 0, or nothing fails
    Experiment experiment;
};

/// Fails with a sentence that names the place in the file.
[[nodiscard]] Result<std::vector<PublicFigure>> readPublicFigures(std::string_view text);

/// Whether what was measured is what the source says.
[[nodiscard]] bool isReproduced(const PublicFigure& figure, const Outcome& outcome);

} // namespace halfopen
