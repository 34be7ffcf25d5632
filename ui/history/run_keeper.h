// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the lines of the controller's runs to the history while they arrive.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include "session/run_controller.h"
#include "store/run_store.h"

namespace halfopen {

/// Between session and store, which do not know each other. Gathers lines for a moment, so that a killed program loses
/// no more than that. A history that cannot be written is told once; the run goes on without it.
class RunKeeper final : public QObject
{
    Q_OBJECT

public:
    /// `store` may be nullptr: then nothing is kept.
    RunKeeper(RunController& controller, RunStore* store, QObject* parent = nullptr);
    ~RunKeeper() override;

Q_SIGNALS:
    /// A run was begun or closed in the store.
    void listChanged();
    void failed(const QString& message);

private:
    void begin(const QString& runId);
    void take(const QString& runId, const QByteArray& lines);
    void finish(const QString& runId);
    void flush();
    void check(const Result<void>& done);
    [[nodiscard]] StoredStatus status() const;

    RunController& m_controller;
    RunStore* m_store;
    QString m_runId;
    QByteArray m_gathered;
    QTimer m_flush;
};

} // namespace halfopen
