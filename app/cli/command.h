// SPDX-License-Identifier: GPL-3.0-or-later
// One command of the command line.
#pragma once

#include <QObject>

#include "cli/exit_status.h"

namespace halfopen {

/// Does its work in the program's one event loop and tells when it is done. Never waits in a loop of its own.
class Command : public QObject
{
    Q_OBJECT

public:
    /// Begins; `done` may come before it returns.
    virtual void start() = 0;
    /// SIGINT or SIGTERM came. What has nothing to wind up may leave at once.
    virtual void interrupt() { Q_EMIT done(ExitStatus::Interrupted); }

Q_SIGNALS:
    void done(halfopen::ExitStatus status);
};

} // namespace halfopen
