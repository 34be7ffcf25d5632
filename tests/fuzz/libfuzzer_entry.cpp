// SPDX-License-Identifier: GPL-3.0-or-later
// The entry point that libFuzzer calls; HALFOPEN_FUZZ_TARGET names the target of this program.
#include "fuzz_targets.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    HALFOPEN_FUZZ_TARGET(std::string_view{reinterpret_cast<const char*>(data), size});
    return 0;
}
