// SPDX-License-Identifier: GPL-3.0-or-later
// The glossary page: all terms, to be searched and read.
#include "ui/glossary/glossary_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/glossary/glossary_filter.h"
#include "ui/glossary/glossary_model.h"
#include "ui/text/search_field.h"
#include "ui/theme/baseline_delegate.h"
#include "ui/theme/looks.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

/// Room for the longest piece that no line can be broken in.
int sourceWidth(const QFontMetrics& metrics)
{
    static const QRegularExpression kBreak(QStringLiteral("(?<=[ /])"));
    int width = 0;
    for (const auto& entry : glossaryEntries()) {
        for (const QString& piece : entry.source.split(kBreak))
            width = std::max(width, metrics.horizontalAdvance(piece));
    }
    return width + metrics.averageCharWidth() * 2;
}

} // namespace

GlossaryDialog::GlossaryDialog(QWidget* parent) : QDialog(parent), m_model(new GlossaryModel(this)), m_filter(new GlossaryFilter(this))
{
    setObjectName(QStringLiteral("glossary"));
    m_filter->setSourceModel(m_model);
    build();
    retranslate();
    const int line = fontMetrics().height();
    resize(line * 48, line * 34);
    m_search->setFocus();
}

void GlossaryDialog::build()
{
    m_search = new SearchField(QStringLiteral("glossary.search"), this);
    m_search->installEventFilter(this);
    m_topic = new QComboBox(this);
    m_topic->setObjectName(QStringLiteral("glossary.topic"));
    m_table = new QTableView(this);
    wear(*m_table, Look::Table);
    m_table->setObjectName(QStringLiteral("glossary.table"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new BaselineDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(GlossaryModel::Term, QHeaderView::Interactive);
    header->setSectionResizeMode(GlossaryModel::Meaning, QHeaderView::Stretch);
    header->setSectionResizeMode(GlossaryModel::Source, QHeaderView::Interactive);
    header->resizeSection(GlossaryModel::Term, fontMetrics().horizontalAdvance(QStringLiteral("tcp_syn_linear_timeouts_")));
    header->resizeSection(GlossaryModel::Source, sourceWidth(fontMetrics()));
    auto* copy = new QAction(this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    connect(copy, &QAction::triggered, this, &GlossaryDialog::copyRow);
    m_nothing = new QLabel(this);
    m_nothing->setObjectName(QStringLiteral("glossary.nothing"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->hide();
    auto* line = new QHBoxLayout;
    line->addWidget(m_search, 1);
    line->addWidget(m_topic);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(line);
    layout->addWidget(m_nothing);
    layout->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, this, &GlossaryDialog::filter);
    connect(m_topic, qOverload<int>(&QComboBox::currentIndexChanged), this, &GlossaryDialog::filter);
}

void GlossaryDialog::retranslate()
{
    setWindowTitle(tr("Glossary"));
    m_search->setPlaceholderText(tr("Search terms and explanations"));
    m_search->setAccessibleName(tr("Search in the glossary"));
    m_topic->setAccessibleName(tr("Chapter of the glossary"));
    m_table->setAccessibleName(tr("Glossary"));
    m_nothing->setText(tr("No term and no explanation has these words."));
    const int chosen = m_topic->currentIndex();
    const QSignalBlocker block(m_topic);
    m_topic->clear();
    m_topic->addItem(tr("All chapters"), -1);
    for (int topic = 0; topic <= static_cast<int>(GlossaryTopic::Error); ++topic)
        m_topic->addItem(glossaryTopicTitle(static_cast<GlossaryTopic>(topic)), topic);
    m_topic->setCurrentIndex(std::max(chosen, 0));
    m_model->reload();
}

void GlossaryDialog::filter()
{
    m_filter->setWanted(m_search->text(), m_topic->currentData().toInt());
    const bool any = m_filter->rowCount() > 0;
    m_nothing->setVisible(!any);
    if (any && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
}

void GlossaryDialog::showTerm(const QString& term)
{
    const int row = m_model->rowOf(term);
    m_topic->setCurrentIndex(0);
    m_search->setText(row < 0 ? term : QString{});
    if (row < 0)
        return;
    const auto index = m_filter->mapFromSource(m_model->index(row, GlossaryModel::Term));
    m_table->selectRow(index.row());
    m_table->scrollTo(index, QAbstractItemView::PositionAtTop);
    m_table->setFocus();
}

void GlossaryDialog::copyRow()
{
    const auto current = m_table->currentIndex();
    if (!current.isValid())
        return;
    // What keeps a line from ending there is of no use elsewhere.
    const auto text = [&](int column) { return current.siblingAtColumn(column).data().toString().replace(QChar::Nbsp, u' ').remove(kWordJoiner); };
    QGuiApplication::clipboard()->setText(
        tr("%1: %2 (%3)", "term, explanation, source").arg(text(GlossaryModel::Term), text(GlossaryModel::Meaning), text(GlossaryModel::Source)));
}

void GlossaryDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool GlossaryDialog::eventFilter(QObject* watched, QEvent* event)
{
    // From the search field the arrow leads into what was found.
    if (watched == m_search && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_table->setFocus();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void showGlossary(QWidget* window, const QString& term)
{
    auto* dialog = window->findChild<GlossaryDialog*>(QStringLiteral("glossary"));
    if (dialog == nullptr)
        dialog = new GlossaryDialog(window);
    if (!term.isEmpty())
        dialog->showTerm(term);
    dialog->show();
    dialog->activateWindow();
}

} // namespace halfopen
