// SPDX-License-Identifier: GPL-3.0-or-later
// Option sets of real software.
#pragma once

#include <QList>
#include <QString>

#include "core/experiment.h"
#include "core/result.h"
#include "core/socket_options.h"

namespace halfopen {

/// Keepalive values as some program sets them, and where that is written.
struct Preset final
{
    QString title;
    QString source;
    QString software; // the program's name in a race of real software; empty: takes no part
    SocketOptions options;
};

/// Reads `presets.json`. Fails with a sentence that names the preset and key.
[[nodiscard]] Result<QList<Preset>> parsePresets(const QByteArray& json);

/// Those that the program brings along.
[[nodiscard]] QList<Preset> builtInPresets();

/// "Go" of "Go 15/15/9": what a pair with these options is called.
[[nodiscard]] QString softwareOf(const Preset& preset);

/// The endpoint's options with those of the preset in place of its keepalive values and user timeout.
[[nodiscard]] SocketOptions withPreset(SocketOptions options, const Preset& preset);

/// What real software does on the faults of `experiment`: in place of its pairs one for each program among the presets,
/// each like the pair at `index` but with that program's options at `end`. Unchanged where there is no such pair.
[[nodiscard]] Experiment softwareRace(const Experiment& experiment, std::size_t index, Host end, const QList<Preset>& presets);

} // namespace halfopen
