// SPDX-License-Identifier: GPL-3.0-or-later
// The log dock: the run's facts as lines, to be filtered, followed and copied.
#include "ui/log/log_panel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

#include "ui/export/piece_gatherer.h"
#include "ui/log/log_model.h"
#include "ui/log/log_rows.h"
#include "ui/log/log_text.h"
#include "ui/text/search_field.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/theme/plain_table.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

// More lines than this would fill the clipboard with what nobody reads.
constexpr int kMostCopied = 100'000;

} // namespace

void LogDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The time stands beside the first of several rows of text.
    if (option->rect.height() >= option->fontMetrics.height() * 2)
        option->displayAlignment = (option->displayAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignTop;
    const auto colours = Colours::from(option->palette);
    const auto kind = static_cast<LogKind>(index.data(LogModel::KindRole).toInt());
    const bool loud = kind == LogKind::Fault || kind == LogKind::Trouble;
    if (index.column() == LogModel::Text && !loud)
        return;
    const QColor colour = loud ? colours.ink(colours.failure) : colours.ink(colours.mutedText);
    option->palette.setColor(QPalette::Text, colour);
    option->palette.setColor(QPalette::HighlightedText, colour);
    option->font.setBold(loud && index.column() != LogModel::Time);
}

LogPanel::LogPanel(ShownRun& run, ViewState& view, QWidget* parent)
    : QWidget(parent), m_run(run), m_view(view), m_model(new LogModel(this)), m_table(new QTableView(this)), m_empty(emptyNote(QLatin1String("log.empty"), this))
{
    setObjectName(QStringLiteral("logPanel"));
    buildFilter();
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_table, 1);
    retranslate();
    connect(&m_run, &ShownRun::replaced, this, &LogPanel::restart);
    connect(&m_run, &ShownRun::refolded, this, &LogPanel::restart);
    connect(m_model, &LogModel::searched, this, &LogPanel::showEmpty);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        m_rows->added(first, last);
        followEnd();
    });
    connect(m_model, &QAbstractItemModel::modelReset, m_rows, &LogRows::restart);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogPanel::takeCurrent);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_scrolling)
            m_follow->setChecked(value >= m_table->verticalScrollBar()->maximum());
    });
    connect(&m_view, &ViewState::pairChanged, this, &LogPanel::filter);
    connect(&m_view, &ViewState::selectedChanged, this, &LogPanel::showPicked);
    restart();
}

void LogPanel::buildFilter()
{
    m_bar = new QWidget(this);
    m_search = new SearchField(QStringLiteral("log.filter"), m_bar);
    const auto button = [this](const char* name) {
        auto* made = new QToolButton(m_bar);
        made->setObjectName(QLatin1String(name));
        made->setFocusPolicy(Qt::StrongFocus);
        wear(*made, Look::FilterButton);
        return made;
    };
    m_kinds = button("log.kinds");
    m_kinds->setPopupMode(QToolButton::InstantPopup);
    m_kindMenu = new QMenu(m_kinds);
    m_kindMenu->setObjectName(QStringLiteral("log.kindMenu"));
    for (int kind = 0; kind <= static_cast<int>(LogKind::Trouble); ++kind) {
        auto* action = m_kindMenu->addAction(QString{});
        action->setObjectName(QStringLiteral("log.kind.%1").arg(kind));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, &LogPanel::filter);
    }
    m_kinds->setMenu(m_kindMenu);
    m_thisPair = button("log.thisPair");
    m_thisPair->setCheckable(true);
    m_follow = button("log.follow");
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_lines = new QGridLayout(m_bar);
    m_lines->setContentsMargins(6, 2, 6, 2);
    m_lines->setSpacing(4);
    m_lines->setColumnStretch(0, 1);
    arrangeFilter();
    connect(m_search, &QLineEdit::textChanged, this, &LogPanel::filter);
    connect(m_thisPair, &QToolButton::toggled, this, &LogPanel::filter);
    connect(m_follow, &QToolButton::toggled, this, &LogPanel::followEnd);
}

void LogPanel::arrangeFilter()
{
    // Above the buttons where it could not say beside them what it is for.
    int buttons = 0;
    for (const auto* each : {m_kinds, m_thisPair, m_follow})
        buttons += each->sizeHint().width() + m_lines->spacing();
    const bool narrow = width() < buttons + fontMetrics().horizontalAdvance(m_search->placeholderText()) + fontMetrics().height() * 2;
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_lines->addWidget(m_search, 0, 0, 1, narrow ? 4 : 1);
    int column = 1;
    for (QWidget* each : std::initializer_list<QWidget*>{m_kinds, m_thisPair, m_follow})
        m_lines->addWidget(each, narrow ? 1 : 0, column++);
}

void LogPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeFilter();
}

void LogPanel::buildTable()
{
    makePlain(*m_table, QLatin1String("log"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LogDelegate(m_table));
    m_table->setMinimumHeight(fontMetrics().height() * 2);
    m_rows = new LogRows(*m_table, this);
    connect(m_rows, &LogRows::fitted, this, &LogPanel::followEnd);
    connect(addCopyAction(*m_table, QLatin1String("log.copy")), &QAction::triggered, this, &LogPanel::copySelected);
    auto* copyAll = new QAction(m_table);
    copyAll->setObjectName(QStringLiteral("log.copyAll"));
    m_table->addAction(copyAll);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copyAll, &QAction::triggered, this, &LogPanel::copyShown);
}

void LogPanel::retranslate()
{
    m_table->setAccessibleName(tr("Log of the run"));
    m_search->setPlaceholderText(tr("Filter: words of the line"));
    m_search->setToolTip(m_search->placeholderText());
    m_search->setAccessibleName(tr("Filter of the log"));
    m_kinds->setText(tr("Kinds") + QStringLiteral(" ▾"));
    m_kinds->setAccessibleName(tr("Kinds of lines that are shown"));
    m_thisPair->setText(tr("This pair"));
    m_thisPair->setAccessibleName(tr("Only lines of the selected pair"));
    m_thisPair->setToolTip(tr("Only lines of the selected pair, and those of the whole run"));
    m_follow->setText(tr("Follow"));
    m_follow->setAccessibleName(tr("Follow the end of the log"));
    m_follow->setToolTip(tr("Keep the last line in sight; scrolling up stops it"));
    for (int kind = 0; kind < m_kindMenu->actions().size(); ++kind)
        m_kindMenu->actions().at(kind)->setText(logKindText(static_cast<LogKind>(kind)));
    m_table->findChild<QAction*>(QStringLiteral("log.copy"))->setText(tr("&Copy"));
    m_table->findChild<QAction*>(QStringLiteral("log.copyAll"))->setText(tr("Copy &all that is shown"));
    arrangeFilter();
    showEmpty();
}

void LogPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        arrangeFilter();
}

void LogPanel::restart()
{
    const QScopedValueRollback guard(m_showing, true);
    const QScopedValueRollback scroll(m_scrolling, true);
    m_model->restart(m_run.timeline());
    m_follow->setChecked(true);
    showEmpty();
}

void LogPanel::refresh() { m_model->refresh(); }

void LogPanel::filter()
{
    LogWish wish;
    for (const auto& word : m_search->text().toLower().split(u' ', Qt::SkipEmptyParts))
        wish.words.push_back(word.toStdString());
    if (m_thisPair->isChecked())
        wish.pair = m_view.pair();
    wish.kinds = 0;
    for (int kind = 0; kind < m_kindMenu->actions().size(); ++kind)
        wish.kinds |= m_kindMenu->actions().at(kind)->isChecked() ? 1U << static_cast<unsigned>(kind) : 0U;
    const QScopedValueRollback guard(m_showing, true);
    const QScopedValueRollback scroll(m_scrolling, true);
    m_model->setWish(wish);
    showEmpty();
}

void LogPanel::showEmpty()
{
    const bool told = !m_run.timeline().log().empty();
    const bool any = m_model->rowCount() > 0 || (told && m_model->isSearching());
    m_bar->setVisible(told);
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->setText(told ? tr("No line is like that. Clear the filter to see all of them.")
                          : tr("Every fact of the run, with its time, as soon as it has begun."));
}

void LogPanel::followEnd()
{
    if (!m_follow->isChecked())
        return;
    const QScopedValueRollback scroll(m_scrolling, true);
    m_table->scrollToBottom();
}

void LogPanel::takeCurrent(const QModelIndex& current)
{
    const auto* line = current.isValid() && !m_showing ? m_model->line(current.row()) : nullptr;
    if (line == nullptr)
        return;
    const QScopedValueRollback guard(m_showing, true);
    // What happened to the whole run is picked for the end that is looked at.
    const EventRef picked{line->pair < 0 ? m_view.pair() : line->pair, line->pair < 0 ? m_view.end() : line->end, line->time};
    if (!m_thisPair->isChecked())
        m_view.setPair(picked.pair);
    m_view.setEnd(picked.end);
    m_view.setSelected(picked);
}

void LogPanel::showPicked(const std::optional<EventRef>& event)
{
    if (m_showing)
        return;
    const QScopedValueRollback guard(m_showing, true);
    const int row = event ? m_model->rowNear(event->pair, event->end, event->at) : -1;
    if (row < 0) {
        m_table->clearSelection();
        return;
    }
    m_follow->setChecked(false);
    const QScopedValueRollback scroll(m_scrolling, true);
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(m_model->index(row, 0));
}

std::vector<int> LogPanel::shownRows() const
{
    std::vector<int> rows(static_cast<std::size_t>(std::min(m_model->rowCount(), kMostCopied)));
    std::iota(rows.begin(), rows.end(), m_model->rowCount() - static_cast<int>(rows.size()));
    return rows;
}

std::vector<int> LogPanel::selectedRows() const
{
    // By its ranges: all of a million lines are one.
    auto ranges = m_table->selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    std::vector<int> rows;
    for (const auto& range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < static_cast<std::size_t>(kMostCopied); ++row)
            rows.push_back(row);
    }
    return rows;
}

QString LogPanel::text() const
{
    QByteArray text;
    LogText all(*m_model, shownRows());
    while (all.take(text) == TextPieces::Piece::More) { }
    return QString::fromUtf8(text);
}

void LogPanel::copySelected()
{
    int all = 0;
    for (const auto& range : m_table->selectionModel()->selection())
        all += range.height();
    const auto rows = selectedRows();
    const auto copied = static_cast<int>(rows.size());
    copy(rows, copied < all ? tr("Only the first %L1 of the %L2 selected lines were copied. Select fewer to have all of them.").arg(copied).arg(all) : QString{});
}

void LogPanel::copyShown()
{
    const int all = m_model->rowCount();
    const auto rows = shownRows();
    const auto copied = static_cast<int>(rows.size());
    copy(rows, copied < all ? tr("Only the last %L1 of %L2 lines were copied. Filter them to have all that are left.").arg(copied).arg(all) : QString{});
}

void LogPanel::copy(const std::vector<int>& rows, const QString& missing)
{
    auto* gatherer = new PieceGatherer(std::make_unique<LogText>(*m_model, rows), this); // deletes itself
    connect(gatherer, &PieceGatherer::gathered, this, [this, missing](const QByteArrayList& blocks) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(blocks.join()));
        if (!missing.isEmpty())
            Q_EMIT told(missing);
    });
    connect(gatherer, &PieceGatherer::lost, this, [this] {
        Q_EMIT told(tr("The log began anew before all its lines were copied, so nothing was. Copy again."));
    });
    gatherer->start();
}

} // namespace halfopen
