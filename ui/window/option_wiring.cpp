// SPDX-License-Identifier: GPL-3.0-or-later
// Options that are changed while the connection lives, from the panel to the run that goes on.
#include "ui/window/option_wiring.h"

#include <QLayout>
#include <QPushButton>

#include "session/run_controller.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/text/core_words.h"
#include "ui/text/format.h"
#include "ui/view_state.h"
#include "ui/window/shown_run.h"

namespace halfopen {

namespace {

/// What the script asked for, with what has been set by hand since.
SocketOptions asked(const Endpoint& end, const EndTrack& track)
{
    SocketOptions options = end.options;
    for (const OptionChange& change : end.changes) {
        for (const OptionSpec& spec : optionSpecs()) {
            if (const auto value = optionValue(change.options, spec.name))
                setOptionValue(options, spec.name, value);
        }
    }
    for (const OptionMark& mark : track.options) {
        if (!mark.byHand)
            continue;
        // The kernel doubles buffers, and tells the double.
        const bool isBuffer = mark.name == "SO_SNDBUF" || mark.name == "SO_RCVBUF";
        setOptionValue(options, mark.name, isBuffer ? mark.value / 2 : mark.value);
    }
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
        changed = changedOptions(asked(running[pair].end(host), tracks[pair].end(host)), planned[pair].end(host).options);
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
    for (const Host host : {Host::Client, Host::Server}) {
        if (changed[slotOf(host)] != SocketOptions{})
            m_parts.controller.setOption(m_parts.view.pair(), host, changed[slotOf(host)]);
    }
}

} // namespace halfopen
