// SPDX-License-Identifier: GPL-3.0-or-later
// Both hosts' rows of /proc/net/tcp with their TCP_INFO, as a table.
#include "ui/sockets/socket_table_model.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "ui/glossary/glossary.h"
#include "ui/sockets/socket_cells.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

// How long a changed cell stays lit, and how often the model looks whether that is over.
constexpr std::int64_t kLitMs = 900;
constexpr std::chrono::milliseconds kFresh{kLitMs}; // in the run's own time: what is older has not changed just now
constexpr int kFadeStepMs = 150;
constexpr std::size_t kToldOneByOne = 2000; // rows
// Taken into the histories in one turn: a few ms.
constexpr std::size_t kRowsATurn = 20'000;

// Ages grow with every look: they are told, but it is no news.
constexpr ColumnSet kNeverLit = columnBit(SocketColumns::SinceSent) | columnBit(SocketColumns::SinceReceived) | columnBit(SocketColumns::SinceAck);

} // namespace

SocketTableModel::SocketTableModel(QObject* parent) : QAbstractTableModel(parent)
{
    m_clock.start();
    m_fade.setInterval(kFadeStepMs);
    m_fade.setTimerType(Qt::CoarseTimer);
    connect(&m_fade, &QTimer::timeout, this, &SocketTableModel::unlight);
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &SocketTableModel::takeMoreOfHistories);
}

void SocketTableModel::restart(const Timeline& timeline)
{
    beginResetModel();
    m_entries.clear();
    m_at.reset();
    m_then.clear();
    m_fade.stop();
    m_more.stop();
    m_now = timeline.lastTime();
    m_from = timeline.startedAt().value_or(RunTime{0});
    for (std::size_t pair = 0; pair < timeline.pairs().size(); ++pair) {
        for (const Host end : {Host::Client, Host::Server}) {
            SocketEntry entry;
            entry.pair = static_cast<int>(pair);
            entry.end = end;
            entry.runOver = m_runOver;
            entry.pairName = fromCore(pairName(timeline.experiment(), static_cast<int>(pair)));
            static_cast<void>(takeNews(entry, timeline, m_now));
            m_entries.push_back(std::move(entry));
        }
    }
    takeHistories(timeline);
    endResetModel();
}

void SocketTableModel::takeHistories(const Timeline& timeline)
{
    m_timeline = &timeline;
    m_more.stop();
    std::size_t room = kRowsATurn;
    for (auto& entry : m_entries) {
        if (!takeSteps(entry, timeline, room)) {
            m_more.start();
            return;
        }
    }
}

void SocketTableModel::takeMoreOfHistories()
{
    takeHistories(*m_timeline);
    if (m_more.isActive())
        return;
    if (m_at)
        takeThen(*m_timeline);
    tellChanged(0, rowCount() - 1, columnBit(TimerHistory) | columnBit(QueueHistory));
}

void SocketTableModel::refresh(const Timeline& timeline, RunTime now)
{
    if (m_entries.size() != timeline.pairs().size() * 2) {
        restart(timeline);
        return;
    }
    m_now = now;
    m_from = timeline.startedAt().value_or(RunTime{0});
    const std::int64_t litUntil = m_clock.elapsed() + kLitMs;
    std::vector<ColumnSet> changes;
    changes.reserve(m_entries.size());
    bool anyLit = false;
    for (auto& entry : m_entries) {
        const SocketNews news = takeNews(entry, timeline, now - kFresh);
        if (const ColumnSet lit = news.fresh & ~kNeverLit; lit != 0) {
            entry.lit |= lit;
            entry.litUntil = litUntil;
            anyLit = true;
        }
        changes.push_back(news.changed | news.fresh);
    }
    takeHistories(timeline);
    if (m_at)
        takeThen(timeline);
    tellChanges(changes);
    if (anyLit && !m_fade.isActive())
        m_fade.start();
}

void SocketTableModel::setRunOver(bool over)
{
    if (std::exchange(m_runOver, over) == over)
        return;
    for (auto& entry : m_entries)
        entry.runOver = over;
    tellChanged(0, rowCount() - 1, columnBit(State));
}

/// Neighbours with the same changes are told together. Of thousands every other may change at once, and each signal costs
/// the filter and the table some time: then one tells of all.
void SocketTableModel::tellChanges(const std::vector<ColumnSet>& changes, const QList<int>& roles)
{
    const int last = static_cast<int>(changes.size()) - 1;
    if (changes.size() > kToldOneByOne) {
        tellChanged(0, last, std::accumulate(changes.begin(), changes.end(), ColumnSet{0}, std::bit_or{}), roles);
        return;
    }
    int first = 0;
    ColumnSet pending = 0;
    for (int row = 0; row <= last; ++row) {
        const ColumnSet changed = changes[static_cast<std::size_t>(row)];
        if (changed == pending)
            continue;
        tellChanged(first, row - 1, pending, roles);
        first = row;
        pending = changed;
    }
    tellChanged(first, last, pending, roles);
}

void SocketTableModel::showAt(const Timeline& timeline, std::optional<RunTime> at)
{
    if (m_at == at)
        return;
    m_at = at;
    takeThen(timeline);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void SocketTableModel::takeThen(const Timeline& timeline)
{
    m_then.clear();
    if (!m_at)
        return;
    m_then.reserve(m_entries.size());
    for (const auto& latest : m_entries)
        m_then.push_back(entryAt(latest, timeline, *m_at));
}

void SocketTableModel::tellChanged(int firstRow, int lastRow, ColumnSet columns, const QList<int>& roles)
{
    if (firstRow > lastRow)
        return;
    for (int column = 0; column < ColumnCount; ++column) {
        if ((columns & columnBit(column)) == 0)
            continue;
        int last = column;
        while (last + 1 < ColumnCount && (columns & columnBit(last + 1)) != 0)
            ++last;
        Q_EMIT dataChanged(index(firstRow, column), index(lastRow, last), roles);
        column = last;
    }
}

void SocketTableModel::unlight()
{
    const std::int64_t now = m_clock.elapsed();
    bool anyLit = false;
    std::vector<ColumnSet> changes;
    changes.reserve(m_entries.size());
    for (auto& entry : m_entries) {
        changes.push_back(entry.litUntil <= now ? std::exchange(entry.lit, 0) : ColumnSet{0});
        anyLit = anyLit || entry.lit != 0;
    }
    tellChanges(changes, {LitRole});
    if (!anyLit)
        m_fade.stop();
}

bool SocketTableModel::isAnyTimerRunning() const
{
    return std::ranges::any_of(m_at ? m_then : m_entries, [](const SocketEntry& entry) {
        return entry.row && !entry.gone && entry.row->timer != KernelTimer::None;
    });
}

int SocketTableModel::rowOf(int pair, Host end) const
{
    const int row = pair * 2 + (end == Host::Server ? 1 : 0);
    return pair >= 0 && row < rowCount() ? row : -1;
}

int SocketTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }

int SocketTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SocketTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(shown, index.column(), shownInstant());
    case Qt::ToolTipRole:
        return cellToolTip(shown, index.column(), shownInstant());
    case Qt::TextAlignmentRole:
        return static_cast<int>((socketColumn(index.column()).isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return cellValue(shown, index.column(), shownInstant());
    case GoneRole:
        return shown.gone;
    case TimerRole:
        return shown.row && !shown.gone ? static_cast<int>(shown.row->timer) : 0;
    case LitRole:
        return (shown.lit & columnBit(index.column())) != 0;
    default:
        return {};
    }
}

QVariant SocketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return socketColumnTitle(section);
    if (role == Qt::ToolTipRole)
        return glossaryToolTip(QString::fromUtf8(socketColumn(section).term));
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((socketColumn(section).isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace halfopen
