// SPDX-License-Identifier: GPL-3.0-or-later
// The reason in large type, in the place of hosts and time line.
#include "ui/window/projector_why.h"

#include <QStackedWidget>
#include <QTextBrowser>

#include "ui/why/why_panel.h"
#include "ui/window/shown_run.h"

namespace halfopen {

ProjectorWhy::ProjectorWhy(QStackedWidget& pages, ShownRun& run, ViewState& view, QObject* parent)
    : QObject(parent), m_pages(pages), m_run(run), m_view(view)
{
    // Of another run it would be another reason.
    connect(&m_run, &ShownRun::replaced, this, &ProjectorWhy::close);
}

void ProjectorWhy::toggle(double magnification)
{
    if (close())
        return;
    m_before = m_pages.currentWidget();
    m_panel = new WhyPanel(m_run, m_view, &m_pages);
    m_panel->setObjectName(QStringLiteral("projector.why"));
    auto* text = m_panel->findChild<QTextBrowser*>();
    text->setObjectName(QStringLiteral("projector.why.text"));
    QFont type = m_panel->font();
    type.setPointSizeF(type.pointSizeF() * magnification);
    m_panel->setFont(type);
    m_pages.addWidget(m_panel);
    m_pages.setCurrentWidget(m_panel);
    text->setFocus();
}

bool ProjectorWhy::close()
{
    if (m_panel == nullptr)
        return false;
    if (m_before != nullptr && m_pages.currentWidget() == m_panel)
        m_pages.setCurrentWidget(m_before);
    m_pages.removeWidget(m_panel);
    m_panel->deleteLater();
    m_panel.clear();
    return true;
}

} // namespace halfopen
