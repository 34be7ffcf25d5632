// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps every run of a controller in the history while it goes on.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>

#include "session/run_controller.h"
#include "store/run_store.h"

namespace halfopen {

/// Listens to a controller and writes to a store. A history that cannot be written is told once, and the runs go on
/// without it.
class RunRecorder final : public QObject
{
    Q_OBJECT

public:
    RunRecorder(RunController& controller, std::unique_ptr<RunStore> store, QObject* parent = nullptr);

Q_SIGNALS:
    /// Once: a sentence.
    void gaveUp(const QString& why);

private:
    void onRunBegan(const QString& runId);
    void onLines(const QString& runId, const QByteArray& lines);
    void onRunEnded(const QString& runId);
    void flush();
    void check(const Result<void>& done);

    RunController& m_controller;
    std::unique_ptr<RunStore> m_store;
    QString m_runId;
    QByteArray m_gathered;
    QTimer m_flush;
};

} // namespace halfopen
