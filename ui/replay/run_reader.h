// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a run of the history without holding the event loop.
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

#include "session/replay.h"
#include "store/run_store.h"
#include "ui/replay/recording.h"

namespace halfopen {

/// Reads, decodes and folds in slices between other events. A run of usual length is there when load() returns.
/// It knows neither the window nor what becomes of the run.
class RunReader final : public QObject
{
    Q_OBJECT

public:
    enum class Wanted {
        Run,    // the timeline with its predictions and outcomes
        Events, // what a replay plays
    };

    explicit RunReader(QObject* parent = nullptr);

    /// Gives up what it is loading. `store` must live as long as the loading.
    void load(const RunStore& store, const QString& runId, Wanted wanted);
    void cancel();
    [[nodiscard]] bool isLoading() const { return m_slices.isActive(); }
    [[nodiscard]] const QString& runId() const { return m_runId; }
    /// What was loaded; each can be taken once.
    [[nodiscard]] ReplayedRun takeRun();
    [[nodiscard]] Recording takeRecording();

Q_SIGNALS:
    void progressed(double part); // 0 … 1
    void loaded();
    /// Where the history or a line of it cannot be read.
    void failed(const QString& message);

private:
    void slice();
    [[nodiscard]] Result<bool> work(); // true: it is done
    [[nodiscard]] Result<void> readMore();
    [[nodiscard]] Result<void> take(std::string_view line);
    void complete();

    const RunStore* m_store = nullptr;
    QString m_runId;
    Wanted m_wanted = Wanted::Run;
    QTimer m_slices; // only while loading
    std::unique_ptr<ReplayedRun> m_run;
    Recording m_recording;
    QByteArray m_lines;     // read and not yet decoded, from m_taken on
    qsizetype m_taken = 0;
    qint64 m_chunk = 0;     // the last one that was read
    bool m_allRead = false;
    qint64 m_bytes = 0;     // decoded
    qint64 m_wholeBytes = 0;
    int m_line = 0;
};

} // namespace halfopen
