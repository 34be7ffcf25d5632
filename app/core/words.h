// SPDX-License-Identifier: GPL-3.0-or-later
// Marks the sentences that people read, so that the window can say them in another language.
#pragma once

namespace halfopen {

/// A sentence, or a piece of one, as it is written in the source: English, with {} or {:…} where values go. Nothing is
/// translated here: the wire, files and the command line speak English, and the window recognises a finished sentence by
/// its pattern. `context` is always "core"; the tool that collects texts for translation asks for it.
consteval const char* words(const char* context, const char* pattern)
{
    return context != nullptr ? pattern : nullptr;
}

} // namespace halfopen
