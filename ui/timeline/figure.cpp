// SPDX-License-Identifier: GPL-3.0-or-later
// The time line with a title and its origin: the form in which it leaves the program.
#include "ui/timeline/timeline_picture.h"

#include "ui/text/core_words.h"
#include "ui/theme/quantity_text.h"
#include "ui/timeline/lane_text.h"
#include "ui/timeline/lanes.h"

#include <QLocale>

namespace halfopen {

namespace {

QString figureTitle(const RunFacts& facts, const TimelineLook& look)
{
    QStringList parts;
    if (!facts.experiment->title.empty())
        parts << fromCore(facts.experiment->title);
    if (look.compared)
        parts << LaneText::tr("All pairs: %1", "title of a figure, what its rows show").arg(laneName(*look.compared));
    else if (facts.plan(look.pair) != nullptr)
        parts << pairName(facts, look.pair);
    parts << hostText(look.end);
    return parts.join(QStringLiteral(" · "));
}

QString figureSummary(const RunFacts& facts, const TimelineLook& look)
{
    if (look.compared)
        return {}; // each row has its own
    QStringList parts;
    if (const Prediction* const prediction = facts.prediction(look.pair, look.end);
        prediction && prediction->applicable)
        parts << LaneText::tr("predicted %1", "interval").arg(predictedText(*prediction));
    if (const auto ending = facts.ending(look.pair, look.end)) {
        const double elapsed = facts.since(ending->at) - facts.countedFrom;
        parts << LaneText::tr("measured %1 s: %2 %3", "seconds, call, errno")
                     .arg(QLocale().toString(elapsed, 'f', 3), callText(ending->call), endingText(*ending));
    } else if (const QString untried = untriedText(facts, look.pair, look.end); !untried.isEmpty()) {
        parts << untried;
    } else if (facts.hasRun) {
        parts << LaneText::tr("not noticed within %1", "time").arg(durationText(facts.now - facts.countedFrom));
    }
    return parts.join(QStringLiteral("   "));
}

QString figureOrigin(const RunFacts& facts)
{
    QStringList parts;
    if (facts.timeline && facts.timeline->hello()) {
        const HelloEvent& hello = *facts.timeline->hello();
        parts << LaneText::tr("Linux %1").arg(QString::fromStdString(hello.kernelRelease))
              << QStringLiteral("HZ %1").arg(hello.hz) << QString::fromStdString(hello.startedAt);
    } else {
        parts << LaneText::tr("planned, not run");
    }
    parts << QStringLiteral("Halfopen " HALFOPEN_VERSION);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

void TimelinePicture::paintFigure(QPainter& painter, const QRectF& area, const RunFacts& facts,
                                  const TimelineLook& look, const QPalette& palette, const QFont& font) const
{
    const Colours colours = Colours::from(palette);
    QFont titleFont = boldFont(font);
    // In the unit that the font came with: points grow with a printer's resolution, pixels do not.
    if (font.pixelSize() > 0)
        titleFont.setPixelSize(font.pixelSize() * 6 / 5);
    else
        titleFont.setPointSizeF(std::max(font.pointSizeF(), 6.0) * 1.2);
    const QFont small = smallFont(font);
    const QFontMetricsF title(titleFont);
    const QFontMetricsF plain(font);
    const QFontMetricsF foot(small);
    const double margin = plain.height() * 0.7;
    painter.fillRect(area, colours.panel);
    const QRectF head = area.adjusted(margin, margin * 0.7, -margin, 0);
    const QString summary = figureSummary(facts, look);
    const double headHeight = title.height() + (summary.isEmpty() ? 0 : plain.height()) + margin * 1.2;
    const double footHeight = foot.height() + margin * 0.8;
    painter.setFont(titleFont);
    painter.setPen(colours.text);
    painter.drawText(QRectF(head.left(), head.top(), head.width(), title.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     title.elidedText(figureTitle(facts, look), Qt::ElideRight, head.width()));
    painter.setFont(font);
    painter.setPen(colours.mutedText);
    painter.drawText(QRectF(head.left(), head.top() + title.height(), head.width(), plain.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     plain.elidedText(summary, Qt::ElideRight, head.width()));
    const QString origin = figureOrigin(facts);
    painter.setFont(small);
    painter.setPen(colours.faintText);
    painter.drawText(QRectF(head.left(), area.bottom() - footHeight, head.width(), foot.height()),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     foot.elidedText(origin, Qt::ElideRight, head.width()));
    TimelineLook filling = look;
    filling.fills = true;
    paint(painter, area.adjusted(0, headHeight, 0, -footHeight), facts, filling, palette, font);
}

} // namespace halfopen
