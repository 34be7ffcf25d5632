// SPDX-License-Identifier: GPL-3.0-or-later
// halfopen-cli lessons: lists the lessons.
#pragma once

#include "cli/command.h"

namespace halfopen {

class LessonsCommand final : public Command
{
    Q_OBJECT

public:
    void start() override;
};

} // namespace halfopen
