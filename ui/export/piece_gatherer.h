// SPDX-License-Identifier: GPL-3.0-or-later
// Writes long texts without holding the event loop.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTimer>

#include <memory>

#include "ui/export/text_pieces.h"

namespace halfopen {

/// Works in slices between events and deletes itself afterwards. A short text is gathered before start() has returned. A long
/// one stays in blocks: as a single array it would be moved each time it outgrows its memory, 100 MB at once.
class PieceGatherer final : public QObject
{
    Q_OBJECT

public:
    PieceGatherer(std::unique_ptr<TextPieces> pieces, QObject* parent);

    void start() { work(); }

Q_SIGNALS:
    /// The whole text, to be joined where nobody waits; no blocks if it is empty.
    void gathered(const QByteArrayList& blocks);
    /// What was to be written is not there any more.
    void lost();

private:
    void work();

    std::unique_ptr<TextPieces> m_pieces;
    QByteArrayList m_blocks; // full ones
    QByteArray m_block;
    QTimer m_more;
};

} // namespace halfopen
