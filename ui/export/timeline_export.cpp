// SPDX-License-Identifier: GPL-3.0-or-later
// The time line as a figure.
#include "ui/export/timeline_export.h"

#include <QCoreApplication>
#include <QPointer>

#include "ui/export/file_stem.h"
#include "ui/export/timeline_csv.h"
#include "ui/text/core_words.h"
#include "ui/timeline/timeline_view.h"

namespace halfopen {

namespace {

constexpr QSizeF kTimelineFigure{1280, 760};
constexpr int kRowsAPiece = 200;

/// Of what the time line shows when they are asked for, as long as it shows that run.
class TimelineNumbers final : public TextPieces
{
public:
    TimelineNumbers(const TimelineView& view, const ViewState& state)
        : m_view(&view), m_runNumber(view.runNumber()), m_csv(view.facts(), TimelineLook::of(state), view.axis().from(), view.axis().to())
    {
    }

    Piece take(QByteArray& csv) override
    {
        if (m_view.isNull() || m_view->runNumber() != m_runNumber)
            return Piece::Gone;
        return m_csv.take(csv, kRowsAPiece) ? Piece::More : Piece::Last;
    }

private:
    QPointer<const TimelineView> m_view;
    int m_runNumber;
    TimelineCsv m_csv;
};

} // namespace

QString TimelineExport::title() const
{
    const auto facts = m_view.facts();
    const QString name = fromCore(facts.experiment->title);
    return name.isEmpty() ? QCoreApplication::translate("TimelineExport", "Time line")
                          : QCoreApplication::translate("TimelineExport", "%1: time line", "title of an experiment").arg(name);
}

QString TimelineExport::fileStem() const { return fileStemOf(QString::fromStdString(m_view.facts().experiment->title)) + QStringLiteral("-timeline"); }

bool TimelineExport::isEmpty() const { return m_view.facts().plan(m_state.pair()) == nullptr; }

QSizeF TimelineExport::size(const FigureLook&) const { return kTimelineFigure; }

void TimelineExport::paint(QPainter& painter, const QRectF& area, const FigureLook& look) const
{
    m_view.paintFigure(painter, area, look.palette, look.font);
}

QByteArray TimelineExport::csv() const
{
    QByteArray csv;
    const auto all = numbers();
    while (all->take(csv) == TextPieces::Piece::More) { }
    return csv;
}

std::unique_ptr<TextPieces> TimelineExport::numbers() const { return std::make_unique<TimelineNumbers>(m_view, m_state); }

} // namespace halfopen
