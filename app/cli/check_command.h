// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli check: what can run here, what cannot, why, and the remedy.
#pragma once

#include <QString>

#include "cli/command.h"
#include "session/place_check.h"

namespace halfopen {

class CheckCommand final : public Command
{
    Q_OBJECT

public:
    explicit CheckCommand(const QString& agentProgram);

    void start() override;

private:
    void report();

    PlaceCheck m_check;
};

} // namespace halfopen
