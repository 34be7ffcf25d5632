// SPDX-License-Identifier: GPL-3.0-or-later
// Guess, prediction and measurement beside each other.
#pragma once

#include <QWidget>

#include <array>
#include <optional>

#include "core/outcome.h"
#include "ui/view_state.h"

class QLabel;

namespace halfopen {

class ProportionBar;

/// What is compared, all since the fault.
struct Compared final
{
    std::optional<Guess> guess;            // empty: none was given
    std::optional<Prediction> prediction;  // empty: not known yet
    bool over = false;                     // it was measured: without a detection nobody has noticed
    bool brokenOff = false;                // the run is over, and it was not measured
    std::optional<Detection> measured;
    QString verdict;                       // of the prediction, in words
    QString whose{};                       // which end of which pair, where there are several
};

/// Three rows: a bar, the time, and how far it is from what was measured. Calculates nothing but the differences.
class GuessComparison final : public QWidget
{
    Q_OBJECT

public:
    explicit GuessComparison(QWidget* parent = nullptr);

    void show(const Compared& compared);

private:
    struct Row final
    {
        QLabel* name = nullptr;
        ProportionBar* bar = nullptr;
        QLabel* value = nullptr;
        QLabel* difference = nullptr;
    };
    void fill(Row& row, const QString& name, const std::optional<double>& seconds, bool never, double longest, const QString& value,
              const QString& difference);

    QLabel* m_whose;
    std::array<Row, 3> m_rows;
};

} // namespace halfopen
