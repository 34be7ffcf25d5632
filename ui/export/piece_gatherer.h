// SPDX-License-Identifier: GPL-3.0-or-later
// Writes long texts without holding the event loop.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>

#include "ui/export/text_pieces.h"

namespace halfopen {

/// Works in slices between events and deletes itself afterwards. A short text is gathered before start() has returned.
class PieceGatherer final : public QObject
{
    Q_OBJECT

public:
    PieceGatherer(std::unique_ptr<TextPieces> pieces, QObject* parent);

    void start() { work(); }

Q_SIGNALS:
    void gathered(const QByteArray& text);
    /// What was to be written is not there any more.
    void lost();

private:
    void work();

    std::unique_ptr<TextPieces> m_pieces;
    QByteArray m_text;
    QTimer m_more;
};

} // namespace halfopen
