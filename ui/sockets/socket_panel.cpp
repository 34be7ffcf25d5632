// SPDX-License-Identifier: GPL-3.0-or-later
// The sockets dock: the table of both hosts' sockets.
#include "ui/sockets/socket_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>

#include "ui/sockets/socket_table_model.h"
#include "ui/theme/colours.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

namespace halfopen {

void SocketDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto colours = Colours::from(option->palette);
    const auto paintWith = [&](const QColor& colour) {
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    };
    if (index.data(SocketTableModel::GoneRole).toBool())
        paintWith(colours.mutedText);
    const auto timer = static_cast<KernelTimer>(index.data(SocketTableModel::TimerRole).toInt());
    if (index.column() == SocketTableModel::Timer && timer != KernelTimer::None) {
        paintWith(colours.of(timer));
        option->font.setBold(true);
    }
    if (index.data(SocketTableModel::LitRole).toBool())
        option->backgroundBrush = withAlpha(colours.yellow, 0.35);
}

SocketPanel::SocketPanel(ShownRun& run, ViewState& view, QWidget* parent)
    : QWidget(parent), m_run(run), m_view(view), m_model(new SocketTableModel(this)), m_proxy(new QSortFilterProxyModel(this)),
      m_table(new QTableView(this)), m_empty(new QLabel(this))
{
    setObjectName(QStringLiteral("socketPanel"));
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(SocketTableModel::SortRole);
    m_table->setObjectName(QStringLiteral("sockets"));
    m_table->setAccessibleName(tr("Sockets of both hosts"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new SocketDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    // Unsorted is by pair; a sort indicator there would only take room.
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_empty->setObjectName(QStringLiteral("sockets.empty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setText(tr("The rows of /proc/net/tcp of both hosts, ten times a second, as soon as a run has begun."));
    auto* stack = new QStackedLayout(this);
    stack->addWidget(m_empty);
    stack->addWidget(m_table);
    connect(&m_run, &ShownRun::replaced, this, &SocketPanel::restart);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SocketPanel::takeCurrent);
    connect(&m_view, &ViewState::pairChanged, this, &SocketPanel::showSelection);
    connect(&m_view, &ViewState::endChanged, this, &SocketPanel::showSelection);
    restart();
}

void SocketPanel::restart()
{
    m_model->restart(m_run.timeline());
    static_cast<QStackedLayout*>(layout())->setCurrentIndex(m_run.hasRun() ? 1 : 0);
    m_fitted = false;
    fitColumns();
    showSelection();
}

void SocketPanel::refresh(std::chrono::nanoseconds now)
{
    if (!isVisible())
        return;
    m_model->refresh(m_run.timeline(), now);
    if (!m_fitted && m_run.timeline().startedAt())
        fitColumns();
}

void SocketPanel::fitColumns()
{
    m_fitted = m_run.timeline().startedAt().has_value();
    m_table->resizeColumnsToContents();
    // Room for what they become, without fitting again at every change.
    auto* header = m_table->horizontalHeader();
    header->resizeSection(SocketTableModel::Pair, fontMetrics().horizontalAdvance(QStringLiteral("pair 000")));
    const auto atLeast = [&](int column, const char* longest) {
        header->resizeSection(column, std::max(header->sectionSize(column), fontMetrics().horizontalAdvance(QLatin1String(longest)) + 10));
    };
    atLeast(SocketTableModel::State, "(gone: ETIMEDOUT)");
    atLeast(SocketTableModel::Timer, "window-probe ");
    atLeast(SocketTableModel::Left, "00.00 s");
}

void SocketPanel::showSelection()
{
    const int row = m_view.pair() * 2 + (m_view.end() == Host::Server ? 1 : 0);
    if (row < m_model->rowCount()) {
        const auto index = m_proxy->mapFromSource(m_model->index(row, 0));
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->scrollTo(index);
    }
}

void SocketPanel::takeCurrent(const QModelIndex& current)
{
    if (!current.isValid())
        return;
    const int pair = current.siblingAtColumn(SocketTableModel::Pair).data(SocketTableModel::SortRole).toInt();
    const auto end = static_cast<Host>(current.data(SocketTableModel::EndRole).toInt());
    m_view.setEnd(end);
    m_view.setPair(pair);
}

} // namespace halfopen
