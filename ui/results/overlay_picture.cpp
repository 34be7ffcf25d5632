// SPDX-License-Identifier: GPL-3.0-or-later
// Runs laid over each other, aligned at the fault, as a picture.
#include "ui/results/overlay_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

#include "ui/charts/distribution_overlay.h"
#include "ui/charts/nice_axis.h"
#include "ui/text/format.h"
#include "ui/theme/colours.h"

namespace halfopen {

namespace {

constexpr int kLeastTitle = 5; // letters of a title that is cut
constexpr qsizetype kWholeNames = 2; // of more runs each name has one line in a narrow picture
constexpr int kOverlayWrap = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;

struct OverlayPictureText final
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

} // namespace

OverlayPicture::OverlayPicture(const std::vector<RunResult>& runs, const std::vector<OverlayRow>& rows, const QFont& font, const QPalette& palette)
    : m_runs(runs), m_rows(rows), m_font(font), m_palette(palette), m_line(QFontMetricsF(font).height())
{
    for (const auto& run : m_runs)
        m_names << runName(run);
}

double OverlayPicture::Axis::x(double seconds) const
{
    const double share = std::isfinite(seconds) && to > from ? (seconds - from) / (to - from) : 0;
    return left + std::clamp(share, 0.0, 1.0) * (right - left);
}

/// Names of many runs in a narrow dock would push the lanes out of sight: tool tips have all of them.
bool OverlayPicture::areNamesCut(double width) const { return m_names.size() > kWholeNames && width < m_line * 28; }

/// What tells runs apart comes first, as in whole names, and their time of day stays whole.
QString OverlayPicture::briefName(const RunResult& run, double width) const
{
    const QFontMetricsF metrics(m_font);
    if (run.title.isEmpty() || run.runId.isEmpty())
        return metrics.elidedText(runName(run), Qt::ElideRight, width);
    // The time of day alone where all are of one day: a run's name begins with its day, as 20261117T….
    const bool oneDay = std::ranges::all_of(m_runs, [&](const RunResult& each) { return each.runId.isEmpty() || each.runId.left(8) == run.runId.left(8); });
    const QString moment = oneDay ? runClock(run.runId).section(u' ', -1) : runClock(run.runId);
    const QString clock = moment + QStringLiteral(" · ");
    const double room = width - metrics.horizontalAdvance(clock);
    return room < metrics.averageCharWidth() * kLeastTitle ? moment : clock + metrics.elidedText(fromCore(run.title.toStdString()), Qt::ElideRight, room);
}

double OverlayPicture::nameHeight(const QString& name, double width) const
{
    if (areNamesCut(width))
        return m_line * 1.3;
    return std::max(m_line * 1.3, QFontMetricsF(m_font).boundingRect(QRectF(0, 0, std::max(width - m_line * 2, 40.0), 1e4), kOverlayWrap, name).height() + 3);
}

double OverlayPicture::legendHeight(double width) const
{
    // Every row asks for it.
    if (m_legendHeight && m_legendHeight->first == width)
        return m_legendHeight->second;
    double height = m_line * 0.4;
    for (const auto& name : m_names)
        height += nameHeight(name, width);
    m_legendHeight = {width, height};
    return height;
}

double OverlayPicture::heightFor(double width) const
{
    return legendHeight(width) + m_line * 1.5 + static_cast<double>(m_rows.size()) * m_line * 1.5 + m_line * 2.8;
}

QRectF OverlayPicture::rowArea(std::size_t row, double width) const
{
    return {0, legendHeight(width) + m_line * 1.5 + static_cast<double>(row) * m_line * 1.5, width, m_line * 1.5};
}

std::optional<std::size_t> OverlayPicture::nameAt(double y, double width) const
{
    double bottom = 0;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        bottom += nameHeight(m_names[static_cast<qsizetype>(run)], width);
        if (y >= 0 && y < bottom)
            return run;
    }
    return std::nullopt;
}

std::optional<std::size_t> OverlayPicture::rowAt(double y, double width) const
{
    const double row = std::floor((y - rowArea(0, width).top()) / (m_line * 1.5));
    if (row < 0 || row >= static_cast<double>(m_rows.size()))
        return std::nullopt;
    return static_cast<std::size_t>(row);
}

OverlayPicture::Axis OverlayPicture::axisFor(const QRectF& area) const
{
    double last = 0.1;
    for (const auto& run : m_runs) {
        for (const auto& lane : run.lanes)
            last = std::max({last, lane.ended.value_or(run.secondsSinceOrigin), lane.predictedTo.value_or(0)});
    }
    Axis axis;
    axis.left = area.left() + m_line * 1.8;
    axis.right = area.right() - m_line * 0.8;
    const auto nice = NiceAxis::covering(0, last * 1.02, std::clamp(static_cast<int>((axis.right - axis.left) / (m_line * 3.5)), 2, 10));
    axis.to = nice.maximum;
    axis.step = nice.step;
    axis.from = -axis.to * 0.08; // a piece of the time when everything was well
    return axis;
}

void OverlayPicture::paintBadge(QPainter& painter, const QPointF& centre, std::size_t run) const
{
    const auto colour = Colours::from(m_palette).series(static_cast<int>(run % 64));
    const double radius = m_line * 0.55;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(textOn(colour));
    painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter, curveLetter(run));
}

void OverlayPicture::paintLegend(QPainter& painter, const QRectF& area) const
{
    const auto colours = Colours::from(m_palette);
    const double width = std::max(area.width() - m_line * 2, 40.0);
    double top = area.top();
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        const QString words = m_names[static_cast<qsizetype>(run)];
        const double height = nameHeight(words, area.width());
        paintBadge(painter, QPointF(area.left() + m_line * 0.7, top + height / 2), run);
        painter.setPen(colours.text);
        const QRectF box(area.left() + m_line * 1.8, top, width, height);
        if (areNamesCut(area.width()))
            painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, briefName(m_runs[run], width));
        else
            painter.drawText(box, kOverlayWrap, words);
        top += height;
    }
}

/// Under the lanes: no line runs through their words.
void OverlayPicture::paintGrid(QPainter& painter, const Axis& axis, const QRectF& lanes) const
{
    painter.setPen(QPen(Colours::from(m_palette).grid, 1));
    for (int tick = 0; tick <= 50 && tick * axis.step <= axis.to + axis.step / 2; ++tick)
        painter.drawLine(QPointF(axis.x(tick * axis.step), lanes.top()), QPointF(axis.x(tick * axis.step), lanes.bottom()));
}

void OverlayPicture::paintAxis(QPainter& painter, const Axis& axis, const QRectF& lanes) const
{
    const auto colours = Colours::from(m_palette);
    const QFontMetricsF metrics(m_font);
    double free = -1e9;
    const int decimals = axis.step >= 1 ? 0 : axis.step >= 0.1 ? 1 : 2;
    for (int tick = 0; tick <= 50 && tick * axis.step <= axis.to + axis.step / 2; ++tick) {
        const double x = axis.x(tick * axis.step);
        const QString words = QLocale().toString(tick * axis.step, 'f', decimals);
        const double width = metrics.horizontalAdvance(words);
        const double left = std::min(x - width / 2, lanes.right() - width); // the last one stands at the edge
        if (left < free)
            continue;
        painter.setPen(colours.mutedText);
        painter.drawText(QPointF(left, lanes.bottom() + 3 + metrics.ascent()), words);
        free = left + width + 6;
    }
    painter.setPen(colours.mutedText);
    painter.drawText(QRectF(axis.left, lanes.bottom() + 3 + m_line, axis.right - axis.left, m_line), Qt::AlignCenter | Qt::TextDontClip, OverlayPictureText::tr("after the fault [s]"));
    const double zero = axis.x(0);
    painter.setPen(QPen(colours.failure, 2));
    painter.drawLine(QPointF(zero, lanes.top() - 3), QPointF(zero, lanes.bottom()));
    painter.setPen(colours.ink(colours.failure));
    painter.drawText(QPointF(zero + 4, lanes.top() - 5), OverlayPictureText::tr("fault"));
}

void OverlayPicture::paintEnd(QPainter& painter, const Axis& axis, const QRectF& bar, const EndLane& lane) const
{
    const auto colours = Colours::from(m_palette);
    const QFontMetricsF metrics(m_font);
    const double x = axis.x(*lane.ended);
    // The words stand beside the predicted end, not upon it.
    const double after = std::max(x, lane.predictedTo ? axis.x(*lane.predictedTo) : x) + 6;
    const double before = std::min(x, lane.predictedFrom ? axis.x(*lane.predictedFrom) : x) - 6;
    const QColor ground = lane.failed ? colours.failure : colours.gone;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRect(QRectF(x - 2, bar.top() - 2, 4, bar.height() + 4));
    // The result and its time; where there is no room to the right they stand on the bar.
    const QString told = lane.result.isEmpty() ? lane.told : lane.result;
    for (const QString& words : {OverlayPictureText::tr("%1, %2").arg(secondsText(*lane.ended), told), secondsText(*lane.ended)}) {
        const double width = metrics.horizontalAdvance(words) + 8;
        const bool right = after + width <= axis.right + m_line * 0.8;
        if (!right && before - width < axis.left)
            continue;
        const QRectF box(right ? after : before - width, bar.center().y() - m_line / 2, width, m_line);
        if (!right) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colours.panel);
            painter.drawRoundedRect(box, 3, 3);
        }
        painter.setPen(lane.good ? colours.text : colours.ink(colours.failure));
        painter.drawText(box, Qt::AlignCenter, words);
        return;
    }
}

void OverlayPicture::paintLane(QPainter& painter, const Axis& axis, const QRectF& box, const OverlayRow& row) const
{
    const auto colours = Colours::from(m_palette);
    const auto& run = m_runs[row.run];
    paintBadge(painter, QPointF(box.left() + m_line * 0.7, box.center().y()), row.run);
    const QRectF lane(axis.left, box.top() + m_line * 0.25, axis.right - axis.left, box.height() - m_line * 0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.lane);
    painter.drawRect(lane);
    if (!row.lane)
        return;
    const auto& end = run.lanes[*row.lane];
    const double until = axis.x(end.ended.value_or(run.secondsSinceOrigin));
    const QRectF bar(QPointF(axis.x(end.began), lane.top()), QPointF(std::max(until, axis.x(end.began)), lane.bottom()));
    painter.setBrush(colours.blocked);
    painter.drawRect(bar);
    painter.setBrush(hatching(withAlpha(textOn(colours.blocked), 0.16)));
    painter.drawRect(bar);
    if (end.predictedFrom) {
        const QRectF band(QPointF(axis.x(*end.predictedFrom), box.top() + 1), QPointF(std::max(axis.x(*end.predictedTo), axis.x(*end.predictedFrom) + 2), box.bottom() - 1));
        painter.setBrush(withAlpha(colours.predicted, 0.40));
        painter.drawRect(band);
        painter.setPen(QPen(colours.predicted, 1.5));
        painter.drawLine(band.topLeft(), band.bottomLeft());
        painter.drawLine(band.topRight(), band.bottomRight());
    }
    if (end.ended) {
        paintEnd(painter, axis, bar, end);
        return;
    }
    const QString words = end.predictedFrom ? OverlayPictureText::tr("waits")
                          : end.livesOn     ? OverlayPictureText::tr("lives on", "a connection")
                                            : OverlayPictureText::tr("never");
    const double width = QFontMetricsF(m_font).horizontalAdvance(words);
    if (bar.width() > width + 12) {
        painter.setPen(textOn(colours.blocked));
        painter.drawText(bar.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, words);
        return;
    }
    // Beside a short bar, and beyond what was predicted.
    const double after = std::max(bar.right(), end.predictedTo ? axis.x(*end.predictedTo) : bar.right()) + 6;
    painter.setPen(colours.text);
    if (after + width <= axis.right)
        painter.drawText(QRectF(after, bar.top(), width + 2, bar.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, words);
}

void OverlayPicture::paintHeading(QPainter& painter, const QRectF& box, const QString& heading) const
{
    const auto colours = Colours::from(m_palette);
    const QFontMetricsF metrics(m_font);
    const QString words = metrics.elidedText(heading, Qt::ElideRight, box.width());
    painter.fillRect(QRectF(box.left() - 2, box.bottom() - m_line, metrics.horizontalAdvance(words) + 4, m_line), colours.panel);
    painter.setPen(colours.text);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignBottom, words);
}

void OverlayPicture::paint(QPainter& painter, const QRectF& area, std::optional<std::size_t> current) const
{
    const auto colours = Colours::from(m_palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    painter.fillRect(area, colours.panel);
    if (!m_rows.empty()) {
        paintLegend(painter, area);
        const auto axis = axisFor(area);
        const auto first = rowArea(0, area.width()).translated(area.topLeft());
        const QRectF lanes(area.left(), first.top(), area.width(), static_cast<double>(m_rows.size()) * first.height());
        paintGrid(painter, axis, lanes);
        for (std::size_t number = 0; number < m_rows.size(); ++number) {
            const auto box = rowArea(number, area.width()).translated(area.topLeft());
            if (!m_rows[number].heading.isEmpty()) {
                paintHeading(painter, box.adjusted(axis.x(0) - area.left() + 6, 0, 0, 0), m_rows[number].heading);
                continue;
            }
            if (current == number) {
                painter.setPen(QPen(colours.focus, 1.5));
                painter.setBrush(withAlpha(colours.focus, 0.12));
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
            }
            paintLane(painter, axis, box, m_rows[number]);
        }
        paintAxis(painter, axis, lanes);
    }
    painter.restore();
}

} // namespace halfopen
