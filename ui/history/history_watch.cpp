// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that another program has written to the history.
#include "ui/history/history_watch.h"

#include <QFileInfo>

#include <chrono>
#include <memory>

#include "store/run_store.h"

namespace halfopen {

namespace {

constexpr std::chrono::milliseconds kWatchGathers{400};

} // namespace

HistoryWatch::HistoryWatch(RunStore& store, QObject* parent) : QObject(parent), m_store(store)
{
    if (m_store.path() == u":memory:")
        return;
    m_soon.setSingleShot(true);
    m_soon.setInterval(kWatchGathers);
    connect(&m_soon, &QTimer::timeout, this, &HistoryWatch::look);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, soon);
    watch();
}

void HistoryWatch::watch()
{
    // SQLite writes to the journal beside the file and makes it anew when it likes: the folder tells of that.
    const QString path = m_store.path();
    const QString folder = QFileInfo(path).absolutePath();
    if (!m_files.directories().contains(folder))
        m_files.addPath(folder);
    for (const QString& file : {path, QString(path + QStringLiteral("-wal"))}) {
        if (!m_files.files().contains(file) && QFileInfo::exists(file))
            m_files.addPath(file);
    }
}

void HistoryWatch::look()
{
    watch();
    // The connection that writes for this program knows what others have written; asked for the first time it says yes.
    auto changes = std::make_shared<bool>(false);
    m_store.write(this, [changes](RunStore& store) {
        *changes = store.hasChangedOutside();
        return Result<void>{};
    }, [this, changes](const Result<void>&) {
        if (*changes)
            Q_EMIT changed();
    });
}

} // namespace halfopen
