// SPDX-License-Identifier: GPL-3.0-or-later
// Notices that another program has written to the history.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace halfopen {

class RunStore;

/// Looks at the history's files; what this program writes itself is not told. A store in memory is nobody else's.
class HistoryWatch final : public QObject
{
    Q_OBJECT

public:
    /// `store` must live as long.
    HistoryWatch(RunStore& store, QObject* parent);

Q_SIGNALS:
    /// At most a few times a second.
    void changed();

private:
    void watch();
    void look();

    RunStore& m_store;
    QFileSystemWatcher m_files;
    QTimer m_soon; // gathers what comes close together
};

} // namespace halfopen
