// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the lines of the controller's runs to the history while they arrive.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>

#include "session/run_controller.h"
#include "store/run_store.h"

namespace halfopen {

/// Between session and store, which do not know each other. Gathers lines for a moment, so that a killed program loses
/// no more than that. A history that cannot be written is told once; the run goes on without it. It is the store's thread
/// that waits where another program holds the file: nothing here does.
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
    /// Nothing is done any more after the first deed that failed.
    void write(const HistoryWriter::Deed& deed, bool changesList);
    void takeAnswer(const Result<void>& done, bool changesList);
    [[nodiscard]] StoredStatus status() const;

    RunController& m_controller;
    RunStore* m_store;
    QString m_runId;
    QByteArray m_gathered;
    QTimer m_flush;
    int m_underWay = 0;                                          // deeds that have not been answered
    std::shared_ptr<bool> m_good = std::make_shared<bool>(true); // looked at only by who writes
};

} // namespace halfopen
