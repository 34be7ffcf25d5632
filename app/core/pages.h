// SPDX-License-Identifier: GPL-3.0-or-later
// A sequence that grows without moving all that it holds.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>

namespace halfopen {

/// As std::vector, but in pages: growing moves a page at most, where a vector of half a million rows holds everything up
/// for 50 ms and more. As with a vector, references do not outlive the next change.
template<class T>
class Pages final
{
    static constexpr std::size_t kItems = 1024; // a page; a power of two, for the index

    template<bool constant>
    class Iterator final
    {
    public:
        using Owner = std::conditional_t<constant, const Pages, Pages>;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using reference = std::conditional_t<constant, const T&, T&>;
        using pointer = std::conditional_t<constant, const T*, T*>;
        using iterator_category = std::random_access_iterator_tag;

        Iterator() = default;
        Iterator(Owner* owner, std::size_t index) : m_owner(owner), m_index(index) {}
        operator Iterator<true>() const { return {m_owner, m_index}; } // NOLINT(google-explicit-constructor): as all iterators

        reference operator*() const { return (*m_owner)[m_index]; }
        pointer operator->() const { return &(*m_owner)[m_index]; }
        reference operator[](difference_type by) const { return *(*this + by); }
        Iterator& operator+=(difference_type by)
        {
            m_index = static_cast<std::size_t>(static_cast<difference_type>(m_index) + by);
            return *this;
        }
        Iterator& operator-=(difference_type by) { return *this += -by; }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this -= 1; }
        Iterator operator++(int) { return std::exchange(*this, *this + 1); }
        Iterator operator--(int) { return std::exchange(*this, *this - 1); }
        friend Iterator operator+(Iterator from, difference_type by) { return from += by; }
        friend Iterator operator+(difference_type by, Iterator from) { return from += by; }
        friend Iterator operator-(Iterator from, difference_type by) { return from -= by; }
        friend difference_type operator-(const Iterator& to, const Iterator& from)
        {
            return static_cast<difference_type>(to.m_index) - static_cast<difference_type>(from.m_index);
        }
        friend bool operator==(const Iterator& left, const Iterator& right) { return left.m_index == right.m_index; }
        friend auto operator<=>(const Iterator& left, const Iterator& right) { return left.m_index <=> right.m_index; }

    private:
        Owner* m_owner = nullptr;
        std::size_t m_index = 0;
    };

public:
    using value_type = T;
    using iterator = Iterator<false>;
    using const_iterator = Iterator<true>;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] T& operator[](std::size_t index) { return m_pages[index / kItems][index % kItems]; }
    [[nodiscard]] const T& operator[](std::size_t index) const { return m_pages[index / kItems][index % kItems]; }
    [[nodiscard]] const T& front() const { return m_pages.front().front(); }
    [[nodiscard]] T& back() { return m_pages.back().back(); }
    [[nodiscard]] const T& back() const { return m_pages.back().back(); }

    [[nodiscard]] iterator begin() { return {this, 0}; }
    [[nodiscard]] iterator end() { return {this, m_size}; }
    [[nodiscard]] const_iterator begin() const { return {this, 0}; }
    [[nodiscard]] const_iterator end() const { return {this, m_size}; }
    [[nodiscard]] auto rbegin() const { return std::reverse_iterator{end()}; }
    [[nodiscard]] auto rend() const { return std::reverse_iterator{begin()}; }

    T& push_back(T item)
    {
        if (m_size % kItems == 0)
            m_pages.emplace_back();
        T& added = m_pages.back().emplace_back(std::move(item));
        ++m_size;
        return added;
    }

    /// Before that one; moves all that follow it.
    iterator insert(const_iterator before, T item)
    {
        const auto place = before - std::as_const(*this).begin();
        push_back(std::move(item));
        std::rotate(begin() + place, end() - 1, end());
        return begin() + place;
    }

    bool operator==(const Pages&) const = default;

private:
    std::vector<std::vector<T>> m_pages; // all full but the last, none empty
    std::size_t m_size = 0;
};

} // namespace halfopen
