// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of the log as they are copied.
#pragma once

#include <QPersistentModelIndex>

#include <cstddef>
#include <vector>

#include "ui/export/text_pieces.h"

namespace halfopen {

class LogModel;

/// Those rows, as long as the model has them.
class LogText final : public TextPieces
{
public:
    LogText(const LogModel& model, std::vector<int> rows);

    Piece take(QByteArray& text) override;

private:
    QPersistentModelIndex m_last; // a reset of the model takes it away
    std::vector<int> m_rows;
    std::size_t m_taken = 0;
};

} // namespace halfopen
