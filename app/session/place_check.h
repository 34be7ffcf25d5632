// SPDX-License-Identifier: GPL-3.0-or-later
// What can run on this machine, and why not where it cannot.
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

#include "core/event.h"
#include "core/kernel_profile.h"

namespace halfopen {

/// Starts the agent's check in the background and tells what came of it. Not a run; never blocks.
class PlaceCheck final : public QObject
{
    Q_OBJECT

public:
    explicit PlaceCheck(QString agentProgram, QObject* parent = nullptr);
    ~PlaceCheck() override;

    void start();

    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] const std::vector<CheckEvent>& stages() const { return m_stages; }
    [[nodiscard]] bool isAvailable(PlaceKind place) const;
    /// The running kernel's release and HZ; the default profile until told.
    [[nodiscard]] const KernelProfile& kernel() const { return m_kernel; }
    /// Empty, or why the check itself could not be made.
    [[nodiscard]] QString error() const { return m_error; }

Q_SIGNALS:
    void completed();

private:
    class Private;
    bool m_complete = false;
    std::vector<CheckEvent> m_stages;
    KernelProfile m_kernel;
    QString m_error;
    std::unique_ptr<Private> m_private;
};

} // namespace halfopen
