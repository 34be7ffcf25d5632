// SPDX-License-Identifier: GPL-3.0-or-later
// Option sets of real software.
#pragma once

#include <QList>
#include <QString>

#include "core/result.h"
#include "core/socket_options.h"

namespace halfopen {

/// Keepalive values as some program sets them, and where that is written.
struct Preset final
{
    QString title;
    QString source;
    SocketOptions options;
};

/// Reads `presets.json`. Fails with a sentence that names the preset and key.
[[nodiscard]] Result<QList<Preset>> parsePresets(const QByteArray& json);

/// Those that the program brings along.
[[nodiscard]] QList<Preset> builtInPresets();

/// The endpoint's options with those of the preset in place of its keepalive values and user timeout.
[[nodiscard]] SocketOptions withPreset(SocketOptions options, const Preset& preset);

} // namespace halfopen
