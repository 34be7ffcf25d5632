// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lessons_command.h"

#include "cli/output.h"
#include "cli/text_table.h"
#include "session/installation.h"

namespace halfopen {

void LessonsCommand::start()
{
    TextTable table({{"lesson"}, {"title"}});
    const QList<Lesson> known = lessons();
    for (const Lesson& lesson : known)
        table.add({lesson.stem.toStdString(), lesson.title.toStdString()});
    if (table.isEmpty()) {
        complainLine("The lessons were not found; they belong in ../share/halfopen/lessons beside this program's folder.");
        Q_EMIT done(ExitStatus::RunFailed);
        return;
    }
    print(table.text());
    Q_EMIT done(ExitStatus::AsPredicted);
}

} // namespace halfopen
