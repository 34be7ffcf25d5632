// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_command.h"

#include <fmt/format.h>

#include "cli/output.h"
#include "cli/text_table.h"

namespace halfopen {

CheckCommand::CheckCommand(const QString& agentProgram)
    : m_check(agentProgram)
{
    connect(&m_check, &PlaceCheck::completed, this, &CheckCommand::report);
}

void CheckCommand::start()
{
    m_check.start();
}

void CheckCommand::report()
{
    if (!m_check.error().isEmpty()) {
        complainLine(m_check.error().toStdString());
        Q_EMIT done(ExitStatus::RunFailed);
        return;
    }
    TextTable table({{"place"}, {"stage"}, {"result"}, {"why"}});
    std::string remedies;
    for (const CheckEvent& stage : m_check.stages()) {
        table.add({std::string(name(stage.place)), stage.stage, stage.passed ? "works" : "does not work", stage.why});
        if (!stage.remedy.empty())
            remedies += fmt::format("{}, {}: {}\n", name(stage.place), stage.stage, stage.remedy);
    }
    print(fmt::format("Linux {}, HZ {}\n", m_check.kernel().release, m_check.kernel().hz));
    print(table.text());
    for (const PlaceKind place : {PlaceKind::Namespaces, PlaceKind::Loopback})
        print(fmt::format("Place {}: {}\n", name(place), m_check.isAvailable(place) ? "can run" : "cannot run"));
    print(remedies);
    Q_EMIT done(m_check.isAvailable(PlaceKind::Auto) ? ExitStatus::AsPredicted : ExitStatus::CannotRun);
}

} // namespace halfopen
