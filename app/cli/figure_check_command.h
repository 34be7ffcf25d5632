// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli lessons --check: repeats the public figures that the lessons speak of, and holds them against what was measured.
#pragma once

#include <QString>

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/public_figures.h"
#include "cli/text_table.h"
#include "session/run_controller.h"

namespace halfopen {

/// All runs side by side: they mostly wait. None of them is kept.
class FigureCheckCommand final : public Command
{
    Q_OBJECT

public:
    explicit FigureCheckCommand(QString agentProgram);

    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] static Result<std::vector<PublicFigure>> load();
    void begin();
    void onRunEnded();
    void report();
    [[nodiscard]] ExitStatus addRow(TextTable& table, const PublicFigure& figure, const RunController& run) const;

    QString m_agentProgram;
    std::vector<PublicFigure> m_figures;
    std::vector<std::unique_ptr<RunController>> m_runs; // one a figure, in the same order
    std::size_t m_ended = 0;
};

} // namespace halfopen
