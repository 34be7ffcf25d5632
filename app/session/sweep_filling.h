// SPDX-License-Identifier: GPL-3.0-or-later
// Works out whole sweeps beside the event loop.
#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

#include "core/sweep.h"

namespace halfopen {

/// One sweep after the other, each on several threads. Of those that are wished for meanwhile only the last is worked out:
/// the one under way goes to its end, so that who moves a slider without a pause sees pictures all the same.
class SweepFilling final : public QObject
{
    Q_OBJECT

public:
    explicit SweepFilling(QObject* parent = nullptr);
    /// What is under way is given up.
    ~SweepFilling() override;

    /// filled() follows, unless another wish comes before its turn.
    void fill(Sweep sweep, KernelProfile kernel, unsigned threads);
    [[nodiscard]] bool isBusy() const { return m_watcher.isRunning() || m_next; }

Q_SIGNALS:
    /// Complete; nobody else has it.
    void filled(const std::shared_ptr<halfopen::SweepGrid>& grid);

private:
    struct Wish final
    {
        Sweep sweep;
        KernelProfile kernel;
        unsigned threads = 1;
    };
    void start(Wish wish);
    void takeGrid();

    std::optional<Wish> m_next;
    std::stop_source m_stop;
    QFutureWatcher<std::shared_ptr<SweepGrid>> m_watcher;
};

} // namespace halfopen
