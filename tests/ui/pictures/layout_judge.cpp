// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for what should not be seen in a window: cut words, collisions, panels without a word.
#include "layout_judge.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMainWindow>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolBar>
#include <QToolButton>

#include "painted_text.h"
#include "ui/results/result_table_model.h"

namespace halfopen {

namespace {

// Rounding in styles and layouts.
constexpr int kSlack = 1;
constexpr int kStub = 8; // px of a tab, of which the others are out of sight
constexpr int kTellingLetters = 8; // of a name that is elided in the middle
constexpr int kHeaderPadding = 3; // below this the words touch the next column's

QString nameOf(const QWidget& widget)
{
    QString text = QLatin1String(widget.metaObject()->className());
    for (const auto* each = &widget; each != nullptr && !each->isWindow(); each = each->parentWidget()) {
        if (!each->objectName().isEmpty() && !each->objectName().startsWith(QStringLiteral("qt_")))
            return text + u' ' + each->objectName();
    }
    return text;
}

bool isInSight(const QWidget& widget) { return widget.isVisible() && !widget.visibleRegion().isEmpty(); }

/// Full text elsewhere: in a tool tip, which an elided text must have.
bool isElidedOnPurpose(const QWidget& widget, const QString& text) { return text.contains(u'…') && !widget.toolTip().isEmpty(); }

QString tooNarrow(const QWidget& widget, const QString& text, int wanted, int has)
{
    return QStringLiteral("%1: \"%2\" needs %3 pixels and has %4").arg(nameOf(widget), text.left(60)).arg(wanted).arg(has);
}

QString labelFault(const QLabel& label)
{
    if (label.text().isEmpty() || label.property("elides").toBool() || isElidedOnPurpose(label, label.text()))
        return {};
    if (label.wordWrap()) {
        const int wanted = label.heightForWidth(label.width());
        return wanted > label.height() + kSlack ? tooNarrow(label, label.text(), wanted, label.height()) + QStringLiteral(" in height") : QString{};
    }
    const QSize wanted = label.minimumSizeHint().expandedTo(label.sizeHint());
    if (wanted.width() > label.width() + kSlack)
        return tooNarrow(label, label.text(), wanted.width(), label.width());
    return wanted.height() > label.height() + kSlack ? tooNarrow(label, label.text(), wanted.height(), label.height()) + QStringLiteral(" in height") : QString{};
}

QString buttonFault(const QAbstractButton& button)
{
    if (button.text().isEmpty())
        return {};
    const int words = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width();
    const int wanted = std::min(words, button.sizeHint().width());
    return wanted > button.width() + kSlack ? tooNarrow(button, button.text(), wanted, button.width()) : QString{};
}

QString comboFault(const QComboBox& combo)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    const int has = combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo).width();
    const int icon = combo.itemIcon(combo.currentIndex()).isNull() ? 0 : combo.iconSize().width() + 4;
    const int wanted = combo.fontMetrics().horizontalAdvance(combo.currentText()) + icon;
    return wanted > has + kSlack && combo.toolTip().isEmpty() ? tooNarrow(combo, combo.currentText(), wanted, has) : QString{};
}

QString spinFault(const QAbstractSpinBox& box)
{
    constexpr int kBeside = 2; // QLineEdit's own margin
    const auto* edit = box.findChild<QLineEdit*>();
    if (edit == nullptr)
        return {};
    const int wanted = edit->fontMetrics().horizontalAdvance(edit->text());
    const int has = edit->width() - edit->textMargins().left() - edit->textMargins().right() - 2 * kBeside;
    return wanted > has + kSlack ? tooNarrow(box, edit->text(), wanted, has) : QString{};
}

/// Without the buttons that scroll.
QRect sightOf(const QTabBar& bar)
{
    QRect sight = bar.rect();
    for (const auto* button : bar.findChildren<QToolButton*>(Qt::FindDirectChildrenOnly)) {
        if (button->isVisible())
            sight.setRight(std::min(sight.right(), button->geometry().left() - 1));
    }
    return sight;
}

QString tabFault(const QTabBar& bar)
{
    const QRect sight = sightOf(bar);
    for (int tab = 0; tab < bar.count(); ++tab) {
        const int words = bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(tab)).width();
        // Both ends of a name that is elided in the middle tell it from others; its tool tip has the rest.
        const bool elided = bar.elideMode() == Qt::ElideMiddle && !bar.tabToolTip(tab).isEmpty();
        const int wanted = elided ? std::min(words, bar.fontMetrics().averageCharWidth() * kTellingLetters) : words;
        const QRect rect = bar.tabRect(tab);
        if (bar.isTabVisible(tab) && wanted > rect.width())
            return tooNarrow(bar, bar.tabText(tab), wanted, rect.width());
        if (const int seen = rect.intersected(sight).width(); bar.isTabVisible(tab) && seen > kStub && seen < rect.width() - kStub)
            return QStringLiteral("%1: the tab \"%2\" is in sight in part").arg(nameOf(bar), bar.tabText(tab));
        if (bar.isTabVisible(tab) && rect.right() > bar.width() + kSlack && bar.currentIndex() == tab)
            return QStringLiteral("%1: the tab \"%2\" is out of sight").arg(nameOf(bar), bar.tabText(tab));
    }
    return {};
}

QString headerFault(const QHeaderView& header)
{
    if (header.orientation() != Qt::Horizontal || header.model() == nullptr)
        return {};
    for (int section = 0; section < header.count(); ++section) {
        const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
        // Qt's own hint knows the style sheet's weight and padding; it keeps room for a sort sign that only one has.
        QFont heavy = header.font();
        heavy.setWeight(QFont::DemiBold);
        int wanted = 0;
        for (const QString& line : text.split(u'\n'))
            wanted = std::max(wanted, QFontMetrics(heavy).horizontalAdvance(line) + 2 * kHeaderPadding);
        const bool elided = !header.model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
        if (!header.isSectionHidden(section) && !elided && wanted > header.sectionSize(section))
            return tooNarrow(header, text, wanted, header.sectionSize(section));
    }
    return {};
}

QString emptinessFault(const QWidget& widget)
{
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view != nullptr && !qobject_cast<const QHeaderView*>(view))
        return view->model() == nullptr || view->model()->rowCount() == 0 ? QStringLiteral("%1: a table without a row or a word").arg(nameOf(widget)) : QString{};
    if (const auto* text = qobject_cast<const QTextBrowser*>(&widget))
        return text->document()->isEmpty() && text->placeholderText().isEmpty() ? QStringLiteral("%1: a page without a word").arg(nameOf(widget)) : QString{};
    return {};
}

/// Of all the numbers, those that are asked first.
QString numbersFault(const QWidget& widget)
{
    const auto* table = qobject_cast<const QTableView*>(&widget);
    if (table == nullptr || table->objectName() != u"results.numbers" || table->horizontalScrollBar()->value() > 0)
        return {};
    using Columns = ResultTableModel;
    const int verdict = table->isColumnHidden(Columns::Sign) ? Columns::VerdictColumn : Columns::Sign;
    for (const int column : {int{Columns::What}, int{Columns::Predicted}, int{Columns::Elapsed}, int{Columns::Residual}, verdict}) {
        if (table->isColumnHidden(column) || table->columnViewportPosition(column) + table->columnWidth(column) > table->viewport()->width())
            return QStringLiteral("%1: the column \"%2\" is not in sight").arg(nameOf(widget), table->model()->headerData(column, Qt::Horizontal).toString().simplified());
    }
    return {};
}

QString sidewaysFault(const QWidget& widget)
{
    const bool reads = qobject_cast<const QScrollArea*>(&widget) != nullptr || qobject_cast<const QTextBrowser*>(&widget) != nullptr;
    // Tables give up columns instead; that of all the numbers cannot.
    const bool gives = qobject_cast<const QTableView*>(&widget) != nullptr && widget.objectName() != u"results.numbers";
    const auto* area = qobject_cast<const QAbstractScrollArea*>(&widget);
    if ((!reads && !gives) || area->horizontalScrollBar()->maximum() <= 2 * kSlack)
        return {};
    return QStringLiteral("%1: %2 pixels have to be scrolled to sideways").arg(nameOf(widget)).arg(area->horizontalScrollBar()->maximum());
}

/// A page that lacks a few pixels cuts its last row for a scroll bar.
QString scrollFault(const QWidget& widget)
{
    const auto* area = qobject_cast<const QScrollArea*>(&widget);
    if (area == nullptr || area->objectName() != u"sweep.scroll")
        return {};
    const int hidden = area->verticalScrollBar()->maximum();
    return hidden > 0 && hidden < 3 * area->fontMetrics().height() ? QStringLiteral("%1: %2 pixels are out of sight below").arg(nameOf(widget)).arg(hidden) : QString{};
}

QString textFault(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return labelFault(*label);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return buttonFault(*button);
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
        return comboFault(*combo);
    if (const auto* box = qobject_cast<const QAbstractSpinBox*>(&widget))
        return spinFault(*box);
    if (const auto* bar = qobject_cast<const QTabBar*>(&widget))
        return tabFault(*bar);
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget))
        return headerFault(*header);
    return {};
}

/// Whether its children are laid out side by side, so that none may be upon another or stick out.
bool laysOut(const QWidget& parent)
{
    return parent.layout() != nullptr && qobject_cast<const QAbstractScrollArea*>(&parent) == nullptr && qobject_cast<const QMainWindow*>(&parent) == nullptr
        && qobject_cast<const QToolBar*>(&parent) == nullptr && qobject_cast<const QStackedWidget*>(&parent) == nullptr;
}

/// What the window puts side by side itself.
QList<const QWidget*> partsOf(const QMainWindow& window)
{
    QList<const QWidget*> parts;
    if (const auto* centre = window.centralWidget())
        parts << centre;
    for (const auto* dock : window.findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly)) {
        if (!dock->isFloating() && isInSight(*dock))
            parts << dock;
    }
    return parts;
}

void judgePlaces(const QList<const QWidget*>& parts, const QWidget& parent, QStringList& faults)
{
    for (qsizetype one = 0; one < parts.size(); ++one) {
        const QRect rect = parts.at(one)->geometry();
        if (!parent.rect().adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(rect))
            faults << QStringLiteral("%1 sticks out of %2").arg(nameOf(*parts.at(one)), nameOf(parent));
        for (qsizetype other = one + 1; other < parts.size(); ++other) {
            const QRect common = rect.intersected(parts.at(other)->geometry());
            if (common.width() > kSlack && common.height() > kSlack)
                faults << QStringLiteral("%1 lies upon %2").arg(nameOf(*parts.at(one)), nameOf(*parts.at(other)));
        }
    }
}

void judgeChildren(const QWidget& parent, QStringList& faults)
{
    if (const auto* window = qobject_cast<const QMainWindow*>(&parent)) {
        judgePlaces(partsOf(*window), parent, faults);
        return;
    }
    if (!laysOut(parent))
        return;
    QList<const QWidget*> parts;
    for (const auto* child : parent.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (child->isVisible() && !child->isWindow() && parent.layout()->indexOf(const_cast<QWidget*>(child)) >= 0)
            parts << child;
    }
    judgePlaces(parts, parent, faults);
}

} // namespace

QStringList layoutFaults(const QWidget& window)
{
    QStringList faults;
    judgeChildren(window, faults);
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (widget->window() != &window || !isInSight(*widget))
            continue;
        for (const QString& fault : {textFault(*widget), emptinessFault(*widget), sidewaysFault(*widget), scrollFault(*widget), numbersFault(*widget)}) {
            if (!fault.isEmpty())
                faults << fault;
        }
        if (const auto* table = qobject_cast<const QTableView*>(widget); table != nullptr && table->isEnabled())
            faults += faintTextFaults(*table->viewport(), nameOf(*table));
        judgeChildren(*widget, faults);
    }
    for (const char* painted : {"halfopen::TimelineView", "halfopen::TopologyView", "halfopen::OverlayView", "halfopen::ResultChart", "halfopen::DistributionChart", "halfopen::HeatView"}) {
        for (auto* view : window.findChildren<QWidget*>()) {
            if (view->inherits(painted) && isInSight(*view))
                faults += paintedTextFaults(*view);
        }
    }
    faults.removeDuplicates();
    return faults;
}

} // namespace halfopen
