// SPDX-License-Identifier: GPL-3.0-or-later
// Both hosts' rows of /proc/net/tcp, as a table.
#include "ui/sockets/socket_table_model.h"

#include <algorithm>

#include "core/outcome.h"
#include "core/outcome_csv.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

// How long a changed cell stays lit.
constexpr RunTime kLit = std::chrono::milliseconds{900};

bool isNumber(int column) { return column >= SocketTableModel::Left && column <= SocketTableModel::Window; }

QString nothing() { return QStringLiteral("–"); }

} // namespace

SocketTableModel::SocketTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void SocketTableModel::restart(const Timeline& timeline)
{
    beginResetModel();
    m_entries.clear();
    m_now = timeline.lastTime();
    appendEntries(timeline);
    for (auto& entry : m_entries) {
        take(entry, timeline, m_now);
        entry.lit = 0;
    }
    endResetModel();
}

void SocketTableModel::appendEntries(const Timeline& timeline)
{
    for (std::size_t pair = 0; pair < timeline.pairs().size(); ++pair) {
        for (const Host end : {Host::Client, Host::Server}) {
            Entry entry;
            entry.pair = static_cast<int>(pair);
            entry.end = end;
            m_entries.push_back(std::move(entry));
        }
    }
}

void SocketTableModel::refresh(const Timeline& timeline, RunTime now)
{
    if (m_entries.size() != timeline.pairs().size() * 2) {
        restart(timeline);
        return;
    }
    m_now = now;
    for (std::size_t number = 0; number < m_entries.size(); ++number) {
        auto& entry = m_entries[number];
        const auto litBefore = entry.lit;
        const auto seenBefore = entry.seenRows + entry.seenInfos;
        take(entry, timeline, now);
        const int row = static_cast<int>(number);
        if (entry.seenRows + entry.seenInfos != seenBefore || litBefore != entry.lit)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, Left), index(rowCount() - 1, Left), {Qt::DisplayRole, SortRole});
}

void SocketTableModel::settle()
{
    for (std::size_t number = 0; number < m_entries.size(); ++number) {
        if (m_entries[number].lit == 0)
            continue;
        m_entries[number].lit = 0;
        const int row = static_cast<int>(number);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1), {LitRole});
    }
}

void SocketTableModel::take(Entry& entry, const Timeline& timeline, RunTime now)
{
    const auto& track = timeline.pairs()[static_cast<std::size_t>(entry.pair)].end(entry.end);
    if (entry.lit != 0 && now - entry.litAt > kLit)
        entry.lit = 0;
    if (track.rows.size() == entry.seenRows && track.infos.size() == entry.seenInfos)
        return;
    const Entry before = entry;
    if (track.rows.size() != entry.seenRows) {
        const auto& last = track.rows.back();
        entry.gone = !last.row.has_value();
        entry.sampled = last.time;
        // A row that is gone keeps showing what it was.
        const auto known = std::find_if(track.rows.rbegin(), track.rows.rend(), [](const RowSample& sample) { return sample.row.has_value(); });
        if (known != track.rows.rend())
            entry.row = known->row;
        entry.seenRows = track.rows.size();
    }
    if (track.infos.size() != entry.seenInfos) {
        entry.backoff = track.infos.back().info.backoff;
        entry.seenInfos = track.infos.size();
    }
    if (entry.gone && entry.why.isEmpty()) {
        if (const auto detection = detectionOf(timeline, entry.pair, entry.end))
            entry.why = detection->result < 0 ? fromCore(errnoName(detection->errorNumber)) : tr("closed by the peer");
    }
    for (int column = 0; column < ColumnCount; ++column) {
        if (column != Left && before.row && rawValue(before, column) != rawValue(entry, column)) {
            entry.lit |= 1U << column;
            entry.litAt = now;
        }
    }
}

int SocketTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }

int SocketTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

RunTime SocketTableModel::timerLeft(const Entry& entry) const
{
    return std::max(RunTime{0}, entry.row->timerLeft - (m_now - entry.sampled));
}

QVariant SocketTableModel::rawValue(const Entry& entry, int column) const
{
    if (column == Pair)
        return entry.pair;
    if (column == HostName)
        return static_cast<int>(entry.end);
    if (!entry.row)
        return {};
    const auto& row = *entry.row;
    switch (column) {
    case Local:
        return fromCore(row.local.text());
    case Remote:
        return fromCore(row.remote.text());
    case State:
        return entry.gone ? 100 : static_cast<int>(row.state);
    case Timer:
        return entry.gone ? -1 : static_cast<int>(row.timer);
    case Left:
        return entry.gone || row.timer == KernelTimer::None ? -1.0 : toSeconds(timerLeft(entry));
    case Unanswered:
        return row.probesOut;
    case Retransmits:
        return row.retransmits;
    case SendQueue:
        return row.sendQueue;
    case ReceiveQueue:
        return row.receiveQueue;
    case Rto:
        return toSeconds(row.rto) * 1000;
    case Backoff:
        return entry.backoff.value_or(-1);
    case Window:
        return row.congestionWindow;
    default:
        return {};
    }
}

QString SocketTableModel::text(const Entry& entry, int column) const
{
    if (column == Pair)
        return QString::number(entry.pair + 1);
    if (column == HostName)
        return endTitle(entry.end).toLower();
    if (!entry.row)
        return column == State ? tr("not connected yet") : nothing();
    if (entry.gone && column > State && column != Remote)
        return nothing();
    switch (column) {
    case State:
        if (entry.gone)
            return entry.why.isEmpty() ? tr("(gone)") : tr("(gone: %1)").arg(entry.why);
        return fromCore(name(entry.row->state));
    case Timer:
        return fromCore(name(entry.row->timer));
    case Left:
        return entry.row->timer == KernelTimer::None ? nothing() : secondsText(timerLeft(entry));
    case Rto:
        return QString::number(toSeconds(entry.row->rto) * 1000, 'f', 0);
    case Backoff:
        return entry.backoff ? QString::number(*entry.backoff) : nothing();
    default:
        return rawValue(entry, column).toString();
    }
}

QVariant SocketTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return rawValue(entry, index.column());
    case GoneRole:
        return entry.gone;
    case TimerRole:
        return entry.row && !entry.gone ? static_cast<int>(entry.row->timer) : 0;
    case LitRole:
        return (entry.lit >> index.column() & 1U) != 0;
    case EndRole:
        return static_cast<int>(entry.end);
    default:
        return {};
    }
}

QVariant SocketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static const char* const titles[] = {
        QT_TR_NOOP("pair"), QT_TR_NOOP("host"), QT_TR_NOOP("local"), QT_TR_NOOP("state"), QT_TR_NOOP("timer"), QT_TR_NOOP("in"),
        QT_TR_NOOP("unanswered"), QT_TR_NOOP("retrans"), QT_TR_NOOP("Send-Q"), QT_TR_NOOP("Recv-Q"), QT_TR_NOOP("rto [ms]"),
        QT_TR_NOOP("backoff"), QT_TR_NOOP("cwnd"), QT_TR_NOOP("remote")};
    static const char* const tips[] = {
        QT_TR_NOOP("Number of the pair"),
        QT_TR_NOOP("Which host's table"),
        QT_TR_NOOP("local_address"),
        QT_TR_NOOP("st: the TCP state"),
        QT_TR_NOOP("tr: the timer that pends; retransmission and window probes hide keepalive"),
        QT_TR_NOOP("tm->when: until it fires, before the timer wheel's rounding"),
        QT_TR_NOOP("timeout: unanswered keepalive or window probes"),
        QT_TR_NOOP("retrnsmt: retransmission timeouts in a row"),
        QT_TR_NOOP("tx_queue: bytes unacknowledged and unsent"),
        QT_TR_NOOP("rx_queue: bytes not yet read"),
        QT_TR_NOOP("Retransmission timeout, in steps of 10 ms"),
        QT_TR_NOOP("TCP_INFO: doublings of the retransmission timeout"),
        QT_TR_NOOP("Congestion window, segments"),
        QT_TR_NOOP("rem_address")};
    if (role == Qt::DisplayRole)
        return tr(titles[section]);
    if (role == Qt::ToolTipRole)
        return tr(tips[section]);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace halfopen
