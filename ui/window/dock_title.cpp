// SPDX-License-Identifier: GPL-3.0-or-later
// The heading of a dock.
#include "ui/window/dock_title.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>

#include "ui/text/elided_label.h"
#include "ui/window/tinted_icon.h"

namespace halfopen {

DockTitle::DockTitle(const QString& subtitle, QDockWidget* dock) : Plate(Part::Upper, dock), m_subtitle(subtitle)
{
    setObjectName(QStringLiteral("dockTitle"));
    auto* title = new QLabel(dock->windowTitle(), this);
    auto bold = title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    title->setFont(bold);
    // The title may not force a narrow dock to be wide.
    auto* second = new ElidedLabel(subtitle, this);
    second->setObjectName(dock->objectName() + QStringLiteral(".subtitle"));
    second->setForegroundRole(QPalette::PlaceholderText);
    m_second = second;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 5, 4, 1);
    layout->setSpacing(6);
    layout->addWidget(title);
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
    // Behind a tab the title would only repeat it.
    connect(dock, &QDockWidget::visibilityChanged, title, [dock, title] {
        const auto* window = qobject_cast<QMainWindow*>(dock->parentWidget());
        title->setVisible(dock->isFloating() || window == nullptr || window->tabifiedDockWidgets(dock).isEmpty());
    });
    connect(floating, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(close, &QToolButton::clicked, dock, &QDockWidget::close);
}

void DockTitle::setNews(const QString& news)
{
    m_second->setText(news.isEmpty() ? m_subtitle : news);
    m_second->setForegroundRole(news.isEmpty() ? QPalette::PlaceholderText : QPalette::Link);
}

} // namespace halfopen
