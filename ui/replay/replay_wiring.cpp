// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a run for the replay and carries its clock to the painted views.
#include "ui/replay/replay_wiring.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>

#include <utility>

#include "ui/replay/run_replay.h"
#include "ui/replay/transport_bar.h"
#include "ui/run_view.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

constexpr std::chrono::milliseconds kReplayLook{100}; // tables and charts follow at most so often

} // namespace

ReplayWiring::ReplayWiring(const ReplayParts& parts, QObject* parent) : QObject(parent), m_parts(parts), m_loader(parts.store, this)
{
    m_look.setSingleShot(true);
    m_look.setInterval(kReplayLook);
    connect(&m_look, &QTimer::timeout, this, &ReplayWiring::lookWanted);
    connect(&m_loader, &RunLoader::recorded, this, &ReplayWiring::takeRecording);
    connect(&m_loader, &RunLoader::progressed, &m_parts.bar, &TransportBar::setLoading);
    connect(&m_loader, &RunLoader::failed, this, [this](const QString&, const QString& message) {
        m_parts.bar.setLoading(-1);
        Q_EMIT failed(message);
    });
    connect(&m_parts.run, &ShownRun::replaced, this, [this] {
        m_loader.forget();
        m_parts.bar.setLoading(-1);
    });
    connect(&m_parts.run, &ShownRun::refolded, this, &ReplayWiring::lookSoon);
    connect(&m_parts.replay, &RunReplay::grew, this, &ReplayWiring::lookSoon);
    connect(&m_parts.replay, &RunReplay::passed, this, &ReplayWiring::lookSoon); // the painted views have a clock of their own
    connect(&m_parts.replay, &RunReplay::moved, this, &ReplayWiring::showClock);
    connect(&m_parts.replay, &RunReplay::closed, this, &ReplayWiring::showClock);
    m_parts.keys.installEventFilter(this);
    connectBar();
    showClock();
}

ReplayWiring::~ReplayWiring()
{
    // The replay outlives the window.
    m_parts.replay.disconnect(this);
    m_parts.run.disconnect(this);
}

void ReplayWiring::connectBar()
{
    auto& replay = m_parts.replay;
    const auto* bar = &m_parts.bar;
    connect(bar, &TransportBar::playWanted, this, [this, &replay] { withRecording([&replay] { replay.play(); }); });
    connect(bar, &TransportBar::pauseWanted, &replay, &RunReplay::pause);
    connect(bar, &TransportBar::stepWanted, this, [this, &replay](int events) {
        const bool whole = !replay.isOpen(); // all of the run is in sight: the step is from its end
        withRecording([&replay, events, whole] {
            if (whole)
                replay.toEnd();
            replay.step(events);
        });
    });
    connect(bar, &TransportBar::startWanted, this, [this, &replay] { withRecording([&replay] { replay.toStart(); }); });
    connect(bar, &TransportBar::endWanted, this, [this, &replay] { withRecording([&replay] { replay.toEnd(); }); });
    connect(bar, &TransportBar::seekWanted, this, [this, &replay](RunTime instant) { withRecording([&replay, instant] { replay.seek(instant); }); });
    connect(bar, &TransportBar::speedWanted, &replay, &RunReplay::setSpeed);
    connect(bar, &TransportBar::leaveWanted, &replay, &RunReplay::close);
}

void ReplayWiring::fillMenu(QMenu* menu)
{
    auto& bar = m_parts.bar;
    const auto add = [&](const char* name, const QString& text, const QString& key, auto act) {
        auto* action = menu->addAction(text, this, act);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(QKeySequence(key));
        return action;
    };
    add("replay.menu.play", tr("&Play or pause"), QStringLiteral("Ctrl+Space"), [this, &bar] {
        if (m_parts.replay.isPlaying())
            Q_EMIT bar.pauseWanted();
        else if (m_parts.run.isOver())
            Q_EMIT bar.playWanted();
    });
    const auto wish = [this, &bar](auto signal) {
        return [this, &bar, signal] {
            if (m_parts.run.isOver())
                signal(bar);
        };
    };
    add("replay.menu.back", tr("One event &back"), QStringLiteral("Ctrl+,"), wish([](TransportBar& to) { Q_EMIT to.stepWanted(-1); }));
    add("replay.menu.forward", tr("One event &on"), QStringLiteral("Ctrl+."), wish([](TransportBar& to) { Q_EMIT to.stepWanted(1); }));
    add("replay.menu.start", tr("To the &start of the run"), {}, wish([](TransportBar& to) { Q_EMIT to.startWanted(); }));
    add("replay.menu.leave", tr("&Whole run"), {}, wish([](TransportBar& to) { Q_EMIT to.leaveWanted(); }));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        for (auto* action : menu->actions())
            action->setEnabled(m_parts.run.isOver());
    });
    connect(menu, &QMenu::aboutToHide, this, [menu] {
        for (auto* action : menu->actions())
            action->setEnabled(true); // their keys ask for themselves
    });
}

void ReplayWiring::playFromStart()
{
    withRecording([this] {
        m_parts.replay.toStart();
        m_parts.replay.play();
    });
}

void ReplayWiring::withRecording(const std::function<void()>& wish)
{
    const auto runId = m_parts.run.runId();
    if (m_parts.replay.isOpen() && m_parts.replay.recording().runId() == runId) {
        wish();
        return;
    }
    if (m_parts.store == nullptr) {
        Q_EMIT failed(tr("Only runs in the history can be played again, and there is no history."));
        return;
    }
    m_wish = wish;
    m_loader.loadAlone(runId, RunLoader::Wanted::Events);
}

void ReplayWiring::takeRecording(const std::shared_ptr<Recording>& recording)
{
    m_parts.bar.setLoading(-1);
    m_parts.replay.open(std::move(*recording));
    if (const auto wish = std::exchange(m_wish, nullptr))
        wish();
}

void ReplayWiring::showClock()
{
    const auto& replay = m_parts.replay;
    for (auto* view : m_parts.views) {
        if (replay.isOpen())
            view->setReplayed(replay.now(), replay.speed(), replay.isPlaying());
        else
            view->endReplay();
    }
    lookSoon();
}

void ReplayWiring::lookSoon()
{
    if (!m_look.isActive())
        m_look.start();
}

bool ReplayWiring::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_parts.keys && event->type() == QEvent::KeyPress && takeReplayKey(m_parts.bar, m_parts.replay, *static_cast<QKeyEvent*>(event)))
        return true;
    return QObject::eventFilter(watched, event);
}

} // namespace halfopen
