// SPDX-License-Identifier: GPL-3.0-or-later
// Where the other programs and the resources are: beside this one, built or installed.
#pragma once

#include <QString>
#include <QStringList>

namespace halfopen {

/// Full path of halfopen-agent: beside the running program, else in the installation's libexec folder; empty if neither.
[[nodiscard]] QString agentProgram();

/// Folder with `lessons/`: share/halfopen of the installation, or the build tree's copy; empty if neither.
[[nodiscard]] QString resourceFolder();

/// A lesson is a `NN-name.halfopen.json` with a `NN-name.md` beside it. The stem is what the command line takes.
struct Lesson final
{
    QString stem;
    QString experimentPath;
    QString textPath;
    QString title; // the experiment's
};

/// In the order of their file names.
[[nodiscard]] QList<Lesson> lessons();

} // namespace halfopen
