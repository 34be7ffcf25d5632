// SPDX-License-Identifier: GPL-3.0-or-later
// The table of results, in a dock that may be narrow.
#include "ui/results/result_table_view.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

#include "ui/results/result_table_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"

namespace halfopen {

namespace {

using Columns = ResultTableModel;

constexpr double kSmallType = 0.86; // of the font, where there is little room
constexpr double kSmallestType = 0.78; // where there is hardly any
constexpr double kLastType = 0.73;     // in large type beside large words
constexpr QLatin1String kMilliseconds{" ms"};
constexpr int kRowsLookedAt = 200; // more are not looked at for a column's width
constexpr int kNumberPadding = 4;      // px beside a number
constexpr int kLeastPadding = 2; // where there is hardly any room
constexpr int kHeadingPadding = 6; // px beside a title, in the window's style sheet

// What the interval, the sign and the tip of the name say as well.
constexpr std::initializer_list<int> kSaidShorter{Columns::VerdictColumn, Columns::PredictedFrom, Columns::PredictedTo, Columns::Result};

/// Of rows with two lines the lower one: above it stands the name.
QRect lowerLine(const QRect& cell) { return cell.adjusted(0, cell.height() / 2, 0, 0); }

QPalette::ColorRole textRole(bool selected) { return selected ? QPalette::HighlightedText : QPalette::Text; }

/// Of a difference its unit stands in the brief title.
QString shortText(const QModelIndex& index, bool brief)
{
    QString text = index.data().toString();
    if (brief && index.column() == Columns::Residual && text.endsWith(kMilliseconds))
        text.chop(kMilliseconds.size());
    return text;
}

/// The cells of a row whose name stands above them.
class NumberBelowName final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setBrief(bool brief, int padding)
    {
        m_brief = brief;
        m_padding = padding;
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem own(option);
        initStyleOption(&own, index);
        own.text.clear();
        const QStyle* style = own.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
        if (index.column() == Columns::What)
            return;
        painter->setFont(own.font);
        style->drawItemText(painter, lowerLine(own.rect).adjusted(m_padding, 0, -m_padding, 0), static_cast<int>(own.displayAlignment), own.palette, true, shortText(index, m_brief),
                            textRole((own.state & QStyle::State_Selected) != 0));
    }

private:
    bool m_brief = false;
    int m_padding = kNumberPadding;
};

QString titleOf(const QHeaderView& header, int column, bool brief)
{
    const QVariant own = brief ? header.model()->headerData(column, Qt::Horizontal, Columns::BriefRole) : QVariant{};
    return (own.isValid() ? own : header.model()->headerData(column, Qt::Horizontal)).toString();
}

/// Its titles may be brief; their tool tips say all.
class Titles final : public QHeaderView
{
public:
    explicit Titles(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
        setHighlightSections(true);
    }
    /// Brief titles are as small as that font, which the window's style would not let them be.
    void setBrief(bool brief, const QFont& font)
    {
        m_font = font;
        m_font.setWeight(QFont::DemiBold);
        if (std::exchange(m_brief, brief) != brief)
            viewport()->update();
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override
    {
        QHeaderView::initStyleOptionForIndex(option, logicalIndex);
        if (m_brief)
            option->text.clear();
    }
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override
    {
        painter->save(); // the style leaves a clip behind
        QHeaderView::paintSection(painter, rect, logicalIndex);
        painter->restore();
        if (!m_brief || logicalIndex == Columns::What) // a column of no width: names stand above
            return;
        painter->setFont(m_font);
        painter->setPen(Colours::from(window()->palette()).mutedText);
        painter->drawText(rect, Qt::AlignCenter, titleOf(*this, logicalIndex, true));
    }

private:
    bool m_brief = false;
    QFont m_font;
};

} // namespace

ResultTableView::ResultTableView(QWidget* parent) : QTableView(parent), m_beside(new QStyledItemDelegate(this)), m_below(new NumberBelowName(this))
{
    setHorizontalHeader(new Titles(this));
    wear(*this, Look::Table);
    horizontalHeader()->setMinimumSectionSize(1);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    // In the runs' own order until the user asks for another.
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void ResultTableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    // What is asked first stands first.
    int place = 0;
    for (const int column : {Columns::What, Columns::Predicted, Columns::Elapsed, Columns::Residual, Columns::Sign, Columns::VerdictColumn, Columns::PredictedFrom, Columns::PredictedTo,
                             Columns::Result, Columns::Ends, Columns::ElapsedFrom, Columns::ElapsedTo, Columns::Run})
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), place++);
}

int ResultTableView::widthOf(std::initializer_list<int> columns) const
{
    int width = 0;
    for (const int column : columns)
        width += isColumnHidden(column) ? 0 : columnWidth(column);
    return width;
}

void ResultTableView::fit(const std::vector<RunResult>& runs)
{
    if (model() == nullptr)
        return;
    const bool single = std::ranges::all_of(runs, [](const RunResult& run) { return std::ranges::all_of(run.groups, [](const ResultGroup& group) { return group.ends == 1; }); });
    for (const int column : {Columns::Ends, Columns::ElapsedFrom, Columns::ElapsedTo})
        setColumnHidden(column, single);
    setColumnHidden(Columns::Run, runs.size() < 2);
    for (const int column : kSaidShorter)
        setColumnHidden(column, false);
    setType(1, false);
    resizeColumnsToContents();
    const int room = width() - verticalScrollBar()->sizeHint().width(); // it may come later
    const auto overflows = [this, room] {
        return widthOf({Columns::What, Columns::Predicted, Columns::Elapsed, Columns::Residual, m_short ? Columns::Sign : Columns::VerdictColumn}) > room;
    };
    if (overflows())
        fitShort(kSmallType, false);
    if (overflows())
        fitShort(kSmallType, true);
    for (const double share : {kSmallestType, kLastType}) {
        if (overflows())
            fitShort(share, true);
    }
    if (!m_short)
        return;
    // The sign says what the verdict does, and the pointer has its words: no column is in sight in part beside it.
    for (const int column : kSaidShorter)
        setColumnHidden(column, true);
    m_leastSign = columnWidth(Columns::Sign);
    stretchSign();
}

void ResultTableView::stretchSign()
{
    const int left = viewport()->width() - widthOf({Columns::What, Columns::Predicted, Columns::Elapsed, Columns::Residual});
    setColumnWidth(Columns::Sign, std::max(m_leastSign, left));
}

void ResultTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (m_short && model() != nullptr) // a scroll bar has come or gone
        stretchSign();
}

void ResultTableView::setType(double share, bool brief)
{
    m_short = share < 1;
    auto own = parentWidget()->font();
    own.setPointSizeF(own.pointSizeF() * share);
    setFont(own);
    static_cast<Titles*>(horizontalHeader())->setBrief(brief, own);
    setColumnHidden(Columns::Sign, !m_short);
    m_padding = brief && share <= kSmallestType ? kLeastPadding : kNumberPadding;
    static_cast<NumberBelowName*>(m_below)->setBrief(brief, m_padding);
    setItemDelegate(m_short ? m_below : m_beside);
    verticalHeader()->setDefaultSectionSize(m_short ? fontMetrics().height() * 5 / 2 : fontMetrics().height() * 3 / 2);
}

void ResultTableView::fitShort(double share, bool brief)
{
    setType(share, brief);
    // Their names stand above the numbers, over the whole width.
    setColumnWidth(Columns::What, 1);
    // The window's style gives the titles their weight, and leaves them their size.
    auto heavy = brief ? font() : parentWidget()->font();
    heavy.setWeight(QFont::DemiBold);
    const QFontMetrics title(heavy);
    for (const int column : {Columns::Predicted, Columns::Elapsed, Columns::Residual, Columns::Sign}) {
        int width = 0;
        for (const QString& line : titleOf(*horizontalHeader(), column, brief).split(u'\n'))
            width = std::max(width, line.isEmpty() ? 0 : title.horizontalAdvance(line) + (brief ? 0 : 2 * (kHeadingPadding - m_padding)));
        for (int row = 0; row < std::min(model()->rowCount(), kRowsLookedAt); ++row)
            width = std::max(width, fontMetrics().horizontalAdvance(shortText(model()->index(row, column), brief)));
        setColumnWidth(column, width + 2 * m_padding);
    }
}

void ResultTableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!m_short || model() == nullptr)
        return;
    QPainter painter(viewport());
    painter.setFont(font());
    for (int row = std::max(rowAt(0), 0); row < model()->rowCount() && rowViewportPosition(row) < viewport()->height(); ++row) {
        const QModelIndex name = model()->index(row, Columns::What);
        const QRect line(kNumberPadding, rowViewportPosition(row), viewport()->width() - 2 * kNumberPadding, rowHeight(row) / 2);
        painter.setPen(palette().color(textRole(selectionModel()->isSelected(name))));
        const QString whole = name.data().toString();
        const QString words = fontMetrics().horizontalAdvance(whole) > line.width() ? name.data(Columns::NameRole).toString() : whole;
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
    }
}

} // namespace halfopen
