// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli show: one kept run with its experiment, its outcomes and why.
#pragma once

#include "cli/arguments.h"
#include "cli/command.h"

namespace halfopen {

class ShowCommand final : public Command
{
    Q_OBJECT

public:
    explicit ShowCommand(ShowArguments arguments) : m_arguments(std::move(arguments)) {}

    void start() override;

private:
    ShowArguments m_arguments;
};

} // namespace halfopen
