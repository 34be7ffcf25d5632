// SPDX-License-Identifier: GPL-3.0-or-later
// A message across the window that does not stop the work.
#include "ui/window/banner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/theme/looks.h"
#include "ui/window/tinted_icon.h"

namespace halfopen {

Banner::Banner(QWidget* parent) : QFrame(parent), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("banner"));
    wear(*this, Look::Banner);
    m_text->setObjectName(QStringLiteral("banner.text"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("banner.close"));
    close->setAccessibleName(tr("Close the message"));
    close->setIcon(tintedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    auto* sign = new QLabel(this);
    sign->setPixmap(tintedIcon(QStringLiteral("warning")).pixmap(fontMetrics().height(), fontMetrics().height()));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 3, 6, 3);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::tellNotWritten(const QString& message)
{
    tell(message);
    m_isOfWriting = true;
}

void Banner::noteWritten()
{
    if (m_isOfWriting)
        hide();
}

void Banner::tell(const QString& message, const QString& remedy)
{
    m_isOfWriting = false;
    m_text->setText(remedy.isEmpty() ? message : message + u'\n' + remedy);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Banner::text() const { return m_text->text(); }

} // namespace halfopen
