// SPDX-License-Identifier: GPL-3.0-or-later
// The packets of the last run, in a file that ends with the program.
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

#include "core/experiment.h"
#include "session/nameless_file.h"

namespace halfopen {

/// Whether an end of it sends as fast as it goes: what it records grows by gigabytes.
[[nodiscard]] bool sendsAtFullSpeed(const Experiment& experiment);

/// Where a run is to write its packets. Only the last run's are kept. It writes nothing itself.
class PacketRecord final
{
public:
    /// A place for the next run's; what was recorded before is gone. Empty where no file can be made.
    [[nodiscard]] QString begin();
    /// The next run records nothing.
    void clear();
    /// The run that writes to the place of begin().
    void setRun(const QString& runId) { m_runId = runId; }
    /// What that run has written, for this program; empty where it has written nothing.
    [[nodiscard]] QString fileOf(const QString& runId) const;
    /// Where another program gets a copy of it, with a name; gone when the next run begins. Empty where there can be none.
    [[nodiscard]] QString placeOfCopy(const QString& runId);

private:
    std::unique_ptr<NamelessFile> m_file;
    std::unique_ptr<QTemporaryDir> m_copies;
    QString m_runId;
};

} // namespace halfopen
