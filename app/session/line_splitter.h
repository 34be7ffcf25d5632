// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a stream of bytes into complete lines, within bounds.
#pragma once

#include <QByteArray>

#include <cstddef>

namespace halfopen {

/// Keeps at most one unfinished line of at most `maxLineBytes`. Knows nothing of what a line means.
class LineSplitter final
{
public:
    explicit LineSplitter(qsizetype maxLineBytes) : m_maxLineBytes(maxLineBytes) {}

    /// The complete lines that these bytes finish, each with its line feed; the rest is kept for the next call.
    /// Nothing once the stream is overlong.
    [[nodiscard]] QByteArray take(const QByteArray& bytes);

    /// A line was longer than allowed, or never ended: the stream cannot be read any further.
    [[nodiscard]] bool isOverlong() const { return m_overlong; }
    /// Whether the stream stands in the middle of a line.
    [[nodiscard]] bool hasHalfLine() const { return !m_rest.isEmpty(); }

private:
    [[nodiscard]] bool fits(const QByteArray& lines) const;

    qsizetype m_maxLineBytes;
    QByteArray m_rest;
    bool m_overlong = false;
};

} // namespace halfopen
