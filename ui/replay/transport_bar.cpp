// SPDX-License-Identifier: GPL-3.0-or-later
// The row of controls that plays a run again.
#include "ui/replay/transport_bar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/replay/event_words.h"
#include "ui/replay/run_replay.h"
#include "ui/text/elided_label.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"
#include "ui/window/tinted_icon.h"

namespace halfopen {

namespace {

constexpr std::array<double, 10> kReplaySpeeds{kSlowestReplay, 0.25, 0.5, 1, 2, 5, 10, 20, 50, kFastestReplay};

int toMilliseconds(RunTime time) { return static_cast<int>(time / std::chrono::milliseconds{1}); }

/// Its list lies on the screen with all of its frame: at the lower edge its last line would look cut.
class SpeedBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;

    void showPopup() override
    {
        constexpr int kAir = 4;
        QComboBox::showPopup();
        QWidget* const list = view()->window();
        const QRect room = screen()->availableGeometry().adjusted(kAir, kAir, -kAir, -kAir);
        const int lowest = room.bottom() - list->height() + 1;
        if (list != window() && list->y() > lowest)
            list->move(list->x(), std::max(lowest, room.top()));
    }
};

QToolButton* transportButton(const char* name, const char* icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setIcon(tintedIcon(QLatin1String(icon)));
    button->setAutoRaise(true);
    // Not by a click: space, comma and full stop go on meaning the replay.
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

TransportBar::TransportBar(const ShownRun& run, const RunReplay& replay, const ViewState& view, QWidget* parent)
    : QWidget(parent), m_run(run), m_replay(replay), m_view(view)
{
    setObjectName(QStringLiteral("transportBar"));
    buildControls();
    connect(m_start, &QToolButton::clicked, this, &TransportBar::startWanted);
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { Q_EMIT stepWanted(1); });
    connect(m_end, &QToolButton::clicked, this, &TransportBar::endWanted);
    connect(m_leave, &QToolButton::clicked, this, &TransportBar::leaveWanted);
    connect(m_play, &QToolButton::clicked, this, [this] {
        if (m_replay.isPlaying())
            Q_EMIT pauseWanted();
        else
            Q_EMIT playWanted();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        // The last step is the end itself, not the millisecond before it.
        Q_EMIT seekWanted(value == m_slider->maximum() ? m_run.end() : RunTime{std::chrono::milliseconds{value}});
    });
    connect(m_speed, qOverload<int>(&QComboBox::activated), this, [this](int index) { Q_EMIT speedWanted(m_speed->itemData(index).toDouble()); });
    connect(&m_run, &ShownRun::replaced, this, &TransportBar::refresh);
    connect(&m_run, &ShownRun::refolded, this, &TransportBar::refresh);
    connect(&m_run, &ShownRun::grew, this, &TransportBar::refresh);
    connect(&m_replay, &RunReplay::moved, this, &TransportBar::refresh);
    connect(&m_replay, &RunReplay::passed, this, &TransportBar::showPlace);
    connect(&m_view, &ViewState::originChanged, this, &TransportBar::refresh);
    retranslate();
}

void TransportBar::buildControls()
{
    m_start = transportButton("replay.start", "to-start", this);
    m_back = transportButton("replay.back", "step-back", this);
    m_play = transportButton("replay.play", "play", this);
    m_forward = transportButton("replay.forward", "step-forward", this);
    m_end = transportButton("replay.end", "to-end", this);
    m_leave = transportButton("replay.leave", "close", this);
    m_back->setAutoRepeat(true);
    m_forward->setAutoRepeat(true);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("replay.slider"));
    m_place = new QLabel(this);
    m_place->setObjectName(QStringLiteral("replay.place"));
    m_event = new ElidedLabel({}, this);
    m_event->setObjectName(QStringLiteral("replay.event"));
    m_event->setForegroundRole(QPalette::PlaceholderText);
    m_speed = new SpeedBox(this);
    m_speed->setFocusPolicy(Qt::TabFocus);
    m_speed->setObjectName(QStringLiteral("replay.speed"));
    auto* knobs = new QHBoxLayout;
    knobs->setSpacing(2);
    for (auto* button : {m_start, m_back, m_play, m_forward, m_end})
        knobs->addWidget(button);
    knobs->addSpacing(6);
    knobs->addWidget(m_place);
    knobs->addSpacing(10);
    knobs->addWidget(m_event, 1);
    knobs->addSpacing(4);
    knobs->addWidget(m_speed);
    knobs->addWidget(m_leave);
    // The slider is as long as the bar, whatever stands below it.
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 0, 8, 2);
    layout->setSpacing(0);
    layout->addWidget(m_slider);
    layout->addLayout(knobs);
}

void TransportBar::retranslate()
{
    setAccessibleName(tr("Replay"));
    const auto name = [](QWidget* control, const QString& words, const QString& key) {
        control->setAccessibleName(words);
        control->setToolTip(key.isEmpty() ? words : tr("%1 (%2)", "what a button does, its key").arg(words, key));
    };
    name(m_start, tr("To the start of the run"), tr("Ctrl+Home"));
    name(m_play, tr("Play the run again"), tr("Space", "the key"));
    name(m_back, tr("One event back"), QStringLiteral(","));
    name(m_forward, tr("One event on"), QStringLiteral("."));
    name(m_end, tr("To the end of the run"), tr("Ctrl+End"));
    name(m_leave, tr("Leave the replay and show the whole run"), {});
    name(m_slider, tr("Instant of the run"), {});
    name(m_speed, tr("Speed of the replay"), {});
    const QSignalBlocker blocker(m_speed);
    m_speed->clear();
    for (const double speed : kReplaySpeeds)
        m_speed->addItem(tr("%1×", "so many times the run's own speed").arg(locale().toString(speed, 'g', 3)), speed);
    refresh();
}

void TransportBar::setLoading(double part)
{
    m_loading = part;
    refresh();
}

void TransportBar::refresh()
{
    setVisible(m_run.isOver());
    if (!m_run.isOver())
        return;
    const bool plays = m_replay.isPlaying();
    m_play->setIcon(tintedIcon(plays ? QStringLiteral("pause") : QStringLiteral("play")));
    const auto words = plays ? tr("Pause") : tr("Play the run again");
    if (m_play->accessibleName() != words) {
        m_play->setAccessibleName(words);
        m_play->setToolTip(tr("%1 (%2)", "what a button does, its key").arg(words, tr("Space", "the key")));
    }
    const bool replayed = m_run.isReplayed();
    m_leave->setVisible(replayed);
    m_start->setEnabled(!replayed || m_replay.position() > 1);
    m_back->setEnabled(m_start->isEnabled());
    m_forward->setEnabled(replayed && m_run.isRunning());
    m_end->setEnabled(m_forward->isEnabled());
    m_speed->setCurrentIndex(m_speed->findData(m_replay.speed()));
    showPlace();
}

void TransportBar::tellInstant(RunTime instant)
{
    m_told = instant;
    if (m_replay.isPlaying())
        showPlace();
}

QString TransportBar::eventText() const
{
    if (!m_run.isReplayed() || m_replay.isPlaying() || m_loading >= 0 || m_replay.position() == 0)
        return {};
    return eventWords(m_replay.recording().events()[m_replay.position() - 1], m_run.experiment());
}

void TransportBar::showPlace()
{
    if (!m_replay.isPlaying())
        m_told.reset();
    m_event->setText(eventText());
    const QSignalBlocker blocker(m_slider);
    const int whole = std::max(1, toMilliseconds(m_run.end()));
    m_slider->setRange(0, whole);
    m_slider->setSingleStep(std::max(1, whole / 200));
    m_slider->setPageStep(std::max(1, whole / 20));
    if (!m_slider->isSliderDown())
        m_slider->setValue(m_run.isRunning() ? toMilliseconds(m_run.instant()) : whole);
    const auto text = placeText();
    const auto shown = m_narrow && m_run.isReplayed() && m_loading < 0 ? shortPlaceText() : text;
    if (m_place->text() == shown)
        return;
    m_place->setText(shown);
    m_place->setToolTip(shown == text ? QString{} : text);
    m_place->setMinimumWidth(std::max(m_place->minimumWidth(), m_place->sizeHint().width())); // it does not shiver
    m_slider->setAccessibleDescription(text);
}

QString TransportBar::secondsText() const
{
    const auto& timeline = m_run.timeline();
    const RunTime instant = m_told.value_or(m_run.instant());
    const auto fault = m_view.origin() == TimeOrigin::Fault ? timeline.firstFaultAt() : std::nullopt;
    const double seconds = toSeconds(instant - fault.value_or(timeline.startedAt().value_or(instant)));
    // A clock that runs tells tenths, rounded down, as the drawing of the hosts does.
    return m_replay.isPlaying() ? locale().toString(std::floor(seconds * 10 + 0.005) / 10, 'f', 1) : locale().toString(seconds, 'f', 3);
}

QString TransportBar::instantText() const { return tr("%1 s", "seconds").arg(secondsText()); }

QString TransportBar::shortPlaceText() const
{
    const auto at = m_run.timeline().startedAt() ? instantText() : tr("connecting");
    return tr("%1 · %2/%3", "time, number of an event, of so many")
        .arg(at, locale().toString(static_cast<qulonglong>(m_replay.position())), locale().toString(static_cast<qulonglong>(m_replay.recording().events().size())));
}

void TransportBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The long words, the buttons, and some of what the event told.
    const bool narrow = width() < fontMetrics().horizontalAdvance(u'0') * 50 + fontMetrics().height() * 20;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_place->setMinimumWidth(0);
    showPlace();
}

QString TransportBar::placeText() const
{
    if (m_loading >= 0)
        return tr("reading the run, %1 %").arg(static_cast<int>(m_loading * 100));
    if (!m_run.isReplayed())
        return tr("whole run");
    const auto& timeline = m_run.timeline();
    const auto fault = m_view.origin() == TimeOrigin::Fault ? timeline.firstFaultAt() : std::nullopt;
    const auto number = secondsText();
    const auto at = fault ? tr("%1 s since the fault", "seconds").arg(number)
                  : timeline.startedAt() ? tr("%1 s since the start", "seconds").arg(number)
                                         : tr("connecting");
    return tr("%1 · event %2 of %3", "time, number, number")
        .arg(at).arg(locale().toString(static_cast<qulonglong>(m_replay.position())),
                     locale().toString(static_cast<qulonglong>(m_replay.recording().events().size())));
}

void TransportBar::keyPressEvent(QKeyEvent* event)
{
    if (takeReplayKey(*this, m_replay, *event))
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void TransportBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool takeReplayKey(TransportBar& bar, const RunReplay& replay, const QKeyEvent& event)
{
    if (bar.isHidden())
        return false;
    const bool control = event.modifiers() & Qt::ControlModifier;
    if (control && event.key() == Qt::Key_Home)
        Q_EMIT bar.startWanted();
    else if (control && event.key() == Qt::Key_End)
        Q_EMIT bar.endWanted();
    else if (control)
        return false;
    else if (event.key() == Qt::Key_Space && replay.isPlaying())
        Q_EMIT bar.pauseWanted();
    else if (event.key() == Qt::Key_Space)
        Q_EMIT bar.playWanted();
    else if (event.key() == Qt::Key_Comma)
        Q_EMIT bar.stepWanted(-1);
    else if (event.key() == Qt::Key_Period)
        Q_EMIT bar.stepWanted(1);
    else
        return false;
    return true;
}

} // namespace halfopen
