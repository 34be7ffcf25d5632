// SPDX-License-Identifier: GPL-3.0-or-later
// The heading of a dock.
#include "ui/window/dock_title.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>

#include "ui/text/elided_label.h"
#include "ui/window/tinted_icon.h"

namespace halfopen {

DockTitle::DockTitle(const QString& subtitle, QDockWidget* dock)
    : Plate(Part::Upper, dock), m_subtitle(subtitle), m_dock(dock), m_title(new QLabel(dock->windowTitle(), this))
{
    setObjectName(QStringLiteral("dockTitle"));
    auto bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_title->setFont(bold);
    m_title->setObjectName(dock->objectName() + QStringLiteral(".title"));
    // The title may not force a narrow dock to be wide.
    auto* second = new ElidedLabel(subtitle, this);
    second->setObjectName(dock->objectName() + QStringLiteral(".subtitle"));
    second->setForegroundRole(QPalette::PlaceholderText);
    m_second = second;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 4, 1);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(second, 1);
    const auto addButton = [&](const char* icon, const QString& spoken) {
        auto* button = new QToolButton(this);
        button->setObjectName(dock->objectName() + u'.' + QString::fromLatin1(icon));
        button->setIcon(tintedIcon(QString::fromLatin1(icon)));
        button->setIconSize(QSize(11, 11));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setToolTip(spoken);
        button->setAccessibleName(tr("%1: %2").arg(dock->windowTitle(), spoken));
        layout->addWidget(button);
        return button;
    };
    auto* floating = addButton("float", tr("Float or dock"));
    auto* close = addButton("close", tr("Close (bring it back from the View menu)"));
    connect(dock, &QDockWidget::visibilityChanged, this, &DockTitle::showTitle);
    dock->installEventFilter(this);
    connect(floating, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
}

/// Behind a tab the title would only repeat it.
void DockTitle::showTitle()
{
    const auto* window = qobject_cast<QMainWindow*>(m_dock->parentWidget());
    m_title->setVisible(m_dock->isFloating() || window == nullptr || window->tabifiedDockWidgets(m_dock).isEmpty());
}

/// The last one behind a row of tabs is told of it by its size alone.
bool DockTitle::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_dock && event->type() == QEvent::Resize)
        showTitle();
    return Plate::eventFilter(watched, event);
}

void DockTitle::setNews(const QString& news)
{
    m_second->setText(news.isEmpty() ? m_subtitle : news);
    m_second->setForegroundRole(news.isEmpty() ? QPalette::PlaceholderText : QPalette::Link);
}

} // namespace halfopen
