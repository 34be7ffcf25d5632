// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep: axes to choose, the map, what is said of a cell, and measuring.
#pragma once

#include <QPoint>
#include <QString>
#include <QWidget>

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace halfopen {

class AxisEditor;
class FoldBox;
class HeatView;
class SweepStudy;
struct AxisWish;
struct SweepWish;

/// Controls and wiring around the heat map. What it shows is the study's.
class SweepPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SweepPage(SweepStudy& study, QWidget* parent = nullptr);
    ~SweepPage() override;

    [[nodiscard]] HeatView* map() const { return m_map; }
    /// The fold around the axes' controls; without a call it opens where there is room.
    void setAxesOpen(bool open);
    /// For a room: that many times the usual size of letters.
    void setMagnification(double magnification);
    void focusMap();

Q_SIGNALS:
    /// The way back to hosts and time line.
    void closed();
    void failed(const QString& message);
    /// A menu is about to open: whoever exports figures adds to it.
    void menuOpening(QMenu* menu);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildAxes(QVBoxLayout& box);
    void buildChoices(QVBoxLayout& box);
    void buildMeasuring(QVBoxLayout& box);
    void connectStudy();
    void editWish(const std::function<void(SweepWish&)>& change);
    void chooseKey(AxisWish SweepWish::*axis, const std::string& key);
    void fillEnds();
    void showWish();
    void showMap();
    void showLooked();
    void showMeasuring();
    void measure();
    void openMenu(const QPoint& globalPosition);

    SweepStudy& m_study;
    FoldBox* m_axes = nullptr;
    bool m_seen = false;
    bool m_measuring = false;
    std::vector<std::pair<QString, QPoint>> m_ends; // in their choice: text, pair and end
    AxisEditor* m_across = nullptr;
    AxisEditor* m_down = nullptr;
    AxisEditor* m_sheets = nullptr;
    QComboBox* m_end = nullptr;
    QComboBox* m_figure = nullptr;
    QPushButton* m_around = nullptr;
    QLabel* m_words = nullptr;
    HeatView* m_map = nullptr;
    QSpinBox* m_count = nullptr;
    QPushButton* m_sample = nullptr;
    QPushButton* m_measure = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_state = nullptr;
};

} // namespace halfopen
