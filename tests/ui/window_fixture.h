// SPDX-License-Identifier: GPL-3.0-or-later
// A whole window over a fake agent, with a history and settings that end with the test.
#pragma once

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

#include "session/place_check.h"
#include "session/run_controller.h"
#include "store/run_store.h"
#include "ui/history/run_keeper.h"
#include "ui/window/main_window.h"

namespace halfopen {

/// Nothing of it touches the user's files or the network.
class WindowFixture final
{
public:
    /// `deed` is what the fake agent does when it runs; its availability check always succeeds in part.
    WindowFixture();
    ~WindowFixture();

    void makeWindow();
    /// Shown at that size, first paint and background checks done.
    void open(const QSize& size = {1280, 800});
    /// What a WindowHost gets.
    [[nodiscard]] WindowParts parts();
    /// A run from start to end; false if it did not end in time.
    [[nodiscard]] bool run(const QByteArray& deed, const Experiment& experiment);

    /// A run that goes on until it is stopped.
    void startMortalRun(const Experiment& experiment);
    void stopRun();

    template<class T>
    [[nodiscard]] T* find(const char* name) const { return window->findChild<T*>(QLatin1String(name)); }
    void trigger(const char* action) const;
    /// A finished run in the history; its id.
    QString keep(const QString& id, const Experiment& experiment, const QByteArray& lines);
    /// Opens that run of the history; it is in sight afterwards.
    void openStored(const QString& id) const;
    /// Brings that dock to the front.
    void raise(const char* dock) const;
    /// Writes the path into the save dialog that is open, and accepts.
    void saveAs(const QString& path) const;
    /// In HALFOPEN_TEST_PICTURES, for people to look at; else for this test alone.
    void savePicture(const QString& name) const;

    QTemporaryDir folder;
    QSettings settings;
    RunController controller;
    PlaceCheck places;
    std::unique_ptr<RunStore> store;
    std::unique_ptr<RunKeeper> keeper;
    Desk desk{controller};
    std::unique_ptr<MainWindow> window;
};

/// The reader whose server is killed after a second: what the fake agent's good run shows.
[[nodiscard]] Experiment killedReader();

} // namespace halfopen
