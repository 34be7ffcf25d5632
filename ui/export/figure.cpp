// SPDX-License-Identifier: GPL-3.0-or-later
// What a view is once it leaves the program.
#include "ui/export/figure.h"

namespace halfopen {

namespace {

/// The few numbers of most figures.
class AllAtOnce final : public TextPieces
{
public:
    explicit AllAtOnce(const QByteArray& csv) : m_csv(csv) {}

    Piece take(QByteArray& csv) override
    {
        csv += m_csv;
        return Piece::Last;
    }

private:
    QByteArray m_csv;
};

} // namespace

std::unique_ptr<TextPieces> Figure::numbers() const { return std::make_unique<AllAtOnce>(csv()); }

} // namespace halfopen
