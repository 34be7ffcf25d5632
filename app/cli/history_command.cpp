// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/history_command.h"

#include "cli/history_source.h"
#include "cli/output.h"
#include "cli/text_table.h"

namespace halfopen {

void HistoryCommand::start()
{
    const Result<std::unique_ptr<RunStore>> store = openHistoryToRead(m_arguments.history);
    const Result<QList<StoredRun>> runs = store ? (*store)->list(m_arguments.limit) : Result<QList<StoredRun>>(store.error());
    if (!runs) {
        complainLine(runs.error().message);
        Q_EMIT done(ExitStatus::Usage);
        return;
    }
    TextTable table({{"run"}, {"status"}, {"title"}, {"summary"}});
    for (const StoredRun& run : *runs)
        table.add({run.id.toStdString(), std::string(statusText(run.status)), run.title.toStdString(), run.summary.toStdString()});
    if (table.isEmpty())
        complainLine("The history is empty; 'halfopen-cli run' fills it.");
    else
        print(table.text());
    Q_EMIT done(ExitStatus::AsPredicted);
}

} // namespace halfopen
