// SPDX-License-Identifier: GPL-3.0-or-later
// The heat map as a figure to take along.
#include "ui/sweep/sweep_export.h"

#include <QFontMetricsF>

#include "core/sweep_csv.h"
#include "ui/export/figure_frame.h"
#include "ui/export/file_stem.h"
#include "ui/sweep/heat_picture.h"
#include "ui/sweep/sweep_study.h"
#include "ui/sweep/sweep_words.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

constexpr double kSweepWidth = 860;
constexpr double kSweepHeight = 560; // of the map itself

/// A shared grid: it stays as it is though the map goes on.
class SweepPieces final : public TextPieces
{
public:
    SweepPieces(std::shared_ptr<SweepGrid> grid, std::vector<SweepMeasurement> measured, const SweepEnd& end)
        : m_grid(std::move(grid)), m_measured(std::move(measured)), m_end(end)
    {
    }

    Piece take(QByteArray& text) override
    {
        constexpr std::size_t kAtOnce = 250; // cells: 3 ms
        if (m_next == 0)
            text += QByteArray::fromStdString(sweepCsvHeading(m_grid->sweep()));
        text += QByteArray::fromStdString(sweepCsvRows(*m_grid, m_measured, {m_next, m_next + kAtOnce, m_end}));
        m_next += kAtOnce;
        return m_next < m_grid->sweep().cellCount() ? Piece::More : Piece::Last;
    }

private:
    std::shared_ptr<SweepGrid> m_grid;
    std::vector<SweepMeasurement> m_measured;
    SweepEnd m_end;
    std::size_t m_next = 0;
};

} // namespace

QString SweepExport::title() const
{
    return m_study.wish().figure == SweepFigure::Decider ? SweepWords::tr("Which limit decides") : SweepWords::tr("Time until a dead peer is noticed");
}

QString SweepExport::fileStem() const { return fileStemOf(fromCore(m_study.experiment().title)) + QStringLiteral("-sweep"); }

// Out of sight it does not follow the experiment.
bool SweepExport::isEmpty() const { return m_study.map() == nullptr || !m_study.isWatched(); }

QString SweepExport::subtitle() const
{
    const auto* map = m_study.map();
    if (map == nullptr)
        return {};
    const Experiment& base = map->grid->sweep().base();
    const QString whose = SweepWords::tr("%1: %2 %3", "title, client or server, what its program does")
                              .arg(fromCore(m_study.experiment().title), endTitle(map->end.end), activityText(base.pairs.front().end(map->end.end).activity));
    QStringList faults;
    for (const Fault& fault : base.faults)
        faults << faultText(fault);
    const QString what = map->measured.empty() ? SweepWords::tr("Predicted from the rules of the kernel.") : SweepWords::tr("Predicted from the rules of the kernel; signs: measured on it.");
    return (faults.isEmpty() ? whose : SweepWords::tr("%1; fault: %2").arg(whose, listText(faults))) + u'\n' + what;
}

QString SweepExport::origin() const
{
    const auto* map = m_study.map();
    return map == nullptr ? QString{} : SweepWords::tr("Linux %1 · HZ %2 · Halfopen %3").arg(fromCore(map->grid->kernel().release)).arg(map->grid->kernel().hz).arg(QStringLiteral(HALFOPEN_VERSION));
}

QSizeF SweepExport::size(const FigureLook& look) const
{
    return {kSweepWidth, frameHeight({title(), subtitle(), origin()}, kSweepWidth, look) + kSweepHeight};
}

void SweepExport::paint(QPainter& painter, const QRectF& area, const FigureLook& look) const
{
    const QRectF rest = paintFrame(painter, area, {title(), subtitle(), origin()}, look);
    if (m_study.map() == nullptr)
        return;
    HeatMarks marks;
    marks.present = m_study.present();
    HeatPicture(*m_study.map(), m_study.wish().figure, marks, rest, look.font, look.palette).paint(painter);
}

QByteArray SweepExport::csv() const
{
    const auto* map = m_study.map();
    if (map == nullptr)
        return {};
    return QByteArray::fromStdString(sweepCsvHeading(map->grid->sweep()) + sweepCsvRows(*map->grid, m_study.measured(), {0, map->grid->sweep().cellCount(), map->end}));
}

std::unique_ptr<TextPieces> SweepExport::numbers() const
{
    const auto* map = m_study.map();
    if (map == nullptr)
        return Figure::numbers();
    return std::make_unique<SweepPieces>(map->grid, m_study.measured(), map->end);
}

} // namespace halfopen
