// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli history: lists the runs that were kept.
#pragma once

#include "cli/arguments.h"
#include "cli/command.h"

namespace halfopen {

class HistoryCommand final : public Command
{
    Q_OBJECT

public:
    explicit HistoryCommand(HistoryArguments arguments) : m_arguments(std::move(arguments)) {}

    void start() override;

private:
    HistoryArguments m_arguments;
};

} // namespace halfopen
