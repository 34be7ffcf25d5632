// SPDX-License-Identifier: GPL-3.0-or-later
// A kept run out of the history.
#pragma once

#include <QString>

#include <memory>
#include <string_view>

#include "core/result.h"
#include "session/replay.h"
#include "store/run_store.h"

namespace halfopen {

/// The file, or the user's own history where `path` is empty.
[[nodiscard]] Result<std::unique_ptr<RunStore>> openHistory(const QString& path);

/// The same for reading: a file that is named has to be there, and one's own history may be empty. Makes no file.
[[nodiscard]] Result<std::unique_ptr<RunStore>> openHistoryToRead(const QString& path);

/// All that the history holds of one run, folded by the same decoder as live.
struct KeptRun final
{
    StoredRun stored;
    Experiment experiment;
    QByteArray lines;
    ReplayedRun run;
};

/// Fails with a sentence where there is no such run, or more than one, or where it cannot be read.
[[nodiscard]] Result<KeptRun> loadRun(const QString& historyPath, const QString& idOrPrefix);

[[nodiscard]] std::string_view statusText(StoredStatus status);

} // namespace halfopen
