// SPDX-License-Identifier: GPL-3.0-or-later
// The left dock: pairs, options, faults, network, prediction.
#pragma once

#include <QWidget>

#include "core/experiment.h"

class QLabel;
class QScrollArea;
class QSpinBox;
class QTabBar;
class QToolButton;

namespace halfopen {

class EndpointEditor;
class ExperimentDraft;
class FaultPanel;
class FoldBox;
class NetworkEditor;
class PredictionBox;
class ViewState;

/// Editors around the draft. Holds nothing: the draft has the values, the view state the selected pair.
class ExperimentPanel final : public QWidget
{
    Q_OBJECT

public:
    ExperimentPanel(ExperimentDraft& draft, ViewState& view, QWidget* parent = nullptr);

    void setPlaceUnavailable(PlaceKind place, const QString& reason);
    [[nodiscard]] PredictionBox* prediction() const { return m_prediction; }
    [[nodiscard]] FaultPanel& faults() const { return *m_faults; }

public Q_SLOTS:
    /// A pair with the starter's options.
    void addPair();
    /// A pair like the selected one, beside it.
    void duplicatePair();
    void removePair(int index);
    void renamePair(int index);

private:
    QWidget* buildPairs();
    QWidget* buildEditors();
    void editEndpoint(Host end, const Endpoint& endpoint, const QString& what, const QString& key);
    bool eventFilter(QObject* watched, QEvent* event) override;
    void insertPair(Pair pair, int index, const QString& what);
    void separateSteps();
    void takeName(int index, const QString& pairName);
    void showDraft();
    void showPairs();
    [[nodiscard]] int pairIndex() const;

    ExperimentDraft& m_draft;
    ViewState& m_view;
    QScrollArea* m_scroll = nullptr;
    QTabBar* m_tabs = nullptr;
    QSpinBox* m_number = nullptr; // instead of the tabs where there are too many
    QLabel* m_numberLabel = nullptr;
    QToolButton* m_addPair = nullptr;
    QToolButton* m_removePair = nullptr;
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
