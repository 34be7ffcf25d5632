// SPDX-License-Identifier: GPL-3.0-or-later
// The row of controls that plays a run again.
#pragma once

#include <QWidget>

#include <optional>

#include "core/run_time.h"

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace halfopen {

class ElidedLabel;
class RunReplay;
class ShownRun;
class ViewState;

/// Shows where the replay stands and says what the user wishes; who fulfils the wishes opens the recording first. There
/// only while a run that is over is in sight.
class TransportBar final : public QWidget
{
    Q_OBJECT

public:
    TransportBar(const ShownRun& run, const RunReplay& replay, const ViewState& view, QWidget* parent = nullptr);

    /// 0 … 1 while the recording is being read; negative: it is not.
    void setLoading(double part);

public Q_SLOTS:
    void refresh();
    /// What the pictures beside it call now, since hello: while it plays the bar tells the same.
    void tellInstant(halfopen::RunTime instant);

Q_SIGNALS:
    void playWanted();
    void pauseWanted();
    void stepWanted(int events);
    void startWanted();
    void endWanted();
    void seekWanted(halfopen::RunTime instant);
    void speedWanted(double speed);
    void leaveWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildControls();
    void retranslate();
    void showPlace();
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] QString shortPlaceText() const; // in a narrow bar
    [[nodiscard]] QString instantText() const;
    [[nodiscard]] QString secondsText() const;
    /// What the last event told; empty while it plays, when the next one comes before it is read.
    [[nodiscard]] QString eventText() const;

    const ShownRun& m_run;
    const RunReplay& m_replay;
    const ViewState& m_view;
    QToolButton* m_start = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_play = nullptr;
    QToolButton* m_forward = nullptr;
    QToolButton* m_end = nullptr;
    QSlider* m_slider = nullptr;
    QLabel* m_place = nullptr;
    ElidedLabel* m_event = nullptr;
    QComboBox* m_speed = nullptr;
    QToolButton* m_leave = nullptr;
    double m_loading = -1;
    std::optional<RunTime> m_told;
    bool m_narrow = false;
};

/// Whether that key was one of the replay's (Space, comma, full stop, Ctrl+Home, Ctrl+End) and the wish was told.
[[nodiscard]] bool takeReplayKey(TransportBar& bar, const RunReplay& replay, const QKeyEvent& event);

} // namespace halfopen
