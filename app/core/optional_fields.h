// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that an event may leave out, for every reader of events.
#pragma once

#include <algorithm>
#include <string>

#include "core/run_time.h"

namespace halfopen {

/// What is not there leaves the value as it is. A reader has `given(key)`: empty where there is none, else what its own
/// number(), flag(), time() and text() read.
template<class Reader>
class OptionalFields
{
public:
    template<class Number>
    void optionalNumber(const char* key, Number& value)
    {
        if (const auto field = reader().given(key))
            reader().number(field, value);
    }
    void optionalFlag(const char* key, bool& value)
    {
        if (const auto field = reader().given(key))
            reader().flag(field, value);
    }
    void optionalTime(const char* key, RunTime& value)
    {
        if (const auto field = reader().given(key))
            reader().time(field, value);
    }
    void optionalText(const char* key, std::string& value)
    {
        if (const auto field = reader().given(key))
            reader().text(field, value);
    }
    /// Below 0 there is only "not known".
    template<class Number>
    void knownNumber(const char* key, Number& value)
    {
        optionalNumber(key, value);
        value = std::max(value, Number{-1});
    }
    void knownTime(const char* key, RunTime& value)
    {
        optionalTime(key, value);
        value = std::max(value, RunTime{-1});
    }

private:
    friend Reader;
    OptionalFields() = default;
    [[nodiscard]] Reader& reader() { return static_cast<Reader&>(*this); }
};

} // namespace halfopen
