// SPDX-License-Identifier: GPL-3.0-or-later
// The pairs of the experiment: chosen, added, removed and renamed.
#include "ui/experiment/pair_row.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

#include "ui/experiment/experiment_draft.h"
#include "ui/experiment/pair_tabs.h"
#include "ui/text/elided_label.h"
#include "ui/text/format.h"
#include "ui/theme/baseline_keeper.h"
#include "ui/theme/quantity_text.h"
#include "ui/view_state.h"

namespace halfopen {

namespace {

// More pairs than this are chosen by number: tabs would scroll for ever.
constexpr int kMostTabs = 8;

QString pairTitle(const Experiment& experiment, int index) { return fromCore(pairName(experiment, index)); }

} // namespace

PairRow::PairRow(ExperimentDraft& draft, ViewState& view, QWidget* parent) : QWidget(parent), m_draft(draft), m_view(view)
{
    m_tabs = new PairTabs(this);
    m_tabs->setObjectName(QStringLiteral("pairs"));
    m_tabs->setAccessibleName(tr("Pairs"));
    m_number = new QSpinBox(this);
    keepBaseline(*m_number);
    m_number->setObjectName(QStringLiteral("pairNumber"));
    m_number->setAccessibleName(tr("Pair"));
    m_number->setPrefix(tr("no. ", "before the number of a pair"));
    m_numberLabel = new QLabel(this);
    m_name = new ElidedLabel({}, this);
    m_name->setObjectName(QStringLiteral("pairName"));
    auto* duplicate = button("pairs.add", QStringLiteral("+"), tr("Add a pair like this one"));
    duplicate->setToolTip(tr("Add a pair like this one (%1)").arg(QKeySequence(QStringLiteral("Ctrl+D")).toString(QKeySequence::NativeText)));
    m_removePair = button("pairs.remove", QStringLiteral("×"), tr("Remove this pair"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_number);
    layout->addWidget(m_numberLabel);
    layout->addWidget(m_name, 1);
    layout->addWidget(duplicate);
    layout->addWidget(m_removePair);
    connect(m_tabs, &QTabBar::currentChanged, &m_view, &ViewState::setPair);
    connect(m_tabs, &QTabBar::tabBarDoubleClicked, this, &PairRow::renamePair);
    connect(m_number, qOverload<int>(&QSpinBox::valueChanged), this, [this](int number) { m_view.setPair(number - 1); });
    connect(duplicate, &QToolButton::clicked, this, &PairRow::duplicatePair);
    connect(m_removePair, &QToolButton::clicked, this, [this] { removePair(pairIndex()); });
}

QToolButton* PairRow::button(const char* name, const QString& text, const QString& spoken)
{
    auto* made = new QToolButton(this);
    made->setObjectName(QLatin1String(name));
    made->setText(text);
    made->setAutoRaise(true);
    made->setAccessibleName(spoken);
    made->setToolTip(spoken);
    return made;
}

int PairRow::pairIndex() const
{
    return std::clamp(m_view.pair(), 0, std::max(0, static_cast<int>(m_draft.experiment().pairs.size()) - 1));
}

void PairRow::addPair()
{
    insertPair(ExperimentDraft::starter().pairs.front(), static_cast<int>(m_draft.experiment().pairs.size()), tr("Add a pair"));
}

void PairRow::duplicatePair()
{
    if (!m_draft.experiment().pairs.empty())
        insertPair(m_draft.experiment().pairs[static_cast<std::size_t>(pairIndex())], pairIndex() + 1, tr("Duplicate a pair"));
}

void PairRow::insertPair(Pair pair, int index, const QString& what)
{
    auto next = m_draft.experiment();
    if (next.pairs.size() >= kMaxPairs)
        return;
    const auto taken = [&](const std::string& name) {
        return std::ranges::any_of(next.pairs, [&](const Pair& each) { return each.name == name; });
    };
    auto number = next.pairs.size() + 1;
    do {
        pair.name = tr("pair %1").arg(number++).toStdString();
    } while (taken(pair.name));
    next.pairs.insert(next.pairs.begin() + index, std::move(pair));
    m_draft.edit(next, what);
    m_view.setPair(index);
}

void PairRow::removePair(int index)
{
    auto next = m_draft.experiment();
    if (next.pairs.size() < 2 || index < 0 || static_cast<std::size_t>(index) >= next.pairs.size())
        return;
    next.pairs.erase(next.pairs.begin() + index);
    m_draft.edit(next, tr("Remove a pair"));
    m_view.setPair(std::min(index, static_cast<int>(next.pairs.size()) - 1));
}

void PairRow::renamePair(int index)
{
    const auto& experiment = m_draft.experiment();
    if (index < 0 || static_cast<std::size_t>(index) >= experiment.pairs.size())
        return;
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("renamePair"));
    dialog->setWindowTitle(tr("Rename the pair"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(verbatim(experiment.pairs[static_cast<std::size_t>(index)].name));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, index](const QString& wish) { takeName(index, wish.trimmed()); });
    // As wide as its title with the window manager's own buttons beside it; the dialog itself goes by what is in it.
    if (auto* edit = dialog->findChild<QLineEdit*>())
        edit->setMinimumWidth(dialog->fontMetrics().horizontalAdvance(dialog->windowTitle()) * 2 + dialog->fontMetrics().height() * 8);
    dialog->open();
}

void PairRow::takeName(int index, const QString& pairName)
{
    auto next = m_draft.experiment();
    if (pairName.isEmpty() || static_cast<std::size_t>(index) >= next.pairs.size())
        return;
    next.pairs[static_cast<std::size_t>(index)].name = pairName.toStdString();
    m_draft.edit(next, tr("Rename a pair"));
}

void PairRow::showPairs()
{
    const auto& experiment = m_draft.experiment();
    const int count = static_cast<int>(experiment.pairs.size());
    const bool many = count > kMostTabs;
    const QSignalBlocker blockTabs(m_tabs);
    const QSignalBlocker blockNumber(m_number);
    m_tabs->setVisible(!many);
    m_number->setVisible(many);
    m_numberLabel->setVisible(many);
    m_name->setVisible(many);
    m_removePair->setEnabled(count > 1);
    m_number->setRange(1, std::max(1, count));
    m_number->setValue(pairIndex() + 1);
    if (many) {
        m_numberLabel->setText(tr("of %1").arg(count));
        m_name->setText(pairTitle(experiment, pairIndex())); // its number here is not that of "pair 4" where pairs before it were removed
        m_name->setToolTip(m_name->text());
        return;
    }
    while (m_tabs->count() > count)
        m_tabs->removeTab(m_tabs->count() - 1);
    for (int index = 0; index < count; ++index) {
        if (index >= m_tabs->count())
            m_tabs->addTab(pairTitle(experiment, index));
        else if (m_tabs->tabText(index) != pairTitle(experiment, index))
            m_tabs->setTabText(index, pairTitle(experiment, index));
        m_tabs->setTabToolTip(index, pairTitle(experiment, index));
    }
    m_tabs->setCurrentIndex(pairIndex());
}

} // namespace halfopen
