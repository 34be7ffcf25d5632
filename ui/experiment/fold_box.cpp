// SPDX-License-Identifier: GPL-3.0-or-later
// A heading that opens and closes what is below it.
#include "ui/experiment/fold_box.h"
#include "ui/theme/looks.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace halfopen {

FoldBox::FoldBox(const QString& title, const QString& name, QWidget* content, QWidget* parent)
    : QWidget(parent), m_button(new QToolButton(this)), m_summary(new QLabel(this)), m_content(content)
{
    setObjectName(name);
    m_button->setObjectName(name + QStringLiteral(".toggle"));
    m_button->setText(title);
    m_button->setAccessibleName(title);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setAutoRaise(true);
    m_button->setCheckable(true);
    wear(*m_button, Look::FoldButton);
    m_summary->setObjectName(name + QStringLiteral(".summary"));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setWordWrap(true);
    m_summary->setIndent(m_button->fontMetrics().height());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_summary);
    layout->addWidget(m_content);
    connect(m_button, &QToolButton::toggled, this, &FoldBox::showState);
    showState();
}

void FoldBox::setSummary(const QString& summary)
{
    m_summary->setText(summary);
    showState();
}

void FoldBox::setOpen(bool open) { m_button->setChecked(open); }

bool FoldBox::isOpen() const { return m_button->isChecked(); }

void FoldBox::showState()
{
    const bool open = m_button->isChecked();
    m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(open);
    m_summary->setVisible(!open && !m_summary->text().isEmpty());
}

} // namespace halfopen
