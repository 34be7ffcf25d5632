// SPDX-License-Identifier: GPL-3.0-or-later
// Writes long texts without holding the event loop.
#include "ui/export/piece_gatherer.h"

#include <QElapsedTimer>

#include <utility>

namespace halfopen {

namespace {

constexpr qint64 kGatherSlice = 10; // ms
constexpr qsizetype kFullBlock = 1024 * 1024; // bytes

} // namespace

PieceGatherer::PieceGatherer(std::unique_ptr<TextPieces> pieces, QObject* parent) : QObject(parent), m_pieces(std::move(pieces))
{
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &PieceGatherer::work);
}

void PieceGatherer::work()
{
    QElapsedTimer clock;
    clock.start();
    while (!clock.hasExpired(kGatherSlice)) {
        const auto told = m_pieces->take(m_block);
        if (m_block.size() >= kFullBlock || (told == TextPieces::Piece::Last && !m_block.isEmpty()))
            m_blocks << std::exchange(m_block, {});
        if (told == TextPieces::Piece::More)
            continue;
        m_more.stop();
        deleteLater();
        if (told == TextPieces::Piece::Last)
            Q_EMIT gathered(m_blocks);
        else
            Q_EMIT lost();
        return;
    }
    m_more.start();
}

} // namespace halfopen
