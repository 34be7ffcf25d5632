// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run takes place, and its network.
#include "agent/director/place_choice.h"

#include <cerrno>
#include <cstring>
#include <sys/wait.h>
#include <unistd.h>

#include "agent/cable/cable.h"
#include "agent/base/host_wire.h"
#include "core/experiment_codec.h"
#include "core/words.h"

#include <fmt/format.h>

namespace halfopen {

namespace {

LabPlan planOf(const Experiment& experiment)
{
    return LabPlan{.family = experiment.family,
                   .sysctl = experiment.sysctl,
                   .path = experiment.path,
                   .neighbours = experiment.neighbours,
                   .congestionControl = experiment.congestionControl};
}

Result<ChosenPlace> buildNamespaces(const Experiment& experiment, std::string why)
{
    Result<Lab> lab = Lab::build(planOf(experiment));
    if (!lab)
        return lab.error();
    ChosenPlace chosen{.place = PlaceKind::Namespaces, .why = std::move(why), .lab = {}};
    chosen.lab = std::move(*lab);
    return chosen;
}

/// Builds the lab and its cable in a child and throws them away: a process that failed halfway would be left in
/// namespaces where even the loopback place does not work.
Result<void> tryNamespaces(const Experiment& experiment)
{
    Result<WirePair> wire = makeWire();
    if (!wire)
        return wire.error();
    const pid_t pid = ::fork();
    if (pid < 0) {
        const int code = errno;
        return Error{code, fmt::format(words("core", "The kernel gives no further process: {}."), std::strerror(code))};
    }
    if (pid == 0) {
        Result<Lab> lab = Lab::build(planOf(experiment));
        Error error = lab ? Error{} : lab.error();
        if (lab) {
            if (auto cable = Cable::open(*lab, RunClock{}, 1); !cable)
                error = cable.error();
        }
        sendWire(wire->there.get(), WireKind::Done, error.code, error.message);
        ::_exit(0);
    }
    wire->there.reset();
    int status = 0;
    ::waitpid(pid, &status, 0);
    WireMessage answer;
    if (receiveWire(wire->here.get(), answer) != WireRead::Got)
        return Error{0, words("core", "The attempt to build the namespaces ended without an answer.")};
    if (answer.text.empty())
        return {};
    return Error{static_cast<int>(answer.number), answer.text};
}

} // namespace

Result<ChosenPlace> choosePlace(const Experiment& experiment)
{
    const Result<void> fits = fitsLoopback(experiment);
    switch (experiment.place) {
    case PlaceKind::Namespaces:
        return buildNamespaces(experiment, {});
    case PlaceKind::Loopback:
        if (!fits)
            return fits.error();
        return ChosenPlace{};
    case PlaceKind::Auto:
        break;
    }
    const Result<void> tried = tryNamespaces(experiment);
    if (tried)
        return buildNamespaces(experiment, words("core", "The namespaces place is available, and it is the best one."));
    if (fits)
        return ChosenPlace{.why = fmt::format(words("core", "Loopback, because namespaces cannot be had here: {}"),
                                              tried.error().message),
                           .lab = {}};
    return Error{tried.error().code, fmt::format(words("core", "{} And on loopback it cannot run either: {}"),
                                                 tried.error().message, fits.error().message)};
}

} // namespace halfopen
