// SPDX-License-Identifier: GPL-3.0-or-later
// Options that are changed while the connection lives, from the panel to the run that goes on.
#include "ui/window/option_wiring.h"

#include <QLayout>
#include <QPushButton>

#include <algorithm>

#include "session/run_controller.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/text/core_words.h"
#include "ui/text/format.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

/// One option of a living socket, set by the script or by hand.
struct Deed final
{
    RunTime time{0};
    std::string name;
    double value = 0;
};

/// What was asked for where it is known; else what was read back, which may be another: the kernel has bounds and jiffies.
double askedValue(const OptionMark& mark, const std::vector<OptionWish>& wishes)
{
    for (auto wish = wishes.rbegin(); wish != wishes.rend(); ++wish) {
        if (const auto value = optionValue(wish->options, mark.name); value && wish->time < mark.time)
            return *value;
    }
    // The kernel doubles buffers, and tells the double.
    const bool isBuffer = mark.name == "SO_SNDBUF" || mark.name == "SO_RCVBUF";
    return isBuffer ? mark.value / 2 : mark.value;
}

void addDeeds(std::vector<Deed>& deeds, RunTime time, const SocketOptions& options)
{
    for (const OptionSpec& spec : optionSpecs()) {
        if (const auto value = optionValue(options, spec.name))
            deeds.push_back({time, std::string{spec.name}, *value});
    }
}

/// What has been asked for until now: by the script what is due, and by hand.
SocketOptions asked(const Endpoint& end, const EndTrack& track, const Timeline& run, const std::vector<OptionWish>& wishes)
{
    std::vector<Deed> deeds;
    if (const auto started = run.startedAt()) {
        for (const OptionChange& change : end.changes) {
            const RunTime due = *started + fromSeconds(change.atSeconds);
            if (due <= run.lastTime())
                addDeeds(deeds, due, change.options);
        }
    }
    for (const OptionMark& mark : track.options) {
        if (mark.byHand)
            deeds.push_back({mark.time, mark.name, askedValue(mark, wishes)});
    }
    std::ranges::stable_sort(deeds, {}, &Deed::time);
    SocketOptions options = end.options;
    for (const Deed& deed : deeds)
        setOptionValue(options, deed.name, deed.value);
    return options;
}

QStringList namesOf(const SocketOptions& options)
{
    QStringList names;
    for (const OptionSpec& spec : optionSpecs()) {
        if (const auto value = optionValue(options, spec.name))
            names << QStringLiteral("%1 = %2").arg(verbatim(spec.name)).arg(*value);
    }
    return names;
}

} // namespace

SocketOptions changedOptions(const SocketOptions& now, const SocketOptions& wanted)
{
    SocketOptions changed;
    for (const OptionSpec& spec : optionSpecs()) {
        const auto value = optionValue(wanted, spec.name);
        if (value && value != optionValue(now, spec.name))
            setOptionValue(changed, spec.name, value);
    }
    return changed;
}

OptionWiring::OptionWiring(const Parts& parts, QWidget* place)
    : QObject(place), m_parts(parts), m_button(new QPushButton(place))
{
    m_button->setObjectName(QStringLiteral("setOptionsNow"));
    m_button->setText(tr("Set it &now"));
    m_button->hide();
    place->layout()->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &OptionWiring::set);
    connect(&m_parts.run, &ShownRun::replaced, this, &OptionWiring::refresh);
    connect(&m_parts.run, &ShownRun::grew, this, &OptionWiring::refresh);
    connect(&m_parts.controller, &RunController::stateChanged, this, &OptionWiring::refresh);
    connect(&m_parts.draft, &ExperimentDraft::changed, this, &OptionWiring::refresh);
    connect(&m_parts.view, &ViewState::pairChanged, this, &OptionWiring::refresh);
}

void OptionWiring::refresh()
{
    m_changed = {};
    const auto& planned = m_parts.draft.experiment().pairs;
    const auto& running = m_parts.run.experiment().pairs;
    const auto pair = static_cast<std::size_t>(m_parts.view.pair());
    const bool lives = m_parts.run.isLive() && m_parts.controller.state() == RunController::State::Running
                       && pair < planned.size() && pair < running.size() && planned[pair].name == running[pair].name;
    QStringList names;
    for (const Host host : {Host::Client, Host::Server}) {
        if (!lives)
            continue;
        const auto& tracks = m_parts.controller.timeline().pairs();
        if (pair >= tracks.size())
            continue;
        auto& changed = m_changed[slotOf(host)];
        const auto now = asked(running[pair].end(host), tracks[pair].end(host), m_parts.controller.timeline(), wishesOf(host));
        changed = changedOptions(now, planned[pair].end(host).options);
        if (const QStringList these = namesOf(changed); !these.isEmpty())
            names << tr("%1: %2", "Client or Server, its options").arg(endTitle(host), listText(these));
    }
    m_button->setVisible(!names.isEmpty());
    m_button->setToolTip(tr("Change the living sockets: %1", "options").arg(listText(names)));
    m_button->setAccessibleDescription(m_button->toolTip());
}

void OptionWiring::set()
{
    const auto changed = m_changed;
    std::erase_if(m_parts.wishes, [this](const OptionWish& wish) { return wish.runId != m_parts.controller.runId(); });
    for (const Host host : {Host::Client, Host::Server}) {
        if (changed[slotOf(host)] == SocketOptions{})
            continue;
        const int pair = m_parts.view.pair();
        m_parts.wishes.push_back({m_parts.controller.runId(), pair, host, m_parts.controller.timeline().lastTime(), changed[slotOf(host)]});
        m_parts.controller.setOption(pair, host, changed[slotOf(host)]);
    }
}

std::vector<OptionWish> OptionWiring::wishesOf(Host end) const
{
    std::vector<OptionWish> these;
    std::ranges::copy_if(m_parts.wishes, std::back_inserter(these), [&](const OptionWish& wish) {
        return wish.runId == m_parts.controller.runId() && wish.pair == m_parts.view.pair() && wish.end == end;
    });
    return these;
}

} // namespace halfopen
