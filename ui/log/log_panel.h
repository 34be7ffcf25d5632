// SPDX-License-Identifier: GPL-3.0-or-later
// The log dock: the run's facts as lines.
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace halfopen {

class ShownRun;

/// Keeps the last lines only. It follows the end unless the user has scrolled up.
class LogPanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostLines = 5000;

    explicit LogPanel(ShownRun& run, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void refresh();

private:
    void restart();

    ShownRun& m_run;
    QPlainTextEdit* m_text = nullptr;
    std::size_t m_lines = 0; // of the timeline's log, already shown
};

} // namespace halfopen
