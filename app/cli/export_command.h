// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli export: writes parts of a kept run to files.
#pragma once

#include "cli/arguments.h"
#include "cli/command.h"

namespace halfopen {

class ExportCommand final : public Command
{
    Q_OBJECT

public:
    explicit ExportCommand(ExportArguments arguments) : m_arguments(std::move(arguments)) {}

    void start() override;

private:
    ExportArguments m_arguments;
};

} // namespace halfopen
