// SPDX-License-Identifier: GPL-3.0-or-later
// The line over the table of sockets: what of it is shown.
#include "ui/sockets/socket_filter_bar.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

#include "ui/text/search_field.h"
#include "ui/theme/looks.h"

namespace halfopen {

SocketFilterBar::SocketFilterBar(QWidget* parent) : QWidget(parent), m_search(new SearchField(QStringLiteral("sockets.filter"), this)), m_host(new QComboBox(this))
{
    m_host->setObjectName(QStringLiteral("sockets.host"));
    m_thisPair = button("sockets.thisPair");
    m_timers = button("sockets.timers");
    for (auto* toggle : {m_thisPair, m_timers}) {
        toggle->setCheckable(true);
        connect(toggle, &QToolButton::toggled, this, &SocketFilterBar::wishChanged);
    }
    m_columns = button("sockets.columns");
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_lines = new QGridLayout(this);
    m_lines->setContentsMargins(6, 2, 6, 2);
    m_lines->setSpacing(4);
    // Its two lines, not its one, are the least width of the dock.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_search, &QLineEdit::textChanged, this, &SocketFilterBar::wishChanged);
    connect(m_host, qOverload<int>(&QComboBox::currentIndexChanged), this, &SocketFilterBar::wishChanged);
}

QToolButton* SocketFilterBar::button(const char* name)
{
    auto* made = new QToolButton(this);
    made->setObjectName(QLatin1String(name));
    made->setFocusPolicy(Qt::StrongFocus);
    wear(*made, Look::FilterButton);
    return made;
}

void SocketFilterBar::setColumnMenu(QMenu* menu) { m_columns->setMenu(menu); }

SocketWish SocketFilterBar::wish(int pair) const
{
    SocketWish wish;
    wish.words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    if (m_host->currentIndex() > 0)
        wish.host = m_host->currentIndex() == 1 ? Host::Client : Host::Server;
    if (m_thisPair->isChecked())
        wish.pair = pair;
    wish.timersOnly = m_timers->isChecked();
    return wish;
}

int SocketFilterBar::arrange(int width)
{
    const int second = m_host->sizeHint().width() + m_thisPair->sizeHint().width() + m_timers->sizeHint().width();
    const int gaps = 6 * m_lines->spacing();
    const bool narrow = width < second + m_columns->sizeHint().width() + m_search->minimumSizeHint().width() + gaps;
    if (narrow == m_narrow)
        return second + gaps;
    m_narrow = narrow;
    m_lines->setColumnStretch(0, 1);
    if (narrow) {
        m_lines->addWidget(m_search, 0, 0, 1, 3);
        m_lines->addWidget(m_columns, 0, 3);
        m_lines->addWidget(m_host, 1, 0);
        m_lines->addWidget(m_thisPair, 1, 1);
        m_lines->addWidget(m_timers, 1, 2, 1, 2);
    } else {
        int column = 0;
        for (QWidget* each : std::initializer_list<QWidget*>{m_search, m_host, m_thisPair, m_timers, m_columns})
            m_lines->addWidget(each, 0, column++);
    }
    return second + gaps;
}

void SocketFilterBar::retranslate()
{
    m_search->setPlaceholderText(tr("Filter: state, timer, address, name"));
    m_search->setAccessibleName(tr("Filter of the socket table"));
    m_host->setAccessibleName(tr("Host whose sockets are shown"));
    const QSignalBlocker block(m_host);
    const int chosen = m_host->currentIndex();
    m_host->clear();
    m_host->addItems({tr("Both hosts"), tr("Client"), tr("Server")});
    m_host->setCurrentIndex(std::max(chosen, 0));
    m_thisPair->setText(tr("This pair"));
    m_thisPair->setAccessibleName(tr("Only the selected pair"));
    m_thisPair->setToolTip(tr("Only the rows of the selected pair"));
    m_timers->setText(tr("Timer runs"));
    m_timers->setAccessibleName(tr("Only sockets with a running timer"));
    m_timers->setToolTip(tr("Only sockets with a timer that will fire; all others wait for ever"));
    m_columns->setText(tr("Columns") + QStringLiteral(" ▾"));
    m_columns->setAccessibleName(tr("Columns of the socket table"));
    m_columns->setToolTip(tr("Which fields of /proc/net/tcp and TCP_INFO are shown"));
}

} // namespace halfopen
