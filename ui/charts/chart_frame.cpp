// SPDX-License-Identifier: GPL-3.0-or-later
// What all charts of the results have in common: a view of the chart library in a widget of our own.
#include "ui/charts/chart_frame.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QHelpEvent>
#include <QLegend>
#include <QToolTip>

#include "ui/theme/picture_accessible.h"

namespace halfopen {

ChartFrame::ChartFrame(QWidget* parent) : QWidget(parent), m_view(new QChartView(this)), m_chart(new QChart)
{
    m_view->setChart(m_chart);
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundRoundness(0);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    // Some dozens of marks five times a second: smooth edges cost nothing here.
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    tellAsPicture(*this);
}

void ChartFrame::paintInto(QPainter& painter, const QRectF& area)
{
    resize(area.size().toSize());
    layOut();
    const QRectF whole(QPointF(0, 0), area.size());
    m_view->resize(area.size().toSize());
    m_chart->setGeometry(whole);
    m_chart->setPlotArea(plotArea());
    m_chart->scene()->setSceneRect(whole);
    // Its own ground may still have the size of an earlier layout and would cover what stands around the figure. Clipping
    // would not help: QSvgGenerator of Qt 6.4 does not write it.
    m_chart->setBackgroundVisible(false);
    m_chart->scene()->render(&painter, area, whole);
}

void ChartFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ChartFrame::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        layOut();
    }
}

bool ChartFrame::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

void ChartFrame::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    layOut();
}

void ChartFrame::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    layOut();
}

} // namespace halfopen
