// SPDX-License-Identifier: GPL-3.0-or-later
// Options that are changed while the connection lives, from the panel to the run that goes on.
#pragma once

#include <QObject>

#include <array>
#include <vector>

#include "core/experiment.h"
#include "ui/window/option_wish.h"

class QPushButton;
class QWidget;

namespace halfopen {

class ExperimentDraft;
class RunController;
class ShownRun;
class ViewState;

/// What `wanted` sets otherwise than `now` has it. An option that is unset in `wanted` stays as it is: no call takes it back.
[[nodiscard]] SocketOptions changedOptions(const SocketOptions& now, const SocketOptions& wanted);

/// While a run is live and the panel's options of the selected pair are others than its sockets', a button sets them now.
class OptionWiring final : public QObject
{
    Q_OBJECT

public:
    struct Parts final
    {
        ShownRun& run;
        RunController& controller;
        ExperimentDraft& draft;
        ViewState& view;
        std::vector<OptionWish>& wishes;
    };

    /// The button goes to the end of that widget's layout.
    OptionWiring(const Parts& parts, QWidget* place);

private:
    void refresh();
    void set();
    /// Of the run and the pair in sight, in order of time.
    [[nodiscard]] std::vector<OptionWish> wishesOf(Host end) const;

    Parts m_parts;
    QPushButton* m_button;
    std::array<SocketOptions, 2> m_changed; // client, server
};

} // namespace halfopen
