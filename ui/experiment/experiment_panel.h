// SPDX-License-Identifier: GPL-3.0-or-later
// The left dock: pairs, options, faults, network, prediction.
#pragma once

#include <QWidget>

#include "core/experiment.h"

class QScrollArea;

namespace halfopen {

class EndpointEditor;
class ExperimentDraft;
class FaultPanel;
class FoldBox;
class NetworkEditor;
class PairRow;
class PredictionBox;
class ViewState;

/// Editors around the draft. Holds nothing: the draft has the values, the view state the selected pair.
class ExperimentPanel final : public QWidget
{
    Q_OBJECT

public:
    ExperimentPanel(ExperimentDraft& draft, ViewState& view, QWidget* parent = nullptr);

    void setPlaceUnavailable(PlaceKind place, const QString& reason);
    [[nodiscard]] PairRow& pairs() const { return *m_pairs; }
    [[nodiscard]] PredictionBox* prediction() const { return m_prediction; }
    [[nodiscard]] FaultPanel& faults() const { return *m_faults; }

private:
    QWidget* buildEditors();
    void editEndpoint(Host end, const Endpoint& endpoint, const QString& what, const QString& key);
    bool eventFilter(QObject* watched, QEvent* event) override;
    void separateSteps();
    void showDraft();

    ExperimentDraft& m_draft;
    ViewState& m_view;
    QScrollArea* m_scroll = nullptr;
    PairRow* m_pairs = nullptr;
    EndpointEditor* m_client = nullptr;
    EndpointEditor* m_server = nullptr;
    FoldBox* m_clientBox = nullptr;
    FoldBox* m_serverBox = nullptr;
    FoldBox* m_faultBox = nullptr;
    FoldBox* m_networkBox = nullptr;
    FaultPanel* m_faults = nullptr;
    NetworkEditor* m_network = nullptr;
    PredictionBox* m_prediction = nullptr;
};

} // namespace halfopen
