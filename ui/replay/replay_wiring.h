// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a run for the replay and carries its clock to the painted views.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

#include "ui/history/run_loader.h"

class QMenu;

namespace halfopen {

class RunReplay;
class RunView;
class ShownRun;
class TransportBar;

/// What the replay works with; made and owned by the window.
struct ReplayParts final
{
    RunReplay& replay;
    ShownRun& run;
    RunStore* store = nullptr; // nullptr: there is no history, so nothing to play
    TransportBar& bar;
    QWidget& keys; // where the replay's keys work beside the bar
    QList<RunView*> views;
};

/// Between the transport bar, the replay and the views, which do not know each other. Reads the recording from the history
/// when the first wish is told.
class ReplayWiring final : public QObject
{
    Q_OBJECT

public:
    ReplayWiring(const ReplayParts& parts, QObject* parent);
    ~ReplayWiring() override;

    /// Plays the run in sight from its start.
    void playFromStart();
    /// The same wishes for a menu, with keys that work in the whole window.
    void fillMenu(QMenu* menu);

Q_SIGNALS:
    /// Tables and charts should look again.
    void lookWanted();
    void failed(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectBar();
    /// Fulfils the wish when the recording is open; the last wish wins while it is being read.
    void withRecording(const std::function<void()>& wish);
    void takeRecording(const std::shared_ptr<Recording>& recording);
    void showClock();
    void lookSoon();

    ReplayParts m_parts;
    RunLoader m_loader;
    std::function<void()> m_wish;
    QTimer m_look; // bounds how often tables look again
};

} // namespace halfopen
