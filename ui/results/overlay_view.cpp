// SPDX-License-Identifier: GPL-3.0-or-later
// Runs laid over each other, as a widget.
#include "ui/results/overlay_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "ui/charts/keep_in_sight.h"
#include "ui/results/overlay_picture.h"
#include "ui/theme/colours.h"
#include "ui/theme/picture_accessible.h"

namespace halfopen {

OverlayView::OverlayView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("overlayView"));
    setAccessibleName(tr("Runs laid over each other, aligned at the fault"));
    tellAsPicture(*this);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    auto policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

OverlayPicture OverlayView::picture() const { return {m_runs, m_rows, font(), palette()}; }

void OverlayView::setRuns(const std::vector<RunResult>& runs)
{
    if (m_runs == runs)
        return;
    m_runs = runs;
    m_rows = overlayRows(m_runs);
    if (m_current && *m_current >= m_rows.size())
        m_current.reset();
    QStringList spoken;
    for (const auto& row : m_rows) {
        if (row.lane && spoken.size() < 20)
            spoken << laneWords(m_runs[row.run], m_runs[row.run].lanes[*row.lane]);
    }
    setAccessibleDescription(spoken.join(u'\n'));
    updateGeometry();
    update();
}

QRectF OverlayView::rowArea(std::size_t row) const { return picture().rowArea(row, width()); }

int OverlayView::heightForWidth(int width) const { return static_cast<int>(std::ceil(picture().heightFor(width))); }

QSize OverlayView::sizeHint() const
{
    const int width = fontMetrics().height() * 20;
    return {width, heightForWidth(width)};
}

void OverlayView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Colours::from(palette()).panel);
    picture().paint(painter, QRectF(0, 0, width(), heightForWidth(width())), m_current);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Colours::from(palette()).focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

bool OverlayView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = picture().rowAt(help->pos().y(), width());
    QString words;
    if (row && m_rows[*row].lane)
        words = laneWords(m_runs[m_rows[*row].run], m_runs[m_rows[*row].run].lanes[*m_rows[*row].lane]);
    else if (const auto run = picture().nameAt(help->pos().y(), width()))
        words = runName(m_runs[*run]);
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

void OverlayView::choose(std::size_t row)
{
    m_current = row;
    setAccessibleDescription(laneWords(m_runs[m_rows[row].run], m_runs[m_rows[row].run].lanes[*m_rows[row].lane]));
    update();
    Q_EMIT laneChosen(m_rows[row].run, *m_rows[row].lane);
}

void OverlayView::mousePressEvent(QMouseEvent* event)
{
    const auto row = picture().rowAt(event->position().y(), width());
    if (event->button() == Qt::LeftButton && row && m_rows[*row].lane)
        choose(*row);
    else
        QWidget::mousePressEvent(event);
}

void OverlayView::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (by == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    for (int row = static_cast<int>(m_current.value_or(0)) + by; row >= 0 && row < static_cast<int>(m_rows.size()); row += by) {
        if (m_rows[static_cast<std::size_t>(row)].lane) {
            choose(static_cast<std::size_t>(row));
            keepInSight(*this, rowArea(static_cast<std::size_t>(row)));
            return;
        }
    }
}

} // namespace halfopen
