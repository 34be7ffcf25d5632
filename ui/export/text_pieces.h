// SPDX-License-Identifier: GPL-3.0-or-later
// Text that is too long to be written in one turn of an event loop.
#pragma once

#include <QByteArray>

namespace halfopen {

/// For who has an event loop to keep going: PieceGatherer asks for one piece after the other.
class TextPieces
{
public:
    enum class Piece {
        More,
        Last,
        Gone, // what was to be written is not there any more
    };

    TextPieces() = default;
    virtual ~TextPieces() = default;
    TextPieces(const TextPieces&) = delete;
    TextPieces& operator=(const TextPieces&) = delete;

    /// Appends the next piece, UTF-8; it takes a few ms at most.
    virtual Piece take(QByteArray& text) = 0;
};

} // namespace halfopen
