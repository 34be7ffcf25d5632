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
/// no more than that. A history that cannot be written is told once; runs go on without it. So is a run whose row somebody has
/// deleted, but only that run is not kept. It is the store's thread that waits where another program holds the file: nothing
/// here does.
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
    enum class Written { Yes, RunIsGone, No };
    enum class Stage { Begin, Lines, End }; // the list of runs changes with all but lines
    /// Nothing is done any more after the first deed that failed, of that run or, where the history cannot be written, of any.
    void write(const HistoryWriter::Deed& deed, Stage stage);
    void takeAnswer(const Result<void>& done, Written written, Stage stage);
    [[nodiscard]] StoredStatus status() const;

    RunController& m_controller;
    RunStore* m_store;
    QString m_runId;
    QByteArray m_gathered;
    QTimer m_flush;
    int m_underWay = 0; // deeds that have not been answered
    std::shared_ptr<Written> m_last = std::make_shared<Written>(Written::Yes); // looked at only by who writes
};

} // namespace halfopen
