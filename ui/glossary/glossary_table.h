// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary's untranslated rows, one span a chapter.
#pragma once

#include <span>

#include "ui/glossary/glossary.h"

namespace halfopen {

/// One row as it stands in the source. `text` is looked up in the translation context "Glossary".
struct GlossaryRow final
{
    const char* term;
    const char* aliases; // separated by '|'
    const char* text;
    const char* source;
};

[[nodiscard]] std::span<const GlossaryRow> glossaryBasics();
[[nodiscard]] std::span<const GlossaryRow> glossaryStates();
[[nodiscard]] std::span<const GlossaryRow> glossaryTimers();
[[nodiscard]] std::span<const GlossaryRow> glossaryOptions();
[[nodiscard]] std::span<const GlossaryRow> glossarySysctls();
[[nodiscard]] std::span<const GlossaryRow> glossaryWire();
[[nodiscard]] std::span<const GlossaryRow> glossaryColumns();
[[nodiscard]] std::span<const GlossaryRow> glossaryCalls();
[[nodiscard]] std::span<const GlossaryRow> glossaryErrors();

} // namespace halfopen
