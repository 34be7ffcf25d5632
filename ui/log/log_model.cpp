// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a run as a table, filtered without holding the event loop.
#include "ui/log/log_model.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <cctype>
#include <utility>

#include "ui/glossary/glossary.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

// One look takes about this long at most, and asks the clock after so many lines.
constexpr qint64 kLookMs = 4;
constexpr std::size_t kLinesAStep = 2048;
// A line that has to be translated first takes about as long as so many.
constexpr std::size_t kLinesATranslation = 256;
// How far around a moment a better fitting line is looked for.
constexpr int kAround = 200;

bool isAscii(const std::string& text)
{
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

/// Other letters than ASCII's are compared as they are written.
bool containsWord(const std::string& text, const std::string& word)
{
    const auto lower = [](char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); };
    return std::search(text.begin(), text.end(), word.begin(), word.end(), [&](char a, char b) { return lower(a) == b; }) != text.end();
}

/// The errno or segment that a line speaks of, for its tool tip.
QString termIn(const QString& text)
{
    QString found;
    QString word;
    const auto take = [&] {
        if (const auto entry = glossary(word); entry && (entry->topic == GlossaryTopic::Error || entry->topic == GlossaryTopic::Wire))
            found = word;
        word.clear();
    };
    for (const QChar letter : text) {
        if (letter.isLetterOrNumber() || letter == u'_' || letter == u'-')
            word += letter;
        else
            take();
    }
    take();
    return found;
}

} // namespace

QString logKindText(LogKind kind)
{
    switch (kind) {
    case LogKind::Run:
        return LogModel::tr("run");
    case LogKind::Fault:
        return LogModel::tr("fault");
    case LogKind::Call:
        return LogModel::tr("call");
    case LogKind::Packet:
        return LogModel::tr("packet");
    case LogKind::Socket:
        return LogModel::tr("socket");
    case LogKind::Trouble:
        break;
    }
    return LogModel::tr("trouble");
}

LogModel::LogModel(QObject* parent) : QAbstractTableModel(parent)
{
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &LogModel::look);
}

void LogModel::restart(const Timeline& timeline)
{
    m_timeline = &timeline;
    lookAgain();
}

/// Before the fault where it is to come by the script; the pairs are not armed yet: as if they were now.
RunTime LogModel::zero() const
{
    if (m_timeline == nullptr)
        return RunTime{0};
    if (const auto origin = m_timeline->origin())
        return *origin;
    const RunTime start = m_timeline->startedAt().value_or(m_timeline->lastTime());
    return start + fromSeconds(m_timeline->finished() ? 0 : firstFaultSeconds(m_timeline->experiment()).value_or(0));
}

void LogModel::refresh()
{
    if (const RunTime now = zero(); std::exchange(m_toldZero, now) != now && rowCount() > 0)
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
    if (m_timeline != nullptr && m_looked < log().size() && !m_more.isActive())
        look();
}

void LogModel::setWish(const LogWish& wish)
{
    if (m_wish == wish)
        return;
    m_wish = wish;
    lookAgain();
}

void LogModel::lookAgain()
{
    beginResetModel();
    m_shown.clear();
    m_looked = 0;
    m_toldZero = zero();
    endResetModel();
    look();
}

void LogModel::look()
{
    QElapsedTimer clock;
    clock.start();
    std::vector<std::uint32_t> found;
    const auto& lines = log();
    while (m_looked < lines.size() && clock.elapsed() < kLookMs) {
        for (std::size_t left = kLinesAStep; left > 0 && m_looked < lines.size(); ++m_looked) {
            if (accepts(lines[m_looked], left))
                found.push_back(static_cast<std::uint32_t>(m_looked));
        }
    }
    if (!found.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(found.size()) - 1);
        m_shown.insert(m_shown.end(), found.begin(), found.end());
        endInsertRows();
    }
    if (m_looked < lines.size()) {
        m_more.start();
        return;
    }
    m_more.stop();
    Q_EMIT searched();
}

bool LogModel::accepts(const LogLine& line, std::size_t& left) const
{
    --left;
    if ((m_wish.kinds & 1U << static_cast<unsigned>(line.kind)) == 0)
        return false;
    if (m_wish.pair && line.pair >= 0 && line.pair != *m_wish.pair)
        return false;
    QString shown; // as the cells show it
    return std::ranges::all_of(m_wish.words, [&](const std::string& word) {
        if (containsWord(line.text, word))
            return true;
        if (!isCoreTranslated() && (isAscii(word) || isAscii(line.text)))
            return false;
        if (shown.isEmpty()) {
            shown = fromCoreOnce(line.text);
            left -= std::min(left, kLinesATranslation);
        }
        return shown.contains(QString::fromStdString(word), Qt::CaseInsensitive);
    });
}

const LogLine* LogModel::line(int row) const
{
    // The timeline may have been emptied for a new run that is not announced yet.
    if (row < 0 || row >= rowCount() || m_shown[static_cast<std::size_t>(row)] >= log().size())
        return nullptr;
    return &log()[m_shown[static_cast<std::size_t>(row)]];
}

int LogModel::rowNear(int pair, Host end, RunTime at) const
{
    const auto& lines = log();
    const auto after = std::ranges::lower_bound(m_shown, at, {}, [&](std::uint32_t number) { return number < lines.size() ? lines[number].time : RunTime::max(); });
    const int middle = static_cast<int>(after - m_shown.begin());
    int best = -1;
    std::pair<bool, RunTime> least{true, RunTime::max()};
    for (int row = std::max(0, middle - kAround); row < std::min(rowCount(), middle + kAround); ++row) {
        const auto* each = line(row);
        if (each == nullptr || (each->pair >= 0 && each->pair != pair))
            continue;
        // A line of that end first; one of the whole run where there is none.
        const bool other = each->pair < 0 || each->end != end;
        const std::pair<bool, RunTime> distance{other && each->time != at, std::chrono::abs(each->time - at)};
        if (distance < least) {
            least = distance;
            best = row;
        }
    }
    return best;
}

int LogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

int LogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((index.column() == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const auto* shown = line(index.row());
    if (shown == nullptr)
        return {};
    if (role == KindRole)
        return static_cast<int>(shown->kind);
    if (role == Qt::ToolTipRole) {
        const QString text = fromCore(shown->text);
        return glossaryToolTip(termIn(text), text);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return QLocale().toString(toSeconds(shown->time - zero()), 'f', 6);
    case Kind:
        return logKindText(shown->kind);
    default:
        return fromCore(shown->text);
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Time)
        return tr("Seconds since the fault, as on the time line; negative before it. Without a fault they count from the start.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("time [s]");
    case Kind:
        return tr("kind");
    default:
        return tr("what");
    }
}

} // namespace halfopen
