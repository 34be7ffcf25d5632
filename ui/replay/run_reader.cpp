// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a run of the history without holding the event loop.
#include "ui/replay/run_reader.h"

#include <QElapsedTimer>

#include <string>
#include <utility>

#include "core/event_codec.h"
#include "ui/text/format.h"

namespace halfopen {

namespace {

constexpr qint64 kReaderSlice = 12;                // ms; with a paint beside it well under 50
constexpr qint64 kFirstReaderSlice = 30;           // ms; some 5,000 events, so that usual runs come at once
constexpr qsizetype kReaderPage = 1024 * 1024;     // bytes
constexpr int kReaderLines = 64;                   // between two looks at the clock

} // namespace

RunReader::RunReader(QObject* parent) : QObject(parent)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &RunReader::slice);
}

void RunReader::load(const RunStore& store, const QString& runId, Wanted wanted)
{
    cancel();
    const auto known = store.find(runId);
    const auto experiment = store.experiment(runId);
    if (!known || !experiment) {
        Q_EMIT failed(fromCore(known ? experiment.error().message : known.error().message));
        return;
    }
    m_store = &store;
    m_runId = runId;
    m_wanted = wanted;
    m_wholeBytes = known.value() ? known.value()->lineBytes : 0;
    m_recording = Recording{runId, experiment.value()};
    if (wanted == Wanted::Run)
        m_run = std::make_unique<ReplayedRun>(ReplayedRun{Timeline{experiment.value()}, {}, {}});
    m_slices.start();
    slice();
}

void RunReader::cancel()
{
    m_slices.stop();
    m_run.reset();
    m_recording = {};
    m_lines.clear();
    m_taken = 0;
    m_chunk = 0;
    m_allRead = false;
    m_bytes = 0;
    m_line = 0;
}

ReplayedRun RunReader::takeRun()
{
    const auto taken = std::move(m_run);
    return std::move(*taken);
}

Recording RunReader::takeRecording() { return std::exchange(m_recording, {}); }

void RunReader::slice()
{
    const auto done = work();
    if (!done) {
        const auto message = fromCore(done.error().message);
        cancel();
        Q_EMIT failed(message);
    } else if (done.value()) {
        complete();
    } else {
        Q_EMIT progressed(m_wholeBytes > 0 ? std::min(1.0, static_cast<double>(m_bytes) / static_cast<double>(m_wholeBytes)) : 0);
    }
}

Result<bool> RunReader::work()
{
    const qint64 budget = m_line == 0 ? kFirstReaderSlice : kReaderSlice;
    QElapsedTimer clock;
    clock.start();
    while (!clock.hasExpired(budget)) {
        for (int number = 0; number < kReaderLines; ++number) {
            qsizetype feed = m_lines.indexOf('\n', m_taken);
            if (feed < 0 && !m_allRead) {
                if (const auto more = readMore(); !more)
                    return more.error();
                break;
            }
            if (feed < 0)
                feed = m_lines.size();
            if (m_taken >= m_lines.size())
                return true;
            const std::string_view line{m_lines.constData() + m_taken, static_cast<std::size_t>(feed - m_taken)};
            m_bytes += feed + 1 - m_taken;
            m_taken = feed + 1;
            if (const auto taken = take(line); !taken)
                return taken.error();
        }
    }
    return false;
}

Result<void> RunReader::readMore()
{
    auto page = m_store->linesAfter(m_runId, m_chunk, kReaderPage);
    if (!page)
        return page.error();
    m_lines.remove(0, std::min(m_taken, m_lines.size()));
    m_taken = 0;
    m_lines += page->lines;
    m_allRead = page->lines.isEmpty();
    m_chunk = page->lastChunk;
    return {};
}

Result<void> RunReader::take(std::string_view line)
{
    ++m_line;
    auto event = parseEvent(line);
    if (!event)
        return Error{event.error().code,
                     tr("Line %1 of the run cannot be read: %2").arg(m_line).arg(fromCore(event.error().message)).toStdString()};
    if (m_wanted == Wanted::Run)
        m_run->timeline.append(*event);
    else
        m_recording.append(std::move(*event));
    return {};
}

void RunReader::complete()
{
    m_slices.stop();
    m_lines.clear();
    if (m_wanted == Wanted::Run) {
        m_run->predictions = predictRun(m_run->timeline);
        m_run->outcomes = judge(m_run->timeline, m_run->predictions);
    }
    Q_EMIT loaded();
}

} // namespace halfopen
