// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of the socket table are shown.
#include "ui/sockets/column_chooser.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>

#include <algorithm>

#include "ui/theme/more_columns.h"

namespace halfopen {

namespace {

// The header's and the cells' own, as the style sheet has it.
constexpr int kPadding = 13;
constexpr int kAirToGive = 4; // of it
constexpr int kNamesLookedAt = 200; // of more pairs the first
constexpr int kMostOfName = 16;     // average characters; its tool tip has all of a longer one
constexpr int kLeastOfName = 8;     // where there is little room

QString columnsKey() { return QStringLiteral("sockets/columns"); }

ColumnSet fromKeys(const QStringList& keys)
{
    ColumnSet set = 0;
    for (const auto& key : keys) {
        if (const int column = socketColumnOf(key); column >= 0)
            set |= columnBit(column);
    }
    return set;
}

QStringList toKeys(ColumnSet set)
{
    QStringList keys;
    for (int column = 0; column < SocketColumns::ColumnCount; ++column) {
        if ((set & columnBit(column)) != 0)
            keys << QString::fromLatin1(socketColumn(column).key);
    }
    return keys;
}

} // namespace

ColumnChooser::ColumnChooser(QTableView& table, QSettings& settings, QObject* parent)
    : QObject(parent), m_table(table), m_settings(settings), m_menu(new QMenu(&table))
{
    m_menu->setObjectName(QStringLiteral("sockets.columnMenu"));
    m_menu->setToolTipsVisible(true);
    // A set that names none of today's columns is no choice.
    if (const auto kept = fromKeys(m_settings.value(columnsKey()).toStringList()); kept != 0)
        m_chosen = kept;
    connect(m_menu, &QMenu::aboutToShow, this, &ColumnChooser::fillMenu);
    fillMenu();
    m_more = new MoreColumns(m_table, QStringLiteral("sockets.more"));
    connect(m_more, &QToolButton::clicked, this, [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    auto* header = m_table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { m_menu->popup(header->viewport()->mapToGlobal(at)); });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ColumnChooser::arrange);
    connect(m_table.model(), &QAbstractItemModel::modelReset, this, &ColumnChooser::arrange);
    m_table.installEventFilter(this);
    m_table.viewport()->installEventFilter(this);
    arrange();
}

void ColumnChooser::fillMenu()
{
    m_menu->clear();
    auto* automatic = m_menu->addAction(tr("As many as &fit"));
    automatic->setObjectName(QStringLiteral("sockets.column.auto"));
    automatic->setCheckable(true);
    automatic->setChecked(!m_chosen);
    connect(automatic, &QAction::triggered, this, [this] { choose(std::nullopt); });
    const auto addFrom = [this](SocketColumn::From from, const QString& title) {
        m_menu->addSection(title);
        for (int column = 0; column < SocketColumns::ColumnCount; ++column) {
            if (socketColumn(column).from != from)
                continue;
            auto* action = m_menu->addAction(socketColumnTitle(column));
            action->setObjectName(QStringLiteral("sockets.column.") + QLatin1String(socketColumn(column).key));
            action->setToolTip(m_table.model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
            action->setCheckable(true);
            action->setChecked(!m_table.isColumnHidden(column));
            connect(action, &QAction::triggered, this, [this, column](bool on) {
                ColumnSet shown = 0;
                for (int each = 0; each < SocketColumns::ColumnCount; ++each)
                    shown |= m_table.isColumnHidden(each) ? 0 : columnBit(each);
                choose(on ? shown | columnBit(column) : shown & ~columnBit(column));
            });
        }
    };
    addFrom(SocketColumn::From::Halfopen, tr("Halfopen"));
    addFrom(SocketColumn::From::Table, QStringLiteral("/proc/net/tcp"));
    addFrom(SocketColumn::From::Info, QStringLiteral("TCP_INFO"));
}

void ColumnChooser::choose(std::optional<ColumnSet> columns)
{
    // A table without columns would have no header to bring them back.
    if (columns && *columns == 0)
        columns = columnBit(SocketColumns::Pair);
    if (m_chosen == columns)
        return;
    m_chosen = columns;
    if (m_chosen)
        m_settings.setValue(columnsKey(), toKeys(*m_chosen));
    else
        m_settings.remove(columnsKey());
    arrange();
}

int ColumnChooser::titleWidth(int column) const
{
    QFont bold = m_table.font();
    bold.setBold(true);
    return QFontMetrics(bold).horizontalAdvance(socketColumnTitle(column));
}

/// Names are the user's own, and told in whole where they are not too long.
int ColumnChooser::nameWidth() const
{
    const auto metrics = m_table.fontMetrics();
    int widest = 0;
    for (int row = 0; row < std::min(m_table.model()->rowCount(), kNamesLookedAt); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(m_table.model()->index(row, SocketColumns::Pair).data().toString()));
    return std::min(widest, metrics.averageCharWidth() * (m_tight ? kLeastOfName : kMostOfName));
}

int ColumnChooser::widthOf(int column) const
{
    const auto metrics = m_table.fontMetrics();
    QFont bold = m_table.font();
    bold.setBold(true);
    const int title = titleWidth(column);
    // A picture needs some room whatever its title.
    const char* const usual = column == SocketColumns::State ? "ESTABLISHED" : column == SocketColumns::Timer ? "keepalive" : nullptr;
    if (column == SocketColumns::Pair)
        return std::max(title + (m_table.horizontalHeader()->sortIndicatorSection() == column ? metrics.height() : 0), nameWidth()) + kPadding;
    const QString longest = QString::fromLatin1(m_tight && usual != nullptr ? usual : socketColumn(column).longest);
    const int text = longest.isEmpty() ? metrics.height() * 3
                                       : QFontMetrics(column == SocketColumns::Timer ? bold : m_table.font()).horizontalAdvance(longest);
    // The sorted column needs room for its arrow.
    const int arrow = m_table.horizontalHeader()->sortIndicatorSection() == column ? metrics.height() : 0;
    return std::max(title + arrow, text) + kPadding;
}

ColumnSet ColumnChooser::fitting(int room) const
{
    ColumnSet set = 0;
    for (const int column : socketColumnsByRank()) {
        room -= widthOf(column);
        if (room < 0)
            break;
        set |= columnBit(column);
    }
    return set == 0 ? columnBit(SocketColumns::Pair) : set;
}

void ColumnChooser::tellMissing(ColumnSet shown)
{
    // Where the timers have room the menu of columns is enough.
    QStringList missing;
    for (const int column : socketColumnsByRank()) {
        if (m_tight && (shown & columnBit(column)) == 0)
            missing << socketColumnTitle(column);
    }
    m_more->tell(missing);
}

void ColumnChooser::arrange()
{
    const int room = m_table.viewport()->width();
    m_tight = false;
    ColumnSet shown = m_chosen.value_or(fitting(room));
    // A table of sockets without their timers tells little: then long words of the others are cut, and their tool tips have them.
    if (!m_chosen && (shown & columnBit(SocketColumns::Timer)) == 0) {
        m_tight = true;
        shown = fitting(room);
    }
    tellMissing(shown);
    int used = 0;
    for (int column = 0; column < SocketColumns::ColumnCount; ++column) {
        const bool visible = (shown & columnBit(column)) != 0;
        m_table.setColumnHidden(column, !visible);
        if (!visible)
            continue;
        const int width = widthOf(column);
        if (m_table.columnWidth(column) != width)
            m_table.setColumnWidth(column, width);
        used += width;
    }
    // What is left over gives the longest words their room, that of a timer first, and makes the pictures wider.
    if (m_tight && (shown & columnBit(SocketColumns::Timer)) != 0 && used < room) {
        m_tight = false;
        const int timer = m_table.columnWidth(SocketColumns::Timer);
        const int grown = std::clamp(widthOf(SocketColumns::Timer), timer, timer + room - used);
        m_tight = true;
        m_table.setColumnWidth(SocketColumns::Timer, grown);
        used += grown - timer;
    }
    constexpr const char* kLongestState = "(gone:EHOSTUNREACH)_";
    const int longest = m_table.fontMetrics().horizontalAdvance(QLatin1String(kLongestState)) + kPadding;
    const int state = m_table.columnWidth(SocketColumns::State);
    if ((shown & columnBit(SocketColumns::State)) != 0 && state < longest && used < room) {
        m_table.setColumnWidth(SocketColumns::State, std::min(longest, state + room - used));
        used += m_table.columnWidth(SocketColumns::State) - state;
    }
    // The errno is the most important word of the table: where it lacks a few pixels, all others give a little of their air.
    if (!m_chosen && !m_tight && (shown & columnBit(SocketColumns::State)) != 0) {
        int lacks = std::max(longest - m_table.columnWidth(SocketColumns::State), 0);
        const int wanted = lacks;
        for (int column = 0; column < SocketColumns::ColumnCount && lacks > 0; ++column) {
            if ((shown & columnBit(column)) == 0 || column == SocketColumns::State)
                continue;
            const int given = std::clamp(m_table.columnWidth(column) - titleWidth(column) - kPadding, 0, std::min(lacks, kAirToGive));
            m_table.setColumnWidth(column, m_table.columnWidth(column) - given);
            lacks -= given;
        }
        m_table.setColumnWidth(SocketColumns::State, m_table.columnWidth(SocketColumns::State) + wanted - lacks);
    }
    for (const int column : {SocketColumns::TimerHistory, SocketColumns::QueueHistory, SocketColumns::State}) {
        if ((shown & columnBit(column)) != 0 && used < room) {
            m_table.setColumnWidth(column, m_table.columnWidth(column) + room - used);
            break;
        }
    }
}

bool ColumnChooser::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if ((watched == m_table.viewport() && type == QEvent::Resize && !m_chosen)
        || (watched == &m_table && (type == QEvent::FontChange || type == QEvent::StyleChange || type == QEvent::LanguageChange)))
        arrange();
    return QObject::eventFilter(watched, event);
}

} // namespace halfopen
