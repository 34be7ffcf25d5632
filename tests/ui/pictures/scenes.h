// SPDX-License-Identifier: GPL-3.0-or-later
// The pages and states of the window that are worth a picture.
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace halfopen {

class WindowFixture;

/// A state that a new window is brought into.
struct Scene final
{
    QString name;
    /// The window to take the picture of, the fixture's or a dialog; nullptr if the state was not reached.
    std::function<QWidget*(WindowFixture&)> make;
};

[[nodiscard]] QList<Scene> allScenes();

} // namespace halfopen
