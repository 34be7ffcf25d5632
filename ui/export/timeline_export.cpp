// SPDX-License-Identifier: GPL-3.0-or-later
// The time line as a figure.
#include "ui/export/timeline_export.h"

#include <QCoreApplication>

#include "ui/export/file_stem.h"
#include "ui/export/timeline_csv.h"
#include "ui/text/core_words.h"
#include "ui/timeline/timeline_view.h"

namespace halfopen {

namespace {

constexpr QSizeF kTimelineFigure{1280, 760};

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
    const auto axis = m_view.axis();
    return timelineCsv(m_view.facts(), TimelineLook::of(m_state), axis.from(), axis.to());
}

} // namespace halfopen
