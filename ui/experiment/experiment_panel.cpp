// SPDX-License-Identifier: GPL-3.0-or-later
// The left dock: pairs, options, faults, network, prediction.
#include "ui/experiment/experiment_panel.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeySequence>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/experiment/endpoint_editor.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/experiment/fold_box.h"
#include "ui/experiment/network_editor.h"
#include "ui/experiment/prediction_box.h"
#include "ui/experiment/wheel_guard.h"
#include "ui/faults/fault_panel.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"
#include "ui/view_state.h"

namespace halfopen {

namespace {

// More pairs than this are chosen by number: tabs would scroll for ever.
constexpr int kMostTabs = 8;

QString pairTitle(const Experiment& experiment, int index)
{
    const auto& title = experiment.pairs[static_cast<std::size_t>(index)].name;
    return title.empty() ? ExperimentPanel::tr("pair %1").arg(index + 1) : fromCore(title);
}

QString faultSummary(const Experiment& experiment)
{
    QStringList parts;
    for (const auto& fault : experiment.faults)
        parts << ExperimentPanel::tr("%1 at %2").arg(faultText(fault), durationText(fault.atSeconds));
    return parts.isEmpty() ? ExperimentPanel::tr("none: nothing happens to the peer") : listText(parts);
}

QString networkSummary(const Experiment& experiment)
{
    const auto retries = experiment.sysctl.find("tcp_retries2");
    return ExperimentPanel::tr("tcp_retries2 %1, time limit %2")
        .arg(retries == experiment.sysctl.end() ? ExperimentPanel::tr("default") : QString::number(retries->second),
             durationText(experiment.timeLimitSeconds));
}

} // namespace

ExperimentPanel::ExperimentPanel(ExperimentDraft& draft, ViewState& view, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_view(view)
{
    setObjectName(QStringLiteral("experimentPanel"));
    auto* scroll = new QScrollArea(this);
    m_scroll = scroll;
    scroll->setObjectName(QStringLiteral("experimentScroll"));
    scroll->setAccessibleName(tr("Options of the pair"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    auto* editors = buildEditors();
    scroll->setWidget(editors);
    scroll->viewport()->setAutoFillBackground(false);
    editors->setAutoFillBackground(false);
    // What the editors need changes with what is unfolded and with the style.
    editors->installEventFilter(this);
    new WheelGuard(editors);
    m_prediction = new PredictionBox(m_draft, m_view, this);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 8);
    layout->setSpacing(6);
    layout->addWidget(buildPairs());
    layout->addWidget(scroll, 1);
    layout->addWidget(line);
    layout->addWidget(m_prediction);
    connect(&m_draft, &ExperimentDraft::changed, this, &ExperimentPanel::showDraft);
    connect(&m_view, &ViewState::pairChanged, this, &ExperimentPanel::showDraft);
    separateSteps();
    showDraft();
}

bool ExperimentPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->widget() && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)) {
        const int needed = m_scroll->widget()->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width();
        m_scroll->setMinimumWidth(needed);
    }
    return QWidget::eventFilter(watched, event);
}

QWidget* ExperimentPanel::buildPairs()
{
    auto* row = new QWidget(this);
    m_tabs = new QTabBar(row);
    m_tabs->setObjectName(QStringLiteral("pairs"));
    m_tabs->setAccessibleName(tr("Pairs"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_number = new QSpinBox(row);
    m_number->setObjectName(QStringLiteral("pairNumber"));
    m_number->setAccessibleName(tr("Pair"));
    m_number->setPrefix(tr("pair "));
    m_numberLabel = new QLabel(row);
    m_addPair = new QToolButton(row);
    m_addPair->setObjectName(QStringLiteral("pairs.add"));
    m_addPair->setText(QStringLiteral("+"));
    m_addPair->setAutoRaise(true);
    m_addPair->setAccessibleName(tr("Add a pair like this one"));
    m_addPair->setToolTip(tr("Add a pair like this one (%1)").arg(QKeySequence(QStringLiteral("Ctrl+D")).toString(QKeySequence::NativeText)));
    m_removePair = new QToolButton(row);
    m_removePair->setObjectName(QStringLiteral("pairs.remove"));
    m_removePair->setText(QStringLiteral("×"));
    m_removePair->setAutoRaise(true);
    m_removePair->setAccessibleName(tr("Remove this pair"));
    m_removePair->setToolTip(tr("Remove this pair"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_number);
    layout->addWidget(m_numberLabel);
    layout->addWidget(m_addPair);
    layout->addWidget(m_removePair);
    connect(m_tabs, &QTabBar::currentChanged, &m_view, &ViewState::setPair);
    connect(m_tabs, &QTabBar::tabBarDoubleClicked, this, &ExperimentPanel::renamePair);
    connect(m_number, qOverload<int>(&QSpinBox::valueChanged), this, [this](int number) { m_view.setPair(number - 1); });
    connect(m_addPair, &QToolButton::clicked, this, &ExperimentPanel::duplicatePair);
    connect(m_removePair, &QToolButton::clicked, this, [this] { removePair(pairIndex()); });
    return row;
}

QWidget* ExperimentPanel::buildEditors()
{
    auto* content = new QWidget(this);
    content->setObjectName(QStringLiteral("experimentEditors"));
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(6);
    m_client = new EndpointEditor(Host::Client, content);
    m_server = new EndpointEditor(Host::Server, content);
    m_faults = new FaultPanel(content);
    m_network = new NetworkEditor(content);
    m_clientBox = new FoldBox(tr("Client"), QStringLiteral("clientBox"), m_client, content);
    m_serverBox = new FoldBox(tr("Server"), QStringLiteral("serverBox"), m_server, content);
    m_faultBox = new FoldBox(tr("Faults"), QStringLiteral("faultBox"), m_faults, content);
    m_networkBox = new FoldBox(tr("Kernel and place"), QStringLiteral("networkBox"), m_network, content);
    m_clientBox->setOpen(true);
    m_faultBox->setOpen(true);
    for (auto* box : {m_clientBox, m_serverBox, m_faultBox, m_networkBox})
        layout->addWidget(box);
    layout->addStretch(1);
    connect(m_client, &EndpointEditor::edited, this, [this](const Endpoint& endpoint, const QString& what, const QString& key) {
        editEndpoint(Host::Client, endpoint, what, key);
    });
    connect(m_server, &EndpointEditor::edited, this, [this](const Endpoint& endpoint, const QString& what, const QString& key) {
        editEndpoint(Host::Server, endpoint, what, key);
    });
    connect(m_faults, &FaultPanel::edited, this, [this](const std::vector<Fault>& faults, const QString& what, const QString& key) {
        auto next = m_draft.experiment();
        next.faults = faults;
        m_draft.edit(next, what, key);
    });
    connect(m_network, &NetworkEditor::edited, &m_draft, &ExperimentDraft::edit);
    return content;
}

void ExperimentPanel::setPlaceUnavailable(PlaceKind place, const QString& reason)
{
    m_network->setUnavailable(place, reason);
    if (place == PlaceKind::Namespaces)
        m_faults->setNoNamespaces(reason);
}

int ExperimentPanel::pairIndex() const
{
    return std::clamp(m_view.pair(), 0, std::max(0, static_cast<int>(m_draft.experiment().pairs.size()) - 1));
}

void ExperimentPanel::editEndpoint(Host end, const Endpoint& endpoint, const QString& what, const QString& key)
{
    auto next = m_draft.experiment();
    next.pairs[static_cast<std::size_t>(pairIndex())].end(end) = endpoint;
    // Whose options are turned, his prediction stands in large type.
    m_view.setEnd(end);
    m_draft.edit(next, what, key.isEmpty() ? key : QStringLiteral("pair%1.%2").arg(pairIndex()).arg(key));
}

void ExperimentPanel::addPair()
{
    insertPair(ExperimentDraft::starter().pairs.front(), static_cast<int>(m_draft.experiment().pairs.size()), tr("Add a pair"));
}

void ExperimentPanel::duplicatePair()
{
    if (!m_draft.experiment().pairs.empty())
        insertPair(m_draft.experiment().pairs[static_cast<std::size_t>(pairIndex())], pairIndex() + 1, tr("Duplicate a pair"));
}

void ExperimentPanel::insertPair(Pair pair, int index, const QString& what)
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

void ExperimentPanel::separateSteps()
{
    // One drag of a slider is one undo step, and so is what is typed or stepped while the focus stays.
    for (auto* slider : findChildren<QSlider*>()) {
        connect(slider, &QSlider::sliderPressed, &m_draft, &ExperimentDraft::endMerging);
        connect(slider, &QSlider::sliderReleased, &m_draft, &ExperimentDraft::endMerging);
    }
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget* old) {
        if (old != nullptr && isAncestorOf(old))
            m_draft.endMerging();
    });
}

void ExperimentPanel::removePair(int index)
{
    auto next = m_draft.experiment();
    if (next.pairs.size() < 2 || index < 0 || static_cast<std::size_t>(index) >= next.pairs.size())
        return;
    next.pairs.erase(next.pairs.begin() + index);
    m_draft.edit(next, tr("Remove a pair"));
    m_view.setPair(std::min(index, static_cast<int>(next.pairs.size()) - 1));
}

void ExperimentPanel::renamePair(int index)
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
    dialog->open();
}

void ExperimentPanel::takeName(int index, const QString& pairName)
{
    auto next = m_draft.experiment();
    if (pairName.isEmpty() || static_cast<std::size_t>(index) >= next.pairs.size())
        return;
    next.pairs[static_cast<std::size_t>(index)].name = pairName.toStdString();
    m_draft.edit(next, tr("Rename a pair"));
}

void ExperimentPanel::showDraft()
{
    showPairs();
    const auto& experiment = m_draft.experiment();
    if (experiment.pairs.empty())
        return;
    const auto& pair = experiment.pairs[static_cast<std::size_t>(pairIndex())];
    m_client->setEndpoint(pair.client, m_draft.kernel());
    m_server->setEndpoint(pair.server, m_draft.kernel());
    m_clientBox->setSummary(EndpointEditor::summary(pair.client));
    m_serverBox->setSummary(EndpointEditor::summary(pair.server));
    m_faults->setExperiment(experiment);
    m_faults->setPair(pairIndex());
    m_faultBox->setSummary(faultSummary(experiment));
    m_network->setExperiment(experiment, m_draft.kernel());
    m_networkBox->setSummary(networkSummary(experiment));
}

void ExperimentPanel::showPairs()
{
    const auto& experiment = m_draft.experiment();
    const int count = static_cast<int>(experiment.pairs.size());
    const bool many = count > kMostTabs;
    const QSignalBlocker blockTabs(m_tabs);
    const QSignalBlocker blockNumber(m_number);
    m_tabs->setVisible(!many);
    m_number->setVisible(many);
    m_numberLabel->setVisible(many);
    m_removePair->setEnabled(count > 1);
    m_number->setRange(1, std::max(1, count));
    m_number->setValue(pairIndex() + 1);
    if (many) {
        m_numberLabel->setText(tr("of %1").arg(count));
        return;
    }
    while (m_tabs->count() > count)
        m_tabs->removeTab(m_tabs->count() - 1);
    for (int index = 0; index < count; ++index) {
        if (index >= m_tabs->count())
            m_tabs->addTab(pairTitle(experiment, index));
        else if (m_tabs->tabText(index) != pairTitle(experiment, index))
            m_tabs->setTabText(index, pairTitle(experiment, index));
    }
    m_tabs->setCurrentIndex(pairIndex());
}

} // namespace halfopen
