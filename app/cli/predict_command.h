// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli predict: says when each end will notice.
#pragma once

#include "cli/arguments.h"
#include "cli/command.h"

namespace halfopen {

class PredictCommand final : public Command
{
    Q_OBJECT

public:
    explicit PredictCommand(PredictArguments arguments) : m_arguments(std::move(arguments)) {}

    void start() override;

private:
    PredictArguments m_arguments;
};

} // namespace halfopen
