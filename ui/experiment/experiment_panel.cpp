// SPDX-License-Identifier: GPL-3.0-or-later
// The left dock: pairs, options, faults, network, prediction.
#include "ui/experiment/experiment_panel.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QVBoxLayout>

#include "ui/experiment/endpoint_editor.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/experiment/fold_box.h"
#include "ui/experiment/network_editor.h"
#include "ui/experiment/pair_row.h"
#include "ui/experiment/prediction_box.h"
#include "ui/experiment/wheel_guard.h"
#include "ui/faults/fault_panel.h"
#include "ui/text/format.h"
#include "ui/theme/quantity_text.h"
#include "ui/view_state.h"

namespace halfopen {

namespace {

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
    m_pairs = new PairRow(m_draft, m_view, this);
    m_prediction = new PredictionBox(m_draft, m_view, this);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 8);
    layout->setSpacing(6);
    layout->addWidget(m_pairs);
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

void ExperimentPanel::editEndpoint(Host end, const Endpoint& endpoint, const QString& what, const QString& key)
{
    auto next = m_draft.experiment();
    next.pairs[static_cast<std::size_t>(m_pairs->pairIndex())].end(end) = endpoint;
    // Whose options are turned, his prediction stands in large type.
    m_view.setEnd(end);
    m_draft.edit(next, what, key.isEmpty() ? key : QStringLiteral("pair%1.%2").arg(m_pairs->pairIndex()).arg(key));
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

void ExperimentPanel::showDraft()
{
    m_pairs->showPairs();
    const auto& experiment = m_draft.experiment();
    if (experiment.pairs.empty())
        return;
    const auto& pair = experiment.pairs[static_cast<std::size_t>(m_pairs->pairIndex())];
    m_client->setEndpoint(pair.client, m_draft.kernel());
    m_server->setEndpoint(pair.server, m_draft.kernel());
    m_clientBox->setSummary(EndpointEditor::summary(pair.client, m_draft.kernel()));
    m_serverBox->setSummary(EndpointEditor::summary(pair.server, m_draft.kernel()));
    m_faults->setExperiment(experiment);
    m_faults->setPair(m_pairs->pairIndex());
    m_faultBox->setSummary(faultSummary(experiment));
    m_network->setExperiment(experiment, m_draft.kernel());
    m_networkBox->setSummary(networkSummary(experiment));
}

} // namespace halfopen
