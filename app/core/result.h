// SPDX-License-Identifier: GPL-3.0-or-later
// Expected failures as values.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace halfopen {

/// Why something could not be done: a full sentence for people, and the errno where a system call said no.
/// Not an exception and not a log entry.
struct Error final
{
    int code = 0;        // errno captured right after the call; 0 where no system call was involved
    std::string message; // cause and, where there is one, the next step

    bool operator==(const Error&) const = default;
};

/// A value, or the reason why there is none.
template<class T>
class [[nodiscard]] Result final
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T& value() const& { assert(ok()); return *std::get_if<0>(&m_state); }
    [[nodiscard]] T& value() & { assert(ok()); return *std::get_if<0>(&m_state); }
    [[nodiscard]] T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    [[nodiscard]] const Error& error() const { assert(!ok()); return *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void> final
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    [[nodiscard]] const Error& error() const { assert(!m_ok); return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace halfopen
